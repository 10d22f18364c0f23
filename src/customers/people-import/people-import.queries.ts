import { sql } from 'kysely';
import { ifShownAtCustomer } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export type KnownPerson = {
  id: string;
  email: string;
  given_name: string | null;
  family_name: string | null;
  in_group: boolean;
  has_seat: boolean;
};

type Place = { customerId: string; groupId: string };

/**
 * Those of the addresses who have a role at the customer: whoever else has an account is nobody's business here. No designation
 * either: beside an address it would tell whose it is.
 */
export async function listKnownPeople(tx: Tx, at: Place & { actorId: string }, emails: readonly string[]): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select a.id, written.email, case when a.email is not null then ${ifShownAtCustomer(at.actorId, 'given_name')} end as given_name,
      case when a.email is not null then ${ifShownAtCustomer(at.actorId, 'family_name')} end as family_name,
      exists (select from student_group_member g
        where g.customer_id = ${at.customerId} and g.group_id = ${at.groupId} and g.account_id = a.id) as in_group,
      exists (select from enrolment e where e.customer_id = ${at.customerId} and e.account_id = a.id
        and (e.ends_at is null or e.ends_at > app.now())) as has_seat
    from account written join app.seen_people(${at.customerId}) a on a.id = written.id
    where written.email = any(${emails}::text[]) and a.closed_at is null
      and exists (select from membership m where m.customer_id = ${at.customerId} and m.account_id = a.id
        and (m.ends_at is null or m.ends_at > app.now()))`.execute(tx);
  return rows;
}

/** Those of the addresses whose invitation to the group waits for an answer. */
export async function listInvited(tx: Tx, { customerId, groupId }: Place, emails: readonly string[]) {
  const { rows } = await sql<{ address: string; invitation_id: string }>`
    select w.address, w.invitation_id from invitation_address w
    join invitation i on i.customer_id = w.customer_id and i.id = w.invitation_id
    where i.customer_id = ${customerId} and i.group_id = ${groupId} and i.revoked_at is null and i.expires_at > app.now()
      and w.address = any(${emails}::text[])`.execute(tx);
  return { addresses: [...new Set(rows.map(({ address }) => address))], invitationIds: [...new Set(rows.map((row) => row.invitation_id))] };
}

export async function isMade(tx: Tx, customerId: string, clientId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row !== undefined;
}

/** All the addresses of a list in one statement. */
export function insertAddresses(tx: Tx, of: { customerId: string; invitationId: string; dueAt: Date }, addresses: readonly string[]) {
  return sql<{ id: string; address: string }>`insert into invitation_address (customer_id, invitation_id, address, created_at, due_at)
    select ${of.customerId}, ${of.invitationId}, a, app.now(), ${of.dueAt} from unnest(${addresses}::text[]) a
    returning id, address`.execute(tx);
}

export type ImportRow = { id: string; created_at: Date; revoked_at: Date | null; waiting: number; joined: number };

/** The lists that were added to a group, the newest first: the last twenty. */
export async function listImports(tx: Tx, customerId: string, groupId: string): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select i.id, i.created_at, i.revoked_at,
      (select count(*)::integer from invitation_address w where w.customer_id = i.customer_id and w.invitation_id = i.id) as waiting,
      (select count(*)::integer from student_group_member m where m.customer_id = i.customer_id and m.invitation_id = i.id) as joined
    from invitation i where i.customer_id = ${customerId} and i.group_id = ${groupId}
    order by i.created_at desc, i.id desc limit 20`.execute(tx);
  return rows;
}

export type AddedPerson = { account_id: string | null; address: string | null; state: 'waiting' | 'accepted' | 'added' };

/** Everyone of a list, for its result file: as many as a list may have. */
export async function listAdded(tx: Tx, of: Place & { invitationId: string; actorId: string }): Promise<AddedPerson[] | undefined> {
  const { customerId, groupId, invitationId, actorId } = of;
  const found = await tx
    .selectFrom('invitation')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('group_id', '=', groupId)
    .where('id', '=', invitationId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { rows } = await sql<AddedPerson>`
    select null::uuid as account_id, coalesce(app.designation_of(w.customer_id, w.address), w.address) as address, 'waiting' as state from invitation_address w
    where w.customer_id = ${customerId} and w.invitation_id = ${invitationId}
    union all
    select a.id, ${ifShownAtCustomer(actorId, 'email')}, case when exists (select from invitation_use u
      where u.customer_id = m.customer_id and u.invitation_id = m.invitation_id and u.account_id = m.account_id)
      then 'accepted' else 'added' end
    from student_group_member m join app.seen_people(m.customer_id) a on a.id = m.account_id
    where m.customer_id = ${customerId} and m.invitation_id = ${invitationId} and a.kind <> 'pseudonym'
    order by 3, 2`.execute(tx);
  return rows;
}

/** Marks a list of the last day as taken back; false when it is older, is taken back already or is not there. */
export async function markUndone(tx: Tx, { customerId, groupId }: Place, invitationId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update invitation set revoked_at = app.now()
    where customer_id = ${customerId} and group_id = ${groupId} and id = ${invitationId} and revoked_at is null
      and created_at > app.now() - interval '1 day'`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}

/** Those whom the list put into the group without being asked, and who have not begun any of its courses. */
export async function listUnused(tx: Tx, { customerId, groupId }: Place, invitationId: string): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select m.account_id from student_group_member m
    where m.customer_id = ${customerId} and m.group_id = ${groupId} and m.invitation_id = ${invitationId}
      and not exists (select from invitation_use u
        where u.customer_id = m.customer_id and u.invitation_id = m.invitation_id and u.account_id = m.account_id)
      and not exists (select from enrolment e join student_group_course c on c.customer_id = e.customer_id
        and c.group_id = m.group_id and c.course_id = e.course_id
        where e.customer_id = m.customer_id and e.account_id = m.account_id and e.source = 'group'
          and e.last_active_at >= m.joined_at)`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}
