import { addMonths } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { stateOf } from '../certificate-state.ts';
import type { Certificate } from '../certificates.queries.ts';
import { words } from '../words.ts';

type Props = { locale: Locale; at: { customer: string; course: string }; certificate: Certificate; now: Date };

/** What its holder must know first: revoked and why, expired, or soon to be renewed. */
export function CertificateNotice({ locale, at, certificate, now }: Props) {
  const text = words[locale];
  const { expiresAt, revokedReason } = certificate;
  const renew = <ButtonLink href={href('finalTest', at)}>{text.toTest}</ButtonLink>;
  switch (stateOf(certificate, now)) {
    case 'revoked':
      return (
        <Notice kind="important" title={text.revokedTitle}>
          <p>{text.revokedText(revokedReason ?? '')}</p>
          <p>
            {text.revokedWrite} <a href={href('correspondence', at)}>{text.toCorrespondence}</a>
          </p>
        </Notice>
      );
    case 'expired':
      return (
        <Notice kind="warning" title={text.expired}>
          <p>{text.expiredText}</p>
          <p class="actions">{renew}</p>
        </Notice>
      );
    default:
      if (!expiresAt || addMonths(expiresAt, -1) > now) return null;
      return (
        <Notice kind="info" title={text.soon(formatDate(expiresAt, locale))}>
          <p>{text.soonText}</p>
          <p class="actions">{renew}</p>
        </Notice>
      );
  }
}
