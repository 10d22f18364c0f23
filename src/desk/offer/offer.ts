import type { OfferRow } from './offer.queries.ts';

export type OfferState = 'open' | 'accepted' | 'declined' | 'expired';

export function offerState(
  { accepted_at, declined_at, valid_until }: Pick<OfferRow, 'accepted_at' | 'declined_at' | 'valid_until'>,
  now: Date,
): OfferState {
  if (accepted_at) return 'accepted';
  if (declined_at) return 'declined';
  return valid_until < now ? 'expired' : 'open';
}
