import { dataMap, type Entry, type PersonalTable, type Role } from '../../../data-map/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { personalTables } from '../paths.ts';
import { explain, type Explained } from '../explain.ts';
import type { OwnCourse, OwnRole } from './notice.queries.ts';
import { noticeWords } from './words.ts';

export type NoticeFacts = {
  operatorName: string;
  courses: OwnCourse[];
  roles: OwnRole[];
  isStaff: boolean;
  /** How many rows each table holds of the person. */
  counts: Record<string, number>;
};

export type OwnNotice = { short: string[]; held: Record<Role, Explained[]> };

/** The first layer: who answers for what, and what the person can do. The second: each kind of data that there is of them. */
export function ownNotice(facts: NoticeFacts, locale: Locale): OwnNotice {
  const text = noticeWords[locale];
  const held = (role: Role) => tablesHeld(facts, role).map((entry) => explain(entry, locale));
  return {
    short: [
      text.account(facts.operatorName),
      ...(facts.courses.length > 0 ? facts.courses.map(({ course, customer }) => text.course(course, customer)) : [text.noCourses]),
      ...facts.roles.map(({ role, customer }) => text.role(text.roles[role as keyof typeof text.roles] ?? role, customer)),
      ...(facts.isStaff ? [text.operator] : []),
      text.rights,
    ],
    held: { controller: held('controller'), processor: held('processor') },
  };
}

/** Only tables that hold something of this person: a student is not told of what only staff have. */
const tablesHeld = ({ counts }: NoticeFacts, role: Role): PersonalTable[] =>
  personalTables(dataMap as Record<string, Entry>).flatMap(([table, entry]) =>
    entry.role === role && (counts[table] ?? 0) > 0 ? [entry] : [],
  );

/** The notice as one text, for its hash in the ledger. */
export const noticeText = ({ short, held }: OwnNotice): string =>
  [...short, ...[...held.controller, ...held.processor].map((one) => Object.values(one).join('; '))].join('\n');
