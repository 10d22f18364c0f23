import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Purpose } from '../../../data-map/index.ts';
import { addMonths, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';

/** A look is kept a year; the map says the same (P1Y). */
const keptMonths = 12;

export type Look = {
  actorId: string;
  /** Where it happened; null at the operator's own desk. */
  customerId: string | null;
  purpose: Purpose;
  /** The room where it happened, for the person's own list. */
  room: string;
  /** The columns seen, as `table.column`: never their values. */
  fields: string[];
  subjects: string[];
  /** Whether someone without an account was seen as well; whoever calls tells the log who, by the id given back. */
  others?: boolean;
};

/**
 * Records that someone looks at others' data, in the transaction that reads it: the row is durable
 * before the answer leaves (N-60). One row a request, whatever the number of people.
 */
export async function recordLook(tx: Tx, clock: Clock, look: Look): Promise<string | undefined> {
  const subjects = [...new Set(look.subjects)].filter((subject) => subject !== look.actorId);
  if (subjects.length === 0 && !look.others) return undefined;
  const id = randomUUID();
  const { actorId, customerId, purpose, room, fields } = look;
  const at = clock.now();
  await sql`select app.record_look(${id}, ${at}, ${actorId}, ${customerId}, ${purpose}, ${room}, ${fields}::text[],
    ${addMonths(at, keptMonths)}, ${subjects}::uuid[])`.execute(tx);
  return id;
}
