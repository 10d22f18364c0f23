import { notify, settleNotifications } from '../../notifications/index.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import type { House } from '../../platform/house.ts';
import type { Payload } from '../../platform/jobs.ts';
import { countDead } from '../../platform/mail/dead-letters.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { OperatorRole } from '../../platform/visit.ts';
import { listProofFaults, listStaffOf, seeAlarm, seeCount } from './alarms.queries.ts';

/** What those who run the service are told of, by mail and by the bell. */
export const alarms = ['keys-guessed', 'something-stuck'] as const;
export type Alarm = (typeof alarms)[number];

export const watchTask = 'watch-service';

/** The roles that may act on it: theirs is the page Operations. */
const told: readonly OperatorRole[] = ['support', 'executive'];
/** Guessing that has been quiet for this long and begins again is told again. */
const quietMinutes = 60;

/** Keys are being guessed: told once, however long it goes on. The job comes from whatever sees it (keys). */
export async function raiseAlarm(house: House, { alarm }: Payload): Promise<void> {
  if (alarm !== 'keys-guessed') throw new Error('There is no such alarm.');
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    if (await seeAlarm(tx, alarm, house.clock.now(), quietMinutes)) await tell(tx, house, alarm);
  });
}

/** Every few minutes: mail and jobs that have given up are told when they begin to lie there, and again when they become more. */
export async function watchService(house: House): Promise<void> {
  const { mails, jobs } = await countDead(house.database);
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    if (await seeCount(tx, 'something-stuck', house.clock.now(), mails + jobs)) await tell(tx, house, 'something-stuck');
  });
}

/**
 * A proof has ceased to hold, or holds again: the data protection officers' bell rings once for each that ceases, and is silent when all
 * of them hold. The mail is the proof's own (371).
 */
export async function ringProof(house: House, { proof }: Payload): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const to = await listStaffOf(tx, ['dpo']);
    const faults = await listProofFaults(tx);
    if (faults.length === 0) return settleNotifications(tx, 'promise-broken', to);
    if (faults.includes(String(proof))) await notify(tx, house.clock, { event: 'promise-broken', to });
  });
}

/** In the transaction that first sees it. Where nobody has a role yet, the operator's own address is told. */
async function tell(tx: Tx, house: House, alarm: Alarm): Promise<void> {
  const to = await listStaffOf(tx, told);
  if (to.length > 0) return notify(tx, house.clock, { event: alarm, to, mail: { template: alarm, about: {} } });
  const operator = await findOperator(tx);
  if (!operator) return;
  const { contactEmail: address, language } = operator;
  await postMail(tx, house.clock, { to: { address }, template: alarm, language });
}
