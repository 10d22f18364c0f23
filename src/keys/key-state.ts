import type { KeyRow } from './keys.queries.ts';

export type KeyState = 'open' | 'used' | 'blocked' | 'expired';

/** What can be done with a key now. With its customer's agreement every key ends. */
export function keyState(key: KeyRow, now: Date): KeyState {
  if (key.redeemed_at) return 'used';
  if (key.blocked_at || (key.customer_ended_at && key.customer_ended_at <= now)) return 'blocked';
  return key.expires_at <= now ? 'expired' : 'open';
}
