import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { invitations } from './invitation.queries.ts';
import type { InvitationState } from './invitation-state.ts';
import type { InvitedRole } from './roles.queries.ts';

export const invitationsPerPage = 50;

export const invitationOrders = ['latest', 'oldest', 'ends'] as const;

export type InvitationsWanted = {
  customerId: string;
  /** A part of an address, a domain or a name of someone who has accepted. */
  text: string;
  role: InvitedRole | undefined;
  state: InvitationState | undefined;
  order: (typeof invitationOrders)[number];
  after: string | undefined;
};

// Those that can still be used before those that cannot: what has ended does not end soon.
const placeOf = (table: string, order: InvitationsWanted['order']) => {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  const isOver = sql`(${of('revoked_at')} is not null or ${of('uses')} >= ${of('max_uses')} or ${of('expires_at')} <= app.now()
    or coalesce(${of('access_ends_at')} <= app.now(), false))`;
  return order === 'ends' ? sql`${isOver}, ${of('expires_at')}, ${of('id')}` : sql`false, ${of('created_at')}, ${of('id')}`;
};

/** The customer's invitations with who they are for and who has accepted, and one more than a page. After one that is gone it begins anew. */
export function listInvitations(tx: Tx, { customerId, text, role, state, order, after }: InvitationsWanted) {
  const [comes, direction] = order === 'latest' ? ([sql`<`, 'desc'] as const) : ([sql`>`, 'asc'] as const);
  return invitations(tx)
    .select([
      sql<{ id: string; address: string }[]>`coalesce((select json_agg(json_build_object('id', w.id,
          'address', coalesce(app.designation_of(i.customer_id, w.address), w.address)) order by w.address)
        from invitation_address w where w.customer_id = i.customer_id and w.invitation_id = i.id), '[]')`.as('waiting'),
      sql<
        { id: string; name: string }[]
      >`coalesce((select json_agg(json_build_object('id', p.id, 'name', trim(p.given_name || ' ' || p.family_name))
        order by u.accepted_at) from invitation_use u join app.seen_people(i.customer_id) p on p.id = u.account_id
        where u.customer_id = i.customer_id and u.invitation_id = i.id), '[]')`.as('accepted'),
    ])
    .where('i.group_id', 'is', null)
    .where('i.customer_id', '=', customerId)
    .$if(text !== '', (query) => query.where(holds(text)))
    .$if(role !== undefined, (query) => query.where('i.role', '=', role!))
    .$if(state !== undefined, (query) => query.where(stateInSql, '=', state!))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`coalesce((${placeOf('i', order)}) ${comes} (select ${placeOf('l', order)} from invitation l
        where l.customer_id = ${customerId} and l.id = ${after!}), true)`),
    )
    .orderBy(sql`(${placeOf('i', order)})`, direction)
    .limit(invitationsPerPage + 1)
    .execute();
}
// The same words as invitationState.
const stateInSql = sql<InvitationState>`case
  when i.revoked_at is not null or customer.ended_at <= app.now() then 'revoked'
  when i.uses >= i.max_uses then 'used'
  when i.expires_at <= app.now() or i.access_ends_at <= app.now() then 'expired' else 'open' end`;

// By what the list shows: of someone with a protected identity that is their designation.
const holds = (text: string) => {
  const within = (shown: string) => sql`strpos(lower(${sql.raw(shown)} collate "sv-x-icu"), lower(${text}::text collate "sv-x-icu")) > 0`;
  return sql<boolean>`(${within(`array_to_string(i.domains, ' ')`)}
    or exists (select from invitation_address w where w.customer_id = i.customer_id and w.invitation_id = i.id
      and ${within('coalesce(app.designation_of(i.customer_id, w.address), w.address)')})
    or exists (select from invitation_use u join app.seen_people(i.customer_id) p on p.id = u.account_id
      where u.customer_id = i.customer_id and u.invitation_id = i.id and ${within(`(p.given_name || ' ' || p.family_name)`)}))`;
};

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>[number];
