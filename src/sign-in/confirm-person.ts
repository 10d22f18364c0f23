import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { findCredentials } from './credential.queries.ts';
import { passwordMatches } from './password.ts';
import { confirmSession } from './session.queries.ts';

export function readOwnAccount(visit: Visit) {
  const { accountId } = actorOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'identify-user'), (tx) => findCredentials(tx, accountId));
}

export async function confirmPerson(visit: Visit, password: string): Promise<boolean> {
  const account = await readOwnAccount(visit);
  if (!(await passwordMatches(account?.hash, password))) return false;
  const { sessionId } = actorOf(visit);
  await visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => confirmSession(tx, sessionId, visit.house.clock.now()));
  return true;
}
