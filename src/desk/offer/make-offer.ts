import { formatDate } from '../../ui/format.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { lockEnquiry } from '../enquiries/enquiry.queries.ts';
import { answerSender } from '../enquiries/write-message.ts';
import { findOffer, insertOffer, type NewOffer } from './offer.queries.ts';
import { offerWords } from './words.ts';

/** Puts an offer in the thread and tells the asker by the usual mail. An accepted offer is never replaced: then there is an agreement. */
export async function makeOffer(tx: Tx, house: House, enquiryId: string, made: NewOffer): Promise<boolean> {
  const enquiry = await lockEnquiry(tx, enquiryId);
  if (!enquiry || enquiry.kind !== 'quote' || (await findOffer(tx, enquiryId))?.accepted_at) return false;
  const number = await insertOffer(tx, enquiryId, made, house.clock.now());
  if (number === undefined) return true;
  const body = offerWords[enquiry.language].told.made(String(number), formatDate(made.valid_until, enquiry.language));
  await answerSender(tx, house, enquiryId, made.author_id, { clientId: made.client_id, body });
  return true;
}
