import { CompiledQuery, type Compilable } from 'kysely';
import type { Question, Reply } from '../assessment/index.ts';
import type { Tx } from '../platform/database.ts';
import type { OutlinePage } from './progress.ts';

/** `lineageId` is what the page's text points at. */
export type PageQuestion = Question & { lineageId: string; latest: { reply: Reply; at: string } | null };

/** Everything a course page shows, as app.course_page gives it. */
export type CoursePageRow = {
  enrolmentId: string;
  resumePageId: string | null;
  completed: boolean;
  course: { title: string; language: 'sv' | 'en' };
  page: { id: string; position: number; title: string; minutes: number; html: string };
  outline: OutlinePage[];
  questions: PageQuestion[];
  /** What the student has written in the boxes of the page, by box; null on a page without any. */
  reflections: Record<string, string> | null;
  test: { open: boolean } | null;
  unread: number;
};

type Row = { page: CoursePageRow | null };

const coursePage = (courseSlug: string, position: number): CompiledQuery<Row> =>
  CompiledQuery.raw('select app.course_page($1, $2) as page', [courseSlug, position]);

/** Travels with the entry: the person and the customer are those in scope. */
export const coursePageQuery = (courseSlug: string, position: number): Compilable<Row> => ({
  compile: () => coursePage(courseSlug, position),
});

export async function readCoursePage(tx: Tx, courseSlug: string, position: number): Promise<CoursePageRow | undefined> {
  const { rows } = await tx.executeQuery(coursePage(courseSlug, position));
  return rows[0]?.page ?? undefined;
}
