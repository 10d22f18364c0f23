import { randomUUID } from 'node:crypto';
import { cookie, readCookie } from '../platform/cookies.ts';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { insertChallenge, insertChallengeForAddress, type ChallengeKind } from './challenge.queries.ts';

const minutesFor: Record<ChallengeKind, number> = { 'reset-password': 60, 'change-email': 24 * 60, 'second-factor': 10, passkey: 5 };

function newChallenge(house: House, kind: ChallengeKind) {
  const at = house.clock.now();
  return { id: randomUUID(), kind, at, expiresAt: new Date(at.getTime() + minutesFor[kind] * 60_000) };
}

/** Opens a challenge that is answered in the same browser; answers with the cookie that ties it there. */
export async function openChallenge(
  tx: Tx,
  house: House,
  kind: 'second-factor' | 'passkey',
  about: { accountId?: string; nonce?: string },
): Promise<string> {
  const challenge = newChallenge(house, kind);
  await insertChallenge(tx, challenge, about);
  return cookie(house.publicUrl, 'pending', house.secrets.token('challenge', challenge.id), minutesFor[kind] * 60);
}

export function challengeInCookie(house: House, request: Request): string | undefined {
  const token = readCookie(request, 'pending');
  return token ? house.secrets.readToken('challenge', token) : undefined;
}

export const endedCookie = (house: House): string => cookie(house.publicUrl, 'pending', '', 0);

/** Opens challenges that are answered by a link in a mail; the token is made when the mail is sent. */
export async function openResetChallenge(tx: Tx, house: House, address: string): Promise<string> {
  const challenge = newChallenge(house, 'reset-password');
  await insertChallengeForAddress(tx, challenge, address);
  return challenge.id;
}

export async function openEmailChallenge(tx: Tx, house: House, accountId: string, email: string): Promise<string> {
  const challenge = newChallenge(house, 'change-email');
  await insertChallenge(tx, challenge, { accountId, email });
  return challenge.id;
}
