import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import { randomUUID } from 'node:crypto';

/** A webhook that the person has made and that has told of them. It has ended: a test's own events go nowhere. */
export async function addWebhook(tx: Tx, of: { customerId: string; accountId: string; enrolmentId: string }, at: Date): Promise<void> {
  const customer_id = of.customerId;
  const terms = { address: 'https://program.example/kursiv', events: ['enrolment.created'], secret: Buffer.from('hemlighet') };
  const { id: webhook_id } = await tx
    .insertInto('webhook')
    .values({ customer_id, client_id: randomUUID(), made_by: of.accountId, ...terms, created_at: at, ended_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const told = { event: 'enrolment.created', enrolment_id: of.enrolmentId, made_at: at, delivered_at: at, due_at: addDays(at, 30) };
  await tx
    .insertInto('webhook_delivery')
    .values({ customer_id, webhook_id, ...told })
    .execute();
}
