import type { Tx } from '../platform/database.ts';
import { countCourse, countPages } from './statistics.queries.ts';

/** Fewer people than this are not shown as a group: in a small one each could be recognised. */
export const smallestGroup = 5;

/** A figure about a group, or nothing when the group is too small to show. */
export type Shown = number | undefined;

export type CourseStatistics = {
  started: Shown;
  completed: Shown;
  passed: Shown;
  /** The mean of everyone's best result, a share between 0 and 1. */
  averageShare: Shown;
  pages: { title: string; done: Shown }[];
};

export async function courseStatistics(tx: Tx, customerId: string, courseId: string): Promise<CourseStatistics> {
  const counts = await countCourse(tx, customerId, courseId);
  const pages = await countPages(tx, customerId, courseId);
  return {
    started: unlessSmall(counts.started),
    completed: unlessSmall(counts.completed),
    passed: unlessSmall(counts.passed),
    averageShare: counts.tested < smallestGroup ? undefined : (counts.averageShare ?? undefined),
    pages: pages.map(({ title, done }) => ({ title, done: unlessSmall(done) })),
  };
}

// None looks like few: that nobody in a small course has passed tells about each of them.
const unlessSmall = (count: number): Shown => (count < smallestGroup ? undefined : count);
