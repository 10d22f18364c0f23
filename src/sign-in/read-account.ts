import { NotFound, actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { findCredentials } from './credential.queries.ts';
import { needsConfirming } from './needs-confirming.ts';
import { listPasskeys } from './passkey.queries.ts';
import { secretToShow } from './second-factor.ts';
import { countRecoveryCodes, findSecondFactor } from './second-factor.queries.ts';
import { listSessions } from './session.queries.ts';

export type SecondFactorState =
  | { state: 'off' }
  | { state: 'waiting'; text: string; picture: string }
  | { state: 'on'; since: Date; codesLeft: number };

export type AccountShown = {
  email: string;
  passwordChangedAt: Date | null;
  /** Whether the person proved who they are just now, so that the forms are shown. */
  confirmed: boolean;
  passkeys: { id: string; name: string; created_at: Date; last_used_at: Date | null }[];
  secondFactor: SecondFactorState;
  sessions: { id: string; browser: string; created_at: Date; last_seen_at: Date; current: boolean }[];
};

/** `minutes`: how long ago the person may have proved who they are and still see the forms. */
export function readAccount(visit: Visit, minutes: number): Promise<AccountShown> {
  const { accountId, sessionId } = actorOf(visit);
  const { house, operator } = visit;
  return house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    const account = await findCredentials(tx, accountId);
    if (!account?.email) throw new NotFound();
    const confirmed = !needsConfirming(visit, minutes);
    const factor = await findSecondFactor(tx, accountId);
    const names = { issuer: operator?.name ?? 'Kursiv', label: account.email };
    const sessions = await listSessions(tx, accountId, house.clock.now());
    return {
      email: account.email,
      passwordChangedAt: account.password_changed_at,
      confirmed,
      passkeys: await listPasskeys(tx, accountId),
      secondFactor: factor?.confirmed_at
        ? { state: 'on', since: factor.confirmed_at, codesLeft: await countRecoveryCodes(tx, accountId) }
        : factor && confirmed
          ? { state: 'waiting', ...(await secretToShow(house, factor.secret, names)) }
          : { state: 'off' },
      sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })),
    };
  });
}
