import { acrossCustomers } from '../../platform/database.ts';
import type { MailFacts, MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { findIssue, type Issue } from './issue.queries.ts';
import { letterHtml } from './letter.ts';
import { findByAsk, listAsked } from './subscriber.queries.ts';
import { findReceiver } from './receiver.queries.ts';
import { words } from './words.ts';

const nothing = '00000000-0000-0000-0000-000000000000';

/** The question to an address that someone has written in the form; to a subscriber, the link to their choices. */
const confirm: MailTemplate = async (facts) => {
  const { house, language, about } = facts;
  const { askId = nothing } = about;
  const found = await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const subscriber = await findByAsk(tx, askId, house.clock.now());
    return subscriber && { subscriber, topics: await listAsked(tx, askId) };
  });
  if (!found) return undefined;
  const text = words[language].mail;
  if (found.topics.length === 0)
    return { subject: text.alreadySubject, paragraphs: [text.already, choicesLink(facts, found.subscriber.id), text.ignore] };
  const link = house.publicUrl + href('confirmSubscription', { token: house.secrets.token('newsletter ask', askId) });
  const names = found.topics.map((topic) => topic.title[language]).join(', ');
  return { subject: text.confirmSubject, paragraphs: [text.confirm(names), text.press, link, text.ignore] };
};

/** One letter to one subscriber. Whoever has left in the meantime gets none. */
const newsletter: MailTemplate = async (facts) => {
  const { house, language, about } = facts;
  const found = await house.database.transaction(acrossCustomers('newsletter'), async (tx) => {
    const issue = await findIssue(tx, about['issueId'] ?? nothing);
    const receiver = await findReceiver(tx, about['subscriptionId'] ?? nothing);
    return issue && receiver && { issue, receiver };
  });
  if (!found) return undefined;
  const { issue, receiver } = found;
  const text = words[language].mail;
  const leave = house.publicUrl + href('unsubscribe', { token: house.secrets.token('newsletter subscription', receiver.id) });
  const choices = choicesLink(facts, receiver.subscriber_id);
  const { subject, body } = letterIn(issue, language);
  return {
    subject,
    paragraphs: [body, '– – –', text.why, `${text.leave} ${leave}`, `${text.choices} ${choices}`],
    html: letterHtml(body, language, { why: text.why, links: { [text.leave]: leave, [text.choices]: choices } }),
    // RFC 8058 §3.1: both headers, and the very words of the second. A mail server's DKIM signature should cover them.
    headers: { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
};

/** To the one who writes the letter, before it goes to anyone else. */
const test: MailTemplate = async ({ house, language, about }) => {
  const issue = await house.database.transaction(acrossCustomers('newsletter'), (tx) => findIssue(tx, about['issueId'] ?? nothing));
  if (!issue) return undefined;
  const { subject, body } = letterIn(issue, language);
  const { trial, trialWhy } = words[language].mail;
  return { subject: trial(subject), paragraphs: [body, '– – –', trialWhy], html: letterHtml(body, language, { why: trialWhy, links: {} }) };
};

export const newsletterMails = { 'newsletter-confirm': confirm, newsletter, 'newsletter-test': test } satisfies Record<
  string,
  MailTemplate
>;

const letterIn = (issue: Issue, language: 'sv' | 'en') =>
  language === 'sv' ? { subject: issue.subject_sv, body: issue.body_sv } : { subject: issue.subject_en, body: issue.body_en };

const choicesLink = ({ house }: MailFacts, subscriberId: string): string =>
  house.publicUrl + href('subscriptions', { token: house.secrets.token('newsletter subscriber', subscriberId) });
