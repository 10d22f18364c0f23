import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { href } from '../routes.ts';
import { openRoom, type Room } from './testing.ts';

/** What is found once in a transaction holds for whoever found it, why and for how long it may; and for nobody else. */
let room: Room;
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  await room.send(room.student, 'Bara för kursens administratörer');
});
after(() => room.house.close());

const correspond = (accountId: string, staffOf?: string) => ({ purpose: 'correspond', accountId, customerId: room.customer.id, staffOf });
const countMessages = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom('message').select('id').where('customer_id', '=', room.customer.id).execute()).length;
const say = (tx: Tx, name: string, value: string) => sql`select set_config(${`app.${name}`}, ${value}, true)`.execute(tx);

test('a thread that one person reached is not reached by the next in the same transaction', async () => {
  const { student, admin, strangers, customer, house } = room;
  await house.house.database.transaction(correspond(student.id), async (tx) => {
    assert.equal(await countMessages(tx), 1);
    await say(tx, 'account_id', strangers.otherStudent.id);
    assert.equal(await countMessages(tx), 0, 'another student');
    await say(tx, 'account_id', admin.id);
    assert.equal(await countMessages(tx), 0, 'an administrator who has not said so');
    await say(tx, 'staff_of', customer.id);
    assert.equal(await countMessages(tx), 1, 'an administrator');
    await say(tx, 'customer_id', '');
    assert.equal(await countMessages(tx), 0, 'outside the customer');
  });
});

test('what was reached for one purpose is not read for another', async () => {
  const { student, house } = room;
  const asked = house.house.database.transaction(correspond(student.id), async (tx) => {
    assert.equal(await countMessages(tx), 1);
    await say(tx, 'purpose', 'assess-learning');
    return countMessages(tx);
  });
  await assert.rejects(asked, /data map does not allow/);
});

test('a restriction that comes while a transaction is under way holds in it at once, and its end too', async () => {
  const { student, admin, customer, house } = room;
  await house.house.database.transaction(correspond(admin.id, customer.id), async (tx) => {
    const students = async () => (await tx.selectFrom('enrolment').select('id').where('account_id', '=', student.id).execute()).length;
    assert.equal(await students(), 1);
    await say(tx, 'across_customers', 'seed');
    await tx.insertInto('restriction').values({ account_id: student.id, kind: 'restriction', purpose: null }).execute();
    await say(tx, 'across_customers', '');
    assert.equal(await students(), 0);
    await say(tx, 'across_customers', 'seed');
    await tx.deleteFrom('restriction').where('account_id', '=', student.id).execute();
    await say(tx, 'across_customers', '');
    assert.equal(await students(), 1);
  });
});

test('a bell that rang within the minute is left as it is; later, or when its reminder has gone, it rings anew', async () => {
  const { student, admin, house } = room;
  const theirs = () =>
    room.rows<{ id: string; reminder_due_at: Date | null }>(
      'select id, reminder_due_at from notification where account_id = $1 and read_at is null',
      [admin.id],
    );
  const read = async () => room.get(href('thread', { customer: room.customer.slug, thread: await room.threadId() }), admin);
  const moveOn = (seconds: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + seconds * 1000));
  // The bell stays unread while the administrator reads the thread itself: it stands for the inbox of the course.
  const [first] = await theirs();
  await read();
  await room.send(student, 'Strax efter');
  assert.deepEqual(await theirs(), [first]);
  moveOn(61);
  await read();
  await room.send(student, 'En minut senare');
  const [later, ...others] = await theirs();
  assert.deepEqual(others, [], 'still one');
  assert.notEqual(later!.id, first!.id, 'moved to the top');
  await room.remind();
  assert.equal((await theirs())[0]!.reminder_due_at, null);
  await read();
  await room.send(student, 'Efter påminnelsen');
  assert.ok((await theirs())[0]!.reminder_due_at, 'a reminder is to come again');
});
