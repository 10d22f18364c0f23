import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { formatNumber } from '../ui/format.ts';
import { page } from '../ui/page.tsx';
import { findBatch, keysPerPage, listKeys, type BatchRow } from './batch.queries.ts';
import { batchWords } from './batch-words.ts';
import { isUndoable, type Change } from './change.ts';
import { statusOfSlug } from './key-status.ts';
import { BatchPage } from './pages/batch-page.tsx';
import { recordKeyLook } from './record-key-look.ts';

export const keyBatch = (visit: Visit): Promise<Response> => batchPage(visit);

/** Sent by POST: neither a name nor a part of a key may stand in an address (E-04). */
export async function findKeys(visit: Visit): Promise<Response> {
  const text = batchWords[visit.locale].batch;
  const sought = z.string(text.soughtMissing).trim().min(3, text.soughtMissing).max(100, text.soughtLong);
  const form = await readForm(visit.request, z.object({ sought }));
  if (form.ok) return batchPage(visit, { sought: form.value.sought });
  return batchPage(visit, { typed: form.typed.one['sought'], error: form.errors[0] });
}

type Asked = { error?: { name: string; text: string } | undefined; sought?: string | undefined; typed?: string | undefined };

/** The batch of the address, for those who look after its course; for anyone else there is none. */
export async function batchOf(tx: Tx, visit: Visit): Promise<BatchRow> {
  const batch = await findBatch(tx, actorOf(visit).accountId, customerOf(visit).id, visit.params['batch']!);
  if (!batch) throw new NotFound();
  return batch;
}

export async function batchPage(visit: Visit, { error, sought, typed = sought }: Asked = {}): Promise<Response> {
  const { house, locale } = visit;
  const { status, after } = wanted(visit);
  const { batch, found } = await house.database.transaction(scopeOf(visit, 'open-course'), async (tx) => {
    const batch = await batchOf(tx, visit);
    const found = await listKeys(tx, { customerId: customerOf(visit).id, batchId: batch.id, status, after, sought });
    const bound = found.slice(0, keysPerPage).filter(({ bound_email }) => bound_email !== null);
    await recordKeyLook(
      tx,
      visit,
      bound.map(({ id }) => id),
    );
    return { batch, found };
  });
  const keys = found.slice(0, keysPerPage);
  const done = changed(visit);
  return page(
    visit,
    { title: batchWords[locale].list.title, status: error ? 422 : 200, width: 'wide', ...(done ? { flash: done.flash } : {}) },
    <BatchPage
      locale={locale}
      customer={customerOf(visit).slug}
      batch={batch}
      keys={keys}
      status={status}
      next={found.length > keys.length ? keys.at(-1)?.id : undefined}
      isFirst={after === undefined}
      sought={sought}
      typed={typed}
      undo={done?.undo}
      clientId={randomUUID()}
      error={error}
    />,
  );
}

function wanted({ url }: Visit) {
  const after = url.searchParams.get('efter') ?? '';
  return { status: statusOfSlug(url.searchParams.get('lage')), after: idPattern.test(after) ? after : undefined };
}

/** What a press of a button did, told on the page it leads back to, and how to undo it. */
function changed({ url, locale }: Visit) {
  const text = batchWords[locale].changed;
  const what = url.searchParams.get('klart') ?? '';
  const count = url.searchParams.get('antal') ?? '';
  if (!Object.hasOwn(text, what) || what === 'nothing' || !/^\d{1,5}$/.test(count)) return undefined;
  if (Number(count) === 0) return { flash: { kind: 'problem' as const, text: text.nothing }, undo: undefined };
  const at = url.searchParams.get('tid') ?? '';
  const undo = isUndoable(what as Change) && /^\d{13}$/.test(at) ? { what, at } : undefined;
  return { flash: { kind: 'done' as const, text: text[what as Change](formatNumber(Number(count), locale)) }, undo };
}
