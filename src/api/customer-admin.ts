import { actorOf, NotFound, type Visit } from '../platform/visit.ts';

/** What programs may do is only for the customer's own administrators; for anyone else there is no such page. */
export function customerAdmin(visit: Visit): string {
  const { accountId, roles } = actorOf(visit);
  if (!roles.includes('customer_admin')) throw new NotFound();
  return accountId;
}
