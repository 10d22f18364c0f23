import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { addCannedAnswer, cannedAnswer, cannedAnswers, removeCannedAnswer, saveCannedAnswer } from './canned-answers.actions.tsx';
import { assignEnquiry, mergeEnquiry, splitEnquiry } from './case.actions.tsx';
import { supportClock, tryMailAgain } from './clock.actions.tsx';
import { takeInboundMail } from './mail-in.actions.ts';
import { myEnquiries } from './my-enquiries.actions.tsx';

export { pauseClock, startClock } from './case-clock.ts';
export { openCaseByMail, refuseMail, writeBackByMail } from './take-mail.ts';

export const supportActions = {
  addCannedAnswer,
  cannedAnswer,
  cannedAnswers,
  removeCannedAnswer,
  saveCannedAnswer,
  assignEnquiry,
  mergeEnquiry,
  splitEnquiry,
  supportClock,
  tryMailAgain,
  takeInboundMail,
  myEnquiries,
} satisfies Partial<Record<RouteName, Action>>;

export { isWorkingDay } from './working-time.ts';
