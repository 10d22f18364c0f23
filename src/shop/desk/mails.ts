import { acrossCustomers } from '../../platform/database.ts';
import type { MailFacts, MailTemplate, MailText } from '../../platform/mail/template.ts';
import { findPurchase } from '../purchase.queries.ts';
import { purchaseLink } from '../purchase-link.ts';
import { isUndone, type PurchaseRow } from '../purchase-state.ts';
import { deskMailWords } from './mail-words.ts';

/** No mail here says what was bought, by whom or for how much: only that there is something to read (N-53). */
export const deskMails = {
  'purchase-cancelled': aboutPurchase((facts, purchase) => (purchase.cancelled_at ? told(facts, purchase, 'cancelled') : undefined)),
  'purchase-refunded': aboutPurchase((facts, purchase) => (purchase.refunded_at ? told(facts, purchase, 'refunded') : undefined)),
  'purchase-link': aboutPurchase((facts, purchase) => told(facts, purchase, 'link')),
  // Who has paid meanwhile is not reminded.
  'purchase-unpaid': aboutPurchase((facts, purchase) => {
    if (purchase.paid_at || isUndone(purchase)) return undefined;
    const { subject, paragraphs } = told(facts, purchase, 'unpaid');
    return { subject, paragraphs: [...paragraphs, deskMailWords[facts.language].unpaid.paid] };
  }),
} satisfies Record<string, MailTemplate>;

function aboutPurchase(make: (facts: MailFacts, purchase: PurchaseRow) => MailText | undefined): MailTemplate {
  return async (facts) => {
    const { purchaseId } = facts.about;
    if (!purchaseId) return undefined;
    const purchase = await facts.house.database.transaction(acrossCustomers('mail'), (tx) => findPurchase(tx, purchaseId));
    return purchase && make(facts, purchase);
  };
}

function told({ house, language }: MailFacts, { id }: PurchaseRow, what: 'cancelled' | 'refunded' | 'unpaid' | 'link'): MailText {
  const text = deskMailWords[language];
  return { subject: text[what].subject, paragraphs: [text[what].why, house.publicUrl + purchaseLink(house, id), text.secret] };
}
