import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  coursesSought,
  customerKinds,
  cutCourses,
  emptyTyped,
  linesOf,
  pdfAnswer,
  seeksCourses,
  termsFields,
  termsWords,
  type Typed,
} from '../../customers/index.ts';
import { endOfDay, readDay } from '../../platform/calendar.ts';
import { addDays } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatShortDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { servedBy } from '../enquiries/enquiry.actions.tsx';
import { findEnquiry, type EnquiryRow } from '../enquiries/enquiry.queries.ts';
import { fieldsOfEnquiry, lookAtEnquiries } from '../enquiries/look-at-enquiries.ts';
import { makeOffer as make } from './make-offer.ts';
import { offerPdf } from './offer-pdf.ts';
import { findOffer, listOffered, listTitles } from './offer.queries.ts';
import { NewOfferPage } from './pages/new-offer-page.tsx';
import { offerWords } from './words.ts';

const usualDays = 30;

/** Offers belong to enquiries about prices. */
async function quote(tx: Tx, visit: Visit): Promise<EnquiryRow> {
  const found = servedBy(visit, await findEnquiry(tx, visit.params['enquiry']!));
  if (found.kind !== 'quote') throw new NotFound();
  return found;
}

export const newOffer = (visit: Visit): Promise<Response> => offerPage(visit, emptyTyped);

async function offerPage(visit: Visit, typed: Typed): Promise<Response> {
  const { locale, house } = visit;
  const facts = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const enquiry = await quote(tx, visit);
    await lookAtEnquiries(tx, visit, 'support', fieldsOfEnquiry, [enquiry.id]);
    return { enquiry };
  });
  // The open catalogue is for everyone; its customers' names are read as its own page reads them.
  const sought = coursesSought(typed);
  const offered = await house.database.transaction({ purpose: 'catalogue', across: 'catalogue' }, (tx) => listOffered(tx, sought));
  const { courses: shown, hasMore } = cutCourses(offered, sought);
  const courses = shown.map(({ id, title, customer }) => ({ id, title, from: offerWords[locale].make.fromCustomer(customer) }));
  const usualDay = formatShortDate(addDays(house.clock.now(), usualDays));
  return page(
    visit,
    { title: offerWords[locale].make.title, status: typed.errors.length > 0 ? 422 : 200 },
    <NewOfferPage {...{ locale, courses, hasMore, typed, usualDay }} clientId={randomUUID()} {...facts} />,
  );
}

export async function makeOffer(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const form = await readForm(visit.request, offerForm(visit));
  const typed = { values: form.typed.one, courses: form.typed.all['courses'] ?? [] };
  if (seeksCourses(form.typed)) return offerPage(visit, { ...typed, errors: [] });
  if (!form.ok) return offerPage(visit, { ...typed, errors: form.errors });
  const { client_id, kind, valid, seats, months, renews, notice, courses } = form.value;
  const { lines, errors } = linesOf(form.value, locale);
  if (errors.length > 0) return offerPage(visit, { ...typed, errors });
  const terms = { kind, seats, period_months: months, renews: renews === 'yes', notice_months: notice, courses, lines, valid_until: valid };
  const made = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const enquiry = await quote(tx, visit);
    if ((await listTitles(tx, courses)).length !== new Set(courses).size) return 'unknown';
    return make(tx, house, enquiry.id, { ...terms, client_id, author_id: actorOf(visit).accountId });
  });
  if (made === 'unknown')
    return offerPage(visit, { ...typed, errors: [{ name: 'courses', text: termsWords[locale].form.coursesUnknown }] });
  return redirect(`${href('enquiry', { enquiry: params['enquiry']! })}${made ? '?svarat=ja' : ''}`);
}

function offerForm({ locale, house }: Visit) {
  const text = offerWords[locale].make;
  const valid = z.string(text.validWrong).transform((typed, context) => {
    const day = readDay(typed.trim());
    const end = day && endOfDay(day);
    if (end && end >= house.clock.now()) return end;
    context.addIssue({ code: 'custom', message: end ? text.validPast : text.validWrong });
    return z.NEVER;
  });
  return z.object({
    ...termsFields(locale),
    client_id: z.uuid().catch(() => randomUUID()),
    kind: z.enum(customerKinds, text.kindMissing),
    valid,
  });
}

export async function deskOfferPdf(visit: Visit): Promise<Response> {
  const { house, operator } = visit;
  const facts = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const enquiry = await quote(tx, visit);
    await lookAtEnquiries(tx, visit, 'support', fieldsOfEnquiry, [enquiry.id]);
    const offer = await findOffer(tx, enquiry.id);
    if (!offer) throw new NotFound();
    return { enquiry, offer, courses: (await listTitles(tx, offer.courses)).map(({ title }) => title) };
  });
  const { language: locale, organisation } = facts.enquiry;
  return pdfAnswer(await offerPdf({ ...facts, locale, organisation, operator: operator!.name }), locale === 'sv' ? 'offert' : 'offer');
}
