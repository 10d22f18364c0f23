import type { MailTemplate } from '../platform/mail/template.ts';
import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { buyingActions } from './buying/index.ts';
import { buyingMails } from './buying/mails.ts';
import { deskActions, deskMails } from './desk/index.ts';

export { remindUnpaid, remindUnpaidTask } from './desk/index.ts';

export const shopActions = { ...buyingActions, ...deskActions } satisfies Partial<Record<RouteName, Action>>;
export const shopMails = { ...buyingMails, ...deskMails } satisfies Record<string, MailTemplate>;
