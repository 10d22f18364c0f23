import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, isPersonal, type Entry } from '../../data-map/index.ts';
import { exportPlan } from '../../src/privacy/export-plan.ts';
import { countTables, engineOf, exportTables } from '../../src/privacy/index.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../support/world.ts';

// Proof of N-40: everything, and nobody else.

const map = dataMap as Record<string, Entry>;

describe("a person's export", () => {
  let test: TestHouse;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  const tables: Record<string, Record<string, unknown>[]> = {};

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Utdragen', course, admin);
    await addFullPerson(test, 'Tvilling', course, admin);
    for (const { part, rows } of await exportTables(test.house, person.id)) tables[part.table] = await Array.fromAsync(rows);
  });
  after(() => test.close());

  it('has every table that is about people, with as many rows as a count finds', async () => {
    const counts = await countTables(test.house, person.id);
    for (const [table, entry] of Object.entries(map)) {
      if (!aboutPeople(entry)) continue;
      assert.ok(tables[table], table);
      assert.equal(tables[table].length, counts[table], table);
      assert.ok(tables[table].length > 0, `${table} is empty in the export`);
    }
  });

  it('has every personal column that the map does not withhold, with a reason for each that it does', () => {
    for (const [table, entry] of Object.entries(map)) {
      if (!aboutPeople(entry)) continue;
      for (const [column, answer] of Object.entries(entry.columns)) {
        if (!isPersonal(answer)) continue;
        if (typeof answer.export === 'object') assert.ok(answer.export.never.length > 10, `${table}.${column}`);
        assert.equal(column in tables[table]![0]!, typeof answer.export === 'string', `${table}.${column}`);
      }
    }
  });

  it('carries the marks of everything the person wrote', () => {
    const text = JSON.stringify(tables);
    for (const mark of [
      'GivenUtdragen',
      'FamilyUtdragen',
      'utdragen@person.example',
      'svar Utdragen',
      'provsvar Utdragen',
      'undrar Utdragen',
      'Nyckel Utdragen',
      'Firefox Utdragen',
    ]) {
      assert.ok(text.includes(mark), mark);
    }
  });

  it('carries nobody else', () => {
    const text = JSON.stringify(tables);
    for (const mark of ['Tvilling', 'tvilling', 'Adminsson', 'adminsson']) assert.ok(!text.includes(mark), mark);
  });

  it('carries no credential', () => {
    const text = JSON.stringify(tables);
    for (const mark of ['$argon2', Buffer.from('Utdragen').toString('hex'), 'cred-Utdragen']) assert.ok(!text.includes(mark), mark);
  });

  it('would miss what the map forgets: without the edge of the thread the answers of the administrator are gone', async () => {
    const { catalog } = await engineOf(test.house.database);
    const message = map['message'];
    assert.ok(message && aboutPeople(message));
    const forgetful = { ...map, message: { ...message, edges: message.edges.slice(0, 1) } as Entry };
    const count = async (of: Record<string, Entry>) => {
      const part = exportPlan(of, catalog).find(({ table }) => table === 'message')!;
      const { rows } = await test.owner.query<{ rows: number }>(
        part.count,
        [[person.id], [person.email]].slice(0, part.count.includes('$2') ? 2 : 1),
      );
      return Number(rows[0]?.rows);
    };
    assert.deepEqual([await count(map), await count(forgetful)], [2, 1]);
  });

  it('is the same reading as erasure: what it shows is what erasure touches, or a law keeps', async () => {
    const { erasure, export: parts } = await engineOf(test.house.database);
    const touched = new Set(erasure.steps.map((step) => step.table));
    for (const { table, entry } of parts) {
      if (entry.edges.every((edge) => edge.onErasure === 'leave' || edge.onErasure === 'keep')) continue;
      assert.ok(touched.has(table), table);
    }
    assert.deepEqual(
      [...touched].filter((table) => !parts.some((part) => part.table === table)),
      [],
    );
  });
});
