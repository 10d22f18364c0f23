import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { findCredentials } from './credential.queries.ts';
import { listPasskeys } from './passkey.queries.ts';

const newForMs = 24 * 60 * 60_000;

/** Whether to offer a passkey: to someone who has just chosen a password, has no passkey yet and may create one now. */
export function offersPasskey(visit: Visit): Promise<boolean> {
  const { accountId } = actorOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    const chosenAt = (await findCredentials(tx, accountId))?.password_changed_at?.getTime() ?? 0;
    if (visit.house.clock.now().getTime() - chosenAt > newForMs) return false;
    return (await listPasskeys(tx, accountId)).length === 0;
  });
}
