import { CompiledQuery, type Compilable } from 'kysely';
import type { OutlinePage } from './progress.ts';

export type MyCourse = {
  customer: string;
  customerName: string;
  course: string;
  title: string;
  language: 'sv' | 'en';
  startedAt: Date;
  lastActiveAt: Date | null;
  completed: boolean;
  /** When access ended, for a course the person can no longer open. */
  endedAt: Date | null;
  /** When the person is to be done; null when there is no such day or nothing is left to do. */
  dueAt: Date | null;
  /** When the certificate expires, if that is within a month or past: the final test is to be taken anew. */
  renewBy: Date | null;
  hasCertificate: boolean;
  hasTest: boolean;
  testOpen: boolean;
  resumePosition: number | null;
  pages: OutlinePage[];
};

type Times = 'startedAt' | 'lastActiveAt' | 'endedAt' | 'dueAt' | 'renewBy';
type Row = Omit<MyCourse, Times> & Record<Times, string | null>;

/** Travels with the entry: the person is the one in scope, and the database goes to each of their customers in turn. */
export const myCoursesQuery: Compilable<{ courses: Row[] }> = { compile: () => CompiledQuery.raw('select app.my_courses() as courses') };

export function readMyCourses(rows: Record<string, unknown>[]): MyCourse[] {
  const time = (text: string | null) => (text === null ? null : new Date(text));
  return ((rows[0]?.['courses'] ?? []) as Row[]).map((row) => ({
    ...row,
    startedAt: new Date(row.startedAt!),
    lastActiveAt: time(row.lastActiveAt),
    endedAt: time(row.endedAt),
    dueAt: time(row.dueAt),
    renewBy: time(row.renewBy),
  }));
}
