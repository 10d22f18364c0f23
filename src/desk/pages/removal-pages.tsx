import { href } from '../../routes.ts';
import { ErrorSummary, Form, Submit, TextField } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { SentRow } from '../removal.queries.ts';
import { words } from '../words.ts';
import { sentWords } from '../sent-words.ts';

type RemovalFormProps = { locale: Locale; typed: string; errors: readonly { name: string; text: string }[]; id?: string };

/** N-12. On the contact page, and alone on its own. */
export function RemovalForm({ locale, typed, errors, id }: RemovalFormProps) {
  const text = sentWords[locale].removal;
  const error = errors.find(({ name }) => name === 'email')?.text;
  return (
    <Form action={href('askForRemoval')}>
      <TextField
        name="email"
        type="email"
        label={text.email}
        hint={text.emailHint}
        autocomplete="email"
        inputmode="email"
        spellcheck={false}
        maxlength={254}
        value={typed}
        {...(id ? { id } : {})}
        {...(error ? { error } : {})}
      />
      <Submit text={text.ask} kind="quiet" />
    </Form>
  );
}

export function RemovalPage({ locale, typed, errors }: RemovalFormProps) {
  const text = sentWords[locale].removal;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('contact')}>{words[locale].contact.title}</a>} title={text.title} lead={text.lead} />
      <RemovalForm locale={locale} typed={typed} errors={errors} />
      <p>{text.account}</p>
    </>
  );
}

export function RemovalAskedPage({ locale, development }: { locale: Locale; development: boolean }) {
  const text = sentWords[locale].removal;
  return (
    <>
      <PageHeading title={text.askedTitle} lead={text.asked} />
      {development && (
        <p>
          <a href={href('localMails')}>{sentWords[locale].sent.local}</a>
        </p>
      )}
      <p>{text.notCome}</p>
      <p>
        <a href={href('removal')}>{text.again}</a>
      </p>
    </>
  );
}

type ConfirmRemovalPageProps = { locale: Locale; token: string; sent: readonly SentRow[] };

export function ConfirmRemovalPage({ locale, token, sent }: ConfirmRemovalPageProps) {
  const text = sentWords[locale].removal;
  return (
    <>
      <PageHeading title={text.title} lead={sent.length > 0 ? text.found(String(sent.length)) : text.nothing} />
      {sent.length > 0 && (
        <ul>
          {sent.map(({ kind, created_at }, index) => (
            <li key={index}>{text.each[kind](formatDate(created_at, locale))}</li>
          ))}
        </ul>
      )}
      <p>{text.final}</p>
      <Form action={href('removeEnquiries', { token })}>
        <Submit text={sent.length > 0 ? text.confirm : text.confirmNothing} kind="danger" />
      </Form>
    </>
  );
}

export function RemovalDonePage({ locale }: { locale: Locale }) {
  const text = sentWords[locale].removal;
  return <PageHeading title={text.doneTitle} lead={text.done} />;
}
