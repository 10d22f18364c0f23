import { z } from 'zod';
import type { Tx } from '../platform/database.ts';
import { customerOf, type Visit } from '../platform/visit.ts';
import { listKnownAddresses } from './key-list.queries.ts';
import type { ListedPerson } from './people-list.ts';
import { recordKeyLook } from './record-key-look.ts';

export type Verdict = 'new' | 'has-key' | 'in-course' | 'address' | 'name' | 'duplicate';
export type JudgedPerson = ListedPerson & { verdict: Verdict };

const longestName = 100;
const isAddress = (email: string) => email.length <= 254 && z.email().safeParse(email).success;

/** What would happen to each row of a list, before anything has. Whoever is found is recorded as seen. */
export async function judgeList(tx: Tx, visit: Visit, courseId: string, people: ListedPerson[]): Promise<JudgedPerson[]> {
  const emails = [...new Set(people.map(({ email }) => email).filter(isAddress))];
  if (emails.length === 0) return people.map((person) => ({ ...person, verdict: 'address' }));
  const { keys, students } = await listKnownAddresses(tx, { customerId: customerOf(visit).id, courseId }, emails);
  await recordKeyLook(
    tx,
    visit,
    keys.map(({ id }) => id),
    students.map(({ id }) => id),
  );
  const withKey = new Set(keys.map(({ email }) => email));
  const inCourse = new Set(students.map(({ email }) => email));
  const before = new Set<string>();
  return people.map((person) => {
    const verdict = verdictOf(person, { before, withKey, inCourse });
    before.add(person.email);
    return { ...person, verdict };
  });
}

type Known = { before: Set<string>; withKey: Set<string | null>; inCourse: Set<string | null> };

function verdictOf({ email, givenName, familyName }: ListedPerson, { before, withKey, inCourse }: Known): Verdict {
  if (!isAddress(email)) return 'address';
  if (before.has(email)) return 'duplicate';
  if (givenName.length > longestName || familyName.length > longestName) return 'name';
  if (inCourse.has(email)) return 'in-course';
  return withKey.has(email) ? 'has-key' : 'new';
}
