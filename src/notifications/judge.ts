import { events, reaches, type EventName } from './events.ts';
import type { Way } from './notify.queries.ts';
import { mailTime, usualRhythm } from './rhythm.ts';

export type Judged = { bell: boolean; mailNow: boolean; mailAt: Date | undefined };

/** What one must act on comes at once, at any hour. */
export function judge(event: EventName, way: Way, now: Date, hasOwnMail: boolean): Judged {
  const rules = events[event];
  const bell = reaches(rules.bell, way.customerBell, way.ownBell);
  if (!reaches(rules.mail, way.customerMail, way.ownMail)) return { bell, mailNow: false, mailAt: undefined };
  const rhythm = way.digest ? { ...way, digest: way.digest, timeZone: way.timeZone ?? usualRhythm.timeZone } : usualRhythm;
  const later = (rules.mail as string) === 'always' ? undefined : mailTime(now, rhythm);
  const mailNow = later === undefined && hasOwnMail;
  return { bell, mailNow, mailAt: mailNow ? undefined : (later ?? now) };
}
