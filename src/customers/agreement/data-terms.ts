import { categories, dataMap, isPersonal, purposes } from '../../../data-map/index.ts';
import { tablesOf } from '../../privacy/index.ts';
import { sha256 } from '../../platform/secrets.ts';
import type { Locale } from '../../ui/locale.ts';
import { dataTermsWords } from './data-terms-words.ts';

/** Counted up when the meaning changes: then the customer is asked again. */
export const dataTermsVersion = 1;

/** How long what a customer owns can be fetched after the end, before it is erased (Art. 28(3)(g); Data Act Art. 25(2)(g)). */
export const fetchDays = Number(dataMap.customer_contact.retention.period.slice(1, -1));

export type Section = { heading: string; paragraphs?: string[]; list?: readonly string[] };
export type DataTerms = { title: string; version: number; lead: string; sections: Section[] };

/** The terms between a customer and the operator (Art. 28(3)). What is processed and why is read from the map. */
export function dataTerms(locale: Locale, { customer, operator }: { customer: string; operator: string }): DataTerms {
  const text = dataTermsWords[locale];
  const days = String(fetchDays);
  const processed = tablesOf('processor');
  const why = unique(processed.flatMap(([, entry]) => entry.purposes.map((purpose) => purposes[purpose][locale])));
  const kinds = unique(
    processed.flatMap(([, entry]) =>
      Object.values(entry.columns)
        .filter(isPersonal)
        .map((column) => categories[column.category][locale]),
    ),
  );
  const point = (letter: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'h'): Section => ({
    heading: text[letter],
    paragraphs: [text[`${letter}Text`]],
  });
  return {
    title: text.title,
    version: dataTermsVersion,
    lead: text.parties(customer, operator),
    sections: [
      { heading: text.subject, paragraphs: [text.subjectText(why.join('; '))] },
      { heading: text.nature, paragraphs: [text.natureText(days)] },
      { heading: text.kinds, list: kinds },
      { heading: text.people, list: text.peopleList },
      ...(['a', 'b', 'c', 'd', 'e', 'f'] as const).map(point),
      { heading: text.g, paragraphs: [text.gText(days)] },
      point('h'),
    ],
  };
}

/** The terms as the plain text that is kept with the acceptance. */
export function plainText({ title, version, lead, sections }: DataTerms): string {
  const parts = sections.map(({ heading, paragraphs = [], list = [] }) =>
    [heading, ...paragraphs, ...list.map((item) => `– ${item}`)].join('\n'),
  );
  return [`${title}, version ${version}`, lead, ...parts].join('\n\n');
}

export const textHash = (terms: DataTerms): string => sha256(plainText(terms)).toString('hex');

const unique = (all: string[]): string[] => [...new Set(all)];
