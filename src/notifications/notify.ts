import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { postMails } from '../platform/mail/post-mail.ts';
import { dataMap } from '../../data-map/index.ts';
import { addPeriod } from '../privacy/index.ts';
import { events, reaches, type EventName } from './events.ts';
import { listWays, putNotifications, type Way } from './notify.queries.ts';
import { mailTime, usualRhythm } from './rhythm.ts';

export type Notice = {
  event: EventName;
  /** Whom it concerns. Those whose account is closed or erased are left out. */
  to: readonly string[];
  customerId?: string;
  courseId?: string;
  /** The event's own mail, for whoever wants it at once; without it they get the collected one. */
  mail?: { template: string; about: Record<string, string>; waitSeconds?: number; priority?: number };
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

type Judged = { bell: boolean; mailNow: boolean; mailAt: Date | undefined };

/** What one must act on comes at once, at any hour. */
function judge(event: EventName, way: Way, now: Date, hasOwnMail: boolean): Judged {
  const rules = events[event];
  const bell = reaches(rules.bell, way.customerBell, way.ownBell);
  if (!reaches(rules.mail, way.customerMail, way.ownMail)) return { bell, mailNow: false, mailAt: undefined };
  const rhythm = way.digest ? { ...way, digest: way.digest, timeZone: way.timeZone ?? usualRhythm.timeZone } : usualRhythm;
  const later = (rules.mail as string) === 'always' ? undefined : mailTime(now, rhythm);
  const mailNow = later === undefined && hasOwnMail;
  return { bell, mailNow, mailAt: mailNow ? undefined : (later ?? now) };
}

async function mailAtOnce(tx: Tx, clock: Clock, mail: NonNullable<Notice['mail']>, people: readonly Way[]): Promise<void> {
  const { template, about, waitSeconds = 0, priority = 0 } = mail;
  const mails = people.map(({ accountId, language }) => ({ to: { accountId }, template, language, about }));
  await postMails(tx, clock, mails, { waitSeconds, priority });
}
