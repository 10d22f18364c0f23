import { api } from './api.ts';
import { assessment } from './assessment.ts';
import { agreements } from './agreements.ts';
import { bounces } from './bounces.ts';
import { caseFiles } from './case-files.ts';
import { certificates } from './certificates.ts';
import { correspondence } from './correspondence.ts';
import { courses } from './courses.ts';
import { customerContacts } from './customer-contacts.ts';
import { customerRequests } from './customer-requests.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import type { Entry, WholeMap } from './entry.ts';
import { keys } from './keys.ts';
import { learning } from './learning.ts';
import { mailIn } from './mail-in.ts';
import { newsletters } from './newsletters.ts';
import { notifications } from './notifications.ts';
import { ownExports } from './own-exports.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { narrowing } from './narrowing.ts';
import { requests } from './requests.ts';
import { shop } from './shop.ts';
import { signingKeys } from './signing-keys.ts';
import { suppliers } from './suppliers.ts';
import { termsDecisions } from './terms-decisions.ts';

/** Map 3: whose each column is, why it is held, how long, who sees it, what erasure does. */
export const dataMap = {
  ...people,
  ...courses,
  ...customers,
  ...narrowing,
  ...learning,
  ...keys,
  ...certificates,
  ...correspondence,
  ...desk,
  ...mailIn,
  ...caseFiles,
  ...bounces,
  ...api,
  ...assessment,
  ...newsletters,
  ...notifications,
  ...agreements,
  ...privacy,
  ...requests,
  ...suppliers,
  ...signingKeys,
  ...customerRequests,
  ...customerContacts,
  ...ownExports,
  ...termsDecisions,
  ...shop,
} satisfies WholeMap;
export type MappedTable = keyof typeof dataMap;

/** The files of the map, so that a reader can ask for one of them. */
export const mapRooms: Record<string, Record<string, Entry>> = {
  people,
  courses,
  customers,
  narrowing,
  api,
  agreements,
  customerContacts,
  learning,
  keys,
  certificates,
  assessment,
  correspondence,
  desk,
  mailIn,
  caseFiles,
  bounces,
  newsletters,
  notifications,
  privacy,
  requests,
  suppliers,
  shop,
  signingKeys,
  customerRequests,
  ownExports,
  termsDecisions,
};

export * from './entry.ts';
export * from './vocabulary.ts';
export { type Store } from './store.ts';
export { stores } from './stores.ts';
export { outgoing, type Outgoing } from './outgoing.ts';
