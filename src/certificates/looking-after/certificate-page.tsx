import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary, Form, Submit, TextArea } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { stateOf } from '../certificate-state.ts';
import { StateBadge } from '../state-badge.tsx';
import { words } from '../words.ts';
import type { CertificateRow } from './looking-after.queries.ts';

type Props = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string };
  row: CertificateRow & { name: string };
  typed: string;
  errors: readonly FieldError[];
  now: Date;
};

export function CertificateToLookAfterPage({ locale, customer, course, row, typed, errors, now }: Props) {
  const text = words[locale].looking;
  const at = { customer, course: course.slug };
  const state = stateOf(row, now);
  const inForce = state === 'valid' || state === 'expired';
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading
        over={<a href={href('courseCertificates', at)}>{text.title}</a>}
        title={text.one}
        lead={<StateBadge state={state} locale={locale} />}
      />
      <DefinitionList items={factsOf(row, locale)} />
      {inForce && (
        <>
          <section aria-labelledby="replace">
            <h2 id="replace">{text.replace}</h2>
            <p>{text.replaceText}</p>
            <Form action={href('replaceCertificate', { ...at, certificate: row.id })}>
              <Submit text={text.replaceNow} kind="quiet" />
            </Form>
          </section>
          <section aria-labelledby="revoke">
            <h2 id="revoke">{text.revoke}</h2>
            <p>{text.revokeText}</p>
            <Form action={href('revokeCertificate', { ...at, certificate: row.id })}>
              <TextArea
                name="reason"
                label={text.reason}
                hint={text.reasonHint}
                value={typed}
                rows={3}
                {...(errors[0] ? { error: errors[0].text } : {})}
              />
              <Submit text={text.revokeNow} kind="danger" />
            </Form>
          </section>
        </>
      )}
    </>
  );
}

function factsOf(row: Props['row'], locale: Locale) {
  const text = words[locale];
  const fact = (term: string, description: string | null | false) => (description ? [{ term, description }] : []);
  return [
    ...fact(text.holder, row.name || text.looking.noName),
    { term: text.number, description: <span class="code">{row.number}</span> },
    ...fact(text.issued, formatDate(row.issuedAt, locale)),
    ...fact(text.renewed, row.renewedAt && formatDate(row.renewedAt, locale)),
    ...fact(text.validUntil, row.expiresAt && formatDate(row.expiresAt, locale)),
    ...fact(text.revoked, row.revokedAt && formatDate(row.revokedAt, locale)),
    ...fact(text.looking.reason, row.revokedReason),
    ...fact(text.replacedBy, row.replacedBy),
  ];
}
