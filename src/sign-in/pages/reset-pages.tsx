import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';
import { EmailField } from './email-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';

type Props = { locale: Locale; errors: FieldError[] };

export function ForgotPasswordPage({ locale, errors, email }: Props & { email: string }) {
  const text = words[locale].reset;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      <Form action={href('askForReset')}>
        <EmailField locale={locale} email={email} errors={errors} />
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

export function ResetSentPage({ locale }: { locale: Locale }) {
  const text = words[locale].reset;
  return (
    <>
      <PageHeading title={text.sentTitle} lead={text.sent} />
      <p>{text.notThere}</p>
      <p>
        <a href={href('forgotPassword')}>{text.again}</a>
      </p>
    </>
  );
}

export function ResetPasswordPage({ locale, errors, token }: Props & { token: string }) {
  const text = words[locale].reset;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.newTitle} lead={text.newLead} />
      <Form action={href('saveReset', { token })}>
        <NewPasswordField locale={locale} errors={errors} />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

/** The same for a link that is forged, used or too old. */
export function LinkEndedPage({ locale, again }: { locale: Locale; again: string }) {
  const text = words[locale].linkEnded;
  return (
    <>
      <PageHeading title={text.title} lead={text.text} />
      <p>
        <ButtonLink href={again}>{text.again}</ButtonLink>
      </p>
    </>
  );
}
