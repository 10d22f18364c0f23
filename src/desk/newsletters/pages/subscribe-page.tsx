import { href } from '../../../routes.ts';
import { Checkbox, Submit } from '../../../ui/form.tsx';
import { FieldNotes } from '../../../ui/field-notes.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { EmailField } from '../../open-forms/email-field.tsx';
import { kept, OpenForm } from '../../open-forms/open-form.tsx';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
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
        <EmailField label={text.email} hint={text.emailHint} {...kept(form, 'email')} />
        <p>{text.consent}</p>
        <p class="hint">{text.kept}</p>
        <Submit text={text.submit} />
      </OpenForm>
    </>
  );
}
