import type { Tx } from '../../platform/database.ts';
import { deskOf, dueAt } from '../enquiries/enquiry.ts';
import { lockEnquiry, updateEnquiry, type EnquiryRow } from '../enquiries/enquiry.queries.ts';
import { clockOf, resumeClock, stopClock } from './case-clock.ts';
import { deleteMerge, findLastMessage, findWhole, insertMerge, listMerged } from './merge.queries.ts';

/**
 * Puts a case together with another of the same sender. Nothing is moved: both are read and answered as one, and can be taken
 * apart. If either waits for us, the whole does, since the earliest of them.
 */
export async function mergeCases(tx: Tx, intoId: string, partId: string, at: Date): Promise<boolean> {
  const [into, part] = await lockBoth(tx, intoId, partId);
  if (!into || !part || !areOfOneSender(into, part)) return false;
  if ((await findWhole(tx, intoId)) || (await findWhole(tx, partId)) || (await listMerged(tx, partId)).length > 0) return false;
  await insertMerge(tx, partId, intoId, at);
  const waiting = earliest(into.waiting_since, part.waiting_since);
  const isReopened = waiting !== null && into.waiting_since === null;
  const clock = isReopened ? resumeClock(clockOf(into), at) : clockOf(into);
  await updateEnquiry(tx, partId, { ...stopClock(clockOf(part)), waiting_since: null, closed_at: at, due_at: dueAt(part.kind, at) });
  const closed = isReopened ? null : into.closed_at;
  const later = into.last_sent_at > part.last_sent_at ? into.last_sent_at : part.last_sent_at;
  await updateEnquiry(tx, intoId, {
    ...clock,
    last_sent_at: later,
    waiting_since: waiting,
    closed_at: closed,
    due_at: dueAt(into.kind, at),
  });
  return true;
}

/** Takes it apart again: the case stands where its own last word left it. */
export async function splitCase(tx: Tx, intoId: string, partId: string, at: Date): Promise<boolean> {
  const [, part] = await lockBoth(tx, intoId, partId);
  if (!part || !(await deleteMerge(tx, partId, intoId))) return false;
  const last = await findLastMessage(tx, partId);
  const waiting = !last || last.from_sender ? (last?.sent_at ?? part.created_at) : null;
  const clock = waiting ? resumeClock(clockOf(part), at) : clockOf(part);
  await updateEnquiry(tx, partId, { ...clock, waiting_since: waiting, closed_at: null, due_at: dueAt(part.kind, at) });
  return true;
}

/** Always in the same order, so that two who merge at once never wait for each other. */
async function lockBoth(tx: Tx, intoId: string, partId: string): Promise<[EnquiryRow | undefined, EnquiryRow | undefined]> {
  const rows = new Map<string, EnquiryRow | undefined>();
  for (const id of [intoId, partId].toSorted()) rows.set(id, await lockEnquiry(tx, id));
  return [rows.get(intoId), rows.get(partId)];
}

const areOfOneSender = (one: EnquiryRow, other: EnquiryRow): boolean =>
  one.id !== other.id && one.email === other.email && deskOf(one.kind) === deskOf(other.kind);

const earliest = (one: Date | null, other: Date | null): Date | null => (one && other ? (one < other ? one : other) : (one ?? other));
