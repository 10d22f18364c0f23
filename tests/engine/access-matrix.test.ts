import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { dataMap, duringRestriction, purposes } from '../../data-map/index.ts';
import { randomFrom } from '../../bench/gdprbench/record.ts';
import { fields, groups, type Cell } from '../../src/people/visibility.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, inHouse, setUpOperator, smallCourse, type Person } from '../support/world.ts';
import {
  cedarShowsField,
  cedarShowsRow,
  prepareCedar,
  showsField,
  showsRow,
  type RowCase,
  type Verdict,
  type Viewer,
} from './access-oracles.ts';

/**
 * Role × relation × purpose × field (E-02, N-28, Art. 18): what PostgreSQL answers against a plain model and against Cedar, in
 * random worlds. ENGINE_CASES=100000 makes the long run.
 */
const wanted = Number(process.env['ENGINE_CASES'] ?? 2000);
const seed = Number(process.env['ENGINE_SEED'] ?? 20261122);

describe('who sees what, asked of three', () => {
  let test: TestHouse;
  let people: Person[];
  let customer: { id: string };
  let courses: { customerId: string; courseId: string; versionId: string }[];
  const random = randomFrom(seed);
  const maybe = (share = 0.5) => random() < share;

  before(async () => {
    prepareCedar();
    test = await openTestHouse();
    await setUpOperator(test);
    customer = await addCustomer(test, 'ett');
    courses = [await addCourse(test, customer.id), await addCourse(test, customer.id, { ...smallCourse, slug: 'annan-kurs' })];
    const other = await addCustomer(test, 'tva');
    const elsewhere = await addCourse(test, other.id);
    people = await Promise.all(['Ada', 'Bo', 'Cissi', 'Dag', 'Eva'].map((name) => addPerson(test, name)));
    // A row elsewhere, that no answer here may be swayed by.
    await enrol(test, people[0]!, elsewhere);
  });
  after(() => test.close());

  /** Everyone's place is drawn anew. */
  async function drawWorld(): Promise<{ viewers: Viewer[]; cells: Cell[]; subjects: Map<string, RowCase['subject']> }> {
    const cells: Cell[] = groups.flatMap(({ role, relation, offers }) =>
      fields.map((field) => ({ role, relation, field, shown: (offers as readonly string[]).includes(field) && maybe() })),
    );
    const viewers: Viewer[] = people.map(({ id }) => ({
      id,
      roles: ['customer_admin', 'course_admin', 'teacher', 'student'].filter(() => maybe(0.4)),
      administers: courses.map(({ courseId }) => courseId).filter(() => maybe(0.4)),
      teaches: courses.map(({ courseId }) => courseId).filter(() => maybe(0.4)),
      takes: courses.map(({ courseId }) => courseId).filter(() => maybe()),
    }));
    const subjects = new Map(
      viewers.map(({ id, roles }) => [
        id,
        {
          id,
          member: roles.length > 0,
          leads: roles.includes('course_admin') || roles.includes('teacher'),
          restricted: maybe(0.3),
          due: maybe(0.2),
        },
      ]),
    );
    await inHouse(test, async (tx) => {
      for (const table of ['visibility', 'course_administrator', 'course_teacher', 'enrolment', 'membership'] as const)
        await tx.deleteFrom(table).where('customer_id', '=', customer.id).execute();
      await tx
        .insertInto('visibility')
        .values(cells.map((cell) => ({ ...cell, customer_id: customer.id })))
        .execute();
      for (const viewer of viewers) {
        const place = { customer_id: customer.id, account_id: viewer.id };
        const insert = async (table: 'membership' | 'course_administrator' | 'course_teacher', rows: object[]) => {
          if (rows.length > 0)
            await tx
              .insertInto(table)
              .values(rows as never)
              .execute();
        };
        await insert(
          'membership',
          viewer.roles.map((role) => ({ ...place, role })),
        );
        await insert(
          'course_administrator',
          viewer.administers.map((course_id) => ({ ...place, course_id })),
        );
        await insert(
          'course_teacher',
          viewer.teaches.map((course_id) => ({ ...place, course_id })),
        );
        for (const course of courses) {
          // Who does not take it took it once: an enrolment that has ended shows nothing of others.
          const ended = viewer.takes.includes(course.courseId) ? null : new Date('2026-01-01T00:00:00Z');
          await tx
            .insertInto('enrolment')
            .values({ ...place, course_id: course.courseId, version_id: course.versionId, source: 'key', ends_at: ended })
            .execute();
        }
      }
      await tx.deleteFrom('restriction').execute();
      for (const subject of subjects.values()) {
        const erase_due_at = subject.due ? new Date('2026-01-01T00:00:00Z') : null;
        await tx.updateTable('account').set({ closed_at: erase_due_at, erase_due_at }).where('id', '=', subject.id).execute();
        if (subject.restricted)
          await tx.insertInto('restriction').values({ account_id: subject.id, kind: 'restriction', began_at: test.clock.now() }).execute();
      }
    });
    return { viewers, cells, subjects };
  }

  it(`says of every field what the plain model and Cedar say (${wanted} cases)`, async () => {
    const seen = { shown: 0, hidden: 0 };
    for (let cases = 0; cases < wanted;) {
      const { viewers, cells } = await drawWorld();
      const asked = viewers.flatMap((viewer) =>
        courses.flatMap(({ courseId: course }) => (['staff', 'student'] as const).map((capacity) => ({ viewer, course, capacity }))),
      );
      const { rows } = await test.house.database.transaction(acrossCustomers('scan'), (tx) =>
        sql<{ shown: string[] }>`select app.fields_shown(q.viewer, ${customer.id}, q.course, q.capacity) as shown
          from unnest(${asked.map(({ viewer }) => viewer.id)}::uuid[], ${asked.map(({ course }) => course)}::uuid[],
            ${asked.map(({ capacity }) => capacity)}::text[]) with ordinality q(viewer, course, capacity, n) order by q.n`.execute(tx),
      );
      for (const [index, one] of asked.entries())
        for (const field of fields) {
          const given = rows[index]!.shown.includes(field);
          assert.equal(given, showsField(cells, { ...one, field }), `model: ${JSON.stringify({ ...one, field, seed })}`);
          assert.equal(given, cedarShowsField(cells, { ...one, field }), `Cedar: ${JSON.stringify({ ...one, field, seed })}`);
          seen[given ? 'shown' : 'hidden']++;
          cases++;
        }
    }
    assert.ok(seen.shown > wanted / 20 && seen.hidden > wanted / 20, JSON.stringify(seen));
  });

  it(`opens a row, hides it or refuses the question as they do, for every purpose (${wanted} cases)`, async () => {
    const seen: Record<Verdict, number> = { refused: 0, hidden: 0, seen: 0 };
    for (let cases = 0; cases < wanted;) {
      const { viewers, subjects } = await drawWorld();
      for (const viewer of viewers)
        for (const purpose of Object.keys(purposes))
          for (const table of ['account', 'enrolment'] as const) {
            const staff = maybe();
            const given = await visible(viewer.id, staff, purpose, table);
            for (const subject of subjects.values()) {
              const row = {
                viewer: viewer.id,
                staff,
                subject,
                table,
                purpose,
                allowed: dataMap[table].purposes,
                evenRestricted: duringRestriction,
              };
              const verdict: Verdict = given === 'refused' ? given : given.has(subject.id) ? 'seen' : 'hidden';
              assert.equal(verdict, showsRow(row), `model: ${JSON.stringify({ ...row, seed })}`);
              assert.equal(verdict, cedarShowsRow(row), `Cedar: ${JSON.stringify({ ...row, seed })}`);
              seen[verdict]++;
              cases++;
            }
          }
    }
    for (const verdict of ['refused', 'hidden', 'seen'] as const) assert.ok(seen[verdict] > wanted / 20, JSON.stringify(seen));
  });

  it('would be told of a rule that is too wide', async () => {
    const { cells, viewers } = await drawWorld();
    const hidden = cells.find(({ role, shown }) => role === 'customer_admin' && !shown)!;
    const viewer = { ...viewers[0]!, roles: ['customer_admin'], administers: [], teaches: [], takes: [] };
    const asked = { viewer, course: courses[0]!.courseId, capacity: 'staff', field: hidden.field } as const;
    const wider = cells.map((cell) => (cell === hidden ? { ...cell, shown: true } : cell));
    assert.deepEqual([showsField(cells, asked), cedarShowsField(cells, asked)], [false, false]);
    assert.deepEqual([showsField(wider, asked), cedarShowsField(wider, asked)], [true, true]);
  });

  async function visible(
    accountId: string,
    staff: boolean,
    purpose: string,
    table: 'account' | 'enrolment',
  ): Promise<Set<string> | 'refused'> {
    const scope = { purpose, accountId, customerId: customer.id, staffOf: staff ? customer.id : undefined };
    const column = table === 'account' ? 'id' : 'account_id';
    try {
      const { rows } = await test.house.database.transaction(scope, (tx) =>
        sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`.execute(tx),
      );
      return new Set(rows.map(({ id }) => id));
    } catch (error) {
      assert.match(String(error), /does not allow/);
      return 'refused';
    }
  }
});
