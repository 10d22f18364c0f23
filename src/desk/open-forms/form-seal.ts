import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { House } from '../../platform/house.ts';

/** What an open form carries: its own id, by which a double press is one sending, and when it was shown. Signed by us. */
export type Seal = { clientId: string; ageMs: number };

export const shortestMs = 2_000;
export const longestMs = 24 * 3_600_000;

export function newSeal({ secrets, clock }: House): string {
  const facts = `${randomUUID()}.${clock.now().getTime().toString(36)}`;
  return `${facts}.${secrets.digest('open form', facts).toString('base64url')}`;
}

/** Undefined when it is not ours. */
export function readSeal({ secrets, clock }: House, seal: string): Seal | undefined {
  const [clientId = '', shownAt = '', proof = ''] = seal.split('.');
  const expected = secrets.digest('open form', `${clientId}.${shownAt}`);
  const given = Buffer.from(proof, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { clientId, ageMs: clock.now().getTime() - parseInt(shownAt, 36) };
}
