import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { addPerson, enrol, inHouse, signedIn } from '../../tests/support/world.ts';
import { mailTemplates } from '../mail-templates.ts';
import { addDays } from '../platform/clock.ts';
import { sendMail } from '../platform/mail/send-mail.ts';
import { folderTransport } from '../platform/mail/transport.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { parseKey } from './key.ts';
import { keyFields } from './record-key-look.ts';
import { openKeyHouse } from './testing.ts';

/** N-04: keys are handed out, blocked, replaced, extended and sent to whom they are bound. */
const { house, course, admin, get, post, make, select, keyRow, tokenFor } = await openKeyHouse();
after(() => house.close());
const cookie = await signedIn(house, admin);
const batchOf = async (key: string) => `/k/nordhammar/nycklar/${(await keyRow(key)).batch_id}`;
const idOf = async (key: string) => (await keyRow(key)).id as string;
const keysIn = (text: string) => (text.match(/\b[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\b/g) ?? []).filter((key) => 'key' in parseKey(key));
const followed = async (response: Response) => {
  assert.equal(response.status, 303);
  return (await get(response.headers.get('location')!, cookie)).text();
};

test('one key and a whole batch are marked as handed out, and it is undone exactly', async () => {
  const keys = await make({ count: 4 });
  const path = await batchOf(keys[0]!);
  const one = await followed(await post(path, { change: 'hand-out', keys: await idOf(keys[0]!) }, cookie));
  assert.match(one, /En nyckel är markerad som utdelad/);
  house.clock.moveTo(addDays(house.clock.now(), 0.01));
  const rest = await followed(await post(path, { change: 'hand-out', all: 'yes' }, cookie));
  assert.match(rest, /3 nycklar är markerade som utdelade/);
  const at = /name="at" value="(\d+)"/.exec(rest)![1]!;
  await followed(await post(`${path}/angra`, { what: 'hand-out', at }, cookie));
  assert.ok((await keyRow(keys[0]!)).handed_out_at, 'the first was another press');
  for (const key of keys.slice(1)) assert.equal((await keyRow(key)).handed_out_at, null);
});

test('a blocked key opens nothing until the block is lifted', async () => {
  const [key] = await make();
  const path = await batchOf(key!);
  await followed(await post(path, { change: 'block', keys: await idOf(key!) }, cookie));
  assert.match(await (await post('/nyckel', { key: key! })).text(), /spärrad/);
  const page = await followed(await post(path, { change: 'unblock', all: 'yes' }, cookie));
  assert.match(page, /Spärren är hävd för en nyckel/);
  assert.equal((await post('/nyckel', { key: key! })).status, 303);
  assert.match(await followed(await post(path, { change: 'unblock', all: 'yes' }, cookie)), /Ingen nyckel behövde ändras/);
});

test('an expired key lives again when the last day is moved', async () => {
  const [key] = await make({ expiresAt: addDays(house.clock.now(), -1) });
  const path = await batchOf(key!);
  assert.match(await (await get(`${path}?lage=utgangna`, cookie)).text(), /Utgången/);
  assert.equal((await post(`${path}/sista-dag`, { expires: '2020-01-01' }, cookie)).status, 422);
  await followed(await post(`${path}/sista-dag`, { expires: '2027-12-24' }, cookie));
  assert.equal((await post('/nyckel', { key: key! })).status, 303);
});

test('a lost key is replaced once for each press: the old one and every link of it are dead', async () => {
  const keys = await make({ count: 2 });
  const lost = keys[0]!;
  const path = await batchOf(lost);
  const oldToken = await tokenFor(lost);
  const fields = { keys: await idOf(lost), client_id: randomUUID() };
  const page = await (await post(`${path}/ersattning`, fields, cookie)).text();
  const fresh = keysIn(page);
  assert.equal(new Set(fresh).size, 1);
  assert.match(page, /De gamla nycklarna gäller inte längre/);
  assert.deepEqual(keysIn(await (await post(`${path}/ersattning`, fields, cookie)).text()), fresh, 'the second press shows the same');
  assert.match(await (await post('/nyckel', { key: lost })).text(), /Det finns ingen sådan nyckel/);
  assert.equal((await get(`/nyckel/agare/${oldToken}`)).status, 404);
  assert.equal((await post('/nyckel', { key: fresh[0]! })).status, 303);
  assert.equal((await post('/nyckel', { key: keys[1]! })).status, 303, 'the other key is as it was');
  assert.equal((await select('select id from course_key where batch_id = $1', [path.split('/').at(-1)])).length, 2);
});

test('nothing selected, and nothing that is a choice, is told at the list', async () => {
  const [key] = await make();
  const path = await batchOf(key!);
  for (const fields of [{ change: 'block' }, { change: 'explode', all: 'yes' }, {}, { change: 'block', keys: 'x' }] as Record<
    string,
    string
  >[]) {
    assert.equal((await post(path, fields, cookie)).status, 422, JSON.stringify(fields));
  }
  assert.equal((await post(`${path}/ersattning`, {}, cookie)).status, 422);
  assert.equal((await post(`${path}/angra`, { what: 'extend', at: '1' }, cookie)).status, 422);
});

test('a key of another batch is not changed, whatever the form says', async () => {
  const [mine] = await make();
  const [other] = await make();
  await followed(await post(await batchOf(mine!), { change: 'block', keys: await idOf(other!) }, cookie));
  assert.equal((await keyRow(other!)).blocked_at, null);
});

test('every value of the list is one that the map lets administrators see, and the look is recorded (N-52, N-60)', async () => {
  const allowed = new Set(columnsSeenBy('administrators').map(({ table, column }) => `${table}.${column}`));
  assert.deepEqual(
    keyFields.filter((field) => !allowed.has(field)),
    [],
  );
  // Someone who is no member here: the administrator may not see that they have an account, and the look is theirs all the same.
  const bound = await addPerson(house, 'Bunden');
  const [key] = await make({ bindings: [{ email: bound.email, givenName: 'Bo', familyName: 'Bunden' }] });
  await house.owner.query('delete from access_log');
  assert.match(await (await get(await batchOf(key!), cookie)).text(), /Bo Bunden[^]*bunden@person\.example/);
  const looks = await select('select l.actor_id, l.purpose, s.account_id from access_log l join access_log_subject s on s.log_id = l.id');
  assert.deepEqual(looks, [{ actor_id: admin.id, purpose: 'open-course', account_id: bound.id }]);
  await house.owner.query('delete from access_log');
  const [open] = await make();
  await get(await batchOf(open!), cookie);
  assert.deepEqual(await select('select 1 from access_log'), [], 'keys for anyone are nobody’s data');
});

test('a key is found by its last three characters or by whom it is for, and no address tells of it', async () => {
  const keys = await make({ count: 30, bindings: [{ email: 'sok@ny.example', givenName: 'Märta', familyName: 'Sökt' }] });
  const path = `${await batchOf(keys[0]!)}/sokning`;
  const found = async (sought: string) => {
    const response = await post(path, { sought }, cookie);
    const page = await response.text();
    return { status: response.status, page, count: page.match(/name="keys"/g)?.length ?? 0 };
  };
  for (const sought of ['ÄRTA SÖ', 'SOK@ny', keys[0]!.slice(-3).toLowerCase(), ` ${keys[0]} `]) {
    const { status, page, count } = await found(sought);
    assert.equal(status, 200);
    assert.match(page, /Märta Sökt/, sought);
    assert.ok(count < 5);
    assert.doesNotMatch(page, /(?:href|action)="[^"]*(?:sok@|rta)/i);
  }
  assert.equal((await found('100 %_')).count, 0);
  const short = await found('ab');
  assert.equal(short.status, 422);
  assert.match(short.page, /value="ab"/);
  assert.equal((await post(path, { sought: 'sok' }, await signedIn(house, await addPerson(house, 'Sokare')))).status, 404);
});

test('who has redeemed a key is not told', async () => {
  const person = await addPerson(house, 'Inne');
  const [key] = await make({ bindings: [{ email: person.email, givenName: 'Inne', familyName: 'Person' }] });
  const enrolment = await enrol(house, person, course);
  await select(
    'update course_key set redeemed_at = app.now(), enrolment_id = $2, bound_email = null, bound_given_name = null where id = $1',
    [await idOf(key!), enrolment],
  );
  const page = await (await get(`${await batchOf(key!)}?lage=inlosta`, cookie)).text();
  assert.match(page, /Inlöst/);
  assert.doesNotMatch(page, /inne@person/i);
});

test('bound keys are sent once, to their owners only, without the key; the link opens an account for a fortnight', async () => {
  const bindings = ['ett', 'tva'].map((name) => ({ email: `${name}@ny.example`, givenName: name, familyName: 'Ny' }));
  const keys = await make({ count: 3, bindings });
  const path = await batchOf(keys[0]!);
  const sent = await Promise.all(Array.from({ length: 5 }, () => post(path, { change: 'send', all: 'yes' }, cookie)));
  const counts = sent.map((answer) => Number(new URL(answer.headers.get('location')!, 'http://x').searchParams.get('antal')));
  assert.deepEqual(
    counts.sort((a, b) => a - b),
    [0, 0, 0, 0, 2],
  );
  const mails = await select("select id, address from mail where template = 'key-invitation' order by address");
  assert.deepEqual(
    mails.map(({ address }) => address),
    ['ett@ny.example', 'tva@ny.example'],
  );
  const transport = folderTransport(house.house.outboxFolder);
  const postbox = { transport, templates: mailTemplates, from: 'kursiv@larvik.example' };
  for (const { id } of mails) await sendMail(house.house, postbox, { mailId: id }, { number: 1, last: false });
  const links: string[] = [];
  for (const name of await readdir(house.house.outboxFolder)) {
    const raw = await readFile(`${house.house.outboxFolder}/${name}`, 'utf8');
    const body = raw.slice(raw.indexOf('\n\n') + 2);
    const text = /base64/i.test(raw) ? Buffer.from(body, 'base64').toString('utf8') : body.replace(/=\n/g, '').replaceAll('=3D', '=');
    for (const key of keys) assert.ok(!text.includes(key) && !text.includes(key.replaceAll('-', '')));
    const others = bindings.filter(({ email }) => !raw.includes(`To: ${email}`));
    for (const { email } of others) assert.ok(!text.includes(email));
    links.push(/http:\/\/localhost(\S+)/.exec(text)![1]!);
  }
  assert.equal(links.length, 2);
  assert.match(await (await get(links[0]!)).text(), /Öppna ditt konto/);
  assert.ok((await keyRow(keys[0]!)).handed_out_at);
  assert.equal((await keyRow(keys[2]!)).handed_out_at, null, 'a key for anyone has nowhere to go');

  const again = await post(path, { change: 'send', keys: await idOf(keys[0]!) }, cookie);
  assert.match(again.headers.get('location')!, /antal=0/, 'not twice within the hour');
  house.clock.moveTo(addDays(house.clock.now(), 13));
  assert.equal((await get(links[0]!)).status, 200);
  assert.match(
    (await post(path, { change: 'send', keys: await idOf(keys[0]!) }, await signedIn(house, admin))).headers.get('location')!,
    /antal=1/,
  );
  house.clock.moveTo(addDays(house.clock.now(), 1.1));
  assert.equal((await get(links[0]!)).status, 410);
});

test('a mail whose key has been blocked meanwhile is never sent', async () => {
  const as = await signedIn(house, admin);
  const [key] = await make({ bindings: [{ email: 'stopp@ny.example' }] });
  await post(await batchOf(key!), { change: 'send', all: 'yes' }, as);
  await post(await batchOf(key!), { change: 'block', all: 'yes' }, as);
  const [mail] = await select("select id from mail where address = 'stopp@ny.example'");
  const transport = { send: () => assert.fail('it was sent'), close: () => {} };
  await sendMail(
    house.house,
    { transport, templates: mailTemplates, from: 'x@larvik.example' },
    { mailId: mail.id },
    { number: 1, last: true },
  );
  assert.deepEqual(await select("select 1 from mail where address = 'stopp@ny.example'"), [], 'not even the address is kept');
});

test('someone who does not look after the course changes nothing', async () => {
  const [key] = await make();
  const path = await batchOf(key!);
  const teacher = await addPerson(house, 'Larare');
  await inHouse(house, (tx) =>
    tx.insertInto('membership').values({ customer_id: course.customerId, account_id: teacher.id, role: 'teacher' }).execute(),
  );
  const theirs = await signedIn(house, teacher);
  const before = await keyRow(key!);
  assert.equal((await post(path, { change: 'block', all: 'yes' }, theirs)).status, 404);
  assert.equal((await post(path, { change: 'send', all: 'yes' }, theirs)).status, 404);
  assert.equal((await post(`${path}/angra`, { what: 'block', at: '1700000000000' }, theirs)).status, 404);
  assert.equal((await post(`${path}/sista-dag`, { expires: '2027-12-31' }, theirs)).status, 404);
  assert.equal((await post(`${path}/ersattning`, { keys: before.id }, theirs)).status, 404);
  assert.deepEqual(await keyRow(key!), before);
});

test('keys follow each other page by page, within a state too', async () => {
  const keys = await make({ count: 120 });
  const path = await batchOf(keys[0]!);
  const seen: string[] = [];
  for (let at: string | undefined = `${path}?lage=skapade`; at;) {
    const page: string = await (await get(at, await signedIn(house, admin))).text();
    seen.push(...[...page.matchAll(/name="keys" value="([^"]+)"/g)].map(([, id]) => id!));
    at = /href="([^"]*efter=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.equal(seen.length, 120);
  assert.equal(new Set(seen).size, 120);
});
