import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { accessibility, contact, cookies } from './about.actions.tsx';
import { chooseLanguage } from './choose-language.actions.ts';
import { privacyPolicy, terms } from './documents.actions.tsx';
import { health, ready } from './health.actions.ts';
import { localMail, localMails } from './local-mails.actions.tsx';
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
} satisfies Partial<Record<RouteName, Action>>;

export { publishFirstDocuments, publishPrivacyPolicy } from './documents.ts';
