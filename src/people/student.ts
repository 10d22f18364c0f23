import type { StudentRow } from './students.queries.ts';
import { showsColumn, type Field } from './visibility.ts';

/**
 * Which columns of the map each value of the list comes from: what is recorded as seen, and what a test holds against the
 * map's `seenBy`. A value that is not accounted for here does not compile (N-52).
 */
export const seenColumns = {
  id: [],
  account_id: [],
  given_name: ['account.given_name'],
  family_name: ['account.family_name'],
  email: ['account.email'],
  completed_at: ['enrolment.completed_at'],
  points: ['attempt.points'],
  max_points: ['attempt.max_points'],
  passed: ['attempt.passed'],
  pages_done: ['page_visit.completed_at'],
  pages: [],
  waiting_thread: [],
  waiting_since: ['correspondence.last_sent_at'],
} as const satisfies Record<keyof StudentRow, readonly string[]>;

/** The columns of the list, for whoever is shown these fields. */
export const studentFields = (shown: readonly Field[]): string[] =>
  Object.values(seenColumns)
    .flat()
    .filter((column) => showsColumn(shown, column));

export function nameOf({ given_name, family_name }: { given_name: string | null; family_name: string | null }): string {
  return `${given_name ?? ''} ${family_name ?? ''}`.trim();
}
