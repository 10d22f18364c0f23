import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { PublicCertificate } from '../certificates.queries.ts';
import { words } from '../words.ts';

/** What anyone with the number may know, and no more. */
export function VerifyPage({ locale, certificate }: { locale: Locale; certificate: PublicCertificate }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.verify.title} />
      <Notice kind="done" title={text.verify.valid}>
        {text.verify.validText}
      </Notice>
      <DefinitionList
        items={[
          { term: text.course, description: <span lang={certificate.courseLanguage}>{certificate.courseTitle}</span> },
          { term: text.issuer, description: certificate.customerName },
          { term: text.issued, description: formatDate(certificate.issuedAt, locale) },
          { term: text.number, description: <span class="code">{certificate.number}</span> },
          { term: text.verify.holder, description: certificate.holder ?? text.verify.holderHidden },
        ]}
      />
    </>
  );
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
