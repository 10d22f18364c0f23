import { sql, type RawBuilder } from 'kysely';
import { seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export type NewToken = {
  customerId: string;
  clientId: string;
  madeBy: string;
  name: string;
  scopes: string[];
  digest: Buffer;
  expiresAt: Date;
};

/** False when the same form has made one already. */
export async function insertToken(tx: Tx, token: NewToken): Promise<boolean> {
  const row = await tx
    .insertInto('api_token')
    .values({
      customer_id: token.customerId,
      client_id: token.clientId,
      made_by: token.madeBy,
      name: token.name,
      scopes: token.scopes,
      digest: token.digest,
      created_at: sql<Date>`app.now()`,
      expires_at: token.expiresAt,
    })
    .onConflict((on) => on.columns(['customer_id', 'client_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export const tokensPerPage = 50;

export const tokenStates = ['valid', 'expired', 'revoked'] as const;
export type TokenState = (typeof tokenStates)[number];
export type TokensWanted = { name: string; state: TokenState | undefined; after: string | undefined };

const inState: Record<TokenState, RawBuilder<boolean>> = {
  valid: sql`(t.revoked_at is null and t.expires_at > app.now())`,
  expired: sql`(t.revoked_at is null and t.expires_at <= app.now())`,
  revoked: sql`(t.revoked_at is not null)`,
};

export function listTokens(tx: Tx, customerId: string, { name, state, after }: TokensWanted) {
  return tx
    .selectFrom('api_token as t')
    .innerJoin(seenPeople('a', customerId), 'a.id', 't.made_by')
    .select(['t.id', 't.name', 't.scopes', 't.created_at', 't.expires_at', 't.last_used_at', 't.revoked_at', 't.made_by'])
    .select(['a.given_name', 'a.family_name'])
    .where('t.customer_id', '=', customerId)
    .$if(name !== '', (query) =>
      query.where(sql<boolean>`strpos(lower(t.name collate "sv-x-icu"), lower(${name}::text collate "sv-x-icu")) > 0`),
    )
    .$if(state !== undefined, (query) => query.where(inState[state!]))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(t.created_at, t.id) < (select l.created_at, l.id from api_token l
        where l.customer_id = ${customerId} and l.id = ${after})`),
    )
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(tokensPerPage + 1)
    .execute();
}
export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

export async function revokeToken(tx: Tx, customerId: string, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, app.now())` })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type TokenInUse = {
  id: string;
  scopes: string[];
  madeBy: string;
  language: 'sv' | 'en';
  customerId: string;
  customerSlug: string;
  customerName: string;
};

/** The token behind a digest, while it and its maker's place as administrator last. Its use is noted by the minute. */
export async function findTokenInUse(tx: Tx, digest: Buffer): Promise<TokenInUse | undefined> {
  const { rows } = await sql<TokenInUse>`
    with used as (update api_token set last_used_at = app.now()
      where digest = ${digest} and (last_used_at is null or last_used_at < app.now() - interval '1 minute'))
    select t.id, t.scopes, t.made_by as "madeBy", a.language, c.id as "customerId", c.slug as "customerSlug", c.name as "customerName"
    from api_token t
    join customer c on c.id = t.customer_id and c.ended_at is null
    join account a on a.id = t.made_by and a.closed_at is null
    join membership m on m.customer_id = t.customer_id and m.account_id = t.made_by and m.role = 'customer_admin'
      and (m.ends_at is null or m.ends_at > app.now())
    where t.digest = ${digest} and t.revoked_at is null and t.expires_at > app.now()`.execute(tx);
  return rows[0];
}
