import { href } from '../../../routes.ts';
import { Checkbox, Form, Submit, TextField } from '../../../ui/form.tsx';
import { FieldNotes } from '../../../ui/field-notes.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { kept, OpenForm } from '../../pages/open-form.tsx';
import { sentWords } from '../../sent-words.ts';
import type { OpenForm as State } from '../../take-form.ts';
import type { Topic } from '../subscriber.ts';
import { words } from '../words.ts';

type SubscribePageProps = { locale: Locale; topics: readonly Topic[]; form: State; boxOf(topicId: string): string };

export function SubscribePage({ locale, topics, form, boxOf }: SubscribePageProps) {
  const text = words[locale];
  const { error } = kept(form, 'topics');
  if (topics.length === 0) return <PageHeading title={text.title} lead={text.none} />;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <OpenForm action={href('subscribe')} form={form} locale={locale}>
        <fieldset id="field-topics" class={error ? 'field choices wrong' : 'field choices'} tabindex={-1}>
          <legend>{text.topics}</legend>
          <FieldNotes id="field-topics" {...(error ? { error } : {})} />
          {topics.map(({ id, title, lead }) => (
            <Checkbox key={id} name={boxOf(id)} label={title[locale]} hint={lead[locale]} checked={form.typed[boxOf(id)] === 'yes'} />
          ))}
        </fieldset>
        <TextField
          name="email"
          type="email"
          label={text.email}
          hint={text.emailHint}
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
          maxlength={254}
          {...kept(form, 'email')}
        />
        <p>{text.consent}</p>
        <p class="hint">{text.kept}</p>
        <Submit text={text.submit} />
      </OpenForm>
    </>
  );
}

export function AskedPage({ locale, development }: { locale: Locale; development: boolean }) {
  const text = words[locale];
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
        <a href={href('newsletter')}>{text.again}</a>
      </p>
    </>
  );
}

export function ConfirmPage({ locale, token, topics }: { locale: Locale; token: string; topics: readonly string[] }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.confirmTitle} lead={text.confirmLead} />
      <ul>
        {topics.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
      <p>{text.consent}</p>
      <Form action={href('saveSubscription', { token })}>
        <Submit text={text.confirm} />
      </Form>
      <p class="hint">{text.confirmNot}</p>
    </>
  );
}
