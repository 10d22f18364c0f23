import { customerKinds, faultOf, TermsFields, termsWords, type CourseChoice, type Typed } from '../../../customers/index.ts';
import { href } from '../../../routes.ts';
import { Choices, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { deskWords } from '../../enquiries/desk-words.ts';
import type { EnquiryRow } from '../../enquiries/enquiry.queries.ts';
import { EnquiryFacts } from '../../enquiries/pages/enquiry-facts.tsx';
import { offerWords } from '../words.ts';

type NewOfferPageProps = {
  locale: Locale;
  enquiry: EnquiryRow;
  courses: readonly CourseChoice[];
  hasMore: boolean;
  typed: Typed;
  clientId: string;
  /** What stands in the field of the last day at first. */
  usualDay: string;
};

export function NewOfferPage({ locale, enquiry, courses, hasMore, typed, clientId, usualDay }: NewOfferPageProps) {
  const text = offerWords[locale].make;
  const { values, errors } = typed;
  const action = href('makeOffer', { enquiry: enquiry.id });
  const hints = { courses: text.coursesHint, search: text.courseSearchHint };
  const suggested = { seats: enquiry.people_count ? String(enquiry.people_count) : '', ...values };
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading
        over={<a href={href('enquiry', { enquiry: enquiry.id })}>{deskWords[locale].kinds[enquiry.kind]}</a>}
        title={text.title}
        lead={text.lead}
      />
      <EnquiryFacts enquiry={enquiry} locale={locale} />
      <Form action={action}>
        <HiddenField name="client_id" value={values['client_id'] ?? clientId} />
        <Choices
          kind="radio"
          name="kind"
          legend={text.kind}
          options={customerKinds.map((value) => ({ value, text: termsWords[locale].kinds[value] }))}
          selected={values['kind'] ?? ''}
          {...faultOf(errors, 'kind')}
        />
        <TextField
          name="valid"
          type="date"
          label={text.validUntil}
          value={values['valid'] ?? usualDay}
          size={12}
          {...faultOf(errors, 'valid')}
        />
        <TermsFields {...{ locale, courses, hasMore, hints, action }} typed={{ ...typed, values: suggested }} />
        <Submit text={text.send} />
      </Form>
    </>
  );
}
