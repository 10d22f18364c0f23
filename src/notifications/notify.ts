import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { postMails } from '../platform/mail/post-mail.ts';
import { dataMap } from '../../data-map/index.ts';
import { addPeriod } from '../privacy/index.ts';
import type { EventName } from './events.ts';
import { judge } from './judge.ts';
import { listWays, putNotifications, type Way } from './notify.queries.ts';

export type Notice = {
  event: EventName;
  /** Whom it concerns. Those whose account is closed or erased are left out. */
  to: readonly string[];
  customerId?: string;
  courseId?: string;
  /** The event's own mail, for whoever wants it at once; without it they get the collected one. */
  mail?: { template: string; about: Record<string, string>; priority?: number };
};

export const digestTask = 'send-digests';

/**
 * The one place where anyone is told that something has happened, by the bell and by mail, in the transaction of what
 * happened. It says which event and where, and never about whom or what.
 */
export async function notify(tx: Tx, clock: Clock, notice: Notice): Promise<void> {
  if (notice.to.length === 0) return;
  const { event, customerId, courseId, mail } = notice;
  const now = clock.now();
  const told = (await listWays(tx, event, notice.to, customerId)).map((way) => ({ ...way, ...judge(event, way, now, mail !== undefined) }));
  const kept = told.filter(({ bell, mailAt }) => bell || mailAt);
  const until = addPeriod(now, dataMap.notification.retention.period);
  await putNotifications(tx, { event, customerId, courseId, at: now, until }, kept);
  if (mail)
    await mailAtOnce(
      tx,
      clock,
      mail,
      told.filter((one) => one.mailNow),
    );
  if (kept.some(({ mailAt }) => mailAt && mailAt <= now)) await addJob(tx, digestTask, {}, { key: digestTask });
}

async function mailAtOnce(tx: Tx, clock: Clock, mail: NonNullable<Notice['mail']>, people: readonly Way[]): Promise<void> {
  const { template, about, priority = 0 } = mail;
  const mails = people.map(({ accountId, language }) => ({ to: { accountId }, template, language, about }));
  await postMails(tx, clock, mails, { priority });
}
