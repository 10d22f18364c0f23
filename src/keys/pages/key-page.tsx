import { href } from '../../routes.ts';
import { ErrorSummary, Form, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type KeyPageProps = { locale: Locale; typed: string | undefined; error: string | undefined; signedIn: boolean };

export function KeyPage({ locale, typed, error, signedIn }: KeyPageProps) {
  const { key: text, fault, numbers } = words[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <ErrorSummary errors={error ? [{ name: 'key', text: error }] : []} locale={locale} />
      <Form
        action={href('redeemKey')}
        data-key-check=""
        data-numbers={numbers}
        data-missing={fault.missing}
        data-character={fault.character('{character}')}
        data-length={fault.length('{length}')}
        data-check={fault.check}
      >
        <TextField
          name="key"
          label={text.label}
          hint={text.hint}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={40}
          size={15}
          {...(typed === undefined ? {} : { value: typed })}
          {...(error === undefined ? {} : { error })}
        />
        <p class="error" role="alert" data-key-message="" hidden />
        <Submit text={text.submit} />
      </Form>
      {!signedIn && (
        <p class="hint">
          {text.haveAccount} <a href={href('signIn')}>{text.signIn}</a>
        </p>
      )}
    </>
  );
}
