import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href, type RouteName } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { canAppeal } from './decision.ts';
import { listOwnDecisions } from './decisions.queries.ts';
import { decisionWords } from './words.ts';

/** The mail says that there is a decision, never what it says or why: that is read signed in. */
const told =
  (what: 'warned' | 'ended' | 'answered'): MailTemplate =>
  async ({ house, language, accountId = '' }) => {
    const decisions = await house.database.transaction(acrossCustomers('mail'), (tx) => listOwnDecisions(tx, accountId));
    const [latest] = decisions;
    if (!latest) return undefined;
    const text = decisionWords[language].mail;
    const until = canAppeal(latest, house.clock.now()) ? [text.appeal(formatDate(latest.appeal_until, language))] : [];
    return { subject: text[what].subject, paragraphs: [text[what].text, link(house.publicUrl, 'ownDecisions'), ...until] };
  };

const link = (publicUrl: string, route: Extract<RouteName, 'ownDecisions' | 'termsDecisions'>): string => publicUrl + href(route);

export const decisionMails = {
  'account-warned': told('warned'),
  'account-ended': told('ended'),
  'appeal-answered': told('answered'),
  'appeal-waiting': ({ house, language }) => {
    const { subject, text } = decisionWords[language].mail.waiting;
    return { subject, paragraphs: [text, link(house.publicUrl, 'termsDecisions')] };
  },
} satisfies Record<string, MailTemplate>;
