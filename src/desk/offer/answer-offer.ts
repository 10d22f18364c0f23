import { randomUUID } from 'node:crypto';
import { acceptDataTerms, hasOrgNumber, openCustomer } from '../../customers/index.ts';
import { copyCourseTo } from '../../courses/index.ts';
import { dayOf, startOfDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import type { Operator } from '../../platform/visit.ts';
import { lockEnquiry, type EnquiryRow } from '../enquiries/enquiry.queries.ts';
import { writeBackTo } from '../enquiries/write-message.ts';
import { answerOffer, findOffer, type OfferRow } from './offer.queries.ts';
import { offerState } from './offer.ts';
import { offerWords } from './words.ts';

export type Signer = { name: string; title: string; organisation: string; orgNumber: string };
type Answered = { enquiryId: string; offerId: string; operator: Operator; customerId: string };

/** Changes with the form, so that the proof tells which form was answered. */
const form = 'offer 1: name, position, organisation number, one box, nothing ticked beforehand';

export type Outcome = 'accepted' | 'declined' | 'answered before' | 'replaced' | 'expired' | 'taken' | 'not there';

/**
 * The asker accepts: customer, agreement, its courses, the proof of the data-processing terms and the invitation of its
 * administrator are one act, under the enquiry's lock. Accepted twice is accepted once.
 */
export async function acceptOffer(tx: Tx, house: House, answered: Answered, signer: Signer): Promise<Outcome> {
  const { enquiryId, operator, customerId } = answered;
  const found = await openOffer(tx, house, answered);
  if (typeof found === 'string') return found;
  const { enquiry, offer } = found;
  if (await hasOrgNumber(tx, signer.orgNumber)) return 'taken';
  const at = house.clock.now();
  const { language, email } = enquiry;
  const { agreementId } = await openCustomer(tx, house, {
    id: customerId,
    name: signer.organisation,
    kind: offer.kind,
    orgNumber: signer.orgNumber,
    language,
    email,
    actorId: offer.author_id,
    copyCourses: async () => {
      const copies = [];
      for (const course of offer.courses) copies.push(await copyCourseTo(tx, course, customerId));
      return copies.filter((copy) => copy !== undefined);
    },
    agreement: {
      clientId: offer.id,
      startsAt: startOfDay(dayOf(at)),
      periodMonths: offer.period_months,
      renews: offer.renews,
      noticeMonths: offer.notice_months,
      seats: offer.seats,
      lines: offer.lines,
    },
  });
  const parties = { customerId, agreementId, customer: signer.organisation, operator: operator.name, language };
  await acceptDataTerms(tx, parties, { accountId: null, email, name: signer.name, title: signer.title, formFingerprint: form }, at);
  await answerOffer(tx, offer.id, { accepted_at: at, customer_id: customerId });
  await writeBackTo(tx, house, operator, enquiryId, {
    clientId: randomUUID(),
    body: offerWords[language].told.accepted(String(offer.number)),
  });
  return 'accepted';
}

export async function declineOffer(tx: Tx, house: House, answered: Omit<Answered, 'customerId'>, reason: string): Promise<Outcome> {
  const found = await openOffer(tx, house, answered);
  if (typeof found === 'string') return found;
  const { enquiry, offer } = found;
  await answerOffer(tx, offer.id, { declined_at: house.clock.now(), reason });
  const { told } = offerWords[enquiry.language];
  const body = reason ? told.declinedWhy(String(offer.number), reason) : told.declined(String(offer.number));
  await writeBackTo(tx, house, answered.operator, enquiry.id, { clientId: randomUUID(), body });
  return 'declined';
}

type Found = { enquiry: EnquiryRow; offer: OfferRow };

async function openOffer(tx: Tx, house: House, { enquiryId, offerId }: Pick<Answered, 'enquiryId' | 'offerId'>): Promise<Found | Outcome> {
  const enquiry = await lockEnquiry(tx, enquiryId);
  const offer = enquiry && (await findOffer(tx, enquiryId));
  if (!offer) return 'not there';
  const state = offerState(offer, house.clock.now());
  if (state === 'accepted' || state === 'declined') return 'answered before';
  if (offer.id !== offerId) return 'replaced';
  return state === 'expired' ? 'expired' : { enquiry, offer };
}
