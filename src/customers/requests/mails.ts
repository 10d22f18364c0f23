import { acrossCustomers } from '../../platform/database.ts';
import type { MailFacts, MailTemplate, MailText } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { findCustomer } from '../register/register.queries.ts';
import { isOver, type HandedRequest } from './request.ts';
import { findOwnHanded } from './requests.queries.ts';
import { handedWords } from './words.ts';

/** To a customer's administrator: that there is a request, never whose or about what. */
const toCustomer =
  (what: 'toCustomer' | 'reminder' | 'overdue'): MailTemplate =>
  async ({ house, language, about }) => {
    const customer = await house.database.transaction(acrossCustomers('mail'), (tx) => findCustomer(tx, about['customerId'] ?? ''));
    if (!customer) return undefined;
    const text = handedWords[language].mail[what];
    return {
      subject: text.subject,
      paragraphs: [text.text(customer.name), house.publicUrl + href('handedRequests', { customer: customer.slug })],
    };
  };

const toAsker =
  (make: (facts: MailFacts, request: HandedRequest & { customer: string }) => MailText | undefined): MailTemplate =>
  async (facts) => {
    const id = facts.about['handedId'] ?? '';
    const found = id ? await facts.house.database.transaction(acrossCustomers('mail'), (tx) => findOwnHanded(tx, id)) : undefined;
    return found && make(facts, found);
  };

const follow = ({ house }: MailFacts, id: string): string =>
  house.publicUrl + href('ownHanded', { token: house.secrets.token('handed request', id) });

export const handedMails = {
  'handed-request': toCustomer('toCustomer'),
  'handed-reminder': toCustomer('reminder'),
  'handed-overdue': toCustomer('overdue'),
  'request-handed-over': toAsker((facts, { id, customer, state }) => {
    if (isOver(state)) return undefined;
    const text = handedWords[facts.language].mail.handedOver;
    return { subject: text.subject, paragraphs: [text.text(customer), follow(facts, id), text.rest] };
  }),
  'handed-answered': toAsker((facts, { id, customer, lifts_at: lifts }) => {
    const text = handedWords[facts.language].mail[lifts ? 'news' : 'answered'];
    return { subject: text.subject, paragraphs: [text.text(customer), follow(facts, id)] };
  }),
  'handed-answer-link': toAsker((facts, { link_id }) => {
    if (!link_id) return undefined;
    const text = handedWords[facts.language].mail.link;
    const link = href('handedAnswer', { token: facts.house.secrets.token('handed answer', link_id) });
    return { subject: text.subject, paragraphs: [text.text, facts.house.publicUrl + link, text.secret] };
  }),
} satisfies Record<string, MailTemplate>;
