import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCustomer, addPerson, enrol, formPost, inHouse, signedIn, type Person } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openClassroom, type Classroom } from '../testing.ts';

// Proof of E-02. Who hides a name and who shows it again; where it is hidden is the golden table of tests/every-route/protected.test.ts.

let room: Classroom;
let boss: string;
let person: Person;
let cookie: string;
const member = () => href('member', { customer: room.customer.slug, member: person.id });
const own = () => href('whoSeesWhom', { customer: room.customer.slug });
const choose = (path: string, protect: string, as: string) => room.house.app.request(`${path}/skydd`, formPost({ protect }, as));
const rows = async () => (await room.house.owner.query('select * from protected_identity where account_id = $1', [person.id])).rows;

before(async () => {
  room = await openClassroom();
  boss = await room.give(await addPerson(room.house, 'Boss'), 'customer_admin');
  ({ person } = await room.named('Gömda', 'Namnsson'));
  cookie = await signedIn(room.house, person);
});
after(() => room.house.close());

test('the person hides their own name without saying why, twice is once, and their own pages still know them', async () => {
  for (const _ of [1, 2]) assert.equal((await choose(own(), 'yes', cookie)).headers.get('location'), `${own()}?besked=skydd`);
  const [row, ...more] = await rows();
  assert.equal(more.length, 0);
  assert.match(row.designation, /^Person [A-HJ-NP-Z2-9]{4}$/);
  assert.match(await room.textOf(own(), cookie), new RegExp(`Hos kunden heter du ${row.designation}`));
  const list = await room.textOf(room.students);
  assert.ok(list.includes(row.designation));
  assert.doesNotMatch(list, /Gömda|Namnsson/);
  const search = await room.house.app.request(room.students, formPost({ name: row.designation.slice(-4) }, room.cookie));
  assert.ok((await search.text()).includes(row.designation), 'a teacher finds them by the designation');
  assert.match(await room.textOf(href('myData'), cookie), /Namnsson/);
});

test('each takes back only what they have asked for, and the person is told of the customer’s choice', async () => {
  await choose(member(), 'yes', boss);
  const [{ designation }] = await rows();
  await choose(own(), 'no', cookie);
  assert.equal((await rows())[0].designation, designation, 'the customer’s choice still holds, under the same designation');
  await choose(own(), 'yes', cookie);
  await choose(member(), 'no', boss);
  assert.equal((await rows()).length, 1, 'an administrator cannot show a name that its owner hides');
  assert.match(await room.textOf(member(), boss), /Personen har själv valt det/);
  assert.match(await room.textOf(href('notifications'), cookie), /Skyddet av din identitet har ändrats/);
  await choose(own(), 'no', cookie);
  assert.equal((await rows()).length, 0);
  assert.match(await room.textOf(room.students), /Gömda Namnsson/);
});

test('nobody else hides or shows a name, and nobody one of another customer', async () => {
  const elsewhere = await addCustomer(room.house, 'annan-kund');
  const stranger = await addPerson(room.house, 'Framling');
  await inHouse(room.house, (tx) =>
    tx.insertInto('membership').values({ customer_id: elsewhere.id, account_id: stranger.id, role: 'customer_admin' }).execute(),
  );
  for (const as of [room.cookie, cookie, await signedIn(room.house, stranger)])
    assert.equal((await choose(member(), 'yes', as)).status, 404);
  assert.equal((await choose(own(), 'yes', await signedIn(room.house, stranger))).status, 404, 'not of this customer');
  assert.equal((await choose(href('member', { customer: room.customer.slug, member: stranger.id }), 'yes', boss)).status, 404);
  assert.equal((await choose(own(), 'kanske', cookie)).status, 404);
  assert.equal((await room.house.owner.query('select from protected_identity')).rowCount, 0);
});

test('those who are hidden at once have designations of their own, and a key that waits for one no longer bears the name', async () => {
  const others = await Promise.all(['A', 'B', 'C'].map((marker) => addPerson(room.house, `Skydd${marker}`)));
  for (const one of others) await enrol(room.house, one, room.course);
  await inHouse(room.house, async (tx) => {
    const customer_id = room.customer.id;
    const batch = { customer_id, course_id: room.course.courseId, label: 'x' };
    const { id: batch_id } = await tx.insertInto('key_batch').values(batch).returning('id').executeTakeFirstOrThrow();
    const bound = { bound_email: others[0]!.email, bound_given_name: 'Någon', bound_family_name: 'Annan' };
    const key = { customer_id, batch_id, key_hash: Buffer.from('x'), last_three: 'XXX', ...bound };
    await tx
      .insertInto('course_key')
      .values({ ...key, expires_at: new Date('2030-01-01') })
      .execute();
  });
  const hide = (one: Person) => choose(href('member', { customer: room.customer.slug, member: one.id }), 'yes', boss);
  await Promise.all([choose(own(), 'yes', await signedIn(room.house, others[0]!)), ...others.slice(1).map(hide)]);
  const { rows: made } = await room.house.owner.query('select distinct designation from protected_identity');
  assert.equal(made.length, 3);
  const { rows: keys } = await room.house.owner.query('select bound_email, bound_given_name, bound_family_name from course_key');
  assert.deepEqual(keys, [{ bound_email: others[0]!.email, bound_given_name: null, bound_family_name: null }]);
});
