import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { countTry } from '../platform/throttle.ts';
import type { Visit } from '../platform/visit.ts';
import { networkOf } from '../sign-in/index.ts';
import { ApiProblem } from './problem.ts';
import type { Scope } from './scopes.ts';
import { findTokenInUse, type TokenInUse } from './tokens/tokens.queries.ts';

const minutes = 10;
const calls = { kind: 'api calls', tries: 600, minutes };
const strangers = { kind: 'api unknown token', tries: 30, minutes };

export const digestOf = (house: House, token: string): Buffer => house.secrets.digest('api token', token);

export type Caller = { token: TokenInUse; visit: Visit; limitHeaders: Record<string, string> };

/** Who calls: the token, and a visit as the administrator who made it, who lends it their eyes and nobody else's (E-01). */
export async function enterWithToken(visit: Visit, scope: Scope): Promise<Caller> {
  const { house } = visit;
  const given = /^Bearer (kursiv_[\w-]{43})$/.exec(visit.request.headers.get('authorization') ?? '')?.[1];
  const token = given && (await house.database.transaction(acrossCustomers('api'), (tx) => findTokenInUse(tx, digestOf(house, given))));
  if (!token) return refuseStranger(visit);
  const limit = await countTry(house, [{ limit: calls, who: token.id }]);
  const limitHeaders = {
    'ratelimit-policy': `"token";q=${calls.tries};w=${minutes * 60}`,
    ratelimit: `"token";r=${limit.left};t=${limit.secondsLeft}`,
  };
  if (!limit.allowed) {
    const headers = { ...limitHeaders, 'retry-after': String(limit.retryAfterSeconds) };
    throw new ApiProblem(429, 'too-many-calls', 'Wait until the time in Retry-After has passed.', headers);
  }
  if (!token.scopes.includes(scope)) throw new ApiProblem(403, 'missing-scope', `The token lacks the scope ${scope}.`, limitHeaders);
  return { token, visit: visitOf(visit, token), limitHeaders };
}

async function refuseStranger(visit: Visit): Promise<never> {
  const { allowed, retryAfterSeconds } = await countTry(visit.house, [{ limit: strangers, who: networkOf(visit.callerAddress) }]);
  if (!allowed)
    throw new ApiProblem(429, 'too-many-calls', 'Too many calls without a valid token.', { 'retry-after': String(retryAfterSeconds) });
  throw new ApiProblem(401, 'unknown-token', 'Send a valid token as Authorization: Bearer.', { 'www-authenticate': 'Bearer' });
}

function visitOf(visit: Visit, token: TokenInUse): Visit {
  const now = visit.house.clock.now().toISOString();
  return {
    ...visit,
    locale: token.language,
    customer: { id: token.customerId, slug: token.customerSlug, name: token.customerName },
    actor: {
      accountId: token.madeBy,
      sessionId: token.id,
      kind: 'personal',
      givenName: '',
      language: token.language,
      roles: ['customer_admin'],
      staff: true,
      operatorRoles: [],
      closed: false,
      acceptedTerms: true,
      confirmedAt: now,
      lastSeenAt: now,
      rotatedAt: now,
      staffSomewhere: token.customerSlug,
      unread: 0,
    },
  };
}
