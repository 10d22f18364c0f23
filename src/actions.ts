import type { Action } from './platform/visit.ts';
import type { RouteName } from './routes.ts';

/** What each route of routes.ts does: every room brings its own. */
export const actions = {} as Record<RouteName, Action>;
