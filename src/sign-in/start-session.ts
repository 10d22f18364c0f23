import { randomBytes } from 'node:crypto';
import { addDays } from '../platform/clock.ts';
import { cookie } from '../platform/cookies.ts';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { sha256 } from '../platform/secrets.ts';
import { browserFamily } from './browser-family.ts';
import { insertSession } from './session.queries.ts';

const lastsDays = 30;

/** Only the token's hash is kept, so that nobody signs in with what a copy of the database holds. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export async function startSession(tx: Tx, house: House, accountId: string, userAgent: string | null): Promise<{ setCookie: string }> {
  const token = newToken();
  const now = house.clock.now();
  await insertSession(tx, {
    account_id: accountId,
    token_hash: sha256(token),
    created_at: now,
    rotated_at: now,
    last_seen_at: now,
    confirmed_at: now,
    expires_at: addDays(now, lastsDays),
    browser: browserFamily(userAgent),
  });
  return { setCookie: cookie(house.publicUrl, 'session', token, lastsDays * 86_400) };
}
