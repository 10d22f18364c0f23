import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, purposes, works, type Entry } from '../../data-map/index.ts';
import { engineOf } from '../../src/privacy/index.ts';
import { acrossCustomers, type AcrossReason, type Scope } from '../../src/platform/database.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../support/world.ts';

// Proof of N-28: PostgreSQL itself refuses a read for a purpose that the map does not give the table.

const tables = Object.entries(dataMap as Record<string, Entry>);
const personal = tables.filter(([, entry]) => aboutPeople(entry));

/** Told from the map's own words, apart from the code that writes the rules. */
function allows(entry: Entry, reason: string): boolean {
  if (!aboutPeople(entry)) return true;
  const work = (works as Record<string, { serves: readonly string[] | 'every' }>)[reason];
  if (entry.decidesAccess) return reason in purposes || work !== undefined;
  if (!work) return entry.purposes.some((purpose) => purpose === reason);
  return work.serves === 'every' || entry.purposes.some((purpose) => work.serves.includes(purpose));
}

describe('the purpose of a transaction', () => {
  let test: TestHouse;
  let person: { id: string };
  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Full', course, admin);
    // Whose rows one sees is another rule's matter: here every row is in scope, so that only the purpose decides.
    for (const [table] of personal) await test.owner.query(`create policy every_row on ${table} for select using (true)`);
  });
  after(() => test.close());

  /** The tables that the runtime role may read under this scope. */
  const readable = async (scope: Scope): Promise<string[]> => {
    const may: string[] = [];
    for (const [table] of tables) {
      const refusal: string | undefined = await test.house.database
        .transaction(scope, (tx) =>
          tx
            .selectFrom(table as 'account')
            .selectAll()
            .execute(),
        )
        .then(
          (rows) => void (aboutPeople(dataMap[table as 'account']) && assert.ok(rows.length > 0, `${table} has no row to refuse`)),
          (error: Error) => error.message,
        );
      if (refusal === undefined) may.push(table);
      else assert.match(refusal, new RegExp(`^The data map does not allow \\w+ to be read for "${scope.purpose}"`), table);
    }
    return may;
  };
  const expected = (reason: string) => tables.filter(([, entry]) => allows(entry, reason)).map(([table]) => table);

  for (const purpose of Object.keys(purposes)) {
    it(`lets "${purpose}" read what the map says and nothing else`, async () => {
      assert.deepEqual(await readable({ purpose }), expected(purpose));
    });
  }
  for (const work of Object.keys(works)) {
    it(`lets work across customers for "${work}" read what it serves and nothing else`, async () => {
      assert.deepEqual(await readable(acrossCustomers(work as AcrossReason)), expected(work));
    });
  }

  it('lets a transaction read nothing about anyone without a purpose, or for one of its own making', async () => {
    const impersonal = tables.filter(([, entry]) => !aboutPeople(entry)).map(([table]) => table);
    assert.deepEqual(await readable({ purpose: 'curiosity' }), impersonal);
    assert.ok(personal.length > 25 && impersonal.length > 10);
    await assert.rejects(test.house.database.pool.query('select email from account'), /read for "none"/);
  });

  it('knows every reason of PostgreSQL’s own list, and no other', async () => {
    const { rows } = await test.owner.query<{ reason: string }>(
      "select unnest(substring(pg_get_functiondef('app.across_customers()'::regprocedure) from '{.*}')::text[]) as reason",
    );
    const held = rows.map(({ reason }) => reason);
    assert.deepEqual(held.toSorted(), Object.keys(works).toSorted());
  });

  it('is also asked for a change: what cannot be read cannot be picked out to be changed', async () => {
    const change = test.house.database.transaction({ purpose: 'inform', accountId: person.id }, (tx) =>
      tx.updateTable('account').set({ given_name: 'x' }).where('id', '=', person.id).execute(),
    );
    await assert.rejects(change, /read for "inform"/);
  });

  describe('refuses the start', () => {
    const other = () => ({ ...test.house.database });
    const planted = async (statement: string, repair: string, told: RegExp) => {
      await test.owner.query(statement);
      await assert.rejects(engineOf(other()), told);
      await test.owner.query(repair);
      await engineOf(other());
    };

    it('when a rule is wider than the map', async () => {
      const { rows } = await test.owner.query<{ rule: string }>(
        "select pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = 'purpose' and polrelid = 'answer'::regclass",
      );
      const rule = rows[0]!.rule;
      const wider = rule.replace('{', '{curiosity,');
      await planted(
        `alter policy purpose on answer using (${wider})`,
        `alter policy purpose on answer using (${rule})`,
        /The database's rule purpose on answer is not the map's/,
      );
    });

    it('when a rule is gone', async () => {
      const { rows } = await test.owner.query<{ rule: string }>(
        "select pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = 'purpose' and polrelid = 'mail'::regclass",
      );
      await planted(
        'drop policy purpose on mail',
        `create policy purpose on mail as restrictive for select using (${rows[0]!.rule})`,
        /The map's rule purpose on mail is not in force/,
      );
    });
  });
});
