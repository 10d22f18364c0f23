import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { errorAt } from '../form-errors.ts';
import { words } from '../words.ts';
import { PasskeyButton } from './passkey-button.tsx';

type ConfirmPersonProps = { locale: Locale; errors: FieldError[]; goOn: string | undefined; email: string };

export function ConfirmPersonPage({ locale, errors, goOn, email }: ConfirmPersonProps) {
  const text = words[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.confirm.title} lead={text.confirm.lead} />
      <Form action={href('saveConfirmPerson')}>
        {goOn && <HiddenField name="vidare" value={goOn} />}
        <UserName email={email} />
        <TextField
          name="password"
          label={text.password.label}
          type="password"
          autocomplete="current-password"
          {...errorAt(errors, 'password')}
        />
        <Submit text={text.confirm.submit} />
      </Form>
      <PasskeyButton act="use" text={text.confirm.passkey} locale={locale} goOn={goOn} />
    </>
  );
}

/** Tells a password manager whose password is meant. */
export const UserName = ({ email }: { email: string }) => <input type="hidden" name="username" autocomplete="username" value={email} />;

export function ConfirmEmailPage({ locale, token }: { locale: Locale; token: string }) {
  const text = words[locale].confirmEmail;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Form action={href('saveEmail', { token })}>
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

export function EmailTakenPage({ locale }: { locale: Locale }) {
  const text = words[locale].confirmEmail;
  return (
    <>
      <PageHeading title={text.title} />
      <p role="alert">{text.taken}</p>
      <p>
        <a href={href('signIn')}>{words[locale].signIn.title}</a>
      </p>
    </>
  );
}
