import { addDays } from '../platform/clock.ts';
import type { MyCourse } from './home.queries.ts';

/** In the order they come on the home page. */
export const urgencies = ['overdue', 'soon', 'begun', 'new', 'done', 'ended'] as const;
export type Urgency = (typeof urgencies)[number];

const soonDays = 7;

type Taken = Pick<MyCourse, 'endedAt' | 'completed' | 'dueAt' | 'renewBy' | 'lastActiveAt' | 'startedAt'>;

/** How much a course asks for attention. A day that has been set goes before what one happened to do last. */
export function urgencyOf({ endedAt, completed, dueAt, renewBy, lastActiveAt }: Taken, now: Date): Urgency {
  if (endedAt) return 'ended';
  if (renewBy) return renewBy < now ? 'overdue' : 'soon';
  if (completed) return 'done';
  if (dueAt && dueAt < now) return 'overdue';
  if (dueAt && dueAt < addDays(now, soonDays)) return 'soon';
  return lastActiveAt ? 'begun' : 'new';
}

/** The most urgent first; among equals the nearest day, then what was used last. */
export function byUrgency(now: Date) {
  const rank = (course: Taken) => urgencies.indexOf(urgencyOf(course, now));
  const due = (course: Taken) => (course.renewBy ?? course.dueAt)?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const used = (course: Taken) => (course.lastActiveAt ?? course.startedAt).getTime();
  return (one: Taken, other: Taken): number => rank(one) - rank(other) || due(one) - due(other) || used(other) - used(one);
}
