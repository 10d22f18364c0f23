import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { href } from '../../routes.ts';
import { openRegister } from './testing.ts';

// The seats of a customer are counted without the account of everyone who holds one (decision 680).

let at: Awaited<ReturnType<typeof openRegister>>;
before(async () => void (at = await openRegister()));
after(() => at.house.close());

/** Everyone once in each state that there is of an access and of an account, so many times over. */
const addEveryone = (copies: number) =>
  at.house.owner.query(
    `begin; set local session_replication_role = replica;
    create temp table someone on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as enrolment, gen_random_uuid() as n, account_state, access_state
      from unnest(array['open', 'closed', 'due', 'erased', 'restricted']) account_state,
        unnest(array['always', 'later', 'ended']) access_state, generate_series(1, ${copies});
    insert into account (id, kind, email, closed_at, erase_due_at)
      select id, case account_state when 'erased' then 'pseudonym' else 'personal' end,
        case account_state when 'erased' then null else n || '@person.example' end,
        case when account_state in ('closed', 'due') then timestamptz '2026-11-01Z' end,
        case account_state when 'closed' then timestamptz '2026-12-01Z' when 'due' then timestamptz '2026-11-20Z' end
      from someone;
    insert into restriction (account_id, kind, began_at)
      select id, 'restriction', timestamptz '2026-11-20Z' from someone where account_state = 'restricted';
    insert into enrolment (customer_id, id, course_id, version_id, account_id, source, ends_at)
      select '${at.customer.id}', enrolment, '${at.course.courseId}', '${at.course.versionId}', id, 'key',
        case access_state when 'later' then timestamptz '2026-12-24Z' when 'ended' then timestamptz '2026-11-21Z' end from someone;
    commit; analyze`,
  );

describe('the count of seats', () => {
  it('is of those who have an access and have not left, whatever they have asked for', async () => {
    await at.agree({ seats: 5000 });
    await addEveryone(7);
    // Open and restricted accounts, with an access for ever or until later.
    assert.equal((await at.figures()).used, 2 * 2 * 7);
  });

  it('reads the accounts of those alone who have left', async () => {
    await addEveryone(200);
    const read = await at.house.house.database.transaction({ purpose: 'administer-customer', across: 'seats' }, async (tx) => {
      const fetched = async () => {
        const { rows } = await sql<{ rows: number }>`select (seq_tup_read + idx_tup_fetch)::int as rows
          from pg_stat_xact_user_tables where relname = 'account'`.execute(tx);
        return rows[0]?.rows ?? 0;
      };
      const before = await fetched();
      const { rows } = await sql<{ used: number }>`select used from app.seat_figures(${at.customer.id})`.execute(tx);
      assert.equal(rows[0]!.used, 2 * 2 * 207);
      return (await fetched()) - before;
    });
    // Closed, due and erased, with an access that has not ended.
    assert.equal(read, 3 * 2 * 207);
  });

  it('is shown in the operator’s list', async () => {
    assert.match(await at.textOf(href('customers'), at.desk), /828 använda och 0 reserverade av 5\s000/);
  });
});
