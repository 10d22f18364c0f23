import type { Compilable } from 'kysely';
import { readCookie } from './cookies.ts';
import { sha256 } from './secrets.ts';
import type { Actor, CustomerInScope, Operator, Visit } from './visit.ts';

type Entry = { actor: Actor | null; customer: CustomerInScope | null; operator: Operator | null };
export type Rows = Record<string, unknown>[][];

/**
 * Opens the door: session, customer and the page's own queries in one round trip. Fills in the
 * visit and gives the rows back in the order of the queries.
 */
export async function enter(visit: Visit, queries: Compilable[]): Promise<Rows> {
  const token = readCookie(visit.request, 'session');
  const { entry, rows } = await visit.house.database.enter(
    { tokenHash: token ? sha256(token) : undefined, customerSlug: visit.params['customer'], purpose: 'deliver-course' },
    queries,
  );
  const { actor, customer, operator } = entry as Entry;
  visit.actor = actor ?? undefined;
  visit.customer = customer ?? undefined;
  visit.operator = operator ?? undefined;
  visit.locale = localeOf(visit);
  return rows;
}

/** The chosen language first, then the browser's, then the operator's. */
function localeOf(visit: Visit): 'sv' | 'en' {
  const chosen = readCookie(visit.request, 'language');
  if (chosen === 'sv' || chosen === 'en') return chosen;
  if (visit.actor) return visit.actor.language;
  const accepted = visit.request.headers.get('accept-language')?.toLowerCase() ?? '';
  const first = accepted
    .split(',')
    .map((part) => part.trim().slice(0, 2))
    .find((code) => code === 'sv' || code === 'en');
  return first ?? visit.operator?.language ?? 'sv';
}
