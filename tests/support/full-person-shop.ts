import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { dayOf } from '../../src/platform/calendar.ts';
import type { Tx } from '../../src/platform/database.ts';
import { dueBy } from '../../src/privacy/index.ts';
import type { About } from './full-person-about.ts';

/** A purchase and its voucher, which a law keeps, and an order that was never confirmed. */
export async function addShopRows(tx: Tx, { person, place, ids, now, later, marker }: About): Promise<void> {
  const buyer = {
    email: person.email,
    given_name: person.givenName,
    family_name: person.familyName,
    language: 'sv',
    payment_method: 'invoice',
  };
  const course = { customer_id: place.customerId, course_id: place.courseId };
  await tx
    .insertInto('checkout')
    .values({ ...course, ...buyer, client_id: randomUUID(), asked_at: now, due_at: later })
    .execute();
  const key = await tx.selectFrom('course_key').select('id').where('bound_email', '=', person.email).executeTakeFirst();
  const sold = { ore: 49_500, vat_percent: 25 };
  const { number } = await tx
    .insertInto('purchase')
    .values({
      ...{ ...course, ...buyer, ...sold, id: ids.purchase, key_id: key?.id ?? null, course_title: `Kurs för ${marker}` },
      ordered_at: now,
      pay_by: later,
      paid_at: now,
      due_at: dueBy(dataMap.purchase.retention, now),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await tx.insertInto('purchase_look').values({ purchase_id: ids.purchase, log_id: ids.look }).execute();
  await tx
    .insertInto('voucher')
    .values({
      ...{ ...sold, kind: 'sale', vat_ore: 9_900, purchase_id: ids.purchase, reference: number },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from voucher)`,
      counterparty: `${person.givenName} ${person.familyName}`,
      happened_on: dayOf(now).toString(),
      made_at: now,
      due_at: dueBy(dataMap.voucher.retention, now),
    })
    .execute();
}
