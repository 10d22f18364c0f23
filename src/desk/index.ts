import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { accessibility } from './about.actions.tsx';
import { askForQuote, companyServices } from './company.actions.tsx';
import { contact, sendContact } from './contact.actions.tsx';
import { chooseLanguage } from './choose-language.actions.ts';
import { askDpo, dpo } from './dpo.actions.tsx';
import { terms } from './documents.actions.tsx';
import { health, ready } from './health.actions.ts';
import { localMail, localMails } from './local-mails.actions.tsx';
import { answerEnquiry, closeEnquiry, enquiry } from './enquiry.actions.tsx';
import { dpoEnquiries, enquiries, searchEnquiries } from './inbox.actions.tsx';
import { deskOfferPdf, makeOffer, newOffer } from './offer/desk-offer.actions.tsx';
import { answerOffer, ownOffer, ownOfferPdf } from './offer/own-offer.actions.tsx';
import { addCannedAnswer, cannedAnswer, cannedAnswers, removeCannedAnswer, saveCannedAnswer } from './support/canned-answers.actions.tsx';
import { assignEnquiry, mergeEnquiry, splitEnquiry } from './support/case.actions.tsx';
import { supportClock, tryMailAgain } from './support/clock.actions.tsx';
import { takeInboundMail } from './support/mail-in.actions.ts';
import { myEnquiries } from './support/my-enquiries.actions.tsx';
import { ownEnquiry, writeBack } from './own-enquiry.actions.tsx';
import { askForRemoval, confirmRemoval, removal, removeEnquiries } from './removal.actions.tsx';
import { newslettersActions } from './newsletters/index.ts';
import { operationsActions } from './operations/index.ts';
import { termsActions } from './terms/index.ts';
import { saveSetUp, setUp } from './set-up.actions.tsx';

export const deskActions = {
  contact,
  terms,
  accessibility,
  chooseLanguage,
  health,
  ready,
  setUp,
  saveSetUp,
  localMails,
  localMail,
  sendContact,
  companyServices,
  dpo,
  askDpo,
  askForQuote,
  ownEnquiry,
  writeBack,
  removal,
  askForRemoval,
  confirmRemoval,
  removeEnquiries,
  enquiries,
  dpoEnquiries,
  enquiry,
  answerEnquiry,
  closeEnquiry,
  searchEnquiries,
  assignEnquiry,
  mergeEnquiry,
  splitEnquiry,
  supportClock,
  tryMailAgain,
  cannedAnswers,
  addCannedAnswer,
  cannedAnswer,
  saveCannedAnswer,
  removeCannedAnswer,
  takeInboundMail,
  myEnquiries,
  ...newslettersActions,
  ...operationsActions,
  ...termsActions,
  newOffer,
  makeOffer,
  deskOfferPdf,
  ownOffer,
  answerOffer,
  ownOfferPdf,
} satisfies Partial<Record<RouteName, Action>>;

export { openCaseByMail, refuseMail, writeBackByMail } from './support/take-mail.ts';
export { pauseClock, startClock } from './support/case-clock.ts';
export { deskMails } from './mails.ts';
export { appoint, dismiss, operatorRoles } from './operator-staff.ts';
export { publishFirstDocuments } from './documents.ts';
export { recordBounce, sendDueIssues, sendTask } from './newsletters/index.ts';
export { announceTask, announceTerms } from './terms/index.ts';
