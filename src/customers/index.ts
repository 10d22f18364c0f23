import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { acceptDataTerms, agreement, agreementPdf, dataProcessing, giveNotice } from './agreement/agreement.actions.tsx';
import { customerContact, organisationContact, saveCustomerContact, saveOrganisationContact } from './contacts/contacts.actions.tsx';
import { namedContact, removeContactName } from './contacts/named.actions.tsx';
import { leaveCourse, releaseSeat, searchSeats, seats } from './agreement/seats.actions.tsx';
import { createGroup, groups } from './groups/groups.actions.tsx';
import { endGroup, group, leaveGroup, saveGroup, searchGroup } from './groups/group.actions.tsx';
import { addedPeople, addPeople, checkPeopleList, peopleList, undoAddedPeople } from './people-import/people-import.actions.tsx';
import { answerInvitation, invitation, openInvitedAccount } from './invitation.actions.tsx';
import { invitations, newInvitation, revokeInvitation, saveInvitation, searchInvitations } from './invitations.actions.tsx';
import { member, saveMember } from './member.actions.tsx';
import { members, searchMembers } from './members.actions.tsx';
import { changeAgreement, createAgreement, customerCard, newAgreement, saveCustomerNote } from './register/customer.actions.tsx';
import { createCustomer, customers, newCustomer } from './register/customers.actions.tsx';
import { customerExport, makeExport, takeAll } from './exit/exit.actions.tsx';
import {
  askForHandedLink,
  handedAnswer,
  handedAnswerLetter,
  handedExtract,
  handedFolder,
  ownHanded,
} from './requests/own-request.actions.tsx';
import {
  eraseHanded,
  handedLetter,
  handedRequest,
  handedRequests,
  liftHanded,
  searchHanded,
  stepHanded,
} from './requests/requests.actions.tsx';
import { leaveRole, myRoles } from './my-roles.actions.tsx';

export const customersActions = {
  members,
  searchMembers,
  member,
  saveMember,
  groups,
  createGroup,
  group,
  saveGroup,
  leaveGroup,
  searchGroup,
  endGroup,
  peopleList,
  checkPeopleList,
  addPeople,
  addedPeople,
  undoAddedPeople,
  invitations,
  searchInvitations,
  newInvitation,
  saveInvitation,
  revokeInvitation,
  invitation,
  answerInvitation,
  openInvitedAccount,
  myRoles,
  leaveRole,
  customers,
  newCustomer,
  createCustomer,
  customerCard,
  saveCustomerNote,
  organisationContact,
  saveOrganisationContact,
  customerContact,
  saveCustomerContact,
  namedContact,
  removeContactName,
  newAgreement,
  createAgreement,
  changeAgreement,
  agreement,
  agreementPdf,
  acceptDataTerms,
  giveNotice,
  seats,
  releaseSeat,
  searchSeats,
  dataProcessing,
  leaveCourse,
  handedRequests,
  searchHanded,
  handedRequest,
  stepHanded,
  liftHanded,
  handedLetter,
  eraseHanded,
  ownHanded,
  askForHandedLink,
  handedAnswer,
  handedAnswerLetter,
  handedExtract,
  handedFolder,
  takeAll,
  makeExport,
  customerExport,
} satisfies Partial<Record<RouteName, Action>>;

export { agreementEnded } from './agreement/agreement.actions.tsx';
export { acceptDataTerms } from './agreement/accept-data-terms.ts';
export { findContactsNamed, removeNameOf } from './contacts/contacts-named.ts';
export { namedWords } from './contacts/named-words.ts';
export { namesShown, type NameRow } from './contacts/contacts.queries.ts';
export { saveContacts } from './contacts/contacts.queries.ts';
export { makeAgreement } from './agreement/make-agreement.ts';
export { pdfAnswer, writeDataTerms, writePrice } from './agreement/agreement-pdf.ts';
export { dataTerms, type DataTerms } from './agreement/data-terms.ts';
export { formatOrgNumber, readOrgNumber } from './agreement/org-number.ts';
export { PriceTable } from './agreement/pages/agreement-facts.tsx';
export { DataTermsText } from './agreement/pages/data-terms-text.tsx';
export { coursesShown, coursesSought, cutCourses, seeksCourses, type CoursesSought } from './agreement/courses-sought.ts';
export { emptyTyped, faultOf, TermsFields, type CourseChoice, type Typed } from './agreement/pages/terms-fields.tsx';
export type { PriceLine } from './agreement/price.ts';
export { linesOf, termsFields } from './agreement/terms-form.ts';
export { termsWords } from './agreement/terms-words.ts';
export { openCustomer } from './register/open-customer.ts';
export { customerKinds, hasOrgNumber, type CustomerKind } from './register/register.queries.ts';
export { makeExport as makeCustomerExport } from './exit/make-export.ts';
export { customersMails } from './mails.ts';
export { invitersOf } from './invitation.queries.ts';
export { handOver, placesOf, type Places } from './requests/hand-over.ts';
export { liftDue as liftRestrictionsOfCustomers } from './requests/restrict-handed.ts';
export { remindCustomers, remindCustomersTask } from './requests/remind-customers.ts';
export { invite } from './invite.ts';
export { memberFields } from './members.actions.tsx';
export { listMembers, membersPerPage } from './members.queries.ts';
