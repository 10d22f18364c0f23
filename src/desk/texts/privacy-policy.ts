import { aboutPeople, dataMap, type Entry, type Role } from '../../../data-map/index.ts';
import type { Operator } from '../../platform/visit.ts';
import { explain, type Explained } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { policyWords } from './policy-words.ts';

/** `text` is Markdown. */
export type PolicyPart = { title: string } & ({ text: string[] } | { data: Explained[] });

/**
 * The privacy policy. What is held, why, on what basis, how long and who sees it comes from the data
 * map and from nowhere else, so the policy cannot say anything but what is done (GDPR Art. 13 and 14).
 */
export function policyParts(operator: Operator, locale: Locale): PolicyPart[] {
  const text = policyWords[locale];
  const name = literal(operator.name);
  const dpoEmail = mailLink(operator.dpoEmail);
  return [
    { title: text.shortTitle, text: [list(text.short)] },
    {
      title: text.whoTitle,
      text: [text.who(name, mailLink(operator.contactEmail)), text.dpo(literal(operator.dpoName), dpoEmail), text.twoRoles(name)],
    },
    { title: text.controllerTitle(operator.name), data: dataOf('controller', locale) },
    { title: text.processorTitle, data: dataOf('processor', locale) },
    { title: text.visitorsTitle, text: [text.visitors, text.guessing] },
    { title: text.receiversTitle, text: [text.receivers(name)] },
    {
      title: text.rightsTitle,
      text: [
        list(text.rights),
        text.how(`[${text.myData}](${href('myData')})`, dpoEmail),
        text.complain(`[${text.authority}](https://www.imy.se)`),
        text.automated,
      ],
    },
    { title: text.cookiesTitle, text: [text.cookies(`[${text.cookiesLink}](${href('cookies')})`)] },
  ];
}

function dataOf(role: Role, locale: Locale): Explained[] {
  return (Object.values(dataMap) as Entry[])
    .filter(aboutPeople)
    .filter((entry) => entry.role === role)
    .map((entry) => explain(entry, locale));
}

/** The whole policy as one text, the way a version of it is kept. */
export function policyText(operator: Operator, locale: Locale): string {
  return policyParts(operator, locale)
    .flatMap((part) => [`## ${part.title}`, ...('text' in part ? part.text : part.data.map((entry) => dataText(entry, locale)))])
    .join('\n\n');
}

function dataText(told: Explained, locale: Locale): string {
  const { labels } = policyWords[locale];
  const lines = [
    `${labels.kinds}: ${told.kinds}`,
    `${labels.why}: ${told.why}`,
    `${labels.basis}: ${told.basis}`,
    `${labels.howLong}: ${told.howLong}`,
    `${labels.whoSees}: ${told.whoSees}`,
    ...(told.source ? [`${labels.source}: ${told.source}`] : []),
  ];
  return `### ${told.title}\n\n${list(lines)}`;
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const mailLink = (address: string) => `[${literal(address)}](mailto:${encodeURIComponent(address).replaceAll('%40', '@')})`;

/** What the operator has typed is words, never marks. */
const literal = (words: string) => words.replace(/[\\`*_[\]<>#&!|~]/g, '\\$&');
