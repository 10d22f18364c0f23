import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { contactNames } from './contact-names.actions.ts';
import {
  dataRequest,
  dataRequestLetter,
  dataRequests,
  handOverRequest,
  liftRequest,
  searchDataRequests,
  stepRequest,
} from './desk-requests.actions.tsx';
import {
  askForAnswerLink,
  ownRequest,
  proveRequest,
  removeRequest,
  requestAnswer,
  requestExtract,
  requestFolder,
  requestLetter,
  saveRequestProof,
} from './own-request.actions.tsx';
import { requestForm, requestFormInEnglish, sendRequest } from './request.actions.tsx';

export { remindOfRequests, remindTask } from './decide-request.ts';
export { liftDue as liftRestrictionsOfRequests } from './lift-restriction.ts';
export { requestMails } from './mails.ts';

export const requestsActions = {
  requestForm,
  requestFormInEnglish,
  sendRequest,
  proveRequest,
  saveRequestProof,
  ownRequest,
  askForAnswerLink,
  requestAnswer,
  requestLetter,
  requestExtract,
  requestFolder,
  removeRequest,
  dataRequests,
  searchDataRequests,
  dataRequest,
  stepRequest,
  handOverRequest,
  contactNames,
  liftRequest,
  dataRequestLetter,
} satisfies Partial<Record<RouteName, Action>>;
