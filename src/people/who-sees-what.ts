import type { Locale } from '../ui/locale.ts';
import { groups, type Field, type Group, type GroupName, type Matrix } from './visibility.ts';
import { words } from './words.ts';

/** What those who answer for a course see of its students between them: its administrators and the customer's own. */
export function shownToAdministrators(matrix: Matrix): Field[] {
  return [...new Set([...matrix['customer-admin'], ...matrix['course-admin']])];
}

/** The matrix in plain words, as it reads to a student: a sentence for each group. */
export function whoSeesWhat(matrix: Matrix, locale: Locale): { group: GroupName; sentence: string }[] {
  const text = words[locale].visibility;
  return groups.map(({ name }) => ({ group: name, sentence: text.sees(text.groups[name], inWords(matrix[name], locale)) }));
}

/** Only those groups that are shown something: of a matrix that holds no more than what is new. */
export function whoSeesMore(matrix: Matrix, locale: Locale): string[] {
  return whoSeesWhat(matrix, locale)
    .filter(({ group }) => matrix[group].length > 0)
    .map(({ sentence }) => sentence);
}

/** The same for everyone but those who answer for the course, of whom the page that asks tells more. */
export function whatOthersSee(matrix: Matrix, locale: Locale): string[] {
  return whoSeesWhat(matrix, locale)
    .filter(({ group }) => group !== 'customer-admin' && group !== 'course-admin')
    .map(({ sentence }) => sentence);
}

function inWords(shown: readonly Field[], locale: Locale): string {
  const text = words[locale].visibility;
  if (shown.length === 0) return text.nothing;
  const whole = shown.includes('given_name') && shown.includes('family_name');
  const rest = whole ? shown.filter((field) => field !== 'given_name' && field !== 'family_name') : shown;
  const parts = [...(whole ? [text.fullName] : []), ...rest.map((field) => text.yours[field])];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** What someone with this role will see of the students they are there for, in the words of whoever looks; empty for nothing. */
export function whatRoleSees(matrix: Matrix, role: Group['role'], locale: Locale): string {
  const group = groups.find((one) => one.role === role)!;
  const parts = matrix[group.name].map((field) => words[locale].visibility.fields[field]);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
