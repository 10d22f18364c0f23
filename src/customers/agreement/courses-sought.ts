import { z } from 'zod';
import type { FormValues } from '../../platform/read-body.ts';

/** Which courses a form shows to choose among: the chosen ones, and of the others so many as have the text in their name. */
export type CoursesSought = { text: string; chosen: readonly string[] };

/** More than these are found by searching. */
export const coursesShown = 200;
const mostChosen = 1000;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** What a form that was sent has chosen and searched for, as far as it can be asked of the database. */
export const coursesSought = ({ values, courses }: { values: Record<string, string>; courses: readonly string[] }): CoursesSought => ({
  text: (values['course_search'] ?? '').trim().slice(0, 200).toWellFormed(),
  chosen: courses.filter(isId).slice(0, mostChosen),
});

/** Whether the form was sent to search among the courses, and for nothing else. */
export const seeksCourses = ({ one }: FormValues): boolean => one['find'] === 'courses';

/** The rows that are shown, and whether there are others. */
export function cutCourses<Row extends { id: string }>(
  rows: readonly Row[],
  { chosen }: CoursesSought,
): { courses: Row[]; hasMore: boolean } {
  const others = rows.filter(({ id }) => !chosen.includes(id));
  const left = new Set(others.slice(coursesShown).map(({ id }) => id));
  return { courses: rows.filter(({ id }) => !left.has(id)), hasMore: left.size > 0 };
}
