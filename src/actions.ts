import type { Action } from './platform/visit.ts';
import type { RouteName } from './routes.ts';
import { privacyActions } from './privacy/index.ts';
import { correspondenceActions } from './correspondence/index.ts';
import { coursesActions } from './courses/index.ts';
import { keysActions } from './keys/index.ts';
import { peopleActions } from './people/index.ts';
import { signInActions } from './sign-in/index.ts';

/** What each route of routes.ts does: every room brings its own. */
export const actions = {
  ...correspondenceActions,
  ...coursesActions,
  ...keysActions,
  ...peopleActions,
  ...privacyActions,
  ...signInActions,
} as unknown as Record<RouteName, Action>;
