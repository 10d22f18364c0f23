import {
  aboutPeople,
  bases,
  categories,
  isPersonal,
  mapRooms,
  purposes,
  subjects,
  viewers,
  type Category,
  type Column,
  type Entry,
  type PersonalTable,
  type Purpose,
} from '../../../data-map/index.ts';
import { inService, type Register } from '../../platform/register.ts';
import type { Locale } from '../../ui/locale.ts';
import { explain } from '../explain.ts';
import { isSpecial, periodOf, protectionOf, relationOf, servicesOf, sourceOf, subjectsOf } from './answers.ts';
import { mapWords } from './words.ts';

export type MapFilter = {
  room?: string | undefined;
  category?: Category | undefined;
  purpose?: Purpose | undefined;
  retention?: string | undefined;
};
export type PlacedTable = { room: string; table: string; entry: Entry };

/** The tables of the map that the filter lets through; one about nobody shows only where nothing but a room is asked for. */
export function filteredTables({ room, category, purpose, retention }: MapFilter): PlacedTable[] {
  return Object.entries(mapRooms).flatMap(([name, tables]) =>
    room && room !== name
      ? []
      : Object.entries(tables).flatMap(([table, entry]) => {
          const shown = aboutPeople(entry)
            ? (!category || Object.values(entry.columns).some((one) => isPersonal(one) && one.category === category)) &&
              (!purpose || entry.purposes.includes(purpose)) &&
              (!retention || entry.retention.rule === retention)
            : !category && !purpose && !retention;
          return shown ? [{ room: name, table, entry }] : [];
        }),
  );
}

export type Fact = { term: string; description: string };

/** What a table answers, in words. */
export function tableFacts(table: string, entry: PersonalTable, register: Register, locale: Locale): Fact[] {
  const text = mapWords[locale];
  const told = explain(entry, locale);
  const { from, period } = periodOf(entry);
  const recipients = servicesOf(table, entry).flatMap((service) => inService(register, service).map(({ name }) => name));
  return [
    {
      term: text.why,
      description: entry.purposes.map((one) => `${purposes[one][locale]} (${bases[purposes[one].basis][locale]})`).join('; '),
    },
    { term: text.role, description: told.responsible },
    {
      term: text.subjects,
      description: subjectsOf(entry)
        .map((one) => subjects[one][locale])
        .join(', '),
    },
    {
      term: text.path,
      description: entry.edges
        .map(
          (edge) =>
            `${edge.by}: ${text.relations[relationOf(entry, edge)]}, ${text.erasures[edge.onErasure]}${edge.when ? ` (${edge.when})` : ''}`,
        )
        .join('; '),
    },
    { term: text.retention, description: `${period}, ${text.from} ${from[locale]}` },
    { term: text.whoSees, description: told.whoSees },
    { term: text.recipients, description: [...new Set(recipients)].join(', ') || text.nobody },
    ...(told.source ? [{ term: text.source, description: told.source }] : []),
  ];
}

/** What a column answers: a cell for each of the map's questions. */
export function columnCells(name: string, column: Column, locale: Locale): string[] {
  const text = mapWords[locale];
  if (!isPersonal(column)) return [name, text.noPerson(column.because), '–', '–', '–', '–', '–', '–'];
  const erase = typeof column.erase === 'object' ? text.blank(column.erase.blank) : text.columnErasures[column.erase];
  const never = typeof column.export === 'object' ? text.never(column.export.never) : text.exports[column.export];
  return [
    name,
    categories[column.category][locale],
    isSpecial(column) === 'possible' ? text.specialPossible : text.no,
    sourceOf(column)[locale],
    (column.seenBy ?? []).map((viewer) => viewers[viewer][locale]).join(', ') || text.onlyThePerson,
    never,
    erase,
    text.protections[protectionOf(name, column)],
  ];
}
