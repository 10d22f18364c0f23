import { z } from 'zod';
import { neverStored } from '../../desk/index.ts';
import { linkToKey, seatFault } from '../../keys/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { listLooksByLink } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { formatMoney } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { placeOrder as place, type Ordered } from '../place-order.ts';
import { linkedPurchase, purchaseLink } from '../purchase-link.ts';
import { findPurchase } from '../purchase.queries.ts';
import { isUndone } from '../purchase-state.ts';
import { listVouchersOf } from '../voucher.queries.ts';
import { findBoughtCourse, findCheckout, type CheckoutRow } from './checkout.queries.ts';
import { findForSaleById, findSeller } from './for-sale.queries.ts';
import { LinkEndedPage } from './pages/link-ended-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { PurchasePage } from './pages/purchase-page.tsx';
import { buyingWords } from './words.ts';

/** One link, from what has been filled in to the end of the purchase. */
export async function order(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const id = linkedPurchase(house, params['token']!);
  if (!id) return linkEnded(visit);
  const checkout = await house.database.transaction({ purpose: 'sell', leadsTo: id }, (tx) => findCheckout(tx, id));
  return checkout ? showOrder(visit, checkout) : showPurchase(visit, id);
}

/** The one press that costs something. Pressed twice it is one purchase. */
export async function placeOrder(visit: Visit): Promise<Response> {
  const { house, params, request } = visit;
  const id = linkedPurchase(house, params['token']!);
  if (!id) return linkEnded(visit);
  const form = await readForm(request, z.object({ shown: z.coerce.number().int().catch(0) }));
  const shownOre = form.ok ? form.value.shown : 0;
  const done = await tryToOrder(visit, id, shownOre);
  if (done === 'gone') return linkEnded(visit);
  if (typeof done === 'object') return redirect(`${purchaseLink(house, id)}?klart=ja`);
  const checkout = await house.database.transaction({ purpose: 'sell', leadsTo: id }, (tx) => findCheckout(tx, id));
  return checkout ? showOrder(visit, checkout, done) : linkEnded(visit);
}

type NotOrdered = Exclude<Ordered, object | 'gone'> | 'no seat';

async function tryToOrder({ house }: Visit, id: string, shownOre: number): Promise<Ordered | 'no seat'> {
  try {
    return await house.database.transaction(acrossCustomers('purchase'), (tx) => place(tx, house, id, shownOre));
  } catch (error) {
    if (seatFault(error) === 'no seat') return 'no seat';
    throw error;
  }
}

/** Into the course: the link has proved the address that the key is bound to. */
export async function openBought(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const id = linkedPurchase(house, params['token']!);
  const found = id && (await findBought(visit, id));
  if (!found || isUndone(found.purchase) || !found.purchase.key_id || !found.bought) return linkEnded(visit);
  const { purchase, bought } = found;
  if (bought.redeemed_at) return redirect(href('continueCourse', { customer: bought.customer_slug, course: bought.slug }));
  return redirect(await linkToKey(house, { keyId: found.purchase.key_id, email: purchase.email }));
}

function findBought({ house }: Visit, id: string) {
  return house.database.transaction(acrossCustomers('purchase'), async (tx) => {
    const purchase = await findPurchase(tx, id);
    return purchase && { purchase, bought: await findBoughtCourse(tx, purchase) };
  });
}

async function showOrder(visit: Visit, checkout: CheckoutRow, problem?: NotOrdered): Promise<Response> {
  const { house, locale, params } = visit;
  const text = buyingWords[locale];
  const course = await house.database.transaction(acrossCustomers('purchase'), (tx) => findForSaleById(tx, checkout));
  const why = !course || problem === 'not for sale' ? text.buy.notForSale : problem === 'no seat' ? text.buy.full : undefined;
  const changed = problem === 'other price' && course ? text.buy.priceChanged(formatMoney(course.ore, locale)) : undefined;
  const props = { locale, checkout, course, token: params['token']!, problem: why ?? changed, contact: operatorOf(visit).contactEmail };
  return neverStored(
    page(visit, { title: text.order.title, status: (why ?? changed) ? 409 : 200, width: 'narrow' }, <OrderPage {...props} />),
  );
}

async function showPurchase(visit: Visit, id: string): Promise<Response> {
  const { house, locale, params, url } = visit;
  // The scope is this one purchase: whoever holds the link reaches nothing else.
  const { purchase, vouchers, seller, looks } = await house.database.transaction({ purpose: 'sell', leadsTo: id }, async (tx) => ({
    purchase: await findPurchase(tx, id),
    vouchers: await listVouchersOf(tx, id),
    seller: await findSeller(tx),
    looks: await listLooksByLink(tx),
  }));
  if (!purchase) return linkEnded(visit);
  const bought = (await findBought(visit, id))?.bought;
  const text = buyingWords[locale];
  const told = url.searchParams.has('klart') ? text.one.done : url.searchParams.has('angrat') ? text.withdrawal.done : undefined;
  const props = { locale, now: house.clock.now(), token: params['token']!, purchase, vouchers, seller, bought, looks };
  const response = page(
    visit,
    { title: text.one.title, ...(told ? { flash: { kind: 'done', text: told } as const } : {}) },
    <PurchasePage {...props} contact={operatorOf(visit).contactEmail} />,
  );
  return neverStored(response);
}

/** A link opens nothing when what it led to is gone; a forged one looks the same. */
export function linkEnded(visit: Visit): Response {
  const { locale } = visit;
  const { title } = buyingWords[locale].ended;
  return page(visit, { title, status: 404, width: 'narrow' }, <LinkEndedPage locale={locale} />);
}
