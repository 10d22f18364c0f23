import type { Action } from './platform/visit.ts';
import type { RouteName } from './routes.ts';
import { privacyActions } from './privacy/index.ts';
import { coursesActions } from './courses/index.ts';
import { peopleActions } from './people/index.ts';

/** What each route of routes.ts does: every room brings its own. */
export const actions = {
  ...coursesActions,
  ...peopleActions,
  ...privacyActions,
} as unknown as Record<RouteName, Action>;
