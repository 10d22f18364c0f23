import {
  aboutPeople,
  bases,
  categories,
  dataMap,
  isPersonal,
  purposes,
  roles,
  viewers,
  type Entry,
  type PersonalTable,
  type Retention,
  type Viewer,
} from '../../data-map/index.ts';
import { words } from './words.ts';

export type Explained = {
  title: string;
  kinds: string;
  why: string;
  basis: string;
  howLong: string;
  whoSees: string;
  responsible: string;
  source: string | undefined;
};

/** What the law wants told of each category (Art. 13–15), read from the map and from nowhere else. */
export function explain(entry: PersonalTable, locale: 'sv' | 'en'): Explained {
  const text = words[locale];
  const personal = Object.values(entry.columns).filter(isPersonal);
  const seen = unique<Viewer>(personal.flatMap((column) => column.seenBy ?? []));
  return {
    title: entry.title[locale],
    kinds: unique(personal.map((column) => categories[column.category][locale])).join(', '),
    why: entry.purposes.map((purpose) => purposes[purpose][locale]).join('; '),
    basis: unique(entry.purposes.map((purpose) => bases[purposes[purpose].basis][locale])).join('; '),
    howLong: howLong(entry.retention, locale),
    whoSees: seen.length === 0 ? text.onlyYou : seen.map((viewer) => viewers[viewer][locale]).join('; '),
    responsible: roles[entry.role][locale],
    source: entry.source?.[locale],
  };
}

export function howLong(retention: Retention, locale: 'sv' | 'en'): string {
  const text = words[locale];
  if (retention.rule === 'with-account') return text.withAccount(periodInWords(dataMap.account.retention.period, locale));
  if (retention.rule === 'with-row') return howLong(ofRow(retention.of).retention, locale);
  if (retention.rule === 'account-closing') return capital(text.afterClosing(periodInWords(retention.period, locale)));
  const { period, from, also } = retention;
  const general = capital(text.after(periodInWords(period, locale), from[locale]));
  return also ? text.also(general, periodInWords(also.period, locale), also.about[locale]) : general;
}

function ofRow(table: string): PersonalTable {
  const entry = (dataMap as Record<string, Entry>)[table];
  if (!entry || !aboutPeople(entry)) throw new Error(`The map says that rows go with those of ${table}, which holds nothing about people.`);
  return entry;
}

export function periodInWords(period: string, locale: 'sv' | 'en'): string {
  const text = words[locale];
  const count = Number(period.slice(1, -1));
  const unit = period.at(-1);
  return unit === 'M' ? text.months(count) : unit === 'Y' ? text.years(count) : text.days(count);
}

const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
