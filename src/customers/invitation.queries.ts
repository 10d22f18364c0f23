import { sql, type InferResult } from 'kysely';
import { seenPeople } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';
import { joinInvited } from './groups/group-members.queries.ts';
import { coursesOfRole, type InvitedRole } from './roles.queries.ts';

// Looked up for the one sender: as a join with the customer of each row it would read everyone there is.
const ofSender = (name: 'given_name' | 'family_name') =>
  sql<
    string | null
  >`(select ${sql.ref(`a.${name}`)} from ${seenPeople('a', sql.ref('i.customer_id'))} where a.id = s.account_id and a.closed_at is null)`;

/** With whoever sent it, as the customer's people see them, and what it is about. */
export const invitations = (tx: Tx) =>
  tx
    .selectFrom('invitation as i')
    .innerJoin('customer', 'customer.id', 'i.customer_id')
    .leftJoin('invitation_sender as s', (join) => join.onRef('s.customer_id', '=', 'i.customer_id').onRef('s.invitation_id', '=', 'i.id'))
    .select(['i.id', 'i.customer_id', 'i.max_uses', 'i.uses', 'i.only_listed', 'i.domains', 'i.expires_at', 'i.access_ends_at'])
    .select(['i.created_at', 'i.revoked_at', sql<InvitedRole>`i.role`.as('role')])
    .select(['customer.slug as customer_slug', 'customer.name as customer_name', 'customer.ended_at as customer_ended_at'])
    .select(['s.account_id as sender_id', ofSender('given_name').as('given_name'), ofSender('family_name').as('family_name')])
    .select(
      sql<string[]>`array(select c.title from course c where c.customer_id = i.customer_id and (
        exists (select from invitation_course ic where ic.customer_id = i.customer_id and ic.invitation_id = i.id and ic.course_id = c.id)
        or exists (select from student_group_course gc where gc.customer_id = i.customer_id and gc.group_id = i.group_id
          and gc.course_id = c.id)) order by c.title collate "sv-x-icu")`.as('courses'),
    )
    .select(
      sql<
        string[]
      >`array(select g.name from invitation_teaching ig join student_group g on g.customer_id = ig.customer_id and g.id = ig.group_id
        where ig.customer_id = i.customer_id and ig.invitation_id = i.id order by g.name collate "sv-x-icu")`.as('groups'),
    );
export type InvitationRow = InferResult<ReturnType<typeof invitations>>[number];

export function findInvitation(tx: Tx, id: string): Promise<InvitationRow | undefined> {
  return invitations(tx).where('i.id', '=', id).executeTakeFirst();
}

export type NewInvitation = {
  id: string;
  customerId: string;
  senderId: string;
  role: InvitedRole;
  /** The group that students are invited to. */
  groupId?: string;
  clientId?: string;
  courses: string[];
  /** Those that teachers are invited to teach. */
  groups?: string[];
  maxUses: number;
  onlyListed: boolean;
  domains: string[];
  createdAt: Date;
  expiresAt: Date;
  accessEndsAt: Date | null;
};

export async function insertInvitation(tx: Tx, made: NewInvitation): Promise<void> {
  const { id, customerId, role, courses, maxUses, onlyListed, domains, createdAt, expiresAt, accessEndsAt } = made;
  const terms = {
    role,
    group_id: made.groupId ?? null,
    client_id: made.clientId ?? null,
    max_uses: maxUses,
    only_listed: onlyListed,
    domains,
    access_ends_at: accessEndsAt,
  };
  await tx
    .insertInto('invitation')
    .values({ customer_id: customerId, id, ...terms, created_at: createdAt, expires_at: expiresAt })
    .execute();
  await tx.insertInto('invitation_sender').values({ customer_id: customerId, invitation_id: id, account_id: made.senderId }).execute();
  const scope = courses.map((course_id) => ({ customer_id: customerId, invitation_id: id, course_id }));
  if (scope.length > 0) await tx.insertInto('invitation_course').values(scope).execute();
  const groups = (made.groups ?? []).map((group_id) => ({ customer_id: customerId, invitation_id: id, group_id }));
  if (groups.length > 0) await tx.insertInto('invitation_teaching').values(groups).execute();
}

/** The row whose id the mailed link is made from; asked for again, the same row. Undefined: it stands aside (Art. 18), so it is left alone. */
export async function insertAddress(
  tx: Tx,
  row: { customerId: string; invitationId: string; address: string; dueAt: Date },
): Promise<string | undefined> {
  const { customerId, invitationId, address, dueAt } = row;
  const known = await tx
    .updateTable('invitation_address')
    .set({ due_at: dueAt })
    .where('customer_id', '=', customerId)
    .where('invitation_id', '=', invitationId)
    .where('address', '=', address)
    .returning('id')
    .executeTakeFirst();
  if (known) return known.id;
  const made = await tx
    .insertInto('invitation_address')
    .values({ customer_id: customerId, invitation_id: invitationId, address, due_at: dueAt, created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.columns(['customer_id', 'invitation_id', 'address']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

export function findAddress(tx: Tx, id: string) {
  return tx
    .selectFrom('invitation_address as w')
    .select(['w.id', 'w.invitation_id', 'w.address'])
    .select(sql<boolean>`exists (select from account a where a.email = w.address)`.as('has_account'))
    .where('w.id', '=', id)
    .executeTakeFirst();
}

export async function isListed(tx: Tx, invitationId: string, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation_address')
    .select('id')
    .where('invitation_id', '=', invitationId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteAddresses(tx: Tx, customerId: string, invitationId: string, address?: string): Promise<void> {
  await tx
    .deleteFrom('invitation_address')
    .where('customer_id', '=', customerId)
    .where('invitation_id', '=', invitationId)
    .$if(address !== undefined, (query) => query.where('address', '=', address!))
    .execute();
}

/** Tells these addresses, all that wait or those that are named, of a look at invitations to them: one statement, however many. */
export async function insertInvitationLooks(
  tx: Tx,
  look: { customerId: string; logId: string; invitationIds: string[]; addresses?: readonly string[] | undefined },
): Promise<void> {
  const { customerId, logId, invitationIds, addresses } = look;
  await sql`insert into address_look (customer_id, log_id, address, invited_id)
    select w.customer_id, ${logId}, w.address, w.id from invitation_address w
    where w.customer_id = ${customerId} and w.invitation_id = any(${invitationIds}::uuid[])
      and ${addresses ? sql`w.address = any(${addresses}::text[])` : sql`true`}`.execute(tx);
}

/** Whoever accepts is told of the looks at the invitation from then on, as of all others. */
export async function takeInvitationLooks(
  tx: Tx,
  of: { customerId: string; invitationId: string; accountId: string; email: string },
): Promise<void> {
  await sql`update address_look l set account_id = ${of.accountId}, address = null, invited_id = null from invitation_address w
    where w.customer_id = ${of.customerId} and w.invitation_id = ${of.invitationId} and w.address = ${of.email}
      and l.customer_id = w.customer_id and l.invited_id = w.id`.execute(tx);
}

/** False when this person has used the invitation already. */
export async function insertUse(tx: Tx, use: { customerId: string; invitationId: string; accountId: string }): Promise<boolean> {
  const row = await tx
    .insertInto('invitation_use')
    .values({
      customer_id: use.customerId,
      invitation_id: use.invitationId,
      account_id: use.accountId,
      accepted_at: sql<Date>`app.now()`,
    })
    .onConflict((on) => on.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts one use, if any is left: of many who press at the same instant no more get the row back than there are uses. */
export function countUse(tx: Tx, customerId: string, invitationId: string) {
  return tx
    .updateTable('invitation')
    .set({ uses: sql<number>`uses + 1` })
    .where('customer_id', '=', customerId)
    .where('id', '=', invitationId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .where(sql<boolean>`uses < max_uses and (access_ends_at is null or access_ends_at > app.now())`)
    .returning('id')
    .executeTakeFirst();
}

/** Undefined when it is revoked already, or is not this customer's. */
export function markRevoked(tx: Tx, customerId: string, invitationId: string) {
  return tx
    .updateTable('invitation')
    .set({ revoked_at: sql<Date>`app.now()` })
    .where('customer_id', '=', customerId)
    .where('id', '=', invitationId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
}

export async function deleteAccess(tx: Tx, customerId: string, invitationId: string): Promise<void> {
  for (const table of ['course_administrator', 'course_teacher', 'group_teacher', 'membership'] as const)
    await tx.deleteFrom(table).where('customer_id', '=', customerId).where('invitation_id', '=', invitationId).execute();
}

/**
 * Gives these people all that their invitations hold: after an acceptance, and again after one of several is revoked. What
 * they have for good stays so; of two invitations the longer one counts.
 */
export async function giveInvited(tx: Tx, customerId: string, accountIds: string[]): Promise<void> {
  const used = sql`invitation_use u join invitation i on i.customer_id = u.customer_id and i.id = u.invitation_id
    and i.revoked_at is null and (i.access_ends_at is null or i.access_ends_at > app.now())`;
  const whose = sql`u.customer_id = ${customerId} and u.account_id = any(${accountIds}::uuid[])`;
  const longer = (table: string) => sql`do update set invitation_id = excluded.invitation_id, ends_at = excluded.ends_at
    where ${sql.table(table)}.ends_at < coalesce(excluded.ends_at, 'infinity')`;
  await sql`insert into membership (customer_id, account_id, role, created_at, invitation_id, ends_at)
    select distinct on (u.account_id, i.role) u.customer_id, u.account_id, i.role, app.now(), i.id, i.access_ends_at
    from ${used} where ${whose} order by u.account_id, i.role, i.access_ends_at desc nulls first
    on conflict (customer_id, account_id, role) ${longer('membership')}`.execute(tx);
  await joinInvited(tx, customerId, accountIds);
  await sql`insert into group_teacher (customer_id, group_id, account_id, created_at, invitation_id, ends_at)
    select distinct on (u.account_id, g.group_id) u.customer_id, g.group_id, u.account_id, app.now(), i.id, i.access_ends_at
    from ${used} join invitation_teaching g on g.customer_id = i.customer_id and g.invitation_id = i.id
    where ${whose} and i.role = 'teacher' order by u.account_id, g.group_id, i.access_ends_at desc nulls first
    on conflict (customer_id, group_id, account_id) ${longer('group_teacher')}`.execute(tx);
  for (const [role, table] of Object.entries(coursesOfRole)) {
    await sql`insert into ${sql.table(table)} (customer_id, course_id, account_id, created_at, invitation_id, ends_at)
      select distinct on (u.account_id, c.course_id) u.customer_id, c.course_id, u.account_id, app.now(), i.id, i.access_ends_at
      from ${used} join invitation_course c on c.customer_id = i.customer_id and c.invitation_id = i.id
      where ${whose} and i.role = ${role} order by u.account_id, c.course_id, i.access_ends_at desc nulls first
      on conflict (customer_id, course_id, account_id) ${longer(table)}`.execute(tx);
  }
}

export async function listUsers(tx: Tx, customerId: string, invitationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitation_use')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('invitation_id', '=', invitationId)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** Whoever sent it, to be told of the answer. */
export async function listSenders(tx: Tx, customerId: string, invitationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitation_sender')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('invitation_id', '=', invitationId)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** Who sent the invitation that was mailed to an address; undefined when the address has been answered from, or is gone. */
export async function invitersOf(tx: Tx, addressId: string): Promise<{ customerId: string; senders: string[] } | undefined> {
  const found = await tx
    .selectFrom('invitation_address')
    .select(['customer_id', 'invitation_id'])
    .where('id', '=', addressId)
    .executeTakeFirst();
  return found && { customerId: found.customer_id, senders: await listSenders(tx, found.customer_id, found.invitation_id) };
}
