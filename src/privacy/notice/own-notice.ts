import { dataMap, type Entry, type PersonalTable, type Role } from '../../../data-map/index.ts';
import type { Operator } from '../../platform/visit.ts';
import type { Locale } from '../../ui/locale.ts';
import { sayController, type Controller } from '../documents/controller.ts';
import { literal, mailLink } from '../documents/document.ts';
import { personalTables } from '../paths.ts';
import { explain, type Explained } from '../explain.ts';
import type { OwnCourse, OwnRole } from './notice.queries.ts';
import { noticeWords } from './words.ts';

export type NoticeFacts = {
  operator: Operator;
  /** Each customer that is responsible for something of the person's. */
  controllers: Controller[];
  courses: OwnCourse[];
  roles: OwnRole[];
  isStaff: boolean;
  /** How many rows each table holds of the person. */
  counts: Record<string, number>;
};

export type OwnNotice = {
  short: string[];
  /** Who is responsible and how they are reached, one after the other (Art. 13(1)(a) and (b)). Text with its links. */
  reached: string[][];
  held: Record<Role, Explained[]>;
};

/** The first layer: who answers for what, and what the person can do. The second: each kind of data that there is of them. */
export function ownNotice(facts: NoticeFacts, locale: Locale): OwnNotice {
  const text = noticeWords[locale];
  const held = (role: Role) => tablesHeld(facts, role).map((entry) => explain(entry, locale));
  return {
    short: [
      text.account(facts.operator.name),
      ...(facts.courses.length > 0 ? facts.courses.map(({ course, customer }) => text.course(course, customer)) : [text.noCourses]),
      ...facts.roles.map(({ role, customer }) => text.role(text.roles[role as keyof typeof text.roles] ?? role, customer)),
      ...(facts.isStaff ? [text.operator] : []),
      text.rights,
      text.complain,
    ],
    reached: [reachOperator(facts.operator, locale), ...facts.controllers.map((one) => sayController(one, locale))],
    held: { controller: held('controller'), processor: held('processor') },
  };
}

function reachOperator({ name, contactEmail, dpoName, dpoEmail }: Operator, locale: Locale): string[] {
  const text = noticeWords[locale];
  return [text.operatorReached(literal(name), mailLink(contactEmail)), text.officer(literal(dpoName), mailLink(dpoEmail))];
}

/** Only tables that hold something of this person: a student is not told of what only staff have. */
const tablesHeld = ({ counts }: NoticeFacts, role: Role): PersonalTable[] =>
  personalTables(dataMap as Record<string, Entry>).flatMap(([table, entry]) =>
    entry.role === role && (counts[table] ?? 0) > 0 ? [entry] : [],
  );

/** The notice as one text, for its hash in the ledger. */
export const noticeText = ({ short, reached, held }: OwnNotice): string =>
  [...short, ...reached.flat(), ...[...held.controller, ...held.processor].map((one) => Object.values(one).join('; '))].join('\n');
