import { z } from 'zod';
import type { ListedPerson } from '../../keys/index.ts';
import type { KnownPerson } from './people-import.queries.ts';

export type Verdict = 'new' | 'member' | 'name-differs' | 'in-group' | 'invited' | 'address' | 'name' | 'duplicate' | 'no-seat';
export type JudgedPerson = ListedPerson & { verdict: Verdict; accountId?: string };

/** What is known of the people of a list, and how many seats are free; undefined when nothing is counted. */
export type Known = { people: readonly KnownPerson[]; invited: readonly string[]; freeSeats: number | undefined };

const longestName = 100;
export const isAddress = (email: string): boolean => email.length <= 254 && z.email().safeParse(email).success;

/** What would happen to each row, before anything has. The seats go to those who stand first. */
export function judgePeople(list: readonly ListedPerson[], { people, invited, freeSeats = Infinity }: Known): JudgedPerson[] {
  const known = new Map(people.map((person) => [person.email, person]));
  const waiting = new Set(invited);
  const before = new Set<string>();
  let free = freeSeats;
  return list.map((person) => {
    const found = known.get(person.email);
    const verdict = before.has(person.email) && isAddress(person.email) ? 'duplicate' : verdictOf(person, found, waiting);
    before.add(person.email);
    const needsSeat = verdict === 'new' || ((verdict === 'member' || verdict === 'name-differs') && !found?.has_seat);
    if (needsSeat && free <= 0) return { ...person, verdict: 'no-seat' };
    if (needsSeat) free -= 1;
    return { ...person, verdict, ...(found ? { accountId: found.id } : {}) };
  });
}

function verdictOf(person: ListedPerson, found: KnownPerson | undefined, waiting: Set<string>): Verdict {
  if (!isAddress(person.email)) return 'address';
  if (person.givenName.length > longestName || person.familyName.length > longestName) return 'name';
  if (found?.in_group) return 'in-group';
  if (!found) return waiting.has(person.email) ? 'invited' : 'new';
  return hasOtherName(person, found) ? 'name-differs' : 'member';
}

/** Only a name that the reader is shown can differ: nothing else is told by the answer. */
function hasOtherName(person: ListedPerson, found: KnownPerson): boolean {
  const differs = (typed: string, own: string | null) => typed !== '' && own !== null && own !== '' && !isSame(typed, own);
  return differs(person.givenName, found.given_name) || differs(person.familyName, found.family_name);
}

const isSame = (one: string, other: string) => one.localeCompare(other, 'sv', { sensitivity: 'accent' }) === 0;
