import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addCourse, addCustomer, addPerson, enrol, inHouse, signedIn } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { joinCourse } from './join-course.ts';
import { findKeyById } from './keys.queries.ts';
import { openKeyHouse } from './testing.ts';
import { words } from './words.ts';

const { house, course, admin, get, post, make, one, select, keyRow, tokenFor } = await openKeyHouse();
after(() => house.close());

test('declining uses nothing and changes nothing', async () => {
  const person = await addPerson(house, 'Rut');
  const cookie = await signedIn(house, person);
  const key = await one();
  const path = `/nyckel/ga-med/${await tokenFor(key)}`;
  const declined = await post(path, { choice: 'decline' }, cookie);
  assert.equal(declined.headers.get('location'), '/nyckel?avstod=ja');
  assert.match(await (await get('/nyckel?avstod=ja', cookie)).text(), /Nyckeln är inte använd/);
  assert.equal((await keyRow(key)).redeemed_at, null);
  assert.equal((await post(path, { choice: 'something' }, cookie)).status, 422);
  assert.equal((await post(path, {}, cookie)).status, 422);
  assert.deepEqual(await select('select from enrolment where account_id = $1', [person.id]), []);
});

test('the join page shows exactly what the map lets administrators see, each in words', async () => {
  const seen = columnsSeenBy('administrators').map(({ table, column }) => `${table}.${column}`);
  for (const locale of ['sv', 'en'] as const)
    assert.deepEqual(
      seen.filter((name) => !words[locale].seen[name]),
      [],
    );
  // The page says that these are not seen.
  assert.deepEqual(
    seen.filter((name) => /^(answer|attempt_answer)\./.test(name)),
    [],
  );
});

test('the join page is cut by what the customer shows, and tells what the others see (E-02)', async () => {
  const cookie = await signedIn(house, await addPerson(house, 'Linnea'));
  const path = `/nyckel/ga-med/${await tokenFor(await one())}`;
  const before = await (await get(path, cookie)).text();
  assert.match(before, /linnea@person\.example/);
  assert.match(before, /Andra studenter i kursen ser ingenting om dig\./);
  const set = (field: string, role: string, shown: boolean) =>
    select('update visibility set shown = $4 where customer_id = $1 and field = $2 and role = any($3)', [
      course.customerId,
      field,
      role.split(' '),
      shown,
    ]);
  await set('email', 'customer_admin course_admin', false);
  await set('given_name', 'student', true);
  const after = await (await get(path, cookie)).text();
  assert.doesNotMatch(after, /linnea@person\.example/);
  assert.match(after, /Andra studenter i kursen ser ditt förnamn\./);
  await set('email', 'customer_admin course_admin', true);
  await set('given_name', 'student', false);
});

test('of fifty who press at the same instant one gets the key, and nobody else is enrolled', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, (_, index) => addPerson(house, `Rusher${index}`)));
  const key = await one();
  const row = (await inHouse(house, async (tx) => findKeyById(tx, (await keyRow(key)).id)))!;
  const notice = { language: 'sv' as const, text: 'x', form: 'x' };
  const results = await Promise.all(people.map(({ id }) => joinCourse(house.house, { key: row, accountId: id, notice })));
  assert.equal(results.filter((one) => one === 'joined').length, 1);
  const ids = people.map(({ id }) => id);
  assert.equal((await select('select from enrolment where account_id = any($1)', [ids])).length, 1);
  assert.equal((await select('select from membership where account_id = any($1)', [ids])).length, 1);
  assert.equal((await select('select from ledger where event = $2 and account_id = any($1)', [ids, 'notice'])).length, 1);
});

test('ten thousand attempts with one key, two hundred at a time, give exactly one course access', { timeout: 60_000 }, async () => {
  const people = (await select(
    `insert into account (kind, email) select 'personal', 'crowd' || n || '@person.example' from generate_series(1, 200) n returning id`,
  )) as { id: string }[];
  const key = await one();
  const row = (await inHouse(house, async (tx) => findKeyById(tx, (await keyRow(key)).id)))!;
  const notice = { language: 'sv' as const, text: 'x', form: 'x' };
  let joined = 0;
  for (let round = 0; round < 50; round += 1) {
    const results = await Promise.all(people.map(({ id }) => joinCourse(house.house, { key: row, accountId: id, notice })));
    joined += results.filter((one) => one === 'joined').length;
  }
  assert.equal(joined, 1);
  const ids = people.map(({ id }) => id);
  assert.equal((await select('select from enrolment where account_id = any($1)', [ids])).length, 1);
  assert.equal((await select('select from ledger where event = $2 and account_id = any($1)', [ids, 'notice'])).length, 1);
});

test('one person with fifty keys at the same instant uses one of them', async () => {
  const person = await addPerson(house, 'Many');
  const keys = await make({ count: 50 });
  const cookie = await signedIn(house, person);
  const rows = await select(
    'select id from course_key where redeemed_at is null and batch_id = (select batch_id from course_key order by created_at desc, id desc limit 1)',
  );
  assert.equal(keys.length, 50);
  const answers = await Promise.all(
    rows.map(async ({ id }) => post(`/nyckel/ga-med/${house.house.secrets.token('key', id)}`, { choice: 'join' }, cookie)),
  );
  assert.deepEqual(new Set(answers.map((answer) => answer.headers.get('location'))), new Set(['/k/nordhammar/kurser/liten-kurs/fortsatt']));
  const used = await select(
    'select count(*)::int as count from course_key k join enrolment e on e.id = k.enrolment_id where e.account_id = $1',
    [person.id],
  );
  assert.equal(used[0].count, 1);
});

test('someone whose access has ended opens the course again with a new key, in the same enrolment', async () => {
  const person = await addPerson(house, 'Vera');
  const enrolment = await enrol(house, person, course);
  const cookie = await signedIn(house, person);
  const key = await one({ accessDays: 10 });
  assert.equal((await post('/nyckel', { key }, cookie)).status, 303);
  await select('update enrolment set ends_at = $2 where id = $1', [enrolment, addDays(house.clock.now(), -1)]);
  assert.equal((await post(`/nyckel/ga-med/${await tokenFor(key)}`, { choice: 'join' }, cookie)).status, 303);
  const [row] = await select('select id, ends_at from enrolment where account_id = $1', [person.id]);
  assert.equal(row.id, enrolment);
  assert.ok(row.ends_at > addDays(house.clock.now(), 9));
});

test('a key of another customer joins that customer and no other', async () => {
  const other = await addCustomer(house, 'annan-kund');
  const otherCourse = await addCourse(house, other.id);
  const person = await addPerson(house, 'Disa');
  const cookie = await signedIn(house, person);
  const key = await one({ customerId: other.id, courseId: otherCourse.courseId });
  const joined = await post(`/nyckel/ga-med/${await tokenFor(key)}`, { choice: 'join' }, cookie);
  assert.equal(joined.headers.get('location'), '/k/annan-kund/kurser/liten-kurs/fortsatt');
  const rows = await select('select customer_id from membership where account_id = $1', [person.id]);
  assert.deepEqual(rows, [{ customer_id: other.id }]);
  assert.match(
    await (
      await get(
        `/nyckel/ga-med/${await tokenFor(await one({ customerId: other.id, courseId: otherCourse.courseId }))}`,
        await signedIn(house, admin),
      )
    ).text(),
    /ingen administratör/,
  );
});

test('staff of a customer see its keys in their scope, and strangers see none', async () => {
  const count = (scope: object) =>
    house.house.database.transaction(
      { purpose: 'open-course', ...scope },
      async (tx) => (await tx.selectFrom('course_key').select('id').execute()).length,
    );
  assert.ok((await count({ accountId: admin.id, customerId: course.customerId, staffOf: course.customerId })) > 0);
  assert.equal(await count({ accountId: admin.id, customerId: course.customerId }), 0);
});
