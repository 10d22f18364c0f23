import type { StudentRow } from './students.queries.ts';

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

export const studentFields: string[] = Object.values(seenColumns).flat();

export function nameOf({ given_name, family_name }: Pick<StudentRow, 'given_name' | 'family_name'>): string {
  return `${given_name} ${family_name}`.trim();
}
