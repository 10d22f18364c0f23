import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCustomer, addPerson, setUpOperator, type Person } from '../../../tests/support/world.ts';
import { anchorLookLog, eraseForever, findLastAnchor, recordLook, sweep, verifyLookLog } from '../index.ts';

/** N-60: whatever is changed in the look-log afterwards is found. */
describe('the look-log', () => {
  let test: TestHouse;
  let customers: string[];
  let admin: Person;
  let seen: Person[];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    customers = [(await addCustomer(test, 'ett')).id, (await addCustomer(test, 'tva')).id];
    admin = await addPerson(test, 'Adminsson');
    seen = [await addPerson(test, 'Anna'), await addPerson(test, 'Bo'), await addPerson(test, 'Cia')];
    for (let turn = 0; turn < 6; turn++) await look(customers[turn % 2]!);
    await look(null);
  });
  after(() => test.close());

  const look = (customerId: string | null, subjects = seen, actor = admin) =>
    test.house.database.transaction({ purpose: 'deliver-course', accountId: actor.id, staffOf: customerId ?? undefined }, (tx) =>
      recordLook(tx, test.clock, {
        actorId: actor.id,
        customerId,
        purpose: 'deliver-course',
        room: 'people',
        fields: ['account.given_name', 'account.email'],
        subjects: subjects.map(({ id }) => id),
      }),
    );
  const faults = async () => (await verifyLookLog(test.house)).faults;
  /** Something is done to the log as the owner of the database may do it, found, and undone. */
  const planted = async (statement: string, told: RegExp) => {
    await test.owner.query(`create table saved_log as select * from access_log; create table saved_link as select * from look_link;
      create table saved_subject as select * from access_log_subject`);
    await test.owner.query(`set session_replication_role = 'replica'; ${statement}`);
    const found = await faults();
    await test.owner.query(`delete from access_log_subject; delete from access_log; delete from look_link;
      insert into access_log select * from saved_log; insert into access_log_subject select * from saved_subject;
      insert into look_link select * from saved_link; drop table saved_log, saved_link, saved_subject; set session_replication_role = 'origin'`);
    assert.match(found.join('\n'), told);
    assert.deepEqual(await faults(), [], 'put back as it was');
  };
  const second = '(select log_id from look_link where number = 2 order by chain limit 1)';

  it('is whole when nothing was done to it, a chain a customer and one of the desk', async () => {
    assert.deepEqual(await verifyLookLog(test.house), { links: 7, anchors: 0, redacted: 0, faults: [] });
    const { rows } = await test.owner.query<{ numbers: number[] }>(
      'select array_agg(number::int order by number) as numbers from look_link group by chain order by count(*) desc',
    );
    assert.deepEqual(
      rows.map(({ numbers }) => numbers),
      [[1, 2, 3], [1, 2, 3], [1]],
    );
  });

  it('is written in the order of the commits, whoever comes at the same time', async () => {
    await Promise.all(Array.from({ length: 24 }, () => look(customers[0]!)));
    assert.deepEqual(await faults(), []);
    const { rows } = await test.owner.query('select from look_link where chain = $1', [customers[0]]);
    assert.equal(rows.length, 27);
  });

  it('leaves nothing of a look whose transaction was not carried through', async () => {
    await assert.rejects(
      test.house.database.transaction({ purpose: 'deliver-course', accountId: admin.id }, async (tx) => {
        await recordLook(tx, test.clock, {
          actorId: admin.id,
          customerId: customers[0]!,
          purpose: 'deliver-course',
          room: 'people',
          fields: [],
          subjects: [seen[0]!.id],
        });
        throw new Error('the answer never left');
      }),
    );
    assert.deepEqual(await faults(), []);
  });

  it('can be added to by the application, and nothing else', async () => {
    for (const statement of [
      'update look_link set number = 9',
      'delete from look_link',
      "update access_log set room = 'another'",
      'update access_log set due_at = now()',
      'delete from look_anchor',
    ]) {
      const scope = { purpose: 'retention', across: 'retention' } as const;
      const done = test.house.database.transaction(scope, (tx) =>
        tx.executeQuery({
          sql: statement,
          parameters: [],
          query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
          queryId: { queryId: 'x' },
        }),
      );
      await assert.rejects(done, /permission denied/, statement);
    }
  });

  it('does not let a look go before its time, nor a subject but by erasure', async () => {
    for (const table of ['access_log', 'access_log_subject'] as const) {
      const gone = await test.house.database.transaction({ purpose: 'accountability', accountId: admin.id }, (tx) =>
        tx.deleteFrom(table).executeTakeFirstOrThrow(),
      );
      assert.equal(gone.numDeletedRows, 0n, table);
    }
    const early = await test.house.database.transaction({ purpose: 'retention', across: 'retention' }, (tx) =>
      tx.deleteFrom('access_log').executeTakeFirstOrThrow(),
    );
    assert.equal(early.numDeletedRows, 0n);
  });

  describe('shows', () => {
    it('an edited look', () => planted(`update access_log set purpose = 'security' where id = ${second}`, /was edited/));
    it('another actor', () =>
      planted(
        `update access_log set actor_id = (select account_id from access_log_subject limit 1) where id = ${second}`,
        /names another actor/,
      ));
    it('an actor who is made nobody without having been erased', () =>
      planted(`update access_log set actor_salt = null where id = ${second}`, /names another actor/));
    it('a removed look', () => planted(`delete from access_log where id = ${second}`, /was removed before its time/));
    it('a look removed together with its entry', () =>
      planted(`delete from access_log where id = ${second}; delete from look_link where number = 2`, /something between them was removed/));
    it('a look put in past the chain', () =>
      planted(
        `insert into access_log (actor_id, purpose, room, fields, due_at) select actor_id, purpose, room, fields, due_at from access_log limit 1`,
        /was put into the log past its chain/,
      ));
    it('two entries that have changed places', () =>
      planted(
        `update look_link set number = case number when 1 then 1002 else 1001 end where number in (1, 2);
         update look_link set number = number - 1000 where number > 1000`,
        /does not fit the one before it/,
      ));
    it('a person taken out of a look', () =>
      planted(`delete from access_log_subject where log_id = ${second}`, /are gone from looks; erasures account for 0/));
    it('a person put into a look', () =>
      planted(
        `insert into access_log_subject (log_id, account_id) select ${second}, id from account where given_name = 'GivenAdminsson'`,
        /names people who were not looked at/,
      ));
  });

  it('is anchored once a day, outside the database too, and an end that is cut off shows', async () => {
    const anchor = await anchorLookLog(test.house);
    assert.equal(anchor?.number, 1);
    assert.equal(await anchorLookLog(test.house), undefined, 'nothing new to anchor');
    assert.deepEqual(await findLastAnchor(test.house), anchor);
    await look(customers[1]!);
    await anchorLookLog(test.house);
    assert.deepEqual(await verifyLookLog(test.house).then(({ anchors, faults }) => ({ anchors, faults })), { anchors: 2, faults: [] });
    const end = `(select log_id from look_link where chain = '${customers[1]}' order by number desc limit 1)`;
    await planted(
      `create temporary table cut as select ${end} as id; delete from access_log where id = (select id from cut);
       delete from look_link where log_id = (select id from cut); drop table cut`,
      /Entries that anchor 2 knows are gone/,
    );
  });

  it('shows a file of anchors that says something else', async () => {
    await appendFile(test.house.anchorFile, '3 2026-11-23T09:00:00.000Z 00\n');
    assert.match((await faults()).join('\n'), /The file of anchors says "3 2026/);
    await writeFile(test.house.anchorFile, '');
  });

  it('stays whole when those looked at, and those who looked, are erased', async () => {
    const colleague = await addPerson(test, 'Kollega');
    await look(customers[0]!, seen, colleague);
    await eraseForever(test.house, [seen[0]!.id, colleague.id], 'request');
    const { faults, redacted } = await verifyLookLog(test.house);
    assert.deepEqual(faults, []);
    assert.equal(redacted, 1);
    const { rows } = await test.owner.query('select from access_log where actor_salt is null');
    assert.equal(rows.length, 1, 'the salt has left with the actor');
  });

  it('stays whole when its looks have had their time', async () => {
    test.clock.moveTo(addDays(test.clock.now(), 370));
    assert.ok((await sweep(test.house))['access_log deleted']! > 20);
    const { links, faults } = await verifyLookLog(test.house);
    assert.deepEqual(faults, []);
    assert.ok(links > 30);
  });
});
