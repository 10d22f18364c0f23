import { acrossCustomers } from '../../platform/database.ts';
import type { MailFacts, MailTemplate, MailText } from '../../platform/mail/template.ts';
import { formatDateTime } from '../../ui/format.ts';
import { purchaseLink } from '../purchase-link.ts';
import { findPurchase } from '../purchase.queries.ts';
import type { PurchaseRow } from '../purchase-state.ts';
import { findCheckout, listPurchasesAsked } from './checkout.queries.ts';
import { buyingMailWords } from './mail-words.ts';

const nothing = '00000000-0000-0000-0000-000000000000';

/** No mail here says what was bought, by whom or for how much (N-53). */
export const buyingMails = {
  async 'confirm-order'({ house, language, about }) {
    const { checkoutId = nothing } = about;
    const checkout = await house.database.transaction(acrossCustomers('mail'), (tx) => findCheckout(tx, checkoutId));
    if (!checkout) return undefined;
    const text = buyingMailWords[language].confirm;
    return { subject: text.subject, paragraphs: [text.why, house.publicUrl + purchaseLink(house, checkoutId), text.ignore] };
  },
  'order-placed': aboutPurchase((facts, { id }) => {
    const text = buyingMailWords[facts.language];
    return {
      subject: text.placed.subject,
      paragraphs: [text.placed.why, facts.house.publicUrl + purchaseLink(facts.house, id), text.secret],
    };
  }),
  // EU 2023/2673: what was declared, on which day and at which hour, in a form that lasts.
  'purchase-withdrawn': aboutPurchase((facts, { id, withdrawn_at }) => {
    if (!withdrawn_at) return undefined;
    const text = buyingMailWords[facts.language];
    const why = text.withdrawn.why(formatDateTime(withdrawn_at, facts.language));
    return { subject: text.withdrawn.subject, paragraphs: [why, facts.house.publicUrl + purchaseLink(facts.house, id), text.secret] };
  }),
  // Leaves only when there is something to link to.
  async 'own-purchases'({ house, language, about }) {
    const { challengeId = nothing } = about;
    const purchases = await house.database.transaction(acrossCustomers('mail'), (tx) => listPurchasesAsked(tx, challengeId));
    if (purchases.length === 0) return undefined;
    const text = buyingMailWords[language];
    const links = purchases.map(({ id }) => house.publicUrl + purchaseLink(house, id));
    return { subject: text.own.subject, paragraphs: [text.own.why, ...links, text.secret] };
  },
} satisfies Record<string, MailTemplate>;

function aboutPurchase(make: (facts: MailFacts, purchase: PurchaseRow) => MailText | undefined): MailTemplate {
  return async (facts) => {
    const { purchaseId = nothing } = facts.about;
    const purchase = await facts.house.database.transaction(acrossCustomers('mail'), (tx) => findPurchase(tx, purchaseId));
    return purchase && make(facts, purchase);
  };
}
