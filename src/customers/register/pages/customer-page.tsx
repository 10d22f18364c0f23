import type { FieldError } from '../../../platform/read-body.ts';
import { ResponsibleList, type Controller } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { agreementState, endAfterNotice } from '../../agreement/agreement.ts';
import type { AgreementRow, SeatFigures } from '../../agreement/agreement.queries.ts';
import type { AcceptanceRow } from '../../agreement/data-terms.queries.ts';
import { formatOrgNumber } from '../../agreement/org-number.ts';
import { AgreementFacts } from '../../agreement/pages/agreement-facts.tsx';
import { SeatsPicture } from '../../agreement/pages/seats-picture.tsx';
import { faultOf } from '../../agreement/pages/terms-fields.tsx';
import { termsWords } from '../../agreement/terms-words.ts';
import { contactWords } from '../../contacts/words.ts';
import type { CustomerRow } from '../register.queries.ts';
import { registerWords } from '../words.ts';

export type CustomerPageProps = {
  locale: Locale;
  now: Date;
  customer: CustomerRow;
  agreements: readonly AgreementRow[];
  acceptances: readonly AcceptanceRow[];
  seats: SeatFigures | undefined;
  controller: Controller;
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function CustomerPage(props: CustomerPageProps) {
  const { locale, customer, agreements, seats, errors, typed } = props;
  const text = registerWords[locale].card;
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('customers')}>{registerWords[locale].list.title}</a>}
        title={customer.name}
        lead={termsWords[locale].kinds[customer.kind]}
      >
        <ButtonLink href={href('newAgreement', { organisation: customer.id })}>{text.newAgreement}</ButtonLink>
      </PageHeading>
      <DefinitionList items={aboutCustomer(customer, locale)} />
      {customer.due_at && <p>{text.dueAt(formatDate(customer.due_at, locale))}</p>}
      <CustomerContacts controller={props.controller} organisation={customer.id} locale={locale} />
      {seats && <SeatsPicture locale={locale} figures={seats} />}
      <h2>{text.agreements}</h2>
      {agreements.length === 0 && <p>{text.noAgreement}</p>}
      {agreements.map((agreement) => (
        <Agreement key={agreement.id} agreement={agreement} {...props} />
      ))}
      <h2>{text.note}</h2>
      <Form action={href('saveCustomerNote', { organisation: customer.id })}>
        <TextArea
          name="note"
          label={text.note}
          hint={text.noteHint}
          value={typed['note'] ?? customer.note ?? ''}
          required={false}
          {...faultOf(errors, 'note')}
        />
        <Submit text={text.save} kind="quiet" />
      </Form>
    </>
  );
}

function CustomerContacts({ controller, organisation, locale }: { controller: Controller; organisation: string; locale: Locale }) {
  const { title, change } = contactWords[locale].card;
  return (
    <section>
      <h2>{title}</h2>
      <ResponsibleList controller={controller} />
      <p>
        <a href={href('organisationContact', { organisation })}>{change}</a>
      </p>
    </section>
  );
}

function aboutCustomer({ org_number, slug, created_at }: CustomerRow, locale: Locale) {
  const text = registerWords[locale].card;
  return [
    ...(org_number ? [{ term: text.orgNumber, description: formatOrgNumber(org_number) }] : []),
    { term: text.slug, description: slug },
    { term: text.since, description: formatDate(created_at, locale) },
  ];
}

function Agreement({ agreement, locale, now, acceptances, ...rest }: CustomerPageProps & { agreement: AgreementRow }) {
  const text = registerWords[locale].card;
  const accepted = acceptances.find(({ agreement_id }) => agreement_id === agreement.id);
  return (
    <section>
      <h3>{text.agreement(String(agreement.number))}</h3>
      <AgreementFacts agreement={agreement} now={now} locale={locale} />
      <p>
        {text.terms}: {accepted ? text.accepted(String(accepted.version), formatDate(accepted.accepted_at, locale)) : text.notAccepted}
      </p>
      {agreementState(agreement, now) !== 'ended' && <Changes agreement={agreement} locale={locale} now={now} {...rest} />}
    </section>
  );
}

type ChangesProps = Pick<CustomerPageProps, 'locale' | 'now' | 'customer' | 'typed' | 'errors'> & { agreement: AgreementRow };

function Changes({ agreement, locale, now, customer, typed, errors }: ChangesProps) {
  const text = registerWords[locale].card;
  const action = href('changeAgreement', { organisation: customer.id, agreement: agreement.id });
  const button = (change: 'notice' | 'renew' | 'end', means: string) => (
    <Disclosure summary={text[change]}>
      <p>{means}</p>
      <Form action={action}>
        <HiddenField name="change" value={change} />
        <Submit text={text[change]} kind={change === 'renew' ? 'quiet' : 'danger'} />
      </Form>
    </Disclosure>
  );
  const isHere = typed['agreement'] === agreement.id;
  return (
    <>
      {agreement.ends_at && button('renew', text.renewMeans)}
      {!agreement.noticed_at && button('notice', text.noticeMeans(formatDate(endAfterNotice(agreement, now), locale)))}
      {button('end', text.endMeans)}
      <Form action={action}>
        <HiddenField name="change" value="seats" />
        <TextField
          name="seats"
          id={`field-seats-${agreement.number}`}
          label={text.changeSeats}
          value={isHere ? (typed['seats'] ?? '') : String(agreement.seats)}
          inputmode="numeric"
          size={8}
          {...(isHere ? faultOf(errors, 'seats') : {})}
        />
        <Submit text={text.save} kind="quiet" />
      </Form>
    </>
  );
}
