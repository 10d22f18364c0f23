import { sql, type AliasedRawBuilder, type RawBuilder } from 'kysely';

export type SeenPerson = {
  id: string;
  kind: string;
  closed_at: Date | null;
  language: 'sv' | 'en';
  given_name: string;
  family_name: string;
  email: string | null;
};

/**
 * People as others at the customer may see them: whoever has a protected identity is a designation without name and address. A query
 * that shows a person to somebody else reads from this and never from `account`: tests/every-route/protected.test.ts opens every page.
 */
export const seenPeople = <Alias extends string>(
  alias: Alias,
  customer: string | RawBuilder<unknown> = sql`app.customer_id()`,
): AliasedRawBuilder<SeenPerson, Alias> => sql<SeenPerson>`app.seen_people(${customer})`.as(alias);
