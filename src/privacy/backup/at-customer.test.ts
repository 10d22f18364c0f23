import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { keptByLaw } from '../kept-by-law.ts';
import { addFullPerson, dumpOf } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, makeStaff, setUpOperator, type Person } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { filesOnDisk } from '../../platform/files.ts';
import { customersErasedTables } from '../customer-tables.ts';
import { engineOf } from '../engine.ts';
import { eraseAtCustomer } from '../erase-at-customer.ts';
import { eraseDueCustomers } from '../erase-customers.ts';
import { eraseForever, findReceipt, resumeErasures } from '../erase.ts';
import { tablesAtCustomer } from '../erasure-plan.ts';
import { chooseVersion } from './choose-version.ts';
import { keysForReading } from './key-cache.ts';
import { clearForgotten, forgetUnused, readShard, shardOf } from './keyring.ts';
import { leftOut } from './left-out.ts';
import { folderPlace } from './places/folder.ts';
import { openBackup } from './read-backup.ts';
import { restore } from './restore.ts';
import { emptyDatabase } from './testing.ts';
import { verifyBackups } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

type Tables = Record<string, string[]>;
/** Written by the erasure itself, after the backup; and what no restore brings back as it was. */
const busy = new Set([...Object.keys(leftOut), 'erasure', 'mail', 'supplier_notice', 'restore_drill']);

/** N-26 and N-43: what a customer has had erased about someone, older backups have forgotten too, and nothing else. */
describe('a backup made before someone is erased at a customer', () => {
  let test: TestHouse;
  let ours: { id: string };
  let theirs: { id: string };
  let gone: Awaited<ReturnType<typeof addFullPerson>>;
  let boss: Person;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let path: string;
  let atCustomer: Set<string>;
  let erasedWithCustomer: string[];
  const copies: { close(): Promise<void> }[] = [];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    ours = await addCustomer(test, 'ett');
    theirs = await addCustomer(test, 'tva');
    course = await addCourse(test, ours.id);
    const other = await addCourse(test, theirs.id);
    const admin = await addPerson(test, 'Adminsson');
    boss = await addPerson(test, 'Chef');
    await makeStaff(test, admin, ours.id, course.courseId);
    gone = await addFullPerson(test, 'Glomd', course, admin);
    await addFullPerson(test, 'Tvilling', course, admin);
    await addFullPerson(test, 'Grannen', other, admin);
    await enrol(test, gone, other);
    await test.owner.query('delete from legal_hold');
    await test.owner.query("delete from membership where account_id = $1 and role <> 'student'", [gone.id]);
    const { catalog } = await engineOf(test.house.database);
    atCustomer = tablesAtCustomer(dataMap, catalog);
    erasedWithCustomer = customersErasedTables(dataMap, catalog);
    path = (await writeBackup(test.house)).paths[0]!;
  });
  afterEach(() => Promise.all(copies.splice(0).map((one) => one.close())));
  after(() => test.close());

  async function erase(email = gone.email): Promise<string> {
    let number = '';
    const scope = { purpose: 'administer-customer', accountId: boss.id, customerId: ours.id };
    const against = await eraseAtCustomer(test.house, { scope, email }, async (_tx, id) => void (number = id));
    assert.equal(against, undefined);
    return number;
  }
  async function restored(from = path) {
    const empty = await emptyDatabase(test);
    copies.push(empty);
    const at = (name: string) => filesOnDisk(join(test.folder, `restored-${copies.length}-${Math.random()}`, name));
    const house = { ...test.house, files: at('files'), attachments: at('attachments') };
    const result = await restore(house, from, empty.target);
    return { client: empty.client, house, result, tables: await dumpOf(empty.client) };
  }
  const marks = (person: typeof gone) => [...person.ids.filter((id) => id !== person.id)];
  const linesAtUs = (tables: Tables, ...of: string[]) =>
    [...atCustomer].flatMap((table) =>
      tables[table]!.filter((line) => line.includes(ours.id) && of.some((mark) => line.toLowerCase().includes(mark.toLowerCase()))),
    );
  const keyring = () => {
    const folder = test.house.vault.keyringFolder;
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  };
  const pairLine = async () => (await readShard(test.house, shardOf(gone.id))).has(`${gone.id}/${ours.id}`);
  /** Every row that all the keys there are still open. */
  async function openedLines(from: string): Promise<string> {
    const folder = folderPlace(join(from, '..'));
    const { head, rows } = await openBackup(test.house, folder, from.split('/').at(-1)!);
    const keys = keysForReading(test.house, head.salt);
    const found: string[] = [];
    for await (const line of rows) {
      if ('file' in line || !atCustomer.has(line.table)) continue;
      found.push((await chooseVersion(line, keys)).row ?? '');
      if ('sealed' in line) found.push(...line.without.flatMap((version) => (version && 'row' in version ? version.row : [])));
    }
    return found.join('\n');
  }

  it('brings back everything while nothing is erased', async () => {
    const [{ tables }, live] = [await restored(), await dumpOf(test.owner)];
    assert.ok(linesAtUs(tables, 'Glomd', gone.id).length > 20);
    assert.deepEqual(linesAtUs(tables, 'Glomd', gone.id), linesAtUs(live, 'Glomd', gone.id));
    assert.ok(await pairLine());
    assert.ok(!keyring().includes(ours.id.slice(1, 20) + '/') && !keyring().includes(`${gone.id}/`), 'who is where stands sealed');
  });

  it('is as safe when the keyring cannot be written: not done, names nobody, and taken up again', async () => {
    const shard = join(test.house.vault.keyringFolder, shardOf(gone.id));
    mkdirSync(`${shard}.part`);
    await assert.rejects(erase(), /EISDIR/);
    const open = await test.owner.query<{ state: string; remaining: object }>(
      "select state, remaining from erasure where state = 'started'",
    );
    assert.equal(open.rowCount, 1);
    assert.ok(!JSON.stringify(open.rows).includes(gone.id));
    assert.ok(await pairLine());
    await assert.rejects(resumeErasures(test.house), /EISDIR/);
    rmdirSync(`${shard}.part`);
    assert.equal(await resumeErasures(test.house), 1);
    assert.equal(await pairLine(), false);
    assert.ok((await readShard(test.house, shardOf(gone.id))).has(gone.id), 'the person’s own line stays');
  });

  it('brings nothing of them at that customer back, and all else as the live erasure left it', async () => {
    const [{ tables, client }, live] = [await restored(), await dumpOf(test.owner)];
    assert.deepEqual(linesAtUs(tables, 'Glomd', gone.id, ...marks(gone)), []);
    for (const table of Object.keys(dataMap)) {
      if (busy.has(table)) continue;
      assert.equal(tables[table]!.length, live[table]!.length, table);
      if (!atCustomer.has(table) && table !== 'account') assert.deepEqual(tables[table], live[table], table);
      const ofOthers = (lines: string[]) => lines.filter((line) => !line.includes(ours.id));
      if (atCustomer.has(table)) assert.deepEqual(ofOthers(tables[table]!), ofOthers(live[table]!), `${table} of the other customer`);
    }
    const people = "select to_jsonb(a)::text as line from account a where kind <> 'pseudonym' order by 1";
    assert.deepEqual((await client.query(people)).rows, (await test.owner.query(people)).rows);
    const mine = await client.query('select from enrolment where customer_id = $1 and account_id = $2', [theirs.id, gone.id]);
    assert.equal(mine.rowCount, 1, 'the other customer’s enrolment stands');
  });

  it('says the same of nobody’s rows as the live erasure, but for the random ids', async () => {
    const { client } = await restored();
    const nobodys = `select (to_jsonb(e) - '{id,account_id}'::text[])::text || a.kind as line from enrolment e join account a on a.id = e.account_id
      union all select (to_jsonb(m) - '{id,client_id,correspondence_id,author_id,deleted_at,sent_at}'::text[])::text from message m
      union all select (to_jsonb(t) - '{id,client_id,enrolment_id}'::text[])::text from answer t
      union all select (to_jsonb(k) - '{id,enrolment_id}'::text[])::text from correspondence k order by 1`;
    assert.deepEqual((await client.query(nobodys)).rows, (await test.owner.query(nobodys)).rows);
  });

  it('opens no file of theirs, and every other', async () => {
    const { result, house } = await restored();
    assert.equal(await house.attachments.has(`${ours.id}/${gone.ids[5]}`), false);
    assert.equal(result.files.damaged + result.files.forgotten, 0);
    assert.ok(result.files.files > 4);
  });

  it('can be read about them by no key there is, in no row and in none of what lies beside it', async () => {
    const text = await openedLines(path);
    assert.ok(text.includes('GivenTvilling') || /tvilling/i.test(text), 'the others are read');
    for (const mark of ['glomd', ...marks(gone)]) {
      const found = text.split('\n').filter((line) => line.toLowerCase().includes(mark) && line.includes(ours.id));
      assert.deepEqual(found, [], mark);
    }
  });

  it('is told of in the receipt, with the keyring among what has confirmed', async () => {
    const receipt = await findReceipt(test.house, await erase());
    assert.deepEqual(receipt!.confirmed, ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox']);
    const told = receipt!.receipt as { atCustomer?: true; backups?: { unreadableFrom: string }; olderBackupsUntil?: string };
    assert.equal(told.backups?.unreadableFrom, receipt!.finished_at!.toISOString());
    assert.deepEqual([told.atCustomer, told.olderBackupsUntil], [true, undefined]);
  });

  it('says until when backups of an older format have it, when the house is older than the format', async () => {
    await test.owner.query("update migration set ran_at = ran_at - interval '400 days' where name < '0650'");
    const now = test.clock.now();
    await test.owner.query("update migration set ran_at = $1 where name like '0650%'", [addDays(now, -5)]);
    const receipt = await findReceipt(test.house, await erase());
    assert.equal((receipt!.receipt as { olderBackupsUntil?: string }).olderBackupsUntil, addDays(now, 30).toISOString());
    assert.ok(!receipt!.confirmed.includes('keyring'));
    await test.owner.query('update migration set ran_at = now()');
  });

  it('does not bring the earlier back when they come anew, nor lose what is new', async () => {
    await enrol(test, gone, course);
    test.clock.moveTo(addDays(test.clock.now(), 1));
    const newer = (await writeBackup(test.house)).paths[0]!;
    const enrolments = (tables: Tables) => tables['enrolment']!.filter((line) => line.includes(ours.id) && line.includes(gone.id)).length;
    assert.equal(enrolments((await restored(newer)).tables), 1);
    assert.equal(enrolments((await restored(path)).tables), 0);
    await verifyBackups(test.house);
  });

  it('that is being made meanwhile gets no new key for what it has read', async () => {
    const { database } = test.house;
    let fetched = 0;
    const watched: typeof database = {
      ...database,
      transaction: (scope, work) =>
        database.transaction(scope, (tx) => {
          const executeQuery = tx.executeQuery.bind(tx);
          tx.executeQuery = (async (query: { sql: string }) => {
            // The moment of the backup has begun, and nobody's line has been asked for.
            if (query.sql?.startsWith('declare') && ++fetched === 1) await erase();
            return executeQuery(query as never);
          }) as never;
          return work(tx);
        }),
    };
    test.clock.moveTo(addDays(test.clock.now(), 1));
    const during = (await writeBackup({ ...test.house, database: watched })).paths[0]!;
    assert.equal(await pairLine(), false, 'no line was made anew');
    assert.equal(
      (await restored(during)).tables['enrolment']!.filter((line) => line.includes(ours.id) && line.includes(gone.id)).length,
      0,
    );
    assert.match(keyring(), /^-\t/m);
    await clearForgotten(test.house);
    assert.doesNotMatch(keyring(), /^-\t/m);
  });

  it('forgets the rest when the person is erased altogether', async () => {
    await enrol(test, gone, course);
    test.clock.moveTo(addDays(test.clock.now(), 1));
    await writeBackup(test.house);
    assert.ok(await pairLine());
    await eraseForever(test.house, [gone.id], 'request');
    const lines = await readShard(test.house, shardOf(gone.id));
    assert.ok(![...lines.keys()].some((holder) => holder.startsWith(gone.id)), 'neither theirs nor any at a customer');
    const { tables } = await restored();
    for (const { table } of keptByLaw()) delete tables[table];
    const all = Object.values(tables).flat().join('\n').toLowerCase();
    for (const mark of ['glomd', ...gone.ids]) assert.ok(!all.includes(mark.toLowerCase()), mark);
  });

  it('keeps no line of someone at a customer that no backup has met for long', async () => {
    const pairs = async () => {
      const names = readdirSync(test.house.vault.keyringFolder);
      const shards = await Promise.all(names.map((name) => readShard(test.house, name)));
      return shards.flatMap((lines) => [...lines.keys()].filter((holder) => holder.includes('/'))).length;
    };
    assert.ok((await pairs()) > 2);
    await forgetUnused(test.house, addDays(test.clock.now(), -35));
    assert.ok((await pairs()) > 2);
    await forgetUnused(test.house, addDays(test.clock.now(), 8));
    assert.equal(await pairs(), 0);
  });

  it('brings nothing of a customer back that has been erased, and all of the others', async () => {
    const latest = (await writeBackup(test.house)).paths[0]!;
    await test.owner.query('update customer set due_at = $2 where id = $1', [ours.id, addDays(test.clock.now(), -1)]);
    assert.equal(await eraseDueCustomers(test.house), 1);
    const [{ tables, client }, live] = [await restored(latest), await dumpOf(test.owner)];
    for (const table of erasedWithCustomer) {
      const { rowCount } = await client.query(`select from ${table} where customer_id = $1`, [ours.id]);
      assert.equal(rowCount, 0, table);
      if (!busy.has(table)) assert.deepEqual(tables[table], live[table], table);
    }
    assert.ok(tables['course']!.some((line) => line.includes(theirs.id)));
    assert.ok(!(await openedLines(latest)).includes(ours.id));
  });
});
