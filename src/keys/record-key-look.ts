import type { Tx } from '../platform/database.ts';
import { actorOf, customerOf, type Visit } from '../platform/visit.ts';
import { recordLook } from '../privacy/index.ts';
import { listAccountsOfKeys, type ListedKey } from './batch.queries.ts';
import { insertKeyLooks } from './key-looks.queries.ts';

/**
 * Which columns of the map each value of the list comes from: what is recorded as seen, and what a test holds against the
 * map's `seenBy`. A value that is not accounted for here does not compile (N-52).
 */
export const seenColumns = {
  id: [],
  last_three: ['course_key.last_three'],
  bound_email: ['course_key.bound_email'],
  bound_given_name: ['course_key.bound_given_name'],
  bound_family_name: ['course_key.bound_family_name'],
  expires_at: ['course_key.expires_at'],
  handed_out_at: ['course_key.handed_out_at'],
  blocked_at: ['course_key.blocked_at'],
  redeemed_at: ['course_key.redeemed_at'],
  status: [],
} as const satisfies Record<keyof ListedKey, readonly string[]>;

export const keyFields: string[] = Object.values(seenColumns).flat();

/**
 * Records that the actor sees whom these keys are bound to (N-60): told to the address of each, whether it has an account or not.
 * Keys for anyone are nobody's data.
 */
export async function recordKeyLook(tx: Tx, visit: Visit, keyIds: string[], alsoSeen: string[] = []): Promise<void> {
  const subjects = [...alsoSeen, ...(keyIds.length > 0 ? await listAccountsOfKeys(tx, keyIds) : [])];
  const customerId = customerOf(visit).id;
  const logId = await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId,
    purpose: 'open-course',
    room: 'keys',
    fields: keyFields,
    subjects,
    others: keyIds.length > 0,
  });
  if (logId && keyIds.length > 0) await insertKeyLooks(tx, { customerId, logId, keyIds });
}
