import { href } from '../../../routes.ts';
import { Choices, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { faultOf, TermsFields, type CourseChoice, type Typed } from '../../agreement/pages/terms-fields.tsx';
import { termsWords } from '../../agreement/terms-words.ts';
import { customerKinds } from '../register.queries.ts';
import { registerWords } from '../words.ts';

type NewCustomerPageProps = { locale: Locale; typed: Typed; clientId: string; today: string };

export function NewCustomerPage({ locale, typed, clientId, today }: NewCustomerPageProps) {
  const text = registerWords[locale].make;
  const terms = termsWords[locale];
  const { values, errors } = typed;
  const field = (name: string) => ({ name, value: values[name] ?? '', ...faultOf(errors, name) });
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={<a href={href('customers')}>{registerWords[locale].list.title}</a>} title={text.title} lead={text.lead} />
      <Form action={href('createCustomer')}>
        <HiddenField name="client_id" value={values['client_id'] ?? clientId} />
        <TextField {...field('name')} label={text.name} autocomplete="off" />
        <Choices
          kind="radio"
          name="kind"
          legend={text.kind}
          options={customerKinds.map((value) => ({ value, text: terms.kinds[value] }))}
          selected={values['kind'] ?? ''}
          {...faultOf(errors, 'kind')}
        />
        <TextField {...field('org')} label={terms.form.orgNumber} hint={terms.form.orgNumberHint} required={false} size={14} />
        <TextField {...field('email')} type="email" label={text.email} hint={text.emailHint} autocomplete="off" />
        <LanguageChoice locale={locale} typed={typed} />
        <StartsField locale={locale} typed={typed} today={today} />
        <TermsFields locale={locale} typed={typed} courses={[]} action={href('createCustomer')} />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

function LanguageChoice({ locale, typed }: { locale: Locale; typed: Typed }) {
  const text = registerWords[locale].make;
  return (
    <Choices
      kind="radio"
      name="language"
      legend={text.language}
      options={(['sv', 'en'] as const).map((value) => ({ value, text: text.languages[value] }))}
      selected={typed.values['language'] ?? 'sv'}
      {...faultOf(typed.errors, 'language')}
    />
  );
}

function StartsField({ locale, typed, today }: { locale: Locale; typed: Typed; today: string }) {
  const text = termsWords[locale].form;
  return (
    <TextField
      name="starts"
      type="date"
      label={text.starts}
      value={typed.values['starts'] ?? today}
      size={12}
      {...faultOf(typed.errors, 'starts')}
    />
  );
}

type NewAgreementPageProps = NewCustomerPageProps & {
  customer: { id: string; name: string };
  courses: readonly CourseChoice[];
  hasMore: boolean;
};

export function NewAgreementPage({ locale, customer, courses, hasMore, typed, clientId, today }: NewAgreementPageProps) {
  const text = registerWords[locale].make;
  const action = href('createAgreement', { organisation: customer.id });
  return (
    <>
      <ErrorSummary locale={locale} errors={typed.errors} />
      <PageHeading over={<a href={href('customerCard', { organisation: customer.id })}>{customer.name}</a>} title={text.agreementTitle} />
      <Form action={action}>
        <HiddenField name="client_id" value={typed.values['client_id'] ?? clientId} />
        <LanguageChoice locale={locale} typed={typed} />
        <StartsField locale={locale} typed={typed} today={today} />
        <TermsFields {...{ locale, typed, courses, hasMore, action }} />
        <Submit text={text.saveAgreement} />
      </Form>
    </>
  );
}
