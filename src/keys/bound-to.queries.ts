import { sql } from 'kysely';

/** Whom a key (the table `k`) waits for; of someone whose identity is protected only the designation. */
export const bound = (field: 'given_name' | 'family_name' | 'email') => {
  const designation = sql`app.designation_of(k.customer_id, k.bound_email)`;
  const instead = field === 'given_name' ? designation : sql`null`;
  return sql<string | null>`case when ${designation} is null then ${sql.ref(`k.bound_${field}`)} else ${instead} end`;
};

export const boundTo = [
  bound('email').as('bound_email'),
  bound('given_name').as('bound_given_name'),
  bound('family_name').as('bound_family_name'),
] as const;
