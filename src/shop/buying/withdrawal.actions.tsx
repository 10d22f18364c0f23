import { neverStored } from '../../desk/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { linkedPurchase, purchaseLink } from '../purchase-link.ts';
import { findPurchase, lockPurchase } from '../purchase.queries.ts';
import { isUndone } from '../purchase-state.ts';
import { undoPurchase } from '../undo-purchase.ts';
import { withdrawalUntil } from '../withdrawal-day.ts';
import { linkEnded } from './order.actions.tsx';
import { WithdrawalPage } from './pages/withdrawal-page.tsx';
import { buyingWords } from './words.ts';

/** The first of two steps: what it means (EU 2023/2673). When it is too late or done, the purchase itself says so. */
export async function withdrawal(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const id = linkedPurchase(house, params['token']!);
  const purchase = id && (await house.database.transaction({ purpose: 'sell', leadsTo: id }, (tx) => findPurchase(tx, id)));
  if (!purchase) return linkEnded(visit);
  if (isUndone(purchase) || withdrawalUntil(purchase) < house.clock.now()) return redirect(purchaseLink(house, purchase.id));
  const { title } = buyingWords[locale].withdrawal;
  return neverStored(
    page(visit, { title, width: 'narrow' }, <WithdrawalPage locale={locale} token={params['token']!} purchase={purchase} />),
  );
}

/** The second: it is done, and acknowledged by mail with day and hour. */
export async function withdraw(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const id = linkedPurchase(house, params['token']!);
  if (!id) return linkEnded(visit);
  const at = house.clock.now();
  const found = await house.database.transaction(acrossCustomers('purchase'), async (tx) => {
    const purchase = await lockPurchase(tx, id);
    if (!purchase || isUndone(purchase) || withdrawalUntil(purchase) < at) return purchase !== undefined;
    await undoPurchase(tx, id, 'withdrawn', at);
    const { email, language } = purchase;
    await postMail(tx, house.clock, {
      to: { address: email },
      template: 'purchase-withdrawn',
      language: language === 'en' ? 'en' : 'sv',
      about: { purchaseId: id },
    });
    return true;
  });
  return found ? redirect(`${purchaseLink(house, id)}?angrat=ja`) : linkEnded(visit);
}
