import { z } from 'zod';
import { operatorOnly } from '../../desk/index.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { addressOf } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { purchaseStates } from '../purchase-state.ts';
import { fieldsOfList, lookAtPurchases } from './look-at-purchases.ts';
import { PurchasesPage } from './pages/purchases-page.tsx';
import { readPlace, writePlace } from './purchases-place.ts';
import { countWaiting, isByPayDay, listPurchases, purchasesPerPage, type PurchasesWanted } from './purchases.queries.ts';
import { purchasesWords } from './purchases-words.ts';

export const deskPurchases = (visit: Visit): Promise<Response> => {
  const { searchParams } = visit.url;
  return showPurchases(visit, { state: stateIn(searchParams.get('lage')), search: '', after: readPlace(searchParams.get('efter')) });
};

const stateIn = (text: string | null) => purchaseStates.find((state) => state === text);

/** Posted: whom a search is for must not stand in an address (E-04). */
export async function searchDeskPurchases(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const text = z.string().trim().catch('');
  const form = await readForm(visit.request, z.object({ search: text, lage: text, after: text }));
  const { search, lage, after } = form.ok ? form.value : { search: '', lage: '', after: '' };
  const wanted = { state: stateIn(lage), search, after: readPlace(after) };
  if (search.length > 254) return showPurchases(visit, { ...wanted, after: undefined }, purchasesWords[visit.locale].list.tooLong);
  if (search !== '' || after !== '') return showPurchases(visit, wanted);
  return redirect(addressOf(href('deskPurchases'), [['lage', wanted.state ?? '']]));
}

async function showPurchases(visit: Visit, wanted: PurchasesWanted, error?: string): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const { locale, house } = visit;
  const { rows, more, waiting } = await house.database.transaction(scopeOf(visit, 'sell'), async (tx) => {
    const found = error ? [] : await listPurchases(tx, wanted).execute();
    const rows = found.slice(0, purchasesPerPage);
    await lookAtPurchases(
      tx,
      visit,
      'sell',
      wanted.search.includes('@') ? [...fieldsOfList, 'purchase.email'] : fieldsOfList,
      rows.map(({ id }) => id),
    );
    return { rows, more: found.length > rows.length, waiting: (await countWaiting.execute(tx)).rows[0]! };
  });
  const last = more ? rows.at(-1) : undefined;
  const next = last && writePlace({ id: last.id, at: isByPayDay(wanted.state) ? last.pay_by : last.ordered_at });
  const leads = actorOf(visit).operatorRoles.includes('executive');
  const props = { locale, now: house.clock.now(), wanted, rows, waiting, next, error, leads };
  const title = purchasesWords[locale].list.title;
  return page(visit, { title, width: 'wide', status: error ? 422 : 200 }, <PurchasesPage {...props} />);
}
