import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Cell } from '../visibility.ts';

type Place = { customerId: string; noticeId: string };

/** Writes what is shown from now on into the customer's notice that waits to be sent, or into a new one. Gives its id. */
export async function addToNotice(tx: Tx, customerId: string, cells: readonly Omit<Cell, 'shown'>[]): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into visibility_notice (customer_id) values (${customerId})
    on conflict (customer_id) where ended_at is null do update set began_at = visibility_notice.began_at returning id`.execute(tx);
  const noticeId = rows[0]!.id;
  const values = cells.map(({ role, relation, field }) => ({ customer_id: customerId, notice_id: noticeId, role, relation, field }));
  await tx
    .insertInto('visibility_notice_cell')
    .values(values)
    .onConflict((on) => on.doNothing())
    .execute();
  return noticeId;
}

/** Held until the transaction ends; nothing when everyone has been told. */
export async function lockNotice(tx: Tx, { customerId, noticeId }: Place): Promise<boolean> {
  const { rows } = await sql`select from visibility_notice
    where customer_id = ${customerId} and id = ${noticeId} and ended_at is null for update`.execute(tx);
  return rows.length > 0;
}

export async function endNotice(tx: Tx, { customerId, noticeId }: Place): Promise<void> {
  await sql`update visibility_notice set ended_at = app.now() where customer_id = ${customerId} and id = ${noticeId}`.execute(tx);
}

/** What the notice tells that still holds: what has been taken back meanwhile is nothing to tell. */
export function listCells(tx: Tx, { customerId, noticeId }: Place): Promise<Cell[]> {
  return tx
    .selectFrom('visibility_notice_cell as c')
    .innerJoin('visibility as v', (join) =>
      join
        .onRef('v.customer_id', '=', 'c.customer_id')
        .onRef('v.role', '=', 'c.role')
        .onRef('v.relation', '=', 'c.relation')
        .onRef('v.field', '=', 'c.field'),
    )
    .select(['v.role', 'v.relation', 'v.field', 'v.shown'])
    .where('c.customer_id', '=', customerId)
    .where('c.notice_id', '=', noticeId)
    .where('v.shown', '=', true)
    .execute();
}

/** So many of the customer's students with a course open, each once, by id. */
export async function listStudentsToTell(tx: Tx, customerId: string, after: string | undefined, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct account_id as id from enrolment
    where customer_id = ${customerId} and (ends_at is null or ends_at > app.now())
      and (${after ?? null}::uuid is null or account_id > ${after ?? null})
    order by account_id limit ${atMost}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The customer and since when, for a student who has a course open there; whether their name is hidden from everyone. */
export async function findTold(tx: Tx, { customerId, noticeId }: Place, accountId: string) {
  const { rows } = await sql<{ slug: string; name: string; beganAt: Date; isProtected: boolean }>`
    select c.slug, c.name, n.began_at as "beganAt",
      exists (select from protected_identity p where p.customer_id = c.id and p.account_id = ${accountId}) as "isProtected"
    from visibility_notice n join customer c on c.id = n.customer_id
    where n.customer_id = ${customerId} and n.id = ${noticeId} and exists (select from enrolment e
      where e.customer_id = c.id and e.account_id = ${accountId} and (e.ends_at is null or e.ends_at > app.now()))`.execute(tx);
  return rows[0];
}

const mostNotices = 10;

/** What has begun to be shown, the latest first, as far as it still is. */
export async function listNotices(tx: Tx, customerId: string): Promise<{ beganAt: Date; cells: Cell[] }[]> {
  const { rows } = await sql<{ beganAt: Date; cells: Cell[] }>`
    select n.began_at as "beganAt", json_agg(json_build_object('role', v.role, 'relation', v.relation, 'field', v.field, 'shown', true)) as cells
    from visibility_notice n
    join visibility_notice_cell c on c.customer_id = n.customer_id and c.notice_id = n.id
    join visibility v on v.customer_id = c.customer_id and v.role = c.role and v.relation = c.relation and v.field = c.field and v.shown
    where n.customer_id = ${customerId}
    group by n.id, n.began_at order by n.began_at desc, n.id limit ${mostNotices}`.execute(tx);
  return rows;
}
