import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { askForRemoval, confirmRemoval, removal, removeEnquiries } from './removal.actions.tsx';

export const removalActions = { askForRemoval, confirmRemoval, removal, removeEnquiries } satisfies Partial<Record<RouteName, Action>>;
