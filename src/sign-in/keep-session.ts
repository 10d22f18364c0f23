import { cookie, readCookie } from '../platform/cookies.ts';
import type { Tx } from '../platform/database.ts';
import { sha256 } from '../platform/secrets.ts';
import { scopeOf, type Actor, type Visit } from '../platform/visit.ts';
import { replaceToken, touchSession } from './session.queries.ts';
import { newToken } from './start-session.ts';

const touchAfterMs = 5 * 60_000;
const rotateAfterMs = 24 * 60 * 60_000;

/** Whether there is anything to do for the session: most requests leave it alone. */
export function isSessionDue(visit: Visit): boolean {
  const { actor, house } = visit;
  if (!actor) return false;
  return house.clock.now().getTime() - Date.parse(actor.lastSeenAt) >= touchAfterMs || isRotationDue(visit, actor);
}

function isRotationDue({ house, request }: Visit, actor: Actor): boolean {
  return house.clock.now().getTime() - Date.parse(actor.rotatedAt) >= rotateAfterMs && loadsPage(request);
}

/** Notes that the session is in use, and once a day gives it a new token. Answers with the cookie to set, if any. */
export async function keepSession(visit: Visit): Promise<string | undefined> {
  const { actor, house } = visit;
  if (!actor || !isSessionDue(visit)) return undefined;
  const rotates = isRotationDue(visit, actor);
  return house.database.transaction(scopeOf(visit, 'security'), async (tx) => {
    if (rotates) return rotateToken(tx, visit, { keepPrevious: true });
    await touchSession(tx, actor.sessionId, house.clock.now());
    return undefined;
  });
}

/** The former token works a minute more, for requests already on their way; never after a new password. */
export async function rotateToken(tx: Tx, visit: Visit, { keepPrevious }: { keepPrevious: boolean }): Promise<string | undefined> {
  const { actor, house, request } = visit;
  const held = readCookie(request, 'session');
  if (!actor || !held) return undefined;
  const token = newToken();
  const now = house.clock.now();
  const session = { sessionId: actor.sessionId, tokenHash: sha256(held) };
  const kept = await replaceToken(tx, session, { tokenHash: sha256(token), at: now, keepPrevious });
  return kept && cookie(house.publicUrl, 'session', token, Math.floor((kept.expires_at.getTime() - now.getTime()) / 1000));
}

/** Only an answer that a person sees arrive may carry a new token: one that is lost would sign them out. */
const loadsPage = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate';
