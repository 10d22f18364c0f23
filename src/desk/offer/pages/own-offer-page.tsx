import { DataTermsText, faultOf, PriceTable, termsWords, type DataTerms } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { EnquiryRow } from '../../enquiries/enquiry.queries.ts';
import { offerState } from '../offer.ts';
import type { OfferRow } from '../offer.queries.ts';
import { offerWords } from '../words.ts';
import { OfferState } from './offer-state.tsx';

export type OwnOfferPageProps = {
  locale: Locale;
  now: Date;
  token: string;
  operator: string;
  enquiry: EnquiryRow;
  offer: OfferRow;
  courses: readonly string[];
  terms: DataTerms;
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

/** An offer's terms in words, on the page and in the document. */
export function offerFacts(offer: OfferRow, courses: readonly string[], locale: Locale): [string, string][] {
  const text = termsWords[locale];
  const months = (number: number) => text.facts.months(formatNumber(number, locale));
  return [
    [text.facts.seats, formatNumber(offer.seats, locale)],
    [text.facts.courses, courses.length > 0 ? courses.join(', ') : offerWords[locale].own.noCourses],
    [text.facts.period, months(offer.period_months)],
    [text.facts.renewal, offer.renews ? text.facts.renews(formatNumber(offer.period_months, locale)) : text.facts.once],
    [text.facts.notice, months(offer.notice_months)],
  ];
}

export function OwnOfferPage(props: OwnOfferPageProps) {
  const { locale, now, token, operator, enquiry, offer, courses, errors } = props;
  const text = offerWords[locale];
  const state = offerState(offer, now);
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('ownEnquiry', { token })}>{text.own.back}</a>}
        title={text.state.title(String(offer.number))}
        lead={text.own.lead(operator, enquiry.organisation)}
      />
      <p>
        <OfferState offer={offer} locale={locale} now={now} />
      </p>
      {state === 'accepted' && <Notice kind="done">{text.own.acceptedText}</Notice>}
      {state === 'declined' && <Notice kind="info">{text.own.declinedText}</Notice>}
      {state === 'expired' && <Notice kind="warning">{text.own.expired}</Notice>}
      <DefinitionList items={offerFacts(offer, courses, locale).map(([term, description]) => ({ term, description }))} />
      <PriceTable lines={offer.lines} locale={locale} />
      <p>
        <a href={href('ownOfferPdf', { token })}>{text.own.pdf}</a>
      </p>
      <Disclosure summary={text.own.readTerms}>
        <DataTermsText terms={props.terms} />
      </Disclosure>
      {state === 'open' && <Answers {...props} />}
    </>
  );
}

function Answers({ locale, token, enquiry, offer, typed, errors }: OwnOfferPageProps) {
  const text = offerWords[locale].own;
  const form = termsWords[locale].form;
  const action = href('answerOffer', { token });
  const field = (name: string, usual = '') => ({ name, value: typed[name] ?? usual, ...faultOf(errors, name) });
  return (
    <>
      <section>
        <h2>{text.accept}</h2>
        <p>{text.acceptLead}</p>
        <Form action={action}>
          <HiddenField name="offer" value={offer.id} />
          <TextField {...field('name', enquiry.name)} label={text.name} autocomplete="name" />
          <TextField {...field('title')} label={text.title} autocomplete="organization-title" />
          <TextField {...field('organisation', enquiry.organisation)} label={text.organisation} autocomplete="organization" />
          <TextField {...field('org')} label={form.orgNumber} hint={form.orgNumberHint} size={14} spellcheck={false} />
          <Checkbox name="terms" label={text.terms} {...faultOf(errors, 'terms')} />
          <Submit text={text.acceptButton} name="answer" value="accept" />
        </Form>
      </section>
      <section>
        <h2>{text.decline}</h2>
        <Form action={action}>
          <HiddenField name="offer" value={offer.id} />
          <TextArea {...field('reason')} label={text.reason} required={false} rows={3} />
          <Submit text={text.declineButton} kind="quiet" name="answer" value="decline" />
        </Form>
      </section>
    </>
  );
}
