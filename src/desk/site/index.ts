import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { accessibility } from './about.actions.tsx';
import { chooseLanguage } from './choose-language.actions.ts';
import { health, ready } from './health.actions.ts';
import { localMail, localMails } from './local-mails.actions.tsx';

export const siteActions = { accessibility, chooseLanguage, health, ready, localMail, localMails } satisfies Partial<
  Record<RouteName, Action>
>;
