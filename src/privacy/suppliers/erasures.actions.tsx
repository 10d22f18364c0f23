import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { mentionsOthers } from '../../platform/mail/guard.ts';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { chosenIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { officerOf } from '../officer-only.ts';
import { findSignedReceipt } from '../receipts/find-erasure.ts';
import { ErasurePage, type TypedNote } from './erasure-page.tsx';
import { ErasuresPage } from './erasures-page.tsx';
import {
  confirmNotice,
  erasureOrders,
  erasuresPerPage,
  erasureStates,
  erasureWays,
  findNotice,
  listErasures,
  listNotices,
  reopenNotice,
  toldStates,
  type ErasurePlace,
  type ErasuresWanted,
} from './notices.queries.ts';
import { standInSupplier } from './stand-in.actions.ts';
import { queueNotices } from './tell-suppliers.ts';
import { supplierWords } from './words.ts';

async function erasures(visit: Visit): Promise<Response> {
  officerOf(visit);
  const wanted = wantedIn(visit.url);
  const found = await visit.house.database.transaction(acrossCustomers('erasure'), (tx) => listErasures(tx, wanted));
  const rows = found.slice(0, erasuresPerPage);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const next = last && `${last.requested_at.getTime()}_${last.id}`;
  const shown = <ErasuresPage locale={visit.locale} wanted={wanted} rows={rows} next={next} />;
  return page(visit, { title: supplierWords[visit.locale].title, width: 'wide' }, shown);
}

/** What an erasure's number leads to says nothing of whom it was about: it may stand in an address. */
const wantedIn = (url: URL): ErasuresWanted => ({
  number: searchedIn(url),
  state: chosenIn(url, 'lage', erasureStates),
  way: chosenIn(url, 'slag', erasureWays),
  told: chosenIn(url, 'svar', toldStates),
  order: orderIn(url, erasureOrders),
  after: readPlace(url.searchParams.get('efter')),
});

/** Times of erasures are the house's own, whole milliseconds. Anything we did not write is the beginning. */
function readPlace(text: string | null): ErasurePlace | undefined {
  const match = /^(\d{1,13})_([0-9a-f-]{36})$/.exec(text ?? '');
  return match ? { at: new Date(Number(match[1])), id: match[2]! } : undefined;
}

async function showErasure(visit: Visit, typed?: TypedNote): Promise<Response> {
  officerOf(visit);
  const { house, locale, url } = visit;
  const id = visit.params['erasure'] ?? '';
  const receipt = await findSignedReceipt(house, id);
  if (!receipt) throw new NotFound();
  const notices = await house.database.transaction(acrossCustomers('erasure'), (tx) => listNotices(tx, [id]));
  const text = supplierWords[locale];
  const saved = url.searchParams.has('besked') && !typed ? { flash: { kind: 'done', text: text.saved } as const } : {};
  const shown = <ErasurePage locale={locale} document={receipt.document} notices={notices} typed={typed} />;
  return page(visit, { title: text.one, width: 'wide', status: typed ? 422 : 200, ...saved }, shown);
}

/** The officer tries again, or notes what a supplier that was told by hand has answered. Pressed twice, it is noted once. */
async function handleNotice(visit: Visit): Promise<Response> {
  officerOf(visit);
  const { house, params } = visit;
  const notice = params['notice'] ?? '';
  const form = await readForm(visit.request, z.object({ step: z.enum(['again', 'confirmed']), note: z.string().trim().default('') }));
  if (!form.ok) throw new NotFound();
  const { step, note } = form.value;
  const isNote = note.length >= 3 && note.length <= 500 && !note.startsWith('{') && !mentionsOthers(note, []);
  if (step === 'confirmed' && !isNote) return showErasure(visit, { notice, note });
  await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const found = await findNotice(tx, notice);
    if (found?.erasure_id !== params['erasure']) throw new NotFound();
    if (step === 'confirmed') await confirmNotice(tx, notice, note, house.clock.now());
    else if (await reopenNotice(tx, notice)) await queueNotices(tx, [notice]);
  });
  return redirect(`${href('erasure', { erasure: params['erasure']! })}?besked=sparat`);
}

export const supplierActions = {
  erasures,
  erasure: (visit: Visit) => showErasure(visit),
  handleNotice,
  standInSupplier,
};
