import { aboutPeople, dataMap, type Entry, type PersonalTable, type Role } from '../../../data-map/index.ts';
import type { Register } from '../../platform/register.ts';
import type { Operator } from '../../platform/visit.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Controller } from './controller.ts';

/** All that a generated text is made of, besides the words around it. */
export type DocumentFacts = {
  operator: Operator;
  register: Register;
  /** Whom it is done for, where the text is read for one customer. What is published is the same for all and names none. */
  controller?: Controller | undefined;
};

/** The tables of the map that one role answers for. */
export const tablesOf = (role: Role): [string, PersonalTable][] =>
  Object.entries(dataMap as Record<string, Entry>).filter(
    (entry): entry is [string, PersonalTable] => aboutPeople(entry[1]) && entry[1].role === role,
  );

const lands: Record<Locale, Intl.DisplayNames> = {
  sv: new Intl.DisplayNames('sv', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};
export const countryName = (code: string, locale: Locale): string => lands[locale].of(code) ?? code;
