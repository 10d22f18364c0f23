import type { FieldError } from '../../platform/read-body.ts';
import { LooksByLink, type LookByLink } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, Select, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type InvitedAccountPageProps = {
  locale: Locale;
  token: string;
  email: string;
  typed: Record<string, string>;
  errors: readonly FieldError[];
  looks: readonly LookByLink[];
};

export function InvitedAccountPage({ locale, token, email, typed, errors, looks }: InvitedAccountPageProps) {
  const text = words[locale].account;
  const errorOf = (name: string) => {
    const found = errors.find((error) => error.name === name);
    return found ? { error: found.text } : {};
  };
  const field = (name: string) => ({ name, value: typed[name] ?? '', maxlength: 100, ...errorOf(name) });
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      <p>{text.address(email)}</p>
      <Form action={href('openInvitedAccount', { token })}>
        <TextField {...field('givenName')} label={text.givenName} autocomplete="given-name" />
        <TextField {...field('familyName')} label={text.familyName} autocomplete="family-name" required={false} />
        <TextField
          name="password"
          type="password"
          label={text.password}
          hint={text.passwordHint}
          autocomplete="new-password"
          {...errorOf('password')}
        />
        <Select
          name="language"
          label={text.language}
          selected={typed['language'] ?? locale}
          options={[
            { value: 'sv', text: 'Svenska' },
            { value: 'en', text: 'English' },
          ]}
          {...errorOf('language')}
        />
        <Submit text={text.submit} />
      </Form>
      <LooksByLink looks={looks} at="invitation" locale={locale} />
    </>
  );
}
