import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { textOf } from '../../tests/support/pdf-text.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, signedIn, smallCourse } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { parseKey } from './key.ts';
import { keyOrder } from './key-order.ts';
import { endOfDay } from './last-day.ts';
import { openKeyHouse } from './testing.ts';

/** N-04: batches, the printable sheet and the file; told once, kept nowhere. */
const { house, course, admin, get, post, select, keyRow } = await openKeyHouse();
after(() => house.close());
const cookie = await signedIn(house, admin);
const root = '/k/nordhammar/nycklar';
const form = (extra: Record<string, string> = {}) => ({
  course: 'liten-kurs',
  label: 'Arbetslag Norr',
  count: '3',
  expires: '2027-06-30',
  days: '',
  client_id: randomUUID(),
  ...extra,
});
const keysIn = (text: string) =>
  [...new Set(text.match(/\b[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\b/g) ?? [])].filter((key) => 'key' in parseKey(key));
const batchesMade = async () => (await select('select count(*)::int as n from key_batch'))[0].n as number;

test('the list says so when there are none yet, and leads on', async () => {
  const page = await (await get(root, cookie)).text();
  assert.match(page, /Det finns inga nycklar än/);
  assert.match(page, /href="\/k\/nordhammar\/nycklar\/parti"/);
});

test('keys are made, shown in that answer only, and open the course', async () => {
  const response = await post(`${root}/parti`, form(), cookie);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('cache-control') ?? '', /no-store/);
  const page = await response.text();
  const keys = keysIn(page);
  assert.equal(keys.length, 3);
  for (const key of keys) assert.doesNotMatch(page, new RegExp(`(?:href|action)="[^"]*${key}`));
  const row = await keyRow(keys[0]!);
  assert.equal(row.expires_at.toISOString(), '2027-06-30T21:59:59.999Z');
  assert.equal((await post('/nyckel', { key: keys[0]! })).status, 303);
  const batchPage = await (await get(`${root}/${row.batch_id}`, cookie)).text();
  const list = await (await get(root, cookie)).text();
  for (const shown of [batchPage, list]) assert.deepEqual(keysIn(shown), []);
  assert.match(batchPage, new RegExp(`…</span>${keys[0]!.slice(-3)}`));
  assert.match(list, /Arbetslag Norr/);
  const everything = JSON.stringify([await select('select * from course_key'), await select('select * from key_batch')]);
  for (const key of keys) assert.ok(!everything.includes(key) && !everything.includes(key.replaceAll('-', '')));
  assert.doesNotMatch(house.logLines.join('\n'), new RegExp(keys.join('|')));
});

test('the same press twice, also at once, makes one batch and shows the same keys', async () => {
  const fields = form({ count: '5' });
  const before = await batchesMade();
  const answers = await Promise.all(Array.from({ length: 6 }, async () => (await post(`${root}/parti`, fields, cookie)).text()));
  const told = answers.map((answer) => keysIn(answer).join());
  assert.equal(told[0]!.split(',').length, 5);
  assert.equal(new Set(told).size, 1);
  assert.equal(await batchesMade(), before + 1);
});

test('two customers, two people and two presses never draw the same keys', () => {
  const place = { customerId: randomUUID(), accountId: randomUUID(), clientId: randomUUID() };
  const first = (changed: Partial<typeof place>) =>
    keyOrder(house.house.secrets, { ...place, ...changed })
      .draw()
      .next().value as string;
  const drawn = [{}, { customerId: randomUUID() }, { accountId: randomUUID() }, { clientId: randomUUID() }].map(first);
  assert.equal(new Set(drawn).size, 4);
  assert.equal(first({}), drawn[0]);
});

test('the sheet is a tagged PDF that holds each key once, the file opens in a Swedish spreadsheet', async () => {
  const fields = form({ count: '19' });
  const keys = keysIn(await (await post(`${root}/parti`, fields, cookie)).text());
  const sheet = await post(`${root}/nyckelblad`, { client_id: fields.client_id }, cookie);
  assert.equal(sheet.headers.get('content-type'), 'application/pdf');
  assert.match(sheet.headers.get('cache-control') ?? '', /no-store/);
  assert.match(sheet.headers.get('content-disposition') ?? '', /attachment; filename="nycklar\.pdf"/);
  const bytes = Buffer.from(await sheet.arrayBuffer());
  const raw = bytes.toString('latin1');
  for (const mark of [/\/Marked true/, /\/Lang \(sv-SE\)/, /\/StructTreeRoot/, /\/S \/H2/, /\/S \/Figure[^]*?\/Alt/])
    assert.match(raw, mark);
  assert.equal(raw.match(/\/S \/Sect/g)?.length, 19);
  assert.equal(raw.match(/\/Type \/Page\b/g)?.length, 3, 'eight slips to a page');
  const text = textOf(bytes, inflateSync);
  for (const key of keys) assert.equal(text.split(key).length - 1, 1, key);
  for (const wanted of ['Liten kurs', 'localhost/nyckel', '30 juni 2027']) assert.ok(text.includes(wanted), wanted);

  const file = await post(`${root}/fil`, { client_id: fields.client_id }, cookie);
  const csv = Buffer.from(await file.arrayBuffer()).toString('utf8');
  assert.ok(csv.startsWith('\uFEFFNyckel;Länk;Kurs;Sista dag;Namn;Mejladress\r\n'));
  for (const key of keys) assert.ok(csv.includes(`\r\n${key};http://localhost/nyckel#${key};Liten kurs;2027-06-30;;`), key);
});

test('after an hour, for anyone else and with another id the keys are shown no more', async () => {
  const fields = form();
  await post(`${root}/parti`, fields, cookie);
  const boss = await addPerson(house, 'Boss');
  await makeStaff(house, boss, course.customerId, course.courseId);
  const bossCookie = await signedIn(house, boss);
  for (const path of ['nyckelblad', 'fil']) {
    assert.equal((await post(`${root}/${path}`, { client_id: fields.client_id }, bossCookie)).status, 404);
    assert.equal((await post(`${root}/${path}`, { client_id: randomUUID() }, cookie)).status, 404);
    assert.equal((await post(`${root}/${path}`, {}, cookie)).status, 404);
  }
  const now = house.clock.now();
  house.clock.moveTo(new Date(now.getTime() + 61 * 60_000));
  for (const path of ['nyckelblad', 'fil'])
    assert.equal((await post(`${root}/${path}`, { client_id: fields.client_id }, cookie)).status, 410);
  const again = await post(`${root}/parti`, fields, cookie);
  assert.equal(again.status, 410);
  assert.deepEqual(keysIn(await again.text()), []);
  house.clock.moveTo(now);
});

test('a bad form tells every fault, keeps what was typed and makes nothing', async () => {
  const before = await batchesMade();
  const told = async (extra: Record<string, string>) => {
    const response = await post(`${root}/parti`, form(extra), cookie);
    assert.equal(response.status, 422, JSON.stringify(extra));
    return response.text();
  };
  assert.match(await told({ count: '1001' }), /mellan 1 och 1 000[^]*value="1001"/);
  assert.match(await told({ count: 'tre' }), /Skriv ett antal/);
  assert.match(await told({ label: ' ' }), /Skriv ett namn/);
  assert.match(await told({ expires: '2026-11-22' }), /inte har varit/);
  assert.match(await told({ expires: '2026-02-30' }), /Skriv en dag/);
  assert.match(await told({ expires: '2040-01-01' }), /inom fem år/);
  assert.match(await told({ days: '0' }), /Skriv ett antal dagar/);
  assert.match(await told({ course: 'finns-inte' }), /Välj en kurs/);
  assert.match(await told({ label: 'Kvar', count: '' }), /value="Kvar"/);
  assert.equal(await batchesMade(), before);
});

test('access ends so many days after joining; a year and a day hold their summer time', async () => {
  const [key] = keysIn(await (await post(`${root}/parti`, form({ days: '30', count: '1' }), cookie)).text());
  const { batch_id: batch } = await keyRow(key!);
  assert.equal((await select('select access_days from key_batch where id = $1', [batch]))[0].access_days, 30);
  assert.match(await (await get(`${root}/${batch}`, cookie)).text(), /öppen i 30 dagar/);
  assert.equal(endOfDay('2027-03-28')?.toISOString(), '2027-03-28T21:59:59.999Z');
  assert.equal(endOfDay('2027-01-31')?.toISOString(), '2027-01-31T22:59:59.999Z');
});

test('only those who look after the course: others are told that there is no such page', async () => {
  const second = await addCourse(house, course.customerId, { ...smallCourse, slug: 'annan-kurs', title: 'Annan kurs' });
  const neighbour = await addPerson(house, 'Neighbour');
  await makeStaff(house, neighbour, course.customerId, second.courseId);
  const teacher = await addPerson(house, 'Teacher');
  const boss = await addPerson(house, 'Chief');
  await inHouse(house, async (tx) => {
    const role = (account_id: string, name: string) => ({ customer_id: course.customerId, account_id, role: name });
    await tx
      .insertInto('membership')
      .values([role(teacher.id, 'teacher'), role(boss.id, 'customer_admin')])
      .execute();
  });
  const elsewhere = await addPerson(house, 'Elsewhere');
  const other = await addCustomer(house, 'annan-kund');
  await makeStaff(house, elsewhere, other.id, (await addCourse(house, other.id)).courseId);
  const [{ id: batch }] = await select('select id from key_batch where course_id = $1 limit 1', [course.courseId]);
  const before = await batchesMade();
  for (const person of [teacher, elsewhere]) {
    const theirs = await signedIn(house, person);
    for (const path of ['', '/parti', '/lista', `/${batch}`]) assert.equal((await get(root + path, theirs)).status, 404, path);
    assert.equal((await post(`${root}/parti`, form(), theirs)).status, 404);
  }
  const next = await signedIn(house, neighbour);
  assert.equal((await get(`${root}/${batch}`, next)).status, 404);
  assert.doesNotMatch(await (await get(root, next)).text(), /Arbetslag Norr/);
  assert.equal((await post(`${root}/parti`, form(), next)).status, 422, 'a course of others cannot be chosen');
  assert.equal(await batchesMade(), before);
  // The same ids under another customer's address are not found either.
  assert.equal((await get(`/k/annan-kund/nycklar/${batch}`, await signedIn(house, elsewhere))).status, 404);
  const chief = await signedIn(house, boss);
  assert.match(await (await get(root, chief)).text(), /Arbetslag Norr/);
  assert.match(await (await get(`${root}/parti`, chief)).text(), /Annan kurs/);
});

test('batches follow each other page by page, the newest first', async () => {
  for (let turn = 0; turn < 23; turn += 1) {
    house.clock.moveTo(addDays(house.clock.now(), 0.001));
    await post(`${root}/parti`, form({ label: `Sida ${turn}`, count: '1' }), cookie);
  }
  const first = await (await get(root, cookie)).text();
  assert.match(first, /Sida 22/);
  assert.doesNotMatch(first, />Sida 2</);
  const next = /href="([^"]*\?efter=[^"]+)"/.exec(first)![1]!;
  const second = await (await get(next, cookie)).text();
  assert.match(second, />Sida 2</);
  assert.doesNotMatch(second, /Sida 22/);
});

test('the pages speak English to those who have chosen it', async () => {
  const english = `${cookie}; language=en`;
  assert.match(await (await get(root, english)).text(), /Keys are made in batches/);
  assert.match(await (await post(`${root}/parti`, form(), english)).text(), /They are shown only now/);
});

test('the list is searched by name and course, and ordered by name or time', async () => {
  const second = await addCourse(house, course.customerId, { ...smallCourse, slug: 'andra-kursen', title: 'Andra kursen' });
  await inHouse(house, (tx) =>
    tx
      .insertInto('course_administrator')
      .values({ customer_id: second.customerId, course_id: second.courseId, account_id: admin.id })
      .execute(),
  );
  await post(`${root}/parti`, form({ label: 'Ånglarna' }), cookie);
  await post(`${root}/parti`, form({ label: 'Örnarna' }), cookie);
  const list = async (query: string) => (await get(`${root}?${query}`, cookie)).text();
  const some = await list('sok=%C3%B6rn');
  assert.match(some, /Örnarna/);
  assert.doesNotMatch(some, /Ånglarna|Arbetslag Norr/);
  assert.match(some, /Visa alla partier/);
  const byName = await list('sok=rna&ordning=name');
  assert.ok(byName.indexOf('Ånglarna') < byName.indexOf('Örnarna'));
  assert.match(byName, /aria-sort="ascending"/);
  assert.match(byName, /<a href="[^"]*\?sok=rna">/, 'the heading asks for the usual order again');
  const newest = await list('sok=rna&kurs=liten-kurs');
  assert.ok(newest.indexOf('Örnarna') < newest.indexOf('Ånglarna'));
  assert.match(await list('kurs=andra-kursen'), /Inget parti stämmer/);
  assert.match(await list('sok=finns-inte'), /Inget parti stämmer/);
  for (let n = 0; n < 21; n++) await post(`${root}/parti`, form({ label: `Blad ${String(n).padStart(2, '0')}`, count: '1' }), cookie);
  const first = await list('sok=Blad&ordning=name');
  assert.match(first, /Blad 19/);
  assert.doesNotMatch(first, /Blad 20/);
  const next = /href="([^"]+efter=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&');
  assert.match(await (await get(next, cookie)).text(), /Blad 20/);
});
