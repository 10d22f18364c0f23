import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary, Form } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { BadgePart } from '../badges/badge-part.tsx';
import type { Certificate } from '../certificates.queries.ts';
import { stateOf } from '../certificate-state.ts';
import { holderName } from '../holder-name.ts';
import { CertificateNotice } from './certificate-notice.tsx';
import { words } from '../words.ts';

export type CertificatePageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  certificate: Certificate;
  showsName: boolean;
  now: Date;
  errors: { name: string; text: string }[];
};

export function CertificatePage({ locale, at, certificate, showsName, now, errors }: CertificatePageProps) {
  const text = words[locale];
  const name = holderName(certificate);
  const state = stateOf(certificate, now);
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={
          <a href={href('continueCourse', at)} lang={certificate.courseLanguage}>
            {certificate.courseTitle}
          </a>
        }
        title={text.title}
        {...(state === 'valid' ? { lead: text.lead } : {})}
      >
        {state !== 'revoked' && (
          <>
            <ButtonLink href={href('certificatePdf', at)} download>
              {text.download}
            </ButtonLink>
            <span class="hint">{text.downloadHint}</span>
          </>
        )}
      </PageHeading>
      <CertificateNotice locale={locale} at={at} certificate={certificate} now={now} />
      {!name && (
        <Notice kind="info">
          <p>
            {text.noName} <a href={href('myData')}>{text.toMyData}</a>
          </p>
        </Notice>
      )}
      <DefinitionList
        items={[
          ...(name ? [{ term: text.holder, description: name }] : []),
          { term: text.course, description: <span lang={certificate.courseLanguage}>{certificate.courseTitle}</span> },
          { term: text.issuer, description: certificate.customerName },
          { term: text.issued, description: formatDate(certificate.issuedAt, locale) },
          ...(certificate.renewedAt ? [{ term: text.renewed, description: formatDate(certificate.renewedAt, locale) }] : []),
          ...(certificate.expiresAt ? [{ term: text.validUntil, description: formatDate(certificate.expiresAt, locale) }] : []),
          { term: text.number, description: <span class="code">{certificate.number}</span> },
        ]}
      />
      {state !== 'revoked' && <BadgePart locale={locale} at={at} hasName={name !== undefined} />}
      <section aria-labelledby="open">
        <h2 id="open">{text.open}</h2>
        <p>{certificate.hiddenAt ? text.openHidden : text.openText}</p>
        {!certificate.hiddenAt && (
          <p>
            <a href={href('verifyCertificate', { number: certificate.number })}>{text.openLink}</a>
          </p>
        )}
        <Form action={href('hideCertificate', at)}>
          <button class="quiet" id="field-page" name="page" value={certificate.hiddenAt ? 'show' : 'hide'}>
            {certificate.hiddenAt ? text.showPage : text.hidePage}
          </button>
        </Form>
      </section>
      <section aria-labelledby="name">
        <h2 id="name">{text.name}</h2>
        <p>
          <strong>{showsName ? text.nameShown : text.nameHidden}</strong>
        </p>
        <p>{text.nameText}</p>
        <Form action={href('chooseCertificateName', at)}>
          <button class="quiet" id="field-show" name="show" value={showsName ? 'no' : 'yes'}>
            {showsName ? text.hide : text.show}
          </button>
        </Form>
      </section>
    </>
  );
}
