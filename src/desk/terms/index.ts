import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { publishTerms, termsVersions } from './terms.actions.tsx';
import { terms } from './terms-page.actions.tsx';
import { termsVersion, upcomingTerms } from './version.actions.tsx';

export { termsMails } from './mails.ts';
export { announceTask, announceTerms } from './publish-terms.ts';

export const termsActions = { terms, termsVersion, upcomingTerms, termsVersions, publishTerms } satisfies Partial<
  Record<RouteName, Action>
>;
