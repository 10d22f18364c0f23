import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { contact, sendContact } from './contact.actions.tsx';
import { askForQuote, companyServices } from './company.actions.tsx';
import { askDpo, dpo } from './dpo.actions.tsx';

export const contactActions = { contact, sendContact, askForQuote, companyServices, askDpo, dpo } satisfies Partial<
  Record<RouteName, Action>
>;
