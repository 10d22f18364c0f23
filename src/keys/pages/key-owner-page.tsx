import { href } from '../../routes.ts';
import { ErrorSummary, Form, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type KeyOwnerPageProps = { locale: Locale; token: string; isBound: boolean; typed: string | undefined; error: string | undefined };

/** The bound address is never shown: whoever found the key must not learn whose it is. */
export function KeyOwnerPage({ locale, token, isBound, typed, error }: KeyOwnerPageProps) {
  const text = words[locale].owner;
  return (
    <>
      <PageHeading title={text.title} lead={isBound ? text.boundLead : text.openLead} />
      <ErrorSummary errors={error ? [{ name: 'email', text: error }] : []} locale={locale} />
      <Form action={href('sendKeyLink', { token })}>
        {!isBound && (
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
        )}
        <Submit text={text.submit} />
      </Form>
    </>
  );
}

type LinkSentPageProps = { locale: Locale; token: string; isBound: boolean; development: boolean };

export function LinkSentPage({ locale, token, isBound, development }: LinkSentPageProps) {
  const text = words[locale].owner;
  return (
    <>
      <PageHeading title={text.sentTitle} lead={isBound ? text.sentBound : text.sentOpen} />
      {development && (
        <p>
          <a href={href('localMails')}>{text.local}</a>
        </p>
      )}
      <p>{text.notCome}</p>
      <p>
        <a href={href('keyOwner', { token })}>{text.again}</a>
      </p>
    </>
  );
}
