import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { deadLetters, handleDeadLetters } from './dead-letters.actions.tsx';
import { operations } from './operations.actions.tsx';

export { raiseAlarm, ringProof, watchService, watchTask } from './alarms.ts';
export { operatorOnly } from './operator-only.ts';
export { operationsMails } from './mails.ts';
export { appoint, dismiss, operatorRoles } from './operator-staff.ts';

export const operationsActions = { operations, deadLetters, handleDeadLetters } satisfies Partial<Record<RouteName, Action>>;
