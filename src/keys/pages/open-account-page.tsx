import type { FieldError } from '../../platform/read-body.ts';
import { LooksByLink, type LookByLink } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary, Form, Select, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type OpenAccountPageProps = {
  locale: Locale;
  token: string;
  course: string;
  email: string;
  typed: Record<string, string>;
  errors: readonly FieldError[];
  /** Of a key that is for this address. */
  looks: readonly LookByLink[] | undefined;
};

export function OpenAccountPage({ locale, token, course, email, typed, errors, looks }: OpenAccountPageProps) {
  const text = words[locale].account;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...errorOf(errors, name) });
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(course)} />
      <ErrorSummary errors={errors} locale={locale} />
      <p>{text.address(email)}</p>
      <Form action={href('openAccount', { token })}>
        <TextField {...field('givenName')} label={text.givenName} autocomplete="given-name" maxlength={100} />
        <TextField
          {...field('familyName')}
          label={text.familyName}
          hint={text.familyNameHint}
          autocomplete="family-name"
          maxlength={100}
          required={false}
        />
        <TextField
          name="password"
          type="password"
          label={text.password}
          hint={text.passwordHint}
          autocomplete="new-password"
          {...errorOf(errors, 'password')}
        />
        <Select
          name="language"
          label={text.language}
          selected={typed['language'] ?? locale}
          options={[
            { value: 'sv', text: 'Svenska' },
            { value: 'en', text: 'English' },
          ]}
          {...errorOf(errors, 'language')}
        />
        <Submit text={text.submit} />
      </Form>
      {looks && <LooksByLink looks={looks} at="key" locale={locale} />}
    </>
  );
}

function errorOf(errors: readonly FieldError[], name: string): { error?: string } {
  const found = errors.find((error) => error.name === name);
  return found ? { error: found.text } : {};
}

/** Only shown to whoever opened the link in the mail: they may know that the address has an account. */
export function AccountExistsPage({ locale, joinPath }: { locale: Locale; joinPath: string }) {
  const text = words[locale].account;
  return (
    <>
      <PageHeading title={text.existsTitle} lead={text.exists}>
        <ButtonLink href={`${href('signIn')}?vidare=${encodeURIComponent(joinPath)}`}>{text.signIn}</ButtonLink>
        <a href={href('forgotPassword')}>{text.forgot}</a>
      </PageHeading>
    </>
  );
}

export function OtherAccountPage({ locale }: { locale: Locale }) {
  const text = words[locale].account;
  return (
    <>
      <PageHeading title={text.otherTitle} lead={text.other} />
      <Form action={href('endSession')}>
        <Submit text={text.signOut} />
      </Form>
    </>
  );
}
