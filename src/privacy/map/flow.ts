import { aboutPeople, categories, isPersonal, mapRooms, stores, subjects, type Entry } from '../../../data-map/index.ts';
import { inService, type Register, type Service } from '../../platform/register.ts';
import type { Locale } from '../../ui/locale.ts';
import { servicesOf, subjectsOf } from './answers.ts';
import { mapWords, roomName } from './words.ts';

/** Columns of the picture: people, rooms, stores, and who takes care of them. */
export type FlowNode = { column: 0 | 1 | 2 | 3; name: string };
export type Flow = { from: FlowNode; to: FlowNode; what: string };

const storeOf: Partial<Record<Service, keyof typeof stores>> = { database: 'tables', backups: 'backups', mail: 'outbox' };

/** Which data flows where, as the map and the register have it. */
export function flowsOf(register: Register, locale: Locale): Flow[] {
  const flows = new Map<string, Flow & { kinds: Set<string> }>();
  const add = (from: FlowNode, to: FlowNode, kinds: string[]) => {
    const key = `${from.name} → ${to.name}`;
    const flow = flows.get(key) ?? { from, to, what: '', kinds: new Set<string>() };
    kinds.forEach((kind) => flow.kinds.add(kind));
    flows.set(key, flow);
  };
  for (const [room, tables] of Object.entries(mapRooms)) for (const [table, entry] of Object.entries(tables)) addTable(room, table, entry);

  function addTable(name: string, table: string, entry: Entry) {
    if (!aboutPeople(entry)) return;
    const room: FlowNode = { column: 1, name: roomName(name, locale) };
    const kinds = Object.values(entry.columns).flatMap((column) => (isPersonal(column) ? [categories[column.category][locale]] : []));
    for (const subject of subjectsOf(entry)) add({ column: 0, name: subjects[subject][locale] }, room, kinds);
    for (const service of servicesOf(table, entry)) {
      const store = storeOf[service];
      if (!store) continue;
      const node: FlowNode = { column: 2, name: service === 'mail' ? mailName[locale] : stores[store].title[locale] };
      add(room, node, kinds);
      const holders = inService(register, service).map((one) => one.name);
      for (const holder of holders.length > 0 ? holders : [mapWords[locale].nobody]) add(node, { column: 3, name: holder }, kinds);
    }
  }
  return [...flows.values()].map(({ from, to, kinds }) => ({ from, to, what: [...kinds].join(', ') }));
}

const mailName = { sv: 'Mejl på väg ut', en: 'Mail on its way out' };
