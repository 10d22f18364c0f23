import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { offerState } from '../offer.ts';
import type { OfferRow } from '../offer.queries.ts';
import { offerWords } from '../words.ts';

type StateProps = { offer: OfferRow; locale: Locale; now: Date };

export function OfferState({ offer, locale, now }: StateProps) {
  const text = offerWords[locale].state;
  const state = offerState(offer, now);
  const day = { open: offer.valid_until, accepted: offer.accepted_at, declined: offer.declined_at, expired: offer.valid_until }[state];
  const kind = state === 'open' ? 'accent' : state === 'expired' ? 'caution' : 'plain';
  return <Badge kind={kind}>{text[state](formatDate(day!, locale))}</Badge>;
}

/** The desk sees how the offer stands and makes one, or a new one while nothing is agreed. */
export function OfferAtDesk({
  enquiry,
  offer,
  locale,
  now,
}: {
  enquiry: { id: string };
  offer: OfferRow | undefined;
  locale: Locale;
  now: Date;
}) {
  const text = offerWords[locale];
  return (
    <section>
      {offer && (
        <p>
          {text.state.title(String(offer.number))} <OfferState offer={offer} locale={locale} now={now} />{' '}
          <a href={href('deskOfferPdf', { enquiry: enquiry.id })}>{text.make.pdf}</a>
        </p>
      )}
      {offer?.customer_id ? (
        <ButtonLink href={href('customerCard', { organisation: offer.customer_id })} kind="quiet">
          {text.make.customer}
        </ButtonLink>
      ) : (
        <ButtonLink href={href('newOffer', { enquiry: enquiry.id })} kind="quiet">
          {text.make.link}
        </ButtonLink>
      )}
    </section>
  );
}

export function OfferAtSender({ offer, token, locale, now }: StateProps & { token: string }) {
  const text = offerWords[locale];
  return (
    <section>
      <h2>{text.state.title(String(offer.number))}</h2>
      <p>
        <OfferState offer={offer} locale={locale} now={now} />
      </p>
      <ButtonLink href={href('ownOffer', { token })}>{text.own.link}</ButtonLink>
    </section>
  );
}
