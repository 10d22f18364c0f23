import { randomBytes, randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

/** A webhook to a program that the customer no longer has, and the last it was told: the demo world sends nothing anywhere. */
export async function addWebhook(tx: Tx, { customerId, madeBy, now }: { customerId: string; madeBy: string; now: Date }): Promise<void> {
  const id = randomUUID();
  const terms = { address: 'https://personal.exempel.example/kursiv', events: ['enrolment.created', 'enrolment.completed'] };
  await tx
    .insertInto('webhook')
    .values({
      customer_id: customerId,
      id,
      client_id: randomUUID(),
      made_by: madeBy,
      ...terms,
      secret: randomBytes(0),
      created_at: addDays(now, -90),
      ended_at: addDays(now, -1),
    })
    .execute();
  const newest = tx.selectFrom('enrolment').select('id').where('customer_id', '=', customerId).orderBy('created_at', 'desc').limit(6);
  const told = (await newest.execute()).map(({ id: enrolment_id }, index) => {
    const made_at = addDays(now, -2 - index);
    const arrived = index % 3 !== 2;
    const outcome = arrived ? { status: 204, delivered_at: made_at } : { problem: 'unreachable', gave_up_at: made_at };
    return {
      customer_id: customerId,
      webhook_id: id,
      event: terms.events[index % 2]!,
      enrolment_id,
      made_at,
      tried_at: made_at,
      attempts: arrived ? 1 : 10,
      ...outcome,
      due_at: addDays(made_at, 30),
    };
  });
  if (told.length > 0) await tx.insertInto('webhook_delivery').values(told).execute();
}
