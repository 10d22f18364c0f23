import type { PersonalTable } from '../../data-map/index.ts';
import type { Register, RegisterEntry } from '../platform/register.ts';
import { countryName } from './documents/facts.ts';
import { registerWords } from './documents/register-words.ts';
import { explain } from './explain.ts';
import { servicesOf } from './map/answers.ts';
import { words } from './words.ts';

/** What a kind of data is explained by. */
export type ToldIn = { register: Register; locale: 'sv' | 'en' };

/** Whose hands the rows of a table pass through, of the places and suppliers in the operator's register. */
export function holdersOf(register: Register, table: string, entry: PersonalTable): RegisterEntry[] {
  const services = servicesOf(table, entry);
  return register.filter((one) => one.on && one.services.some((service) => services.includes(service)));
}

/** What the law wants told of one kind of data, in the order it is shown: Art. 15(1)(a)–(d) and (g), and 15(2). */
export function toldOf(
  register: Register,
  table: string,
  entry: PersonalTable,
  locale: 'sv' | 'en',
): { term: string; description: string }[] {
  const text = words[locale];
  const told = explain(entry, locale);
  const recipients = recipientsOf(register, table, entry, locale);
  return [
    { term: text.kinds, description: told.kinds },
    { term: text.why, description: told.why },
    { term: text.basis, description: told.basis },
    { term: text.howLong, description: told.howLong },
    { term: text.whoSees, description: told.whoSees },
    ...(recipients ? [{ term: text.recipients, description: recipients }] : []),
    { term: text.responsible, description: told.responsible },
    ...(told.source ? [{ term: text.source, description: told.source }] : []),
  ];
}

/** The suppliers by name, with the country and the safeguard (Art. 15(1)(c) and (2)). */
export const recipientsOf = (register: Register, table: string, entry: PersonalTable, locale: 'sv' | 'en'): string =>
  holdersOf(register, table, entry)
    .filter(({ own }) => !own)
    .map(({ name, country, safeguard }) => `${name} (${countryName(country, locale)}, ${registerWords[locale].safeguards[safeguard]})`)
    .join('; ');
