import { randomBytes, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { keyAlphabet } from '../../src/keys/key.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { DB } from '../types.ts';
import type { Dice } from './dice.ts';
import type { Enrolled } from './history.ts';
import { insertMany } from './insert-many.ts';

type Place = { customerId: string; courseId: string };
type State = 'made' | 'handed-out' | 'blocked' | 'expired';
const states: readonly State[] = ['made', 'handed-out', 'handed-out', 'handed-out', 'expired', 'expired', 'blocked'];

/** The keys that students came in with, a batch a term, and those that nobody has used yet. */
export async function addKeys(tx: Tx, dice: Dice, place: Place, enrolled: readonly Enrolled[], unused: number, now: Date): Promise<void> {
  const batches = new Map<string, Insertable<DB['key_batch']> & { id: string }>();
  const keys: Insertable<DB['course_key']>[] = [];
  const batchOf = (at: Date) => {
    const label = termOf(at);
    const batch = batches.get(label) ?? {
      customer_id: place.customerId,
      id: randomUUID(),
      course_id: place.courseId,
      label,
      created_at: at,
    };
    if (at < (batch.created_at as Date)) batch.created_at = at;
    batches.set(label, batch);
    return batch.id;
  };
  for (const { since, enrolmentId } of enrolled) {
    const made = addDays(since, -3);
    const used = { handed_out_at: addDays(since, -1), redeemed_at: since, enrolment_id: enrolmentId, blocked_at: null };
    keys.push({ ...newKey(place, batchOf(made), made, addDays(made, 365), dice), ...used });
  }
  for (let index = 0; index < unused; index++) {
    const state = dice.pick(states);
    const made = addDays(now, -(state === 'expired' ? 200 + dice.below(150) : 2 + dice.below(60)));
    const expires = state === 'expired' ? addDays(made, 120) : addDays(made, 365);
    const handed_out_at = state === 'made' ? null : addDays(made, 1);
    const blocked_at = state === 'blocked' ? addDays(made, 1.5) : null;
    keys.push({ ...newKey(place, batchOf(made), made, expires, dice), handed_out_at, redeemed_at: null, enrolment_id: null, blocked_at });
  }
  await insertMany(tx, 'key_batch', [...batches.values()]);
  await insertMany(tx, 'course_key', keys);
}

/** Nobody was ever told these keys: what is kept of them is as random as a keyed hash is. */
const newKey = (place: Place, batchId: string, created_at: Date, expires_at: Date, dice: Dice) => ({
  customer_id: place.customerId,
  id: randomUUID(),
  batch_id: batchId,
  key_hash: randomBytes(32),
  last_three: Array.from({ length: 3 }, () => dice.pick([...keyAlphabet])).join(''),
  created_at,
  expires_at,
});

const termOf = (at: Date) => `${at.getUTCMonth() < 6 ? 'VT' : 'HT'} ${at.getUTCFullYear()}`;
