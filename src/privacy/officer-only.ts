import { actorOf, NotFound, type Visit } from '../platform/visit.ts';

/** What is due, held back or erased is the officer's and the management's to see. Gives who it is. */
export function officerOf(visit: Visit): string {
  const actor = actorOf(visit);
  if (!actor.operatorRoles.some((role) => role === 'dpo' || role === 'executive')) throw new NotFound();
  return actor.accountId;
}
