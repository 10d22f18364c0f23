import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it, afterEach } from 'node:test';
import type { Entry } from '../../data-map/index.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { readCatalog, type Catalog } from '../../src/privacy/catalog.ts';
import { erasurePlan } from '../../src/privacy/erasure-plan.ts';
import { runSteps } from '../../src/privacy/erase.ts';
import { exportPlan } from '../../src/privacy/export-plan.ts';
import { columnFaults, mapFaults } from '../../src/privacy/map-faults.ts';
import { sweepPlan } from '../../src/privacy/retention-plan.ts';
import { sweepStep } from '../../src/privacy/sweep.ts';
import { runPlanned } from '../../src/privacy/run-planned.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { id, rowsOf, schema, shapes } from './shapes.ts';

/** K9db's shapes of shared rows, each exported, erased, made nobody's and kept its time, by the engine with a made-up map. */
describe('the shapes of shared rows', () => {
  let test: TestHouse;
  let catalog: Catalog;
  let gone: string;
  let stays: string;

  beforeEach(async () => {
    [gone, stays] = [randomUUID(), randomUUID()];
    if (!test) {
      test = await openTestHouse();
      await test.owner.query(schema);
      catalog = await test.house.database.transaction(acrossCustomers('scan'), readCatalog);
    }
    await test.owner.query(
      "insert into account (id, email, name) values ($1, 'gone@person.example', 'gone'), ($2, 'stays@person.example', 'stays')",
      [gone, stays],
    );
    for (const [statement, values] of rowsOf(gone, stays)) await test.owner.query(statement, values);
  });
  afterEach(async () => {
    await test.owner.query(`truncate ${Object.keys(shapes).join(', ')} cascade`);
  });
  after(() => test.close());

  const erase = (map: Record<string, Entry> = shapes) =>
    test.house.database.transaction(acrossCustomers('erasure'), (tx) =>
      runSteps(tx, { erasure: erasurePlan(map, catalog) }, [gone], ['gone@person.example']),
    );
  const all = async (table: string) => (await test.owner.query(`select * from ${table} order by body`)).rows as Record<string, string>[];
  const bodies = async (table: string) => (await all(table)).map(({ body }) => body);
  const isNobody = async (account: string | undefined) => {
    const { rows } = await test.owner.query('select kind, email, name from account where id = $1', [account]);
    assert.deepEqual(rows, [{ kind: 'pseudonym', email: null, name: null }]);
  };
  async function exported(accountId: string, map: Record<string, Entry> = shapes): Promise<Record<string, Record<string, unknown>[]>> {
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const part of exportPlan(map, catalog)) {
      const page = await test.house.database.transaction(acrossCustomers('export'), (tx) =>
        runPlanned<{ row: Record<string, unknown> }>(tx, part.page, [[accountId], [], 100, null]),
      );
      found[part.table] = page.rows.map(({ row }) => row);
    }
    return found;
  }

  it('are a map without faults over their own schema', () => {
    assert.deepEqual(mapFaults(shapes, catalog), []);
    assert.deepEqual(columnFaults(shapes), []);
  });

  it('are exported whole: what is one’s own, directly or through others, and what tells of one', async () => {
    const found = await exported(gone);
    const counts = Object.fromEntries(Object.entries(found).map(([table, rows]) => [table, rows.length]));
    assert.deepEqual(counts, {
      account: 1,
      note: 1,
      folder: 1,
      page: 1,
      line: 1,
      parcel: 2,
      review: 2,
      person_of_staff: 2,
      reply: 1,
      document: 2,
    });
    assert.deepEqual(
      found['parcel']?.map((row) => [row['sender_id'], row['receiver_id']]),
      [
        ['you', 'someone else'],
        ['someone else', 'you'],
      ],
    );
    const text = JSON.stringify(found);
    assert.ok(!text.includes(stays), 'nobody else is named');
    assert.ok(!text.includes('stays private') && !text.includes('stays parcel') && !text.includes('stays reply'));
  });

  it('one owner, transitive and deep: the rows go, and the other’s stay', async () => {
    await erase();
    for (const table of ['note', 'page', 'line']) assert.deepEqual(await bodies(table), [`stays ${table}`], table);
    assert.equal((await test.owner.query('select from folder')).rowCount, 1);
  });

  it('two owners: the row stays for the other, emptied, with nobody at the end that is gone', async () => {
    await erase();
    const parcels = await all('parcel');
    assert.equal(parcels.length, 3);
    assert.deepEqual(await bodies('parcel'), ['', '', 'stays parcel']);
    const mixed = parcels.filter(({ body }) => body === '');
    const others = mixed.map((row) => [row['sender_id'], row['receiver_id']].find((account) => account !== stays));
    assert.equal(new Set(others).size, 1, 'one pseudonym for one person');
    await isNobody(others[0]);
    assert.ok(
      mixed.every((row) => row['id'] !== id(9) && row['id'] !== id(10)),
      'the ids are new',
    );
  });

  it('two owners who both go: nothing of either is left', async () => {
    await test.house.database.transaction(acrossCustomers('erasure'), (tx) =>
      runSteps(tx, { erasure: erasurePlan(shapes, catalog) }, [gone, stays], []),
    );
    assert.deepEqual(await bodies('parcel'), ['', '', '']);
    assert.deepEqual(await bodies('note'), []);
    assert.equal((await test.owner.query("select from account where kind = 'personal'")).rowCount, 0);
  });

  it('owner and accessor: the owner’s review goes with its owner, another’s stays about nobody', async () => {
    await erase();
    const [review, ...more] = await all('review');
    assert.deepEqual([review?.['body'], review?.['author_id'], more.length], ['stays review', stays, 0]);
    await isNobody(review?.['about_id']);
  });

  it('self-reference: who was led is led by nobody known, and an answer outlives what it answers', async () => {
    await erase();
    const led = (await test.owner.query('select * from person_of_staff')).rows as Record<string, string>[];
    assert.deepEqual(
      led.map((row) => row['account_id']),
      [stays],
    );
    await isNobody(led[0]?.['manager_id']);
    const [question, answer] = await all('reply');
    assert.deepEqual([question?.['body'], answer?.['body'], answer?.['author_id']], ['', 'stays reply', stays]);
    assert.equal(answer?.['parent_id'], question?.['id'], 'the answer follows to the new id');
    assert.notEqual(question?.['id'], id(16));
    await isNobody(question?.['author_id']);
  });

  it('variable ownership: what is private goes, what is common stays', async () => {
    await erase();
    const documents = await all('document');
    assert.deepEqual(
      documents.map(({ body }) => body),
      ['stays document', 'stays private'],
    );
    await isNobody(documents[0]?.['account_id']);
    assert.equal(documents[1]?.['account_id'], stays);
  });

  it('leave the bystander’s export byte-equal but for who is gone', async () => {
    const before = await exported(stays);
    await erase();
    const left = await exported(stays);
    const emptied = JSON.stringify(before).replaceAll('gone parcel too', '').replaceAll('gone parcel', '');
    const sorted = (text: string) => text.replace(/"id":"[^"]+"/g, '"id":"…"');
    const expected = JSON.parse(sorted(emptied)) as Record<string, unknown[]>;
    const found = JSON.parse(sorted(JSON.stringify(left))) as Record<string, unknown[]>;
    expected['review'] = expected['review']!.filter((row) => (row as { body: string }).body !== 'gone review');
    expected['person_of_staff'] = expected['person_of_staff']!.filter((row) => (row as { account_id: string }).account_id === 'you');
    for (const table of Object.keys(shapes).filter((name) => name !== 'held')) {
      const lines = (rows: unknown[] | undefined) => (rows ?? []).map((row) => JSON.stringify(row)).toSorted();
      assert.deepEqual(lines(found[table]), lines(expected[table]), table);
    }
  });

  it('are kept their time and no longer, but for whom a law holds', async () => {
    const [step] = sweepPlan(shapes, catalog);
    const sweep = () => sweepStep(test.house.database, step!, 10);
    await test.owner.query('insert into held values ($1)', [gone]);
    assert.equal(await sweep(), 0);
    await test.owner.query('delete from held');
    assert.equal(await sweep(), 1);
    assert.deepEqual(await bodies('note'), ['stays note']);
    assert.equal(await sweep(), 0);
  });

  it('would tell: with an edge forgotten the row is left behind', async () => {
    const review = shapes['review'] as Extract<Entry, { edges: unknown }>;
    const forgetful = { ...shapes, review: { ...review, edges: [review.edges[0]] } } as Record<string, Entry>;
    assert.match(mapFaults(forgetful, catalog).join(), /review\.about_id leads to account/);
    await assert.rejects(erase(forgetful), /violates foreign key/);
  });
});
