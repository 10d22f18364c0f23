import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** What a row-level rule says where it is in force, and how it is written (0728). */
describe('the rules in force', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());

  const rules = async () => {
    const { rows } = await test.owner.query<{ rule: string; said: string; written: string; again: string }>(`
      select polrelid::regclass || ' ' || polname as rule, said, written, app.rule_in_full(written, functions) as again
      from pg_policy join pg_class c on c.oid = polrelid and c.relnamespace = 'public'::regnamespace,
        lateral (select app.in_one_line(concat_ws(' | ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))) as said) s,
        app.said_in_full() as functions, lateral (select app.rule_as_written(said, functions) as written) w
      order by 1`);
    return rows;
  };
  const settings = /\bapp\.(?:account_id|customer_id|staff_of|enquiry_id|across_customers|purpose|purpose_in_force|now)\(\)/;

  it('ask no function for a setting; each is written by the names of the functions', async () => {
    const all = await rules();
    assert.ok(all.length > 250);
    assert.deepEqual(
      all.filter(({ said }) => settings.test(said)).map(({ rule }) => rule),
      [],
    );
    assert.ok(all.filter(({ written }) => settings.test(written)).length > 200);
    const written = all.find(({ rule }) => rule === 'enrolment scope')!.written;
    assert.equal(written, '((account_id = app.account_id()) OR (customer_id = app.staff_of()) OR app.across_customers())');
  });

  it('written and said in full again, they are what they were', async () => {
    const before = await rules();
    await test.owner.query('call app.write_rules(false)');
    const between = await rules();
    assert.deepEqual(
      between.map(({ said }) => said),
      before.map(({ written }) => written),
    );
    await test.owner.query('call app.write_rules(true)');
    assert.deepEqual(await rules(), before);
  });

  it('follow when a migration changes what a function says', async () => {
    const { database } = test.house;
    const seen = async () => {
      const scope = { purpose: 'seed', across: 'curiosity' as 'seed' };
      const { count } = await database.transaction(scope, (tx) =>
        tx
          .selectFrom('customer')
          .select((of) => of.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      );
      return count;
    };
    await test.owner.query("insert into customer (id, slug, name, kind) values (gen_random_uuid(), 'ett', 'Ett', 'school')");
    assert.equal(await seen(), 0);
    await test.owner.query('call app.write_rules(false)');
    await test.owner.query("call app.allow_across('curiosity')");
    await test.owner.query('call app.write_rules(true)');
    assert.equal(await seen(), 1);
    assert.deepEqual(
      (await rules())
        .filter(({ said }) => /seed/.test(said) && /across_customers/.test(said) && !/curiosity/.test(said))
        .filter(({ written }) => written.includes('app.across_customers()')),
      [],
    );
  });
});
