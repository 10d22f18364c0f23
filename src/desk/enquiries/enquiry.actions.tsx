import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sendFile } from '../../platform/attached-files/send-file.ts';
import type { FieldError } from '../../platform/read-body.ts';
import { hasBounced } from '../../platform/mail/bounces/bounce.queries.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { deskWords } from './desk-words.ts';
import { deskOf, deskOfRole } from './enquiry.ts';
import { findEnquiry, listEnquiryMessages, type EnquiryRow } from './enquiry.queries.ts';
import { findFile, listFiles } from './enquiry-file.queries.ts';
import { fieldsOfEnquiry, fieldsOfFile, lookAtEnquiries } from './look-at-enquiries.ts';
import { readAnswer } from './read-answer.ts';
import { findOffer } from '../offer/offer.queries.ts';
import { EnquiryPage } from './pages/enquiry-page.tsx';
import { listColleagues } from '../support/assignment.queries.ts';
import { findCannedAnswer, listCannedAnswers } from '../support/canned-answer.queries.ts';
import { findWhole, listMerged, listOtherCases } from '../support/merge.queries.ts';
import { answerSender, closeEnquiryAt } from './write-message.ts';

/** What stands in the answer's field: kept after a fault or while canned answers are looked for, or with one put in. */
type Typed = { body: string; clientId: string; errors?: readonly FieldError[]; sought?: string };

export const enquiry = (visit: Visit) => showEnquiry(visit);

/** The answer is kept in the enquiry; the sender's mail holds only a link to it. */
export async function answerEnquiry(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const read = await readAnswer(visit, await served(visit));
  const { form, files, errors } = read;
  const { one } = form.typed;
  const clientId = z.uuid().safeParse(one['client_id']).data ?? randomUUID();
  const sought = (one['canned_search'] ?? '').trim().slice(0, 100).toWellFormed();
  if (one['find'] === 'canned') {
    await read.discard();
    return showEnquiry(visit, { body: one['body'] ?? '', clientId, sought });
  }
  if (one['insert'] === 'yes') return insertCanned(visit, { body: one['body'] ?? '', clientId }, one['canned'] ?? '');
  if (!form.ok || errors.length > 0) {
    await read.discard();
    return showEnquiry(visit, { body: one['body'] ?? '', clientId, errors });
  }
  const { body, done } = form.value;
  const written = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, params['enquiry']!));
    const written = await answerSender(tx, house, found.id, actorOf(visit).accountId, { clientId, body, files });
    if (done === 'solved') await closeEnquiryAt(tx, found.id, house.clock.now());
    return written;
  });
  if (!written?.isNew) await read.discard();
  return redirect(`${href('enquiry', { enquiry: params['enquiry']! })}?klart=svarat`);
}

/** The case, held before anything of its form is: whoever does not serve it leaves no file behind. */
const served = (visit: Visit): Promise<EnquiryRow> =>
  visit.house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) =>
    servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!)),
  );

/** A file that belongs to the case or to one that is put together with it. */
export async function enquiryFile(visit: Visit): Promise<Response> {
  const { house, params, request } = visit;
  const file = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const { id, kind } = servedBy(visit, await findEnquiry(tx, params['enquiry']!));
    const found = await findFile(tx, id, params['enclosed']!);
    if (found) await lookAtEnquiries(tx, visit, deskOf(kind), fieldsOfFile, [found.enquiry_id]);
    return found;
  });
  return sendFile(request, house.attachments, file);
}

/** Puts a canned answer after what is written, in the sender's language; nothing is sent. */
async function insertCanned(visit: Visit, typed: Typed, cannedId: string): Promise<Response> {
  const { sv, en, found } = await visit.house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    const canned = z.uuid().safeParse(cannedId).success ? await findCannedAnswer(tx, cannedId) : undefined;
    const isOfDesk = canned?.desk === deskOf(found.kind);
    return { found, sv: isOfDesk ? canned.text_sv : '', en: isOfDesk ? canned.text_en : '' };
  });
  const body = [typed.body.trimEnd(), found.language === 'sv' ? sv : en].filter(Boolean).join('\n\n');
  return showEnquiry(visit, { ...typed, body });
}

export async function closeEnquiry(visit: Visit): Promise<Response> {
  const { house } = visit;
  const closed = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    return closeEnquiryAt(tx, found.id, house.clock.now());
  });
  return redirect(href(closed && deskOf(closed.kind) === 'dpo' ? 'dpoEnquiries' : 'enquiries'));
}

async function showEnquiry(visit: Visit, typed?: Typed): Promise<Response> {
  const { locale, house, url } = visit;
  const read = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const enquiry = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
    const whole = await findWhole(tx, enquiry.id);
    if (whole) return { whole };
    const desk = deskOf(enquiry.kind);
    const [merged, others] = [await listMerged(tx, enquiry.id), await listOtherCases(tx, enquiry)];
    await lookAtEnquiries(
      tx,
      visit,
      desk,
      fieldsOfEnquiry,
      [enquiry, ...merged].map(({ id }) => id),
    );
    const [messages, files] = [await listEnquiryMessages(tx, enquiry.id), await listFiles(tx, enquiry.id)];
    const isBounced = await hasBounced(tx, enquiry.email);
    const [offer, colleagues] = [await findOffer(tx, enquiry.id), await listColleagues(tx, desk)];
    const canned = await listCannedAnswers(tx, desk, typed?.sought ?? '');
    return { enquiry, isBounced, offer, messages, files, merged, others, colleagues, canned };
  });
  // A case that is part of another is read there.
  if ('whole' in read) return redirect(href('enquiry', { enquiry: read.whole! }));
  const text = deskWords[locale];
  const done = doneText(text, url.searchParams.get('klart'));
  const flash = done && !typed ? { flash: { kind: 'done', text: done } as const } : {};
  const props = { locale, now: house.clock.now(), me: actorOf(visit).accountId, clientId: typed?.clientId ?? randomUUID(), typed, ...read };
  return page(
    visit,
    { title: text.kinds[read.enquiry.kind], status: typed?.errors?.length ? 422 : 200, ...flash },
    <EnquiryPage {...props} />,
  );
}

function doneText(text: (typeof deskWords)['sv'], done: string | null): string | undefined {
  const known: Record<string, string> = {
    svarat: text.enquiry.sent,
    ansvarig: text.assign.done,
    ihop: text.merge.done,
    delat: text.merge.splitDone,
  };
  return done !== null && Object.hasOwn(known, done) ? known[done] : undefined;
}

/** Only those who serve its desk: the database holds the same, here it is said once more. */
export function servedBy(visit: Visit, enquiry: EnquiryRow | undefined): EnquiryRow {
  const desks = actorOf(visit).operatorRoles.map(deskOfRole);
  if (!enquiry || !desks.includes(deskOf(enquiry.kind))) throw new NotFound();
  return enquiry;
}
