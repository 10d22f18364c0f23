import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { customerOf, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href, idPattern } from '../routes.ts';
import { batchOf, batchPage } from './batch.actions.tsx';
import { lastDay } from './batch-form.ts';
import { batchWords } from './batch-words.ts';
import { undoable, type Change } from './change.ts';
import { block, extend, handOut, unblock, undoBlock, undoHandOut, type WhichKeysOf } from './change-keys.queries.ts';
import { seatError, withinAgreement } from './refused-seats.ts';
import { newKeysPage } from './new-keys.actions.tsx';
import { replaceKeys } from './replace-keys.ts';
import { sendKeys } from './send-keys.ts';

const id = z.string().regex(idPattern);
const selected = z.union([id.transform((one) => [one]), z.array(id).max(1_000)]).optional();

/** Marks, blocks or sends keys: the selected ones, or the whole batch. */
export async function changeKeys(visit: Visit): Promise<Response> {
  const text = batchWords[visit.locale].batch;
  const what = z.enum(['hand-out', 'block', 'unblock', 'send'], text.choose);
  const form = await readForm(visit.request, z.object({ change: what, keys: selected, all: z.literal('yes').optional() }));
  if (!form.ok) return batchPage(visit, { error: { name: 'keys', text: form.errors[0]!.text } });
  const { change, keys, all } = form.value;
  const ids = all ? 'all' : keys;
  if (!ids) return batchPage(visit, { error: { name: 'keys', text: text.noneSelected } });
  const at = visit.house.clock.now();
  if (change === 'send') return back(visit, change, await sendKeys(visit, ids), at);
  const done = await withinAgreement(inBatch(visit, ids, (tx, which) => verbs[change](tx, which, at)));
  return typeof done === 'number' ? back(visit, change, done, at) : batchPage(visit, { error: seatError(done, visit.locale, 'keys') });
}

const verbs = { 'hand-out': handOut, block, unblock };
const undoing = { 'hand-out': undoHandOut, block: undoBlock };

export async function undoChange(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, z.object({ what: z.enum(undoable), at: z.string().regex(/^\d{13}$/) }));
  if (!form.ok) return batchPage(visit, { error: { name: 'keys', text: batchWords[visit.locale].batch.choose } });
  const { what, at } = form.value;
  const done = await withinAgreement(inBatch(visit, 'all', (tx, which) => undoing[what](tx, which, new Date(Number(at)))));
  return typeof done === 'number' ? back(visit, 'undo', done) : batchPage(visit, { error: seatError(done, visit.locale, 'keys') });
}

export async function extendKeys(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const form = await readForm(visit.request, z.object({ expires: lastDay(locale, house.clock.now()) }));
  if (!form.ok) return batchPage(visit, { error: { name: 'expires', text: form.errors[0]!.text } });
  const done = await withinAgreement(inBatch(visit, 'all', (tx, which) => extend(tx, which, form.value.expires)));
  return typeof done === 'number' ? back(visit, 'extend', done) : batchPage(visit, { error: seatError(done, locale, 'expires') });
}

/** New keys for lost ones, told in this very answer. */
export async function replaceSelected(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const form = await readForm(visit.request, z.object({ keys: selected, client_id: z.uuid().catch(() => randomUUID()) }));
  const ids = form.ok ? form.value.keys : undefined;
  if (!form.ok || !ids) return batchPage(visit, { error: { name: 'keys', text: batchWords[locale].batch.noneSelected } });
  const clientId = form.value.client_id;
  const made = await withinAgreement(
    house.database.transaction(scopeOf(visit, 'open-course'), async (tx) => {
      const batch = await batchOf(tx, visit);
      return replaceKeys(tx, visit, { batchId: batch.id, ids, clientId });
    }),
  );
  if (made === 'no seat' || made === 'out of scope') return batchPage(visit, { error: seatError(made, locale, 'keys') });
  return made ? newKeysPage(visit, made, clientId, { replaced: true }) : back(visit, 'extend', 0);
}

function inBatch(visit: Visit, ids: WhichKeysOf['ids'], work: (tx: Tx, which: WhichKeysOf) => Promise<number>): Promise<number> {
  return visit.house.database.transaction(scopeOf(visit, 'open-course'), async (tx) => {
    const batch = await batchOf(tx, visit);
    return work(tx, { customerId: customerOf(visit).id, batchId: batch.id, ids });
  });
}

/** To the batch's page, which tells what has been done. */
function back(visit: Visit, change: Change, count: number, at?: Date): Response {
  const told = new URLSearchParams({ klart: change, antal: String(count), ...(at ? { tid: String(at.getTime()) } : {}) });
  return redirect(`${href('keyBatch', { customer: customerOf(visit).slug, batch: visit.params['batch']! })}?${told}`);
}
