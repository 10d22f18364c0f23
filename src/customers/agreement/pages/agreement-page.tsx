import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Checkbox, ErrorSummary, Form, Submit, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { agreementState, endAfterNotice } from '../agreement.ts';
import type { AgreementRow } from '../agreement.queries.ts';
import type { AcceptanceRow } from '../data-terms.queries.ts';
import { dataTermsVersion, fetchDays, type DataTerms } from '../data-terms.ts';
import { agreementWords } from '../words.ts';
import { AgreementFacts } from './agreement-facts.tsx';
import { AgreementLinks } from './agreement-links.tsx';
import { DataTermsText } from './data-terms-text.tsx';
import { faultOf } from './terms-fields.tsx';

export type AgreementPageProps = {
  locale: Locale;
  now: Date;
  customer: { slug: string; name: string; endedAt?: string | null };
  operator: string;
  agreements: readonly AgreementRow[];
  acceptances: readonly AcceptanceRow[];
  terms: DataTerms;
  /** Which agreement's form was refused, what was typed and why. */
  refused: { id: string; typed: Record<string, string>; errors: readonly FieldError[] } | undefined;
};

export function AgreementPage(props: AgreementPageProps) {
  const { locale, customer, operator, agreements, refused } = props;
  const text = agreementWords[locale].agreement;
  return (
    <>
      <ErrorSummary locale={locale} errors={refused?.errors ?? []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead(operator)}>
        <AgreementLinks customer={customer} to={['seats', 'dataProcessing', 'ownRecord', 'customerContact', 'takeAll']} />
      </PageHeading>
      {agreements.length === 0 && <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      {agreements.map((agreement) => (
        <Agreement key={agreement.id} agreement={agreement} {...props} />
      ))}
    </>
  );
}

type OneProps = AgreementPageProps & { agreement: AgreementRow };

function Agreement(props: OneProps) {
  const { agreement, locale, now, customer, acceptances } = props;
  const text = agreementWords[locale].agreement;
  const own = acceptances.filter(({ agreement_id }) => agreement_id === agreement.id);
  const isOpen = agreementState(agreement, now) !== 'ended';
  return (
    <section>
      <h2>{text.one(String(agreement.number))}</h2>
      <AgreementFacts agreement={agreement} now={now} locale={locale} />
      <p>
        <a href={href('agreementPdf', { customer: customer.slug, agreement: agreement.id })}>{text.pdf}</a>
      </p>
      <h3>{text.termsTitle}</h3>
      {own.map(({ version, accepted_at, name, title }) => (
        <p key={version}>{text.accepted(String(version), formatDate(accepted_at, locale), name ? text.by(name, title) : '')}</p>
      ))}
      <Disclosure summary={text.read}>
        <DataTermsText terms={props.terms} />
      </Disclosure>
      {isOpen && !own.some(({ version }) => version === dataTermsVersion) && <Accept {...props} />}
      {isOpen && !agreement.noticed_at && <Notice {...props} />}
    </section>
  );
}

/** Nothing is ticked beforehand. */
function Accept({ agreement, locale, customer, refused }: OneProps) {
  const text = agreementWords[locale].agreement;
  const mine = refused?.id === agreement.id ? refused : undefined;
  const errors = mine?.errors ?? [];
  return (
    <Form action={href('acceptDataTerms', { customer: customer.slug, agreement: agreement.id })}>
      <p>{text.acceptLead}</p>
      <TextField
        name="title"
        label={text.titleField}
        value={mine?.typed['title'] ?? ''}
        autocomplete="organization-title"
        {...faultOf(errors, 'title')}
      />
      <Checkbox name="accept" label={text.accept} {...faultOf(errors, 'accept')} />
      <Submit text={text.acceptButton} />
    </Form>
  );
}

function Notice({ agreement, locale, now, customer, refused }: OneProps) {
  const text = agreementWords[locale].agreement;
  const errors = refused?.id === agreement.id ? refused.errors : [];
  return (
    <>
      <h3>{text.notice}</h3>
      <Form action={href('giveNotice', { customer: customer.slug, agreement: agreement.id })}>
        <p>{text.noticeMeans(formatDate(endAfterNotice(agreement, now), locale), String(fetchDays))}</p>
        <Checkbox name="sure" label={text.sure} {...faultOf(errors, 'sure')} />
        <Submit text={text.notice} kind="danger" />
      </Form>
    </>
  );
}
