import { href } from '../../../routes.ts';
import { Choices, Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { EmailField } from '../../open-forms/email-field.tsx';
import { kept, OpenForm } from '../../open-forms/open-form.tsx';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
import { requestKinds } from '../request.ts';
import { requestWords } from '../words.ts';

export function RequestPage({ locale, operator, form }: { locale: Locale; operator: string; form: State }) {
  const text = requestWords[locale];
  const { value: kind, ...kindKept } = kept(form, 'kind');
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator)} />
      <p>
        {text.signIn} <a href={href('myData')}>{text.myData}</a>.
      </p>
      <p>{text.customers}</p>
      <OpenForm action={href('sendRequest')} form={form} locale={locale}>
        <Choices
          kind="radio"
          name="kind"
          legend={text.kind}
          options={requestKinds.map((one) => ({ value: one, text: text.kinds[one] }))}
          selected={kind ?? ''}
          {...kindKept}
        />
        <TextArea name="body" label={text.body} hint={text.bodyHint} rows={5} required={false} {...kept(form, 'body')} />
        <EmailField hint={text.emailHint} {...kept(form, 'email')} />
        <p class="hint">{text.answered}</p>
        <Submit text={text.send} />
      </OpenForm>
    </>
  );
}

export function RequestRemovedPage({ locale }: { locale: Locale }) {
  const text = requestWords[locale];
  return <PageHeading title={text.removedTitle} lead={text.removed} />;
}
