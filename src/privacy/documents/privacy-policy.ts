import { dataMap, purposes, stores, type Basis, type Purpose } from '../../../data-map/index.ts';
import { isInEea } from '../../platform/register.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { keyringCopiesDays } from '../erase.ts';
import { explain, howLong, periodInWords } from '../explain.ts';
import { keptByLaw } from '../kept-by-law.ts';
import { link, literal, mailLink, type Block, type Document, type Part } from './document.ts';
import { countryName, tablesOf, type DocumentFacts } from './facts.ts';
import { policyWords } from './policy-words.ts';
import { registerWords } from './register-words.ts';

/**
 * The privacy policy. What is held, why, on what basis, how long and who sees it comes from the data
 * map and from nowhere else, so the policy cannot say anything but what is done (GDPR Art. 13 and 14).
 */
export function privacyPolicy(facts: DocumentFacts, locale: Locale): Document {
  const text = policyWords[locale];
  return {
    kind: 'privacy-policy',
    title: text.title,
    short: text.short,
    parts: [
      who(facts, locale),
      ...held(facts, locale),
      ...circumstances(locale),
      ...receivers(facts, locale),
      ...rights(facts, locale),
      erasure(locale),
    ],
  };
}

function who({ operator }: DocumentFacts, locale: Locale): Part {
  const text = policyWords[locale];
  const name = literal(operator.name);
  return {
    law: ['13(1)(a)', '13(1)(b)'],
    title: text.whoTitle,
    blocks: [
      { text: text.who(name, mailLink(operator.contactEmail)) },
      { text: text.dpo(literal(operator.dpoName), mailLink(operator.dpoEmail)) },
      { text: text.twoRoles(name) },
      { text: text.tellPerson(link(text.tellPersonLink, href('ownNotice'))) },
    ],
  };
}

const held = ({ operator }: DocumentFacts, locale: Locale): Part[] =>
  (['controller', 'processor'] as const).map((role) => {
    const text = policyWords[locale];
    const title = role === 'controller' ? text.controllerTitle(operator.name) : text.processorTitle;
    return { law: [`data held as ${role}`], title, blocks: [{ table: heldTable(tablesOf(role), title, locale) }] };
  });

/** Each category explained (Art. 13(1)(c), 13(2)(a), 14(1)(d), 14(2)(f)). */
function heldTable(tables: ReturnType<typeof tablesOf>, caption: string, locale: Locale) {
  const { labels } = policyWords[locale];
  const told = tables.map(([, entry]) => explain(entry, locale));
  return {
    caption,
    columns: [labels.data, labels.kinds, labels.why, labels.basis, labels.howLong, labels.whoSees],
    rows: told.map(({ title, kinds, source, why, basis, howLong, whoSees }) => [
      title,
      source ? `${kinds} (${labels.source.toLowerCase()}: ${source})` : kinds,
      why,
      basis,
      howLong,
      whoSees,
    ]),
    empty: '',
  };
}

function circumstances(locale: Locale): Part[] {
  const text = policyWords[locale];
  return [
    { law: ['13(1)(d)'], title: text.interestTitle, blocks: [{ text: text.interest(joined(interests(locale), locale)) }] },
    { law: ['14(2)(f)'], title: text.sourceTitle, blocks: [{ text: text.source }] },
    { law: ['13(2)(e)'], title: text.mustTitle, blocks: [{ text: text.must }] },
    { law: ['9'], title: text.freeTextTitle, blocks: [{ text: text.freeText }] },
    { law: ['visitors'], title: text.visitorsTitle, blocks: [{ text: text.visitors }, { text: text.guessing }] },
  ];
}

/** What rests on a legitimate interest is named (Art. 13(1)(d)). */
export const interests = (locale: Locale): string[] => restingOn('interest', locale);

export const restingOn = (basis: Basis, locale: Locale): string[] =>
  (Object.keys(purposes) as Purpose[]).filter((purpose) => purposes[purpose].basis === basis).map((purpose) => purposes[purpose][locale]);

const joined = (items: string[], locale: Locale): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);

function receivers({ register }: DocumentFacts, locale: Locale): Part[] {
  const text = policyWords[locale];
  const { services, safeguards } = registerWords[locale];
  const on = register.filter((one) => one.on);
  const abroad = on.filter((one) => !isInEea(one.country) || !isInEea(one.parentCountry)).map(({ name }) => name);
  const table = {
    caption: text.receiversTitle,
    columns: [...text.receiverColumns],
    rows: on.map((one) => [
      one.name,
      one.services.map((service) => services[service]).join(', '),
      countryName(one.country, locale),
      countryName(one.parentCountry, locale),
      safeguards[one.safeguard],
    ]),
    empty: text.receiversNone,
  };
  const reach = on.length === 0 ? text.receiversNone : abroad.length > 0 ? text.outside(literal(abroad.join(', '))) : text.inside;
  return [
    { law: ['13(1)(e)'], title: text.receiversTitle, blocks: [{ text: text.receivers }, { table }] },
    { law: ['13(1)(f)'], title: text.transfersTitle, blocks: [{ text: reach }] },
  ];
}

/** What is erased is gone from the backups too, and from when (Art. 17; 123). */
function erasure(locale: Locale): Part {
  const text = policyWords[locale];
  const closing = periodInWords(dataMap.account.retention.period, locale);
  const [kept, keys] = [periodInWords(stores.backups.retention, locale), periodInWords(`P${keyringCopiesDays}D`, locale)];
  return {
    law: ['17', '17(3)', 'backups'],
    title: text.erasureTitle,
    blocks: [
      { text: text.erasure(closing) },
      { text: text.backups(kept, keys) },
      { text: text.kept },
      { text: text.keptByLaw },
      { list: lawsThatKeep(locale) },
    ],
  };
}

/** What stays though its person is erased, how long, and which law says so (Art. 17(3)). */
export const lawsThatKeep = (locale: Locale): string[] =>
  keptByLaw().map(
    ({ entry, law }) => `${entry.title[locale]}. ${howLong(entry.retention, locale)}. ${policyWords[locale].by(law[locale])}`,
  );

function rights({ operator }: DocumentFacts, locale: Locale): Part[] {
  const text = policyWords[locale];
  const list: Block = { list: text.rights };
  return [
    {
      law: ['13(2)(b)'],
      title: text.rightsTitle,
      blocks: [list, { text: text.how(link(text.myData, href('myData')), mailLink(operator.dpoEmail)) }],
    },
    {
      law: ['13(2)(c)'],
      title: text.consentTitle,
      blocks: [
        { text: text.consents },
        { list: restingOn('consent', locale) },
        { text: text.withdraw(link(text.choices, href('ownChoices'))) },
      ],
    },
    { law: ['13(2)(d)'], title: text.complainTitle, blocks: [{ text: text.complain(link(text.authority, 'https://www.imy.se')) }] },
    { law: ['13(2)(f)'], title: text.automatedTitle, blocks: [{ text: text.automated }] },
    { law: ['cookies'], title: text.cookiesTitle, blocks: [{ text: text.cookies(link(text.cookiesLink, href('cookies'))) }] },
  ];
}
