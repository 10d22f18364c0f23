import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { addCourse, addCustomer, makeStaff } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { sweep } from '../../privacy/index.ts';
import { appoint, dismiss } from '../index.ts';
import { contactFields, openDesk, quoteFields, type DeskHouse, type Someone } from '../testing.ts';

/** N-72: the officer's own inbox. N-60: every look is known. N-42: answered through a private link. E-07, E-08. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
beforeEach(() => desk.house.owner.query('delete from enquiry; delete from mail; delete from throttle; delete from access_log'));
after(() => desk.house.close());

const statusOf = async (path: string, who?: Someone) => (await desk.get(path, who)).status;

test('support sees questions and quotes, the officer sees their own, and neither the other’s (N-72)', async () => {
  const question = await desk.write({ ...contactFields, body: 'Supportfråga' });
  const quote = await desk.write(quoteFields);
  const toDpo = await desk.write({ ...contactFields, to: 'dpo', email: 'orolig@annan.example', body: 'Bara för ombudet' });
  const supports = await desk.textOf('/arenden', desk.support);
  assert.match(supports, /fraga@annan\.example.*|berit@sjovik\.example/s);
  assert.doesNotMatch(supports, /orolig@/);
  const dpos = await desk.textOf('/arenden/ombudet', desk.dpo);
  assert.match(dpos, /orolig@annan\.example/);
  assert.doesNotMatch(dpos, /fraga@|berit@/);
  assert.match(await desk.textOf(`/arenden/${question}`, desk.support), /Supportfråga/);
  assert.match(await desk.textOf(`/arenden/${toDpo}`, desk.dpo), /Bara för ombudet/);
  for (const [who, ids] of [
    [desk.support, [toDpo]],
    [desk.dpo, [question, quote]],
    [desk.executive, [question, quote, toDpo]],
  ] as const) {
    for (const id of ids) {
      assert.equal(await statusOf(`/arenden/${id}`, who), 404);
      assert.equal((await desk.post(`/arenden/${id}`, { body: 'x' }, who)).status, 404);
      assert.equal((await desk.post(`/arenden/${id}/avslut`, {}, who)).status, 404);
    }
  }
  assert.deepEqual([await statusOf('/arenden', desk.dpo), await statusOf('/arenden/ombudet', desk.support)], [404, 404]);
  assert.deepEqual([await statusOf('/arenden', desk.executive), await statusOf('/arenden/ombudet', desk.executive)], [404, 404]);
});

test('the officer finds a case by number, address, name or subject, among their own only, and it stands in no address', async () => {
  const mine = await desk.write({ ...contactFields, to: 'dpo', email: 'orolig@annan.example', body: 'Bara för ombudet' });
  await desk.write({ ...contactFields, to: 'dpo', email: 'lugn@annan.example', body: 'En annan sak' });
  await desk.write({ ...contactFields, email: 'orolig@annan.example', body: 'Till supporten' });
  const inbox = '/arenden/ombudet';
  const search = async (fields: Record<string, string>) => (await desk.post(inbox, fields, desk.dpo)).text();
  const [row] = await desk.rows<{ case_number: string }>('select case_number from enquiry where id = $1', [mine]);
  for (const text of [row!.case_number, row!.case_number.toLowerCase(), 'OROLIG@']) {
    const found = await search({ search: text });
    assert.deepEqual(
      [...found.matchAll(/<a href="\/arenden\/([0-9a-f-]{36})"/g)].map(([, id]) => id),
      [mine],
      text,
    );
    assert.ok(!new RegExp(`(?:href|action)="[^"]*${text}`).test(found));
  }
  for (const text of ['fraga@', '%', '_', '\\', 'finns-inte']) assert.match(await search({ search: text }), /Inget ärende hittades/);
  const long = await desk.post(inbox, { search: 'x'.repeat(101) }, desk.dpo);
  assert.equal(long.status, 422);
  assert.match(await long.text(), /högst 100 tecken[^]*value="x{101}"/);
  const narrowed = await desk.post(inbox, { search: '', lage: 'new' }, desk.dpo);
  assert.equal(narrowed.headers.get('location'), `${inbox}?lage=new`);
  for (const who of [desk.support, desk.executive])
    for (const text of ['orolig', '']) assert.equal((await desk.post(inbox, { search: text }, who)).status, 404);
});

test('the floor holds the same: a query without a where gives each desk its own and anyone else nothing', async () => {
  await desk.write(contactFields);
  await desk.write({ ...contactFields, to: 'dpo', email: 'orolig@annan.example' });
  const seenBy = (accountId?: string) =>
    desk.house.house.database.transaction({ purpose: 'answer-enquiry', accountId }, async (tx) => ({
      kinds: (await tx.selectFrom('enquiry').select('kind').execute()).map(({ kind }) => kind),
      messages: (await tx.selectFrom('enquiry_message').select('id').execute()).length,
    }));
  assert.deepEqual(await seenBy(desk.support.id), { kinds: ['question'], messages: 1 });
  assert.deepEqual(await seenBy(desk.dpo.id), { kinds: ['dpo'], messages: 1 });
  assert.deepEqual(await seenBy(desk.executive.id), { kinds: [], messages: 0 });
  assert.deepEqual(await seenBy(), { kinds: [], messages: 0 });
});

test('a customer’s administrators and everyone else are told that there is no such page', async () => {
  const id = await desk.write(contactFields);
  const customer = await addCustomer(desk.house);
  const course = await addCourse(desk.house, customer.id);
  const admin = await desk.someone('Kundadmin');
  await makeStaff(desk.house, admin, customer.id, course.courseId);
  const paths = ['/arenden', '/arenden/ombudet', `/arenden/${id}`];
  for (const path of paths) assert.equal(await statusOf(path, admin), 404, path);
  for (const path of paths) assert.equal(await statusOf(path), 303, path);
  assert.doesNotMatch(await desk.textOf('/mina-uppgifter', admin), /href="\/arenden/);
  assert.match(await desk.textOf('/mina-uppgifter', desk.support), /href="\/arenden"/);
});

test('a role begins and ends with the next request', async () => {
  const person = await desk.someone('Tillfallig');
  assert.equal(await appoint(desk.house.house, 'ingen@annan.example', 'support'), false);
  assert.equal(await appoint(desk.house.house, person.email, 'support'), true);
  assert.equal(await appoint(desk.house.house, person.email, 'support'), true, 'twice is once');
  assert.equal(await statusOf('/arenden', person), 200);
  assert.equal(await dismiss(desk.house.house, person.email, 'support'), true);
  assert.equal(await dismiss(desk.house.house, person.email, 'support'), false);
  assert.equal(await statusOf('/arenden', person), 404);
});

test('every look is tied to what was seen, and to the account of a sender who has one (N-60)', async () => {
  const sender = await desk.someone('Kontohavare');
  const known = await desk.write({ ...contactFields, email: sender.email });
  const unknown = await desk.write({ ...contactFields, email: 'utan@annan.example' });
  await desk.textOf('/arenden', desk.support);
  await desk.textOf(`/arenden/${unknown}`, desk.support);
  const looks = await desk.rows<{ enquiries: string[]; subjects: string[]; purpose: string; customer_id: null; fields: string[] }>(
    `select l.purpose, l.customer_id, l.fields, array(select enquiry_id::text from enquiry_look k where k.log_id = l.id order by 1) as enquiries,
       array(select account_id::text from access_log_subject s where s.log_id = l.id) as subjects from access_log l order by l.at, l.id`,
  );
  assert.deepEqual(
    looks.map(({ enquiries, subjects }) => ({ enquiries, subjects })).sort((one, other) => other.enquiries.length - one.enquiries.length),
    [
      { enquiries: [known, unknown].sort(), subjects: [sender.id] },
      { enquiries: [unknown], subjects: [] },
    ],
  );
  assert.ok(looks.some(({ fields }) => fields.includes('enquiry_message.body')));
  const own = await desk.textOf('/mina-uppgifter', sender);
  assert.match(own, /Lärvik Drift AB<\/td>.*svara dig när du skriver till oss/s);
  assert.doesNotMatch(own, /GivenSupport/);
  await desk.house.owner.query('delete from enquiry');
  await desk.house.owner.query('delete from access_log');
  await desk.textOf('/arenden', desk.support);
  assert.deepEqual(await desk.rows('select from access_log'), [], 'an empty list is no look');
});

test('an answer is kept in the enquiry; the mail holds only a secret link, where the sender reads and writes back (N-42, N-53)', async () => {
  const email = 'samtal@annan.example';
  const id = await desk.write({ ...contactFields, email, body: 'Första frågan' });
  assert.match(await desk.textOf(`/arenden/${id}`, desk.support), /Svara senast/);
  const client_id = randomUUID();
  for (let press = 0; press < 2; press++) {
    const answered = await desk.post(`/arenden/${id}`, { body: 'Så här gör du', client_id }, desk.support);
    assert.equal(answered.headers.get('location'), `/arenden/${id}?klart=svarat`);
  }
  await desk.deliver();
  const mail = await desk.mailTo(email);
  assert.match(mail, /Du har fått svar/);
  assert.doesNotMatch(mail, /Så här gör du|Första frågan|GivenSupport|support@person/);
  assert.equal((await desk.rows('select from mail where template = $1', ['enquiry-answered'])).length, 1);

  const link = await desk.linkTo(email, '/kontakt/arende/');
  const page = await desk.get(link);
  const html = await page.text();
  assert.match(html, /Första frågan.*Lärvik Drift AB.*Så här gör du/s);
  assert.doesNotMatch(html, /GivenSupport/, 'who answered is the operator, not a person');
  assert.equal(page.headers.get('cache-control'), 'private, no-store');
  await desk.post(`/arenden/${id}/avslut`, {}, desk.support);
  assert.equal((await desk.fill(link, { body: 'En sak till' })).headers.get('location'), `${link}?skickat=ja`);
  const again = await desk.textOf(`/arenden/${id}`, desk.support);
  assert.match(again, /badge caution">Pågår<.*En sak till/s);
  assert.equal(await statusOf(link.replace(/\.[^.]{4}/, '.AAAA')), 404);
});

test('a secret link opens its own enquiry and nothing else', async () => {
  const [one, other] = [await desk.write(contactFields), await desk.write({ ...contactFields, email: 'annan@annan.example' })];
  const seen = await desk.house.house.database.transaction({ purpose: 'answer-enquiry', leadsTo: one }, (tx) =>
    tx.selectFrom('enquiry').select('id').execute(),
  );
  assert.deepEqual(seen, [{ id: one }]);
  const token = desk.house.house.secrets.token('enquiry', other);
  await desk.house.owner.query('delete from enquiry where id = $1', [other]);
  assert.equal(await statusOf(`/kontakt/arende/${token}`), 404);
  assert.equal((await desk.fill('/kontakt', { ...contactFields, body: 'x' })).status, 303);
});

test('no title and no address of a page tells who has written (E-04)', async () => {
  const id = await desk.write(quoteFields);
  await desk.deliver();
  for (const [path, who] of [
    ['/arenden', desk.support],
    [`/arenden/${id}`, desk.support],
    [await desk.linkTo(quoteFields.email, '/kontakt/arende/'), undefined],
  ] as const) {
    const html = await desk.textOf(path, who);
    assert.match(html, /berit@sjovik\.example/, 'it is there to be told');
    const outward = [...html.matchAll(/<title>([^<]*)|(?:href|src|action)="([^"]*)"/g)].map(([found]) => decodeURIComponent(found));
    assert.deepEqual(
      outward.filter((text) => /berit|sjövik|sjovik/i.test(text)),
      [],
    );
  }
  assert.deepEqual(
    desk.house.logLines.filter((line) => /berit|sjovik|annan\.example/i.test(line) || line.includes(id)),
    [],
  );
});

test('an empty answer is told, a long one keeps what was typed', async () => {
  const id = await desk.write(contactFields);
  assert.match(await (await desk.post(`/arenden/${id}`, { body: ' ' }, desk.support)).text(), /Skriv ett svar\./);
  const long = await desk.post(`/arenden/${id}`, { body: 'å'.repeat(10_001) }, desk.support);
  assert.equal(long.status, 422);
  assert.ok((await long.text()).includes('å'.repeat(10_001)));
});

test('those who wait come first, then the newest; pages follow without loss or repeat', async () => {
  const at = desk.house.clock.now();
  await desk.house.owner.query(
    `insert into enquiry (kind, email, language, client_id, created_at, last_sent_at, waiting_since, due_at)
     select 'question', 'n' || n || '@annan.example', 'sv', gen_random_uuid(), $1, t, case when n % 3 > 0 then t end, $2
     from generate_series(1, 120) n, lateral (select date_trunc('milliseconds', $1::timestamptz) - make_interval(secs => n / 4) as t) x`,
    [at, addDays(at, 90)],
  );
  const seen: { name: string; waits: boolean }[] = [];
  let next: string | undefined = '/arenden';
  while (next) {
    const html: string = await desk.textOf(next, desk.support);
    for (const [row] of html.matchAll(/<tr role="row"><th scope="row".*?<\/tr>/g)) {
      seen.push({ name: /n\d+@/.exec(row)![0], waits: row.includes('>Ny<') });
    }
    next = /href="([^"]*\?efter=[^"]+)"/.exec(html)?.[1];
  }
  assert.deepEqual([seen.length, new Set(seen.map(({ name }) => name)).size], [120, 120]);
  assert.ok(seen.slice(seen.findIndex(({ waits }) => !waits)).every(({ waits }) => !waits));
  for (const place of ['x', '%00', Buffer.from('[true,1e300,"x"]').toString('base64url')]) {
    assert.equal(await statusOf(`/arenden?efter=${place}`, desk.support), 200);
  }
});

test('answering and closing begin the time anew, and an overdue answer shows (N-42)', async () => {
  const start = desk.house.clock.now();
  const id = await desk.write(contactFields);
  desk.house.clock.moveTo(addDays(start, 31));
  desk.support.cookie = (await desk.someone('Nysupport')).cookie;
  await appoint(desk.house.house, 'nysupport@person.example', 'support');
  assert.match(await desk.textOf('/arenden', desk.support), /badge problem">Ny<.*Skulle ha besvarats/s);
  await desk.post(`/arenden/${id}`, { body: 'Sent svar' }, desk.support);
  desk.house.clock.moveTo(addDays(start, 190));
  await sweep(desk.house.house);
  assert.equal((await desk.rows('select from enquiry')).length, 1, 'six months from the answer, not from the question');
  desk.house.clock.moveTo(addDays(start, 31 + 185));
  await sweep(desk.house.house);
  assert.deepEqual(await desk.rows('select from enquiry'), []);
});

test('the pages of the desk speak English too', async () => {
  const person = await desk.someone('Englishsupport');
  await appoint(desk.house.house, person.email, 'support');
  const english = { ...person, cookie: `${person.cookie}; language=en` };
  const id = await desk.write(quoteFields);
  assert.match(await desk.textOf('/arenden', english), /<h1>Cases<\/h1>.*Request for a quote/s);
  assert.match(await desk.textOf(`/arenden/${id}`, english), /Number of people.*1,200/s);
});
