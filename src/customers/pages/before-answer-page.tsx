import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary, Form, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type BeforeProps = { locale: Locale; title: string; role: string; here: string };

const signInAndReturn = (here: string) => `${href('signIn')}?vidare=${encodeURIComponent(here)}`;

/** The link came in a mail to someone who has an account. */
export function SignInFirstPage({ locale, title, role, here }: BeforeProps) {
  const text = words[locale].before;
  return (
    <PageHeading title={title} lead={text.lead(role)}>
      <ButtonLink href={signInAndReturn(here)}>{text.signIn}</ButtonLink>
      <a href={href('forgotPassword')}>{text.forgot}</a>
    </PageHeading>
  );
}

/** The link was handed around: whoever has no account proves an address first. */
export function AskAddressPage({
  locale,
  title,
  role,
  here,
  sent,
  typed,
  error,
}: BeforeProps & { sent: boolean; typed: string | undefined; error: string | undefined }) {
  const text = words[locale].before;
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'email', text: error }] : []} locale={locale} />
      <PageHeading title={title} lead={text.lead(role)}>
        <ButtonLink href={signInAndReturn(here)}>{text.signIn}</ButtonLink>
      </PageHeading>
      {sent && (
        <Notice kind="info" title={text.sentTitle}>
          {text.sent}
        </Notice>
      )}
      <section>
        <h2>{text.noAccount}</h2>
        <Form action={here}>
          <TextField
            name="email"
            type="email"
            label={text.email}
            hint={text.emailHint}
            autocomplete="email"
            inputmode="email"
            spellcheck={false}
            maxlength={254}
            {...(typed === undefined ? {} : { value: typed })}
            {...(error === undefined ? {} : { error })}
          />
          <Submit text={text.send} kind="quiet" />
        </Form>
      </section>
    </>
  );
}

export function ClosedInvitationPage({ locale }: { locale: Locale }) {
  const text = words[locale].closed;
  return (
    <PageHeading title={text.title} lead={text.lead}>
      <ButtonLink href={href('myRoles')}>{text.myRoles}</ButtonLink>
    </PageHeading>
  );
}

export function OtherAddressPage({ locale }: { locale: Locale }) {
  const text = words[locale].other;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Form action={href('endSession')}>
        <Submit text={text.signOut} />
      </Form>
    </>
  );
}
