import { whatRoleSees, whoSeesWhat, type Matrix } from '../people/index.ts';
import { sayController, type Controller } from '../privacy/index.ts';
import { formatDate } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import type { InvitationRow } from './invitation.queries.ts';
import { words } from './words.ts';

/** What someone is told before they accept, sentence by sentence: the very words, since their hash is kept as proof. */
export function noticeOf(invitation: InvitationRow, told: Told, locale: Locale): string[] {
  return [...whatItGives(invitation, told.matrix, locale), ...(told.controller ? sayController(told.controller, locale) : [])];
}

/** What the customer shows to whom, and who it is that is responsible (Art. 13(1)(a) and (b)). */
export type Told = { matrix: Matrix; controller: Controller | undefined };

/** What accepting gives and shows, a sentence each. */
export function whatItGives(invitation: InvitationRow, matrix: Matrix, locale: Locale): string[] {
  const text = words[locale].answer;
  const sees = whatRoleSees(matrix, invitation.role, locale);
  const { access_ends_at: endsAt, customer_name: customer, courses, groups, role } = invitation;
  if (role === 'student') return studentNotice(invitation, matrix, locale);
  return [
    text.role(words[locale].asRole[role]),
    ...(courses.length > 0 ? [text.courses(courses.join(', '))] : groups.length > 0 ? [] : [text.allCourses]),
    ...(groups.length > 0 ? [text.groups(groups.join(', '))] : []),
    sees ? text.sees(sees) : text.seesNothing,
    text.seenBy(customer),
    ...(role === 'course_admin' ? [text.seenByStudents] : []),
    endsAt ? text.until(formatDate(endsAt, locale)) : text.untilRevoked,
    text.logged,
  ];
}

/** A student is told who sees them, before they join (Art. 13). */
function studentNotice({ customer_name: customer, courses, role }: InvitationRow, matrix: Matrix, locale: Locale): string[] {
  const text = words[locale].answer;
  return [
    text.role(words[locale].asRole[role]),
    courses.length > 0 ? text.courses(courses.join(', ')) : text.noCourses,
    text.inGroup(customer),
    ...whoSeesWhat(matrix, locale).map(({ sentence }) => sentence),
    text.studentUntil,
  ];
}
