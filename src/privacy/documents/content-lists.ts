import { dataMap, isPersonal, purposes, stores, subjects, type PersonalTable, type Store } from '../../../data-map/index.ts';
import { cookieNames } from '../../platform/cookies.ts';
import { keyringCopiesDays } from '../erase.ts';
import { explain, periodInWords } from '../explain.ts';
import { subjectsOf } from '../map/answers.ts';
import { asRead, blockText, type Document, type DocumentKind } from './document.ts';
import { tablesOf, type DocumentFacts } from './facts.ts';
import { lawsThatKeep, restingOn } from './privacy-policy.ts';

/** One demand of the law on a text: which words must stand in the parts that claim to answer it. */
export type Demand = { law: string; says: (facts: DocumentFacts, locale: 'sv' | 'en') => string[] };

const operator: Demand['says'] = ({ operator: { name, contactEmail } }) => [name, contactEmail];
const officer: Demand['says'] = ({ operator: { dpoName, dpoEmail } }) => [dpoName, dpoEmail];
const both: Demand['says'] = (facts, locale) => [...operator(facts, locale), ...officer(facts, locale)];
/** The processor and its officer; where the text is one customer's, the controller, its representative and its officer, and how each is reached. */
const parties: Demand['says'] = (facts, locale) => {
  const { controller } = facts;
  if (!controller) return both(facts, locale);
  const reached = Object.values(controller.contacts).flatMap(({ name, address, email, phone }) => [
    name,
    ...address.split('\n'),
    email,
    phone,
  ]);
  return [...both(facts, locale), controller.name, controller.orgNumber, ...reached].filter(
    (said) => typeof said === 'string' && said !== '',
  ) as string[];
};
const isStorage = (service: string): boolean => Object.values<Store>(stores).some((store) => store.service === service);
const receivers: Demand['says'] = ({ register }) => register.filter((one) => one.on).map(({ name }) => name);
const words =
  (sv: string[], en: string[]): Demand['says'] =>
  (_, locale) =>
    locale === 'sv' ? sv : en;

/** Everything the map answers of these tables: kinds, purposes, bases, periods, viewers, sources. */
const answers =
  (tables: () => PersonalTable[]): Demand['says'] =>
  (_, locale) =>
    tables().flatMap((entry) => {
      const { title, kinds, why, basis, howLong, whoSees, source } = explain(entry, locale);
      return [title, kinds, why, basis, howLong, whoSees, ...(source ? [source] : [])];
    });
const held = (role: 'controller' | 'processor') => () => tablesOf(role).map(([, entry]) => entry);

const activities: Demand['says'] = (_, locale) =>
  held('controller')().flatMap((entry) => [
    ...entry.purposes.map((purpose) => purposes[purpose][locale].slice(1)),
    ...subjectsOf(entry).map((subject) => subjects[subject][locale]),
    explain(entry, locale).howLong,
    ...(entry.source ? [entry.source[locale]] : []),
  ]);
const kinds: Demand['says'] = (_, locale) =>
  held('processor')().flatMap((entry) => {
    const { title, kinds: data, why, howLong } = explain(entry, locale);
    return Object.values(entry.columns).some(isPersonal) ? [title, data, why, howLong] : [];
  });

/** The lists of Art. 13, 14, 28 and 30 and of LEK 9:28, each demand with what must be said. */
export const contentLists: Record<DocumentKind, Demand[]> = {
  'privacy-policy': [
    { law: '13(1)(a)', says: operator },
    {
      law: '13(1)(b)',
      says: (facts, locale) => [...officer(facts, locale), ...words(['hur du når dem'], ['how you reach them'])(facts, locale)],
    },
    { law: 'data held as controller', says: answers(held('controller')) },
    { law: 'data held as processor', says: answers(held('processor')) },
    { law: '13(1)(d)', says: words(['berättigat intresse', 'svara dig'], ['legitimate interest', 'to answer you']) },
    { law: '13(1)(e)', says: receivers },
    { law: '13(1)(f)', says: words(['EES'], ['EEA']) },
    { law: '17(3)', says: (_, locale) => lawsThatKeep(locale) },
    {
      law: '13(2)(b)',
      says: words(
        ['få en kopia', 'rätta', 'radera', 'begränsa', 'ta med dig', 'invända', 'inom en månad'],
        ['have a copy', 'correct', 'erase', 'restrict', 'take with you', 'object', 'within one month'],
      ),
    },
    {
      law: '13(2)(c)',
      says: (facts, locale) => [
        ...words(['lika lätt som du gav det'], ['as easily as you gave it'])(facts, locale),
        ...restingOn('consent', locale),
      ],
    },
    { law: '17', says: words(['kvitto på vad som togs bort', 'vad som finns kvar'], ['a receipt of what was removed', 'what is left']) },
    {
      law: 'backups',
      says: (_, locale) => [
        periodInWords(stores.backups.retention, locale),
        periodInWords(`P${keyringCopiesDays}D`, locale),
        locale === 'sv' ? 'ingen kopia läsas om dig' : 'no copy can be read about you',
      ],
    },
    { law: '13(2)(d)', says: words(['Integritetsskyddsmyndigheten'], ['Authority for Privacy Protection']) },
    { law: '13(2)(e)', says: words(['Utan mejladress kan du inte'], ['Without an e-mail address you cannot']) },
    { law: '13(2)(f)', says: words(['automatiskt'], ['automatically']) },
    { law: '14(2)(f)', says: words(['lämnar du själv', 'från kunden'], ['you give yourself', 'from the customer']) },
    { law: '9', says: words(['hälsa'], ['health']) },
    { law: 'visitors', says: words(['utan att vi sparar', 'inom ett dygn'], ['storing anything', 'within a day']) },
    { law: 'cookies', says: words(['Kakor'], ['Cookies']) },
  ],
  cookies: [
    { law: 'each', says: () => Object.values(cookieNames) },
    { law: 'who', says: operator },
    { law: 'shared', says: words(['andra webbplatser'], ['other sites']) },
    { law: 'browser', says: words(['en vecka'], ['a week']) },
    { law: 'optional', says: words(['lika lätt', 'Global Privacy Control'], ['as easy', 'Global Privacy Control']) },
    { law: 'withdraw', says: words(['ta bort kakorna'], ['remove the cookies']) },
    { law: 'authority', says: words(['PTS', 'IMY'], ['PTS', 'IMY']) },
  ],
  'record-controller': [
    { law: '30(1)(a)', says: both },
    { law: '30(1)(b)', says: activities },
    { law: '30(1)(c)', says: activities },
    { law: '30(1)(d)', says: receivers },
    { law: '30(1)(e)', says: words(['EES'], ['EEA']) },
    { law: '30(1)(f)', says: activities },
    { law: '30(1)(g)', says: words(['rad för rad'], ['row by row']) },
  ],
  'record-processor': [
    { law: '30(2)(a)', says: parties },
    { law: '30(2)(b)', says: kinds },
    { law: '30(2)(c)', says: words(['EES'], ['EEA']) },
    { law: '30(2)(d)', says: words(['rad för rad'], ['row by row']) },
    { law: 'sub-processors', says: receivers },
  ],
  annex: [
    { law: 'parties', says: parties },
    { law: '28(3) subject-matter', says: words(['kurser på nätet'], ['online courses']) },
    { law: '28(3) duration', says: words(['så länge avtalet gäller'], ['as long as the agreement']) },
    { law: '28(3) nature and purpose', says: kinds },
    { law: '28(3) kinds and subjects', says: kinds },
    { law: '28(3)(a)', says: words(['skriftligt'], ['in writing']) },
    { law: '28(3)(b)', says: words(['tystnadsplikt'], ['secrecy']) },
    { law: '28(3)(c)', says: words(['rad för rad'], ['row by row']) },
    { law: '28(3)(d)', says: (facts, locale) => [...receivers(facts, locale), locale === 'sv' ? 'innan vi byter' : 'before we change'] },
    { law: 'transfers', says: words(['EES'], ['EEA']) },
    { law: '28(3)(e)', says: (facts) => [facts.operator.dpoEmail] },
    { law: '28(3)(f)', says: words(['anmälan', 'konsekvensbedömningar'], ['report', 'impact assessments']) },
    {
      law: '28(3)(g)',
      says: (_, locale) => [
        locale === 'sv' ? 'lämnas tillbaka eller raderas' : 'given back or erased',
        periodInWords(dataMap.customer_contact.retention.period, locale),
      ],
    },
    { law: '28(3)(h)', says: words(['granska'], ['audit']) },
  ],
  storage: [
    { law: 'places', says: ({ register }) => register.filter((one) => one.on && one.services.some(isStorage)).map(({ name }) => name) },
    { law: 'eea', says: words(['EES'], ['EEA']) },
    { law: 'changes', says: words(['ny version'], ['new version']) },
  ],
  suppliers: [
    { law: 'suppliers', says: ({ register }) => register.filter((one) => one.on && !one.own).flatMap(({ name, place }) => [name, place]) },
    { law: 'foreign law', says: words(['Cloud Act'], ['CLOUD Act']) },
    { law: 'changes', says: words(['ny version'], ['new version']) },
  ],
};

/** What a text lacks of what the law demands; nothing when it is whole. */
export function missingIn(document: Document, facts: DocumentFacts, locale: 'sv' | 'en'): string[] {
  return contentLists[document.kind].flatMap(({ law, says }) => {
    const parts = document.parts.filter((part) => part.law.includes(law));
    // What a heading says is not an answer.
    const text = asRead(parts.flatMap(({ blocks }) => blocks.map(blockText)).join('\n'));
    return parts.length === 0
      ? [`${law} is not answered.`]
      : says(facts, locale).flatMap((wanted) => (text.includes(wanted) ? [] : [`${law} does not say "${wanted}".`]));
  });
}
