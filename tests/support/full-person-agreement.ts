import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** Agreements, data terms and exports of a customer. */
export async function addAgreementRows(tx: Tx, { person, place, ids, now, later, marker, customer, account }: About): Promise<void> {
  // Long over: it sets no limit for anyone.
  const over = new Date(now.getTime() - 86_400_000);
  await tx
    .insertInto('agreement')
    .values({
      ...customer,
      id: ids.agreement,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from agreement where customer_id = ${place.customerId})`,
      language: 'sv',
      starts_at: new Date(over.getTime() - 86_400_000),
      ends_at: over,
      period_months: 12,
      renews: false,
      notice_months: 1,
      seats: 9,
      all_courses: true,
      client_id: randomUUID(),
      created_at: over,
    })
    .execute();
  const proof = {
    ...customer,
    agreement_id: ids.agreement,
    text: 'villkor',
    text_hash: 'x',
    form_fingerprint: 'x',
    language: 'sv',
    accepted_at: now,
  };
  await tx
    .insertInto('data_terms_acceptance')
    .values([
      { ...proof, version: 1, ...account, name: person.givenName, title: `chef ${marker}` },
      { ...proof, version: 2, email: person.email, name: person.familyName, title: `chef ${marker}` },
    ])
    .execute();
  await tx
    .insertInto('customer_export')
    .values({ ...customer, id: ids.export, requested_by: person.id, client_id: randomUUID(), requested_at: now, expires_at: later })
    .execute();
}
