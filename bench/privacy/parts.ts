import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { acrossCustomers } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { timed } from './timed.ts';

/** Where the time of one erasure goes, in milliseconds; `trips` are its round trips. */
export type Parts = { rows: number; asking: number; ends: number; trips: number };

/** Runs `work` and tells how much of it PostgreSQL was waited for: for the statement that erases, and for all else around it. */
export async function partsOf(work: () => Promise<unknown>): Promise<Omit<Parts, 'asking'>> {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const found = { rows: 0, ends: 0, trips: 0 };
  const noted = (text: string, began: number) => {
    found[text.includes('app.erase_people') ? 'rows' : 'ends'] += performance.now() - began;
    found.trips++;
  };
  pg.Client.prototype.query = function timedQuery(this: pg.Client, ...args: unknown[]) {
    const [first, told] = [args[0] as string | { text: string }, args.at(-1)];
    const text = typeof first === 'string' ? first : first.text;
    const began = performance.now();
    if (typeof told === 'function') args[args.length - 1] = (...answer: unknown[]) => (noted(text, began), told(...answer) as unknown);
    const answer = query.apply(this, args);
    return answer instanceof Promise ? answer.finally(() => noted(text, began)) : answer;
  } as typeof pg.Client.prototype.query;
  try {
    await work();
    return found;
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  }
}

/** What it takes to ask every table under its rules whether someone is there, about someone who is nowhere. */
export function askingMs({ database }: House): Promise<number> {
  const steps = sql`select engine.erasure_steps(${[randomUUID()]}::uuid[], '{}', '{}', '{}', '{}', '{}', '{}')`;
  return database.transaction(acrossCustomers('erasure'), (tx) => timed(() => steps.execute(tx)));
}
