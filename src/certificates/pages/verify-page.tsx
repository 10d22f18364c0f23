import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { stateOf } from '../certificate-state.ts';
import type { PublicCertificate } from '../certificates.queries.ts';
import { words } from '../words.ts';

/** What anyone with the number may know, and no more: never why one was revoked. */
export function VerifyPage({ locale, certificate, now }: { locale: Locale; certificate: PublicCertificate; now: Date }) {
  const text = words[locale];
  const state = stateOf(certificate, now);
  return (
    <>
      <PageHeading title={text.verify.title} />
      <StateNotice locale={locale} certificate={certificate} now={now} />
      <DefinitionList
        items={[
          { term: text.course, description: <span lang={certificate.courseLanguage}>{certificate.courseTitle}</span> },
          { term: text.issuer, description: certificate.customerName },
          { term: text.issued, description: formatDate(certificate.issuedAt, locale) },
          ...(certificate.expiresAt ? [{ term: text.validUntil, description: formatDate(certificate.expiresAt, locale) }] : []),
          { term: text.number, description: <span class="code">{certificate.number}</span> },
          ...(state === 'revoked' ? [] : [{ term: text.verify.holder, description: certificate.holder ?? text.verify.holderHidden }]),
        ]}
      />
    </>
  );
}

function StateNotice({ locale, certificate, now }: { locale: Locale; certificate: PublicCertificate; now: Date }) {
  const text = words[locale].verify;
  switch (stateOf(certificate, now)) {
    case 'valid':
      return (
        <Notice kind="done" title={text.valid}>
          {text.validText}
        </Notice>
      );
    case 'expired':
      return (
        <Notice kind="warning" title={text.expired}>
          {text.expiredText(formatDate(certificate.expiresAt!, locale))}
        </Notice>
      );
    case 'revoked':
      return (
        <Notice kind="problem" title={text.revoked}>
          {text.revokedText}
        </Notice>
      );
    case 'replaced':
      return (
        <Notice kind="info" title={text.replaced}>
          <p>
            {text.replacedText} <a href={href('verifyCertificate', { number: certificate.replacedBy! })}>{text.toReplacement}</a>
          </p>
        </Notice>
      );
  }
}

/** Never issued, mistyped and erased look the same. */
export function UnknownPage({ locale }: { locale: Locale }) {
  const text = words[locale].verify;
  return (
    <>
      <PageHeading over={text.title} title={text.unknown} />
      <p>{text.unknownText}</p>
    </>
  );
}
