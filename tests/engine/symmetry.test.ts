import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { rowsOf } from '../../src/privacy/paths.ts';
import { engineOf, eraseForever, exportTables } from '../../src/privacy/index.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator, type Person } from '../support/world.ts';

const map: Record<string, Entry> = dataMap;
const people = { accounts: '$1::uuid[]', addresses: '$2::text[]' };

/**
 * Every row that an edge of the map gives to someone, shown or declared not shown, is touched by their erasure or declared left.
 * What erasure touched is seen on the rows themselves: a row that was changed or deleted no longer lies where it lay.
 */
describe('export and erasure, two readings of one map', () => {
  let test: TestHouse;
  let gone: Person;
  let twin: Person;
  const promised: Record<string, Set<string>> = {};
  const touched: Record<string, Set<string>> = {};
  let twinBefore: string;

  const placesOf = async (table: string, where = 'true', values: unknown[] = []) =>
    new Set(
      (
        await test.owner.query<{ place: string }>(`select t.ctid || ' ' || t.xmin as place from ${table} t where ${where}`, values)
      ).rows.map(({ place }) => place),
    );
  const exportOf = async (person: Person) => {
    const tables: Record<string, unknown[]> = {};
    for (const { part, rows } of await exportTables(test.house, person.id)) tables[part.table] = await Array.fromAsync(rows);
    return JSON.stringify(tables);
  };

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    gone = await addFullPerson(test, 'Borttagen', course, admin);
    twin = await addFullPerson(test, 'Tvilling', course, admin);
    const { catalog, export: plan } = await engineOf(test.house.database);
    const before_: Record<string, Set<string>> = {};
    for (const { table, entry } of plan) {
      before_[table] = await placesOf(table);
      promised[table] = new Set();
      for (const edge of entry.edges.filter(({ onErasure }) => onErasure !== 'leave' && onErasure !== 'keep')) {
        const where = rowsOf(map, catalog, table, edge, people);
        const both = `($1::uuid[] is not null and $2::text[] is not null) and ${where}`;
        for (const place of await placesOf(table, both, [[gone.id], [gone.email]])) promised[table].add(place);
      }
    }
    twinBefore = await exportOf(twin);
    await eraseForever(test.house, [gone.id], 'request');
    for (const [table, places] of Object.entries(before_)) {
      const now = await placesOf(table);
      touched[table] = new Set([...places].filter((place) => !now.has(place)));
    }
  });
  after(() => test.close());

  it('touch the same rows, but for those the map says are left, or that a law keeps', () => {
    const missed = Object.entries(promised).flatMap(([table, places]) => {
      const left = [...places].filter((place) => !touched[table]!.has(place));
      return left.length > 0 ? [`${table}: ${left.length} of ${places.size} shown and not touched`] : [];
    });
    assert.deepEqual(missed, []);
    assert.ok(Object.values(promised).reduce((sum, places) => sum + places.size, 0) > 60);
  });

  it('leave the bystander’s export byte-equal', async () => {
    assert.equal(await exportOf(twin), twinBefore);
    assert.ok(twinBefore.length > 5000);
  });
});
