import { href } from '../../routes.ts';
import { ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { EmailField } from '../open-forms/email-field.tsx';
import { contactWords } from '../contact/contact-words.ts';
import { removalWords } from './removal-words.ts';

type RemovalFormProps = { locale: Locale; typed: string; errors: readonly { name: string; text: string }[]; id?: string };

/** N-12. On the contact page, and alone on its own. */
export function RemovalForm({ locale, typed, errors, id }: RemovalFormProps) {
  const text = removalWords[locale];
  const error = errors.find(({ name }) => name === 'email')?.text;
  return (
    <Form action={href('askForRemoval')}>
      <EmailField label={text.email} hint={text.emailHint} value={typed} {...(id ? { id } : {})} {...(error ? { error } : {})} />
      <Submit text={text.ask} kind="quiet" />
    </Form>
  );
}

export function RemovalPage({ locale, typed, errors }: RemovalFormProps) {
  const text = removalWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('contact')}>{contactWords[locale].title}</a>} title={text.title} lead={text.lead} />
      <RemovalForm locale={locale} typed={typed} errors={errors} />
      <p>{text.account}</p>
    </>
  );
}

export function RemovalDonePage({ locale }: { locale: Locale }) {
  const text = removalWords[locale];
  return <PageHeading title={text.doneTitle} lead={text.done} />;
}
