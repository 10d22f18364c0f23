import { z } from 'zod';
import { orderField } from '../../ui/asked-list.ts';
import { inboxOrders, responsibles, states, type InboxFilter, type InboxPlace } from './inbox.queries.ts';

const rule = z.tuple([z.boolean(), z.int().min(0).max(4e15), z.uuid()]);

/** A place in the inbox as it stands in an address. */
export function writePlace({ waiting, atMicros, id }: InboxPlace): string {
  return Buffer.from(JSON.stringify([waiting, atMicros, id])).toString('base64url');
}

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | null): InboxPlace | undefined {
  if (!text) return undefined;
  try {
    const [waiting, atMicros, id] = rule.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { waiting, atMicros, id };
  } catch {
    return undefined;
  }
}

/** The filter as it stands in an address; what is not one of ours filters nothing. */
export function readFilter(query: URLSearchParams): InboxFilter {
  const one = <Value extends string>(name: string, values: readonly Value[]) => values.find((value) => value === query.get(name));
  const course = query.get('kurs') ?? '';
  return {
    course: /^[a-z0-9-]{1,100}$/.test(course) ? course : undefined,
    state: one('lage', states),
    responsible: one('ansvar', responsibles),
    order: one(orderField, inboxOrders) ?? 'waiting',
  };
}

/** What is chosen, as an address and a form have it. */
export function fieldsOf({ course, state, responsible, order }: InboxFilter): [name: string, value: string][] {
  const chosen = { kurs: course, lage: state, ansvar: responsible, [orderField]: order === 'waiting' ? undefined : order };
  return Object.entries(chosen).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}
