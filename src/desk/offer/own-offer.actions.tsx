import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dataTerms, pdfAnswer, readOrgNumber, termsWords } from '../../customers/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { findEnquiry } from '../enquiries/enquiry.queries.ts';
import { idIn } from '../enquiries/own-enquiry.actions.tsx';
import { linkEnded, neverStored } from '../open-forms/confirmed-by-link.tsx';
import { acceptOffer, declineOffer, type Outcome } from './answer-offer.ts';
import { offerPdf } from './offer-pdf.ts';
import { findOffer, listTitles } from './offer.queries.ts';
import { OwnOfferPage } from './pages/own-offer-page.tsx';
import { offerWords } from './words.ts';

export const ownOffer = (visit: Visit): Promise<Response> => offerPage(visit, {}, []);

/** The scope is the one enquiry whose link was followed: whoever holds it reaches nothing else. */
async function findOwn(visit: Visit) {
  const enquiryId = idIn(visit);
  if (!enquiryId) return undefined;
  return visit.house.database.transaction({ purpose: 'answer-enquiry', leadsTo: enquiryId }, async (tx) => {
    const enquiry = await findEnquiry(tx, enquiryId);
    const offer = enquiry && (await findOffer(tx, enquiryId));
    return offer && { enquiry, offer, courses: (await listTitles(tx, offer.courses)).map(({ title }) => title) };
  });
}

async function offerPage(visit: Visit, typed: Record<string, string>, errors: FieldError[], status = 422): Promise<Response> {
  const { locale, house, params } = visit;
  const own = await findOwn(visit);
  if (!own) return linkEnded(visit, 'contact');
  const operator = operatorOf(visit).name;
  const terms = dataTerms(own.enquiry.language, { customer: own.enquiry.organisation, operator });
  const props = { locale, now: house.clock.now(), token: params['token']!, operator, terms, typed, errors, ...own };
  const title = offerWords[locale].state.title(String(own.offer.number));
  return neverStored(page(visit, { title, status: errors.length > 0 ? status : 200 }, <OwnOfferPage {...props} />));
}

export async function answerOffer(visit: Visit): Promise<Response> {
  const enquiryId = idIn(visit);
  if (!enquiryId) return linkEnded(visit, 'contact');
  const form = await readForm(visit.request, answerForm(visit));
  if (!form.ok) return offerPage(visit, form.typed.one, form.errors);
  const { value } = form;
  const answered = { enquiryId, offerId: value.offer, operator: operatorOf(visit), customerId: randomUUID() };
  const scope = { purpose: 'administer-customer', leadsTo: enquiryId, customerId: answered.customerId, across: 'agreement' } as const;
  const { database } = visit.house;
  const outcome = await database.transaction(scope, (tx) =>
    value.answer === 'accept'
      ? acceptOffer(tx, visit.house, answered, { ...value, orgNumber: value.org })
      : declineOffer(tx, visit.house, answered, value.reason),
  );
  if (outcome === 'not there') return linkEnded(visit, 'contact');
  const fault = faultOf(visit, outcome);
  return fault ? offerPage(visit, form.typed.one, [fault], 409) : redirect(href('ownOffer', { token: visit.params['token']! }));
}

/** What stands in the way; an offer that was answered before simply shows its answer. */
function faultOf({ locale }: Visit, outcome: Outcome): FieldError | undefined {
  const text = offerWords[locale].own;
  if (outcome === 'replaced') return { name: 'name', text: text.replaced };
  if (outcome === 'expired') return { name: 'name', text: text.expired };
  return outcome === 'taken' ? { name: 'org', text: text.orgTaken } : undefined;
}

function answerForm({ locale }: Visit) {
  const text = offerWords[locale].own;
  const words = (missing: string, long: string, most: number) => z.string(missing).trim().min(1, missing).max(most, long);
  const orgNumber = z
    .string(text.orgMissing)
    .trim()
    .min(1, text.orgMissing)
    .transform((typed, context) => {
      const number = readOrgNumber(typed);
      if (number) return number;
      context.addIssue({ code: 'custom', message: termsWords[locale].form.orgNumberWrong });
      return z.NEVER;
    });
  const offer = z.uuid(text.replaced);
  return z.discriminatedUnion('answer', [
    z.object({
      answer: z.literal('accept'),
      offer,
      name: words(text.nameMissing, text.nameLong, 200),
      title: words(text.titleMissing, text.titleLong, 100),
      organisation: words(text.organisationMissing, text.organisationLong, 200),
      org: orgNumber,
      terms: z.literal('yes', text.termsMissing),
    }),
    z.object({ answer: z.literal('decline'), offer, reason: z.string(text.reasonLong).trim().max(2000, text.reasonLong).default('') }),
  ]);
}

export async function ownOfferPdf(visit: Visit): Promise<Response> {
  const own = await findOwn(visit);
  if (!own) throw new NotFound();
  const { language: locale, organisation } = own.enquiry;
  return pdfAnswer(
    await offerPdf({ ...own, locale, organisation, operator: operatorOf(visit).name }),
    locale === 'sv' ? 'offert' : 'offer',
  );
}
