import {
  categories,
  dataMap,
  isPersonal,
  purposes,
  stores,
  type MappedTable,
  type Purpose,
  type Role,
  type Store,
} from '../../../data-map/index.ts';
import type { Operator } from '../../platform/visit.ts';
import type { Locale } from '../../ui/locale.ts';
import { explain, periodInWords } from '../explain.ts';
import { personalTables } from '../paths.ts';
import { appealDays, erasedAfterDays } from '../terms-decisions/decision.ts';
import { asText, type Part } from './document.ts';
import { tablesOf } from './facts.ts';
import { registerWords } from './register-words.ts';
import { termsFrameWords } from './terms-frame-words.ts';

/** How long before new terms begin everyone who has accepted earlier ones is told (E-05). */
export const termsNoticeMonths = 1;

/** What the terms promise the time of: the account, what one does in a course, and what has a time of its own. All others are in the policy. */
const promisedTimes = [
  'account',
  'enrolment',
  'attempt',
  'message',
  'certificate',
  'course_key',
  'enquiry',
  'session',
  'notification',
  'mail',
  'access_log',
  'data_request',
  'newsletter_subscriber',
] as const satisfies MappedTable[];

/**
 * The part of the terms that says what is done: with data, when an account is closed, when someone breaks the terms, and how they are
 * changed. It is made from the map and the settings; being a contract it does not change by itself (370, 742).
 */
export function termsFrame({ name, contactEmail }: Operator, locale: Locale): Part[] {
  const text = termsFrameWords[locale];
  const days = (count: number) => periodInWords(`P${count}D`, locale);
  return [
    { law: ['data'], title: text.dataTitle, blocks: [{ text: text.data(name) }, { list: contractual(locale) }, { text: text.policy }] },
    {
      law: ['roles'],
      title: text.roleTitle,
      blocks: [
        { text: text.ours(name) },
        { list: kindsOf('controller', locale) },
        { text: text.customers },
        { list: kindsOf('processor', locale) },
      ],
    },
    {
      law: ['suppliers'],
      title: text.suppliersTitle,
      blocks: [{ text: text.suppliers }, { list: supplied(locale) }, { text: text.supplierNames }],
    },
    {
      law: ['closing'],
      title: text.closingTitle,
      blocks: [{ text: text.closing(periodInWords(dataMap.account.retention.period, locale)) }],
    },
    { law: ['times'], title: text.timesTitle, blocks: [{ text: text.times }, { list: times(locale) }] },
    { law: ['breaking'], title: text.breakingTitle, blocks: [{ text: text.breaking(days(erasedAfterDays)) }] },
    { law: ['appeal'], title: text.appealTitle, blocks: [{ text: text.appeal(days(appealDays), days(erasedAfterDays)) }] },
    {
      law: ['changes'],
      title: text.changesTitle,
      blocks: [{ text: text.changes(periodInWords(`P${termsNoticeMonths}M`, locale)) }],
    },
    { law: ['contact'], title: text.contactTitle, blocks: [{ text: text.contact(name, contactEmail) }] },
  ];
}

/** What the service does because of the contract, as far as something is held for it. */
function contractual(locale: Locale): string[] {
  const held = new Set(personalTables(dataMap).flatMap(([, entry]) => entry.purposes));
  return (Object.keys(purposes) as Purpose[])
    .filter((purpose) => held.has(purpose) && purposes[purpose].basis === 'contract' && purpose !== 'run-service')
    .map((purpose) => purposes[purpose][locale]);
}

/** The kinds of data that one role answers for (N-43), as the map has them. */
function kindsOf(role: Role, locale: Locale): string[] {
  const held = new Set(
    tablesOf(role).flatMap(([, { columns }]) => Object.values(columns).flatMap((one) => (isPersonal(one) ? [one.category] : []))),
  );
  return (Object.keys(categories) as (keyof typeof categories)[]).filter((one) => held.has(one)).map((one) => categories[one][locale]);
}

/**
 * What a supplier may do: each service in which something of a person lies. Names are in the register, which is open and follows the
 * operator's choice of the day: a contract that named them would have to be accepted anew by everyone at each change (757).
 */
function supplied(locale: Locale): string[] {
  const used = new Set(
    Object.values(stores as Record<string, Store>).flatMap(({ service, answers }) => (service && answers ? [service] : [])),
  );
  const { services } = registerWords[locale];
  return [...used].map((service) => services[service]);
}

const times = (locale: Locale): string[] =>
  promisedTimes.map((table) => {
    const { title, howLong } = explain(dataMap[table], locale);
    return `${title}: ${howLong.charAt(0).toLowerCase()}${howLong.slice(1)}`;
  });

type InBothLanguages = Record<Locale, string>;

/** The frame as text, the way the terms are written: no marks but headings and points. */
export const frameText = (operator: Operator): InBothLanguages => ({ sv: frameIn(operator, 'sv'), en: frameIn(operator, 'en') });

const frameIn = (operator: Operator, locale: Locale): string => asText({ short: [], parts: termsFrame(operator, locale) });

/** The whole terms: the operator's own words, and the frame after them. */
export function withFrame(own: InBothLanguages, operator: Operator): InBothLanguages {
  const frame = frameText(operator);
  const whole = (locale: Locale) => `${own[locale].trim()}\n\n${frame[locale]}`;
  return { sv: whole('sv'), en: whole('en') };
}

/** Whether published terms say what the map and the settings say now, in both languages. */
export function agrees(text: InBothLanguages, operator: Operator): boolean {
  const frame = frameText(operator);
  return text.sv.trimEnd().endsWith(frame.sv) && text.en.trimEnd().endsWith(frame.en);
}
