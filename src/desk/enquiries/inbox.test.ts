import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CompiledQuery } from 'kysely';
import { openDesk, type DeskHouse } from '../testing.ts';
import { enquiryStates, stateOf } from './enquiry.ts';
import { enquiriesPerPage, listEnquiries, otherCases, waitingCases, type InboxFilter, type InboxRow } from './inbox.queries.ts';

/** The list of cases is read in its order, whatever it is narrowed to and however many cases there are. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
after(() => desk.house.close());

const all: InboxFilter = { state: 'all', assigned: 'all', search: '' };
const inDesk = <Result>(work: (tx: Parameters<typeof listEnquiries>[0]) => Promise<Result>) =>
  desk.house.house.database.transaction({ purpose: 'answer-enquiry', accountId: desk.support.id }, work);
const placeOf = ({ id, waiting_since, target_at, last_sent_at }: InboxRow) => ({
  id,
  isWaiting: waiting_since !== null,
  at: waiting_since ? (target_at ?? waiting_since) : last_sent_at,
});

async function readAll(filter: InboxFilter): Promise<InboxRow[]> {
  const rows: InboxRow[] = [];
  for (;;) {
    const from = rows.at(-1);
    const found = await inDesk((tx) => listEnquiries(tx, { desk: 'support', filter, me: desk.support.id, after: from && placeOf(from) }));
    rows.push(...found.slice(0, enquiriesPerPage));
    if (found.length <= enquiriesPerPage) return rows;
  }
}

/** Of each hundred, two wait for an answer, one for the person, and the rest are solved; a third belongs to the officer. */
const addCases = (count: number) =>
  desk.rows(`insert into enquiry (id, client_id, kind, email, language, name, organisation, created_at, last_sent_at, waiting_since,
      target_at, first_answered_at, closed_at, due_at)
    select gen_random_uuid(), gen_random_uuid(), (array['question', 'quote', 'dpo'])[n % 3 + 1], n || '@annan.example', 'sv', '', '',
      at, at, case when n % 100 < 2 then at end, case when n % 100 = 0 then at + n % 7 * interval '1 hour' end,
      case when n % 200 > 0 then at end, case when n % 100 > 2 then at end, at + interval '300 days'
    from (select n, timestamptz '2026-11-22T09:00:00Z' - n % 5000 * interval '1 minute' as at from generate_series(1, ${count}) n) as moment`);

describe('the list of cases', () => {
  it('has each case once and in order, page by page, in every state', async () => {
    await addCases(1200);
    await desk.rows(
      `insert into enquiry_assignment (enquiry_id, account_id, assigned_at)
         select id, $1, now() from enquiry where waiting_since is not null and kind <> 'dpo' order by id limit 4`,
      [desk.support.id],
    );
    const rows = await readAll(all);
    assert.equal(rows.length, 800);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 800);
    const rank = (row: InboxRow) => (row.waiting_since ? 1e15 - placeOf(row).at.getTime() : row.last_sent_at.getTime());
    for (const [index, row] of rows.entries()) if (index > 0) assert.ok(rank(rows[index - 1]!) >= rank(row), `row ${index}`);
    for (const state of enquiryStates) {
      const those = (await readAll({ ...all, state })).map(({ id }) => id);
      assert.ok(those.length > 0, state);
      assert.deepEqual(
        those,
        rows.filter((row) => stateOf(row) === state).map(({ id }) => id),
        state,
      );
    }
    assert.equal((await readAll({ ...all, assigned: 'mine' })).length, 4);
    assert.equal((await readAll({ ...all, assigned: 'nobody' })).length, 796);
  });

  it('is read from an index, with a hundred thousand cases, from its beginning and from any place', async () => {
    await addCases(100_000);
    await desk.rows('vacuum analyze enquiry');
    const [first, ...rest] = await readAll({ ...all, state: 'waiting' });
    const somewhere = placeOf(rest.at(-2)!);
    const waits = { ...placeOf(first!), isWaiting: true };
    for (const filter of [all, { ...all, state: 'solved' }, { ...all, state: 'waiting' }] as const)
      for (const from of [undefined, somewhere])
        assert.ok((await readRows(otherCases, filter, from, /enquiry_answered|enquiry_not_closed/)) < 3 * enquiriesPerPage);
    for (const from of [undefined, waits]) assert.ok((await readRows(waitingCases, all, from, /enquiry_waiting/)) < 3 * enquiriesPerPage);
  });
});

/** How many cases are read to draw one page, by an index of that name and without sorting them. */
async function readRows(
  list: typeof otherCases,
  filter: InboxFilter,
  from: ReturnType<typeof placeOf> | undefined,
  index: RegExp,
): Promise<number> {
  return inDesk(async (tx) => {
    const asked = { desk: 'support', filter, me: desk.support.id, after: from } as const;
    const { sql: text, parameters } = list(tx, asked, enquiriesPerPage + 1).compile();
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': string }>(
      CompiledQuery.raw(`explain (analyze, timing off) ${text}`, [...parameters]),
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    assert.match(plan, new RegExp(`Index.* using (${index.source}) on enquiry`), plan);
    assert.doesNotMatch(plan, /Sort/, plan);
    const scan = /on enquiry .*actual rows=(\d+)/.exec(plan)!;
    const dropped = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    return Number(scan[1]) + dropped;
  });
}
