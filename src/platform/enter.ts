import { readCookie } from './cookies.ts';
import type { Database, EntryKey, Reads } from './database.ts';
import { gather, oneFor } from './gather.ts';
import type { House } from './house.ts';
import { sha256 } from './secrets.ts';
import type { Actor, CustomerInScope, Operator, Visit } from './visit.ts';

type Entry = { actor: Actor | null; customer: CustomerInScope | null; operator: Operator | null };
export type Rows = Record<string, unknown>[][];

/**
 * Opens the door: session, customer and the page's own queries in one round trip. Fills in the
 * visit and gives the rows back in the order of the queries.
 */
export async function enter(visit: Visit, reads: Reads): Promise<Rows> {
  const { database } = visit.house;
  const nothingElse = Array.isArray(reads) && reads.length === 0;
  const { entry, rows } = nothingElse
    ? { entry: await entries(database)(keyOf(visit)), rows: [] }
    : await database.enter(keyOf(visit), reads);
  fill(visit, entry as Entry);
  return rows;
}

/** Whoever comes in for nothing else does not wait; only when many come, they come in together. */
const entries = oneFor((database: Database) =>
  gather((keys: readonly EntryKey[]) => database.enterEach(keys), { waitMs: 0, most: 20, atOnce: 3 }),
);

/** Opens the door anew for many visits at once, in one round trip: who may still be where they are. One who is in many places enters once. */
export async function enterAgain({ database }: House, visits: readonly Visit[]): Promise<void> {
  const alike = [...Map.groupBy(visits, ({ request, params }) => `${readCookie(request, 'session')} ${params['customer']}`).values()];
  const entries = await database.enterEach(alike.map(([first]) => keyOf(first!)));
  for (const [index, those] of alike.entries()) for (const visit of those) fill(visit, entries[index] as Entry);
}

function keyOf({ request, params }: Visit): EntryKey {
  const token = readCookie(request, 'session');
  return { tokenHash: token ? sha256(token) : undefined, customerSlug: params['customer'], purpose: 'deliver-course' };
}

/** Who runs an installation, as the latest visit found it. */
const operators = new WeakMap<Database, Operator | undefined>();

/**
 * For an address that leads nowhere. Whoever is signed in is told so as the same person as elsewhere; for others only who runs the
 * installation is wanted, so that a flood of such addresses asks the database nothing.
 */
export async function enterNowhere(visit: Visit): Promise<void> {
  if (readCookie(visit.request, 'session') || !operators.has(visit.house.database)) await enter(visit, []);
  else nameOperator(visit);
}

/** For a page before anyone has entered: who runs the installation, where it is known. */
export function nameOperator(visit: Visit): void {
  if (visit.operator) return;
  visit.operator = operators.get(visit.house.database);
  visit.locale = localeOf(visit);
}

function fill(visit: Visit, { actor, customer, operator }: Entry): void {
  operators.set(visit.house.database, operator ?? undefined);
  visit.actor = actor ?? undefined;
  visit.customer = customer ?? undefined;
  visit.operator = operator ?? undefined;
  visit.locale = localeOf(visit);
}

/** The chosen language first, then the person's, the browser's and the operator's. */
function localeOf({ request, actor, operator }: Visit): 'sv' | 'en' {
  return chosenLocale(request) ?? actor?.language ?? acceptedLocale(request) ?? operator?.language ?? 'sv';
}

/** What can be told without asking the database: for the page that says that there is none here. */
export const localeOfRequest = (request: Request): 'sv' | 'en' => chosenLocale(request) ?? acceptedLocale(request) ?? 'sv';

function chosenLocale(request: Request): 'sv' | 'en' | undefined {
  const chosen = readCookie(request, 'language');
  return chosen === 'sv' || chosen === 'en' ? chosen : undefined;
}

// Few headers are sent by many browsers: each is taken apart once.
const longestKept = 100;
const headersKept = 500;
const accepted = new Map<string, 'sv' | 'en' | undefined>();

function acceptedLocale(request: Request): 'sv' | 'en' | undefined {
  const header = request.headers.get('accept-language');
  if (!header) return undefined;
  if (accepted.has(header)) return accepted.get(header);
  const locale = firstOfOurs(header);
  if (accepted.size >= headersKept) accepted.clear();
  if (header.length <= longestKept) accepted.set(header, locale);
  return locale;
}

const firstOfOurs = (header: string): 'sv' | 'en' | undefined =>
  header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
    .find((code) => code === 'sv' || code === 'en');
