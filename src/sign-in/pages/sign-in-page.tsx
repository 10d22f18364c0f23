import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { errorAt } from '../form-errors.ts';
import { words } from '../words.ts';
import { EmailField } from './email-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';

type Props = { locale: Locale; email: string; errors: FieldError[]; goOn: string | undefined };

export function SignInPage({ locale, email, errors, goOn }: Props) {
  const text = words[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.signIn.title} />
      <Form action={href('startSession')}>
        {goOn && <HiddenField name="vidare" value={goOn} />}
        <EmailField locale={locale} email={email} errors={errors} autocomplete="username" />
        <TextField
          name="password"
          label={text.password.label}
          type="password"
          autocomplete="current-password"
          {...errorAt(errors, 'password')}
        />
        <Submit text={text.signIn.submit} />
      </Form>
      <PasskeyButton act="use" text={text.signIn.passkey} locale={locale} goOn={goOn} />
      <p>
        <a href={href('forgotPassword')}>{text.signIn.forgot}</a>
      </p>
      <section>
        <h2>{text.signIn.keyTitle}</h2>
        <p>{text.signIn.keyText}</p>
        <p>
          <a href={href('key')}>{text.signIn.keyLink}</a>
        </p>
      </section>
    </>
  );
}
