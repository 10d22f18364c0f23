import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { placesPerList } from './status-list.ts';

/** Lists are begun before they are full, so that a free place is found at random. */
const fullAt = 100_000;
const placesTried = 64;

/** The place of a certificate in the status lists, given when it is first asked for: at random, so that it tells no order. */
export async function placeInStatusList(tx: Tx, customerId: string, certificateId: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    with lists as (
      select 1 + count(*) / ${sql.lit(fullAt)} as n from certificate where customer_id = ${customerId} and status_index is not null),
    free as (
      select floor(random() * n * ${sql.lit(placesPerList)})::integer as place from lists, generate_series(1, ${sql.lit(placesTried)}))
    update certificate c set status_index = coalesce(c.status_index, (
      select place from free where not exists
        (select from certificate o where o.customer_id = ${customerId} and o.status_index = free.place) limit 1))
    where c.customer_id = ${customerId} and c.id = ${certificateId}
    returning c.status_index as place`.execute(tx);
  return rows[0]!.place;
}

/** The places of one list whose badges hold no longer: revoked, or replaced by a new number. */
export async function listRevokedPlaces(tx: Tx, customerId: string, list: number): Promise<number[]> {
  const first = (list - 1) * placesPerList;
  const rows = await tx
    .selectFrom('certificate')
    .select('status_index as place')
    .where('customer_id', '=', customerId)
    .where('status_index', '>=', first)
    .where('status_index', '<', first + placesPerList)
    .where((c) => c.or([c('revoked_at', 'is not', null), c('replaced_by', 'is not', null)]))
    .execute();
  return rows.map(({ place }) => place! - first);
}

/** What a badge says besides the certificate: the course in a sentence, and the holder's address, read for them alone. */
export function findForBadge(tx: Tx, accountId: string, customerId: string, courseId: string) {
  return tx
    .selectFrom('course as c')
    .select(['c.tagline', 'c.description'])
    .select((c) => c.selectFrom('account as a').select('a.email').where('a.id', '=', accountId).as('email'))
    .where('c.customer_id', '=', customerId)
    .where('c.id', '=', courseId)
    .executeTakeFirstOrThrow();
}
