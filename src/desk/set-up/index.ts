import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { saveSetUp, setUp } from './set-up.actions.tsx';

export { publishFirstDocuments } from './first-documents.ts';

export const setUpActions = { saveSetUp, setUp } satisfies Partial<Record<RouteName, Action>>;
