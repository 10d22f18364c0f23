import { actorOf, NotFound, type OperatorRole, type Visit } from '../../platform/visit.ts';

/** Nobody of the operator's people has access by standing: each page names the roles that it is for. */
export function operatorOnly(visit: Visit, ...roles: OperatorRole[]): void {
  if (!actorOf(visit).operatorRoles.some((role) => roles.includes(role))) throw new NotFound();
}
