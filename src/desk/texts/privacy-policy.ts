import { aboutPeople, dataMap, type Entry, type PersonalTable, type Role } from '../../../data-map/index.ts';
import type { Operator } from '../../platform/visit.ts';
import { explain } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { policyWords } from './policy-words.ts';

/**
 * The privacy policy as Markdown. What is held, why, on what basis, how long and who sees it comes
 * from the data map and from nowhere else, so the policy cannot say anything but what is done
 * (GDPR Art. 13 and 14).
 */
export function policyText(operator: Operator, locale: Locale): string {
  const text = policyWords[locale];
  const name = literal(operator.name);
  const dpo = { name: literal(operator.dpoName), email: mailLink(operator.dpoEmail) };
  return [
    `## ${text.shortTitle}`,
    list(text.short),
    `## ${text.whoTitle}`,
    text.who(name, mailLink(operator.contactEmail)),
    text.dpo(dpo.name, dpo.email),
    text.twoRoles(name),
    `## ${text.controllerTitle(name)}`,
    ...entriesOf('controller', locale),
    `## ${text.processorTitle}`,
    ...entriesOf('processor', locale),
    `## ${text.visitorsTitle}`,
    text.visitors,
    text.guessing,
    `## ${text.receiversTitle}`,
    text.receivers(name),
    `## ${text.rightsTitle}`,
    list(text.rights),
    text.how(`[${text.myData}](${href('myData')})`, dpo.email),
    text.complain(`[${text.authority}](https://www.imy.se)`),
    text.automated,
    `## ${text.cookiesTitle}`,
    text.cookies(`[${text.cookiesLink}](${href('cookies')})`),
  ].join('\n\n');
}

function entriesOf(role: Role, locale: Locale): string[] {
  const entries = (Object.values(dataMap) as Entry[]).filter((entry): entry is PersonalTable => aboutPeople(entry) && entry.role === role);
  return entries.map((entry) => entryText(entry, locale));
}

function entryText(entry: PersonalTable, locale: Locale): string {
  const { labels } = policyWords[locale];
  const told = explain(entry, locale);
  const lines = [
    [labels.kinds, told.kinds],
    [labels.why, told.why],
    [labels.basis, told.basis],
    [labels.howLong, told.howLong],
    [labels.whoSees, told.whoSees],
    ...(told.source ? [[labels.source, told.source]] : []),
  ];
  return `### ${told.title}\n\n${list(lines.map(([label, value]) => `**${label}:** ${value}`))}`;
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const mailLink = (address: string) => `[${literal(address)}](mailto:${encodeURIComponent(address).replaceAll('%40', '@')})`;

/** What the operator has typed is words, never marks. */
const literal = (words: string) => words.replace(/[\\`*_[\]<>#&!|~]/g, '\\$&');
