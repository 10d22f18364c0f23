import {
  bases,
  categories,
  dataMap,
  isPersonal,
  purposes,
  subjects,
  viewers,
  type PersonalTable,
  type Purpose,
} from '../../../data-map/index.ts';
import { promises } from '../../../promises/index.ts';
import { isInEea } from '../../platform/register.ts';
import type { Locale } from '../../ui/locale.ts';
import { explain, howLong, periodInWords } from '../explain.ts';
import { subjectsOf } from '../map/answers.ts';
import { sayController } from './controller.ts';
import { literal, mailLink, type Block, type Document, type Part } from './document.ts';
import { countryName, tablesOf, type DocumentFacts } from './facts.ts';
import { recordWords } from './record-words.ts';
import { registerWords } from './register-words.ts';

/** Art. 30(1): what the operator does as controller, a row for each purpose. */
export function controllerRecord(facts: DocumentFacts, locale: Locale): Document {
  const text = recordWords[locale];
  const { operator } = facts;
  return {
    kind: 'record-controller',
    title: text.controllerTitle,
    short: text.controllerShort,
    parts: [
      {
        law: ['30(1)(a)'],
        title: text.whoTitle,
        blocks: [{ text: text.controller(literal(operator.name), mailLink(operator.contactEmail)) }, { text: dpo(facts, locale) }],
      },
      {
        law: ['30(1)(b)', '30(1)(c)', '30(1)(f)'],
        title: text.activitiesTitle,
        blocks: [
          { text: text.you },
          { table: { caption: text.activitiesTitle, columns: [...text.columns], rows: activities(locale), empty: '' } },
        ],
      },
      recipients(facts, locale, '30(1)(d)'),
      transfers(facts, locale, '30(1)(e)'),
      measures(locale, '30(1)(g)'),
    ],
  };
}

function activities(locale: Locale): string[][] {
  const tables = tablesOf('controller').map(([, entry]) => entry);
  return (Object.keys(purposes) as Purpose[]).flatMap((purpose) => {
    const held = tables.filter((entry) => entry.purposes.includes(purpose));
    if (held.length === 0) return [];
    const { [locale]: why, basis } = purposes[purpose];
    return [
      [
        capital(why),
        bases[basis][locale],
        people(held, locale),
        kinds(held, locale),
        sources(held, locale),
        seen(held, locale),
        periods(held, locale),
      ],
    ];
  });
}

const unique = (items: string[]): string => [...new Set(items)].join(', ');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const columnsOf = (held: PersonalTable[]) => held.flatMap(({ columns }) => Object.values(columns).filter(isPersonal));
const people = (held: PersonalTable[], locale: Locale): string =>
  unique(held.flatMap(subjectsOf).map((subject) => subjects[subject][locale]));
const kinds = (held: PersonalTable[], locale: Locale): string =>
  unique(columnsOf(held).map(({ category }) => categories[category][locale]));
/** Each time once, with what it holds for. */
function periods(held: PersonalTable[], locale: Locale): string {
  const byTime = Map.groupBy(held, (entry) => howLong(entry.retention, locale));
  return [...byTime].map(([time, entries]) => `${time}: ${unique(entries.map(({ title }) => title[locale]))}`).join('; ');
}

/** Where it comes from when it is not from the person (Art. 14(2)(f)). */
const sources = (held: PersonalTable[], locale: Locale): string =>
  unique([recordWords[locale].fromPerson, ...held.flatMap(({ source }) => (source ? [source[locale]] : []))]);

function seen(held: PersonalTable[], locale: Locale): string {
  const all = columnsOf(held).flatMap(({ seenBy }) => seenBy ?? []);
  return all.length === 0 ? viewers.nobody[locale] : [...new Set(all)].map((viewer) => viewers[viewer][locale]).join('; ');
}

/** Art. 30(2): what the operator does for one customer, who is named where the record is that customer's. */
export function processorRecord(facts: DocumentFacts, locale: Locale): Document {
  const text = recordWords[locale];
  return {
    kind: 'record-processor',
    title: text.processorTitle,
    short: text.processorShort,
    parts: [
      processorAndCustomer(facts, locale, ['30(2)(a)']),
      kindsOfProcessing(locale, ['30(2)(b)']),
      recipients(facts, locale, 'sub-processors'),
      transfers(facts, locale, '30(2)(c)'),
      measures(locale, '30(2)(d)'),
    ],
  };
}

/** Art. 28(3): what the contract must say of the processing. Which data, which measures and which sub-processors come from the map and the register. */
export function processorAnnex(facts: DocumentFacts, locale: Locale): Document {
  const text = recordWords[locale];
  const part = (law: string, title: string, words: string): Part => ({ law: [law], title, blocks: [{ text: words }] });
  const subProcessors = recipients(facts, locale, '28(3)(d)');
  return {
    kind: 'annex',
    title: text.annexTitle,
    short: text.annexShort,
    parts: [
      processorAndCustomer(facts, locale, ['parties']),
      part('28(3) subject-matter', text.subjectTitle, text.subject),
      part('28(3) duration', text.durationTitle, text.duration),
      kindsOfProcessing(locale, ['28(3) nature and purpose', '28(3) kinds and subjects']),
      part('28(3)(a)', text.instructionsTitle, text.instructions),
      part('28(3)(b)', text.secrecyTitle, text.secrecy),
      measures(locale, '28(3)(c)'),
      { ...subProcessors, title: text.subProcessorsTitle, blocks: [{ text: text.subProcessors }, ...subProcessors.blocks] },
      transfers(facts, locale, 'transfers'),
      part('28(3)(e)', text.requestsTitle, text.requests(mailLink(facts.operator.dpoEmail))),
      part('28(3)(f)', text.helpTitle, text.help),
      part('28(3)(g)', text.endTitle, text.end(periodInWords(dataMap.customer_contact.retention.period, locale))),
      part('28(3)(h)', text.auditTitle, text.audit),
    ],
  };
}

function processorAndCustomer(facts: DocumentFacts, locale: Locale, law: string[]): Part {
  const text = recordWords[locale];
  const { operator, controller } = facts;
  const processor = text.processor(literal(operator.name), mailLink(operator.contactEmail));
  const customer = controller ? sayController(controller, locale) : [text.customer];
  return { law, title: text.whoTitle, blocks: [{ list: customer }, { list: [processor, dpo(facts, locale)] }] };
}

const dpo = ({ operator }: DocumentFacts, locale: Locale): string =>
  recordWords[locale].dpo(literal(operator.dpoName), mailLink(operator.dpoEmail));

function kindsOfProcessing(locale: Locale, law: string[]): Part {
  const text = recordWords[locale];
  const rows = tablesOf('processor').map(([, entry]) => {
    const told = explain(entry, locale);
    return [told.title, told.why, people([entry], locale), told.kinds, told.howLong];
  });
  return {
    law,
    title: text.kindsTitle,
    blocks: [{ text: text.you }, { table: { caption: text.kindsTitle, columns: [...text.kindColumns], rows, empty: '' } }],
  };
}

function recipients({ register }: DocumentFacts, locale: Locale, law: string): Part {
  const text = recordWords[locale];
  const { services, safeguards } = registerWords[locale];
  const rows = register
    .filter((one) => one.on)
    .map((one) => [
      one.name,
      one.services.map((service) => services[service]).join(', '),
      countryName(one.country, locale),
      safeguards[one.safeguard],
    ]);
  const table: Block = { table: { caption: text.recipientsTitle, columns: [...text.recipientColumns], rows, empty: text.recipientsNone } };
  return { law: [law], title: text.recipientsTitle, blocks: [table] };
}

function transfers({ register }: DocumentFacts, locale: Locale, law: string): Part {
  const text = recordWords[locale];
  const abroad = register.filter((one) => one.on && !(isInEea(one.country) && isInEea(one.parentCountry))).map(({ name }) => name);
  const says =
    abroad.length > 0 ? text.transfer(literal(abroad.join(', '))) : register.length === 0 ? text.recipientsNone : text.noTransfer;
  return { law: [law], title: text.transfersTitle, blocks: [{ text: says }] };
}

/** Art. 32 in general terms: only what a promise keeps with a proof is named. */
function measures(locale: Locale, law: string): Part {
  const text = recordWords[locale];
  const proven = new Set(promises.filter(({ state }) => state !== 'not-yet').map(({ id }) => id));
  const list = Object.entries(text.measures).flatMap(([id, words]) => (proven.has(id) ? [words] : []));
  return { law: [law], title: text.measuresTitle, blocks: [{ text: text.measuresLead }, { list }] };
}
