import type { MailTemplate } from '../platform/mail/template.ts';
import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { deskActions, deskMails } from './desk/index.ts';

export { remindUnpaid, remindUnpaidTask } from './desk/index.ts';

export const shopActions = { ...deskActions } satisfies Partial<Record<RouteName, Action>>;
export const shopMails = { ...deskMails } satisfies Record<string, MailTemplate>;
