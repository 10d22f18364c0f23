import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJob, type Payload } from '../../platform/jobs.ts';
import { findAbout, findToSend, recordAttempt, type ToSend } from './deliveries.queries.ts';
import { events } from './events.ts';
import { postEvent, type Outcome } from './post-event.ts';
import { signedHeaders } from './signature.ts';

export const webhookTask = 'send-webhook';

const minute = 60;
const hour = 60 * minute;
/** How long after each failed attempt the next one is made, in seconds: two days in all. */
const pauses = [5, 30, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];

export const sealUse = 'webhook secret';

export const queueWebhook = (tx: Tx, customer: string, delivery: string, waitSeconds = 0): Promise<void> =>
  addJob(tx, webhookTask, { customer, delivery }, { key: `webhook ${delivery}`, waitSeconds });

/** One attempt at one event. A process that dies on the way makes it again: the receiver knows it by its id. */
export async function sendWebhook(house: House, { customer = '', delivery = '' }: Payload, timeoutMs?: number): Promise<void> {
  const found = await house.database.transaction(acrossCustomers('api'), (tx) => findToSend(tx, customer, delivery));
  if (!found) return;
  const data = await dataOf(house, customer, found);
  const outcome = data ? await post(house, delivery, found, data, timeoutMs) : ({ problem: 'not-allowed' } as const);
  await house.database.transaction(acrossCustomers('api'), (tx) =>
    settle(tx, house, { customer, delivery, attempts: found.attempts, outcome }),
  );
}

/** The ids of the event; undefined when its maker may no longer see of it, or is no longer the customer's administrator. */
async function dataOf(house: House, customerId: string, event: ToSend): Promise<Record<string, string> | undefined> {
  if (!event.enrolmentId) return {};
  const { enrolmentId } = event;
  const scope = { purpose: 'deliver-course', accountId: event.madeBy, customerId, staffOf: customerId };
  const about = await house.database.transaction(scope, (tx) => findAbout(tx, customerId, enrolmentId));
  const rule = events[event.event];
  if (!about || about.shown.length === 0 || ('needs' in rule && !about.shown.includes(rule.needs))) return undefined;
  return { course: about.course, enrolment: enrolmentId, ...(event.certificateId ? { certificate: event.certificateId } : {}) };
}

function post(house: House, id: string, event: ToSend, data: Record<string, string>, timeoutMs?: number): Promise<Outcome> {
  const body = JSON.stringify({ type: event.event, timestamp: event.madeAt.toISOString(), data });
  const sealed = [event.secret, ...(event.oldSecret ? [event.oldSecret] : [])];
  const secrets = sealed.map((secret) => house.secrets.open(sealUse, secret).toString());
  const headers = signedHeaders(id, house.clock.now(), body, secrets);
  return postEvent(event.address, { headers, body }, { insideToo: house.development, ...(timeoutMs ? { timeoutMs } : {}) });
}

type Attempt = { customer: string; delivery: string; attempts: number; outcome: Outcome | { problem: 'not-allowed' } };

async function settle(tx: Tx, house: House, { customer, delivery, attempts, outcome }: Attempt): Promise<void> {
  const status = 'status' in outcome ? outcome.status : null;
  const problem = 'problem' in outcome ? outcome.problem : null;
  const delivered = status !== null && status >= 200 && status < 300;
  // 410 says that there is nobody there any more (Standard Webhooks); what may not be told does not become allowed by waiting.
  const isOver = delivered || status === 410 || problem === 'not-allowed' || problem === 'forbidden-address';
  const pause = isOver ? undefined : pauses[attempts];
  const nextAt = pause === undefined ? undefined : new Date(house.clock.now().getTime() + pause * 1000);
  await recordAttempt(tx, customer, delivery, { status, problem, delivered, nextAt });
  if (pause !== undefined) await queueWebhook(tx, customer, delivery, pause);
}
