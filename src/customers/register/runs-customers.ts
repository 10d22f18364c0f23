import { actorOf, NotFound, type Visit } from '../../platform/visit.ts';

/** The operator's people who look after customers; the database holds the same (app.runs_customers). */
export function runsCustomers(visit: Visit): string {
  const { accountId, operatorRoles } = actorOf(visit);
  if (!operatorRoles.includes('support') && !operatorRoles.includes('executive')) throw new NotFound();
  return accountId;
}
