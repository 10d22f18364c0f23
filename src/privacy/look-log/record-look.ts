import { randomUUID } from 'node:crypto';
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
  await tx
    .insertInto('access_log')
    .values({
      id,
      at: clock.now(),
      actor_id: actorId,
      customer_id: customerId,
      purpose,
      room,
      fields,
      due_at: addMonths(clock.now(), keptMonths),
    })
    .execute();
  const rows = subjects.map((account_id) => ({ log_id: id, account_id }));
  if (rows.length > 0) await tx.insertInto('access_log_subject').values(rows).execute();
  return id;
}
