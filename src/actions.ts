import type { Action } from './platform/visit.ts';
import type { RouteName } from './routes.ts';
import { apiActions } from './api/index.ts';
import { assessmentActions } from './assessment/index.ts';
import { certificatesActions } from './certificates/index.ts';
import { privacyActions } from './privacy/index.ts';
import { correspondenceActions } from './correspondence/index.ts';
import { coursesActions } from './courses/index.ts';
import { customersActions } from './customers/index.ts';
import { deskActions } from './desk/index.ts';
import { keysActions } from './keys/index.ts';
import { learningActions } from './learning/index.ts';
import { notificationsActions } from './notifications/index.ts';
import { peopleActions } from './people/index.ts';
import { shopActions } from './shop/index.ts';
import { signInActions } from './sign-in/index.ts';
import { stylePage } from './style-page.ts';

/** What each route of routes.ts does: every room brings its own. */
export const actions: Record<RouteName, Action> = {
  ...apiActions,
  ...assessmentActions,
  ...certificatesActions,
  ...correspondenceActions,
  ...coursesActions,
  ...customersActions,
  ...deskActions,
  ...keysActions,
  ...learningActions,
  ...notificationsActions,
  ...peopleActions,
  ...privacyActions,
  ...shopActions,
  ...signInActions,
  stylePage,
};
