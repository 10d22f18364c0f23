import { href } from '../../routes.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { accountWords } from '../account-words.ts';
import type { AccountPageProps } from './account-page.tsx';
import { UserName } from './confirm-pages.tsx';
import { EmailField } from './email-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';

export function EmailSection({ account, locale, errors, typedEmail }: AccountPageProps) {
  const text = accountWords[locale].email;
  return (
    <section aria-labelledby="email">
      <h2 id="email">{text.title}</h2>
      <p>{text.current(account.email)}</p>
      {account.confirmed && (
        <Form action={href('askForEmail')}>
          <EmailField locale={locale} label={text.new} email={typedEmail} errors={errors} />
          <Submit text={text.submit} kind="quiet" />
        </Form>
      )}
    </section>
  );
}

export function PasswordSection({ account, locale, errors }: AccountPageProps) {
  const text = accountWords[locale].password;
  return (
    <section aria-labelledby="password">
      <h2 id="password">{text.title}</h2>
      {account.passwordChangedAt && <p>{text.changed(formatDate(account.passwordChangedAt, locale))}</p>}
      {account.confirmed && (
        <Form action={href('changePassword')}>
          <UserName email={account.email} />
          <NewPasswordField locale={locale} errors={errors} />
          <Submit text={text.submit} kind="quiet" />
        </Form>
      )}
    </section>
  );
}
