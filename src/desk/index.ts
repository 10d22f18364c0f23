import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { contactActions } from './contact/index.ts';
import { enquiriesActions } from './enquiries/index.ts';
import { newslettersActions } from './newsletters/index.ts';
import { offerActions } from './offer/index.ts';
import { operationsActions } from './operations/index.ts';
import { removalActions } from './removal/index.ts';
import { requestsActions } from './requests/index.ts';
import { setUpActions } from './set-up/index.ts';
import { siteActions } from './site/index.ts';
import { supportActions } from './support/index.ts';
import { termsActions } from './terms/index.ts';

export const deskActions = {
  ...contactActions,
  ...enquiriesActions,
  ...newslettersActions,
  ...offerActions,
  ...operationsActions,
  ...removalActions,
  ...requestsActions,
  ...setUpActions,
  ...siteActions,
  ...supportActions,
  ...termsActions,
} satisfies Partial<Record<RouteName, Action>>;

export { deskMails } from './mails.ts';
export { neverStored } from './open-forms/confirmed-by-link.tsx';
export { EmailField } from './open-forms/email-field.tsx';
export { formWords } from './open-forms/form-words.ts';
export { minutesToWait } from './open-forms/limits.ts';
export { kept, OpenForm } from './open-forms/open-form.tsx';
export { emptyForm, takeForm, withRetryAfter, type OpenForm as OpenFormState } from './open-forms/take-form.ts';
export { isWorkingDay } from './support/index.ts';
export { recordBounce, sendDueIssues, sendTask } from './newsletters/index.ts';
export { appoint, dismiss, operatorOnly, operatorRoles, raiseAlarm, ringProof, watchService, watchTask } from './operations/index.ts';
export { liftRestrictionsOfRequests, remindOfRequests, remindTask } from './requests/index.ts';
export { publishFirstDocuments } from './set-up/index.ts';
export { openCaseByMail, pauseClock, refuseMail, startClock, writeBackByMail } from './support/index.ts';
export { announceTask, announceTerms } from './terms/index.ts';
