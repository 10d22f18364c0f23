import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export type FreeSeats = { seats: number; free: number };

/** What is left of the agreement in force; undefined when there is none. Keys that can be redeemed have their seats reserved. */
export async function findFreeSeats(tx: Tx, customerId: string): Promise<FreeSeats | undefined> {
  const { rows } = await sql<FreeSeats>`select seats, greatest(0, seats - used - reserved) as free
    from app.seat_figures(${customerId})`.execute(tx);
  return rows[0];
}
