import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { accessibility, cookies } from './about.actions.tsx';
import { askForQuote, companyServices } from './company.actions.tsx';
import { contact, sendContact } from './contact.actions.tsx';
import { chooseLanguage } from './choose-language.actions.ts';
import { privacyPolicy, terms } from './documents.actions.tsx';
import { health, ready } from './health.actions.ts';
import { localMail, localMails } from './local-mails.actions.tsx';
import { answerEnquiry, closeEnquiry, enquiry } from './enquiry.actions.tsx';
import { dpoEnquiries, enquiries } from './inbox.actions.tsx';
import { deskOfferPdf, makeOffer, newOffer } from './offer/desk-offer.actions.tsx';
import { answerOffer, ownOffer, ownOfferPdf } from './offer/own-offer.actions.tsx';
import { ownEnquiry, writeBack } from './own-enquiry.actions.tsx';
import { askForRemoval, confirmRemoval, removal, removeEnquiries } from './removal.actions.tsx';
import { promisesPage } from './promises.actions.tsx';
import { saveSetUp, setUp } from './set-up.actions.tsx';

export const deskActions = {
  contact,
  terms,
  privacyPolicy,
  cookies,
  accessibility,
  chooseLanguage,
  health,
  ready,
  setUp,
  saveSetUp,
  localMails,
  localMail,
  promises: promisesPage,
  sendContact,
  companyServices,
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
  newOffer,
  makeOffer,
  deskOfferPdf,
  ownOffer,
  answerOffer,
  ownOfferPdf,
} satisfies Partial<Record<RouteName, Action>>;

export { deskMails } from './mails.ts';
export { appoint, dismiss, operatorRoles } from './operator-staff.ts';
export { publishFirstDocuments, publishPrivacyPolicy } from './documents.ts';
