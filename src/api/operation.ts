import type { z } from 'zod';
import type { Purpose } from '../../data-map/index.ts';
import type { Tx } from '../platform/database.ts';
import type { Visit } from '../platform/visit.ts';
import type { Scope } from './scopes.ts';

/** One call in flight: its transaction, and the visit of the administrator whose token it carries. */
export type Call<Body> = {
  tx: Tx;
  visit: Visit;
  customerId: string;
  actorId: string;
  body: Body;
  /** The id that the page before ended with. */
  after: string | undefined;
  /** Follows from the token and the call's idempotency key: the same call has the same. */
  clientId: string;
};

type Shared = { scope: Scope; purpose: Purpose; summary: string; answer: z.ZodType };
export type Listing = Shared & { kind: 'list'; run(call: Call<undefined>): Promise<{ items: unknown[]; next: string | undefined }> };
export type Change<Body extends z.ZodType = z.ZodType> = Shared & {
  kind: 'change';
  status: 200 | 201;
  body: Body;
  /** What is told once is not kept to be told again: the same call is run again and makes nothing new. */
  again?: 'run';
  run(call: Call<z.output<Body>>): Promise<unknown>;
};
export type Operation = Listing | Change;

export const list = (operation: Omit<Listing, 'kind'>): Listing => ({ kind: 'list', ...operation });

/** A change; its body is checked by the schema before it runs. */
export const change = <Body extends z.ZodType>(operation: Omit<Change<Body>, 'kind'>): Change =>
  ({ kind: 'change', ...operation }) as unknown as Change;

/** One row more than a page is read, to tell whether there is another page. */
export function pageOf<Row, Item>(rows: Row[], size: number, idOf: (row: Row) => string, item: (row: Row) => Item) {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > size && last !== undefined ? idOf(last) : undefined };
}
