import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { accessibility } from './about.actions.tsx';
import { askForQuote, companyServices } from './company.actions.tsx';
import { contact, sendContact } from './contact.actions.tsx';
import { chooseLanguage } from './choose-language.actions.ts';
import { terms } from './documents.actions.tsx';
import { health, ready } from './health.actions.ts';
import { localMail, localMails } from './local-mails.actions.tsx';
import { answerEnquiry, closeEnquiry, enquiry } from './enquiry.actions.tsx';
import { dpoEnquiries, enquiries } from './inbox.actions.tsx';
import { ownEnquiry, writeBack } from './own-enquiry.actions.tsx';
import { askForRemoval, confirmRemoval, removal, removeEnquiries } from './removal.actions.tsx';
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
} satisfies Partial<Record<RouteName, Action>>;

export { deskMails } from './mails.ts';
export { appoint, dismiss, operatorRoles } from './operator-staff.ts';
export { publishFirstDocuments } from './documents.ts';
