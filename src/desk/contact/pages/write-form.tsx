import type { ComponentChildren } from 'preact';
import { dataMap } from '../../../../data-map/index.ts';
import { offered } from '../../../platform/attached-files/file-type.ts';
import { periodInWords } from '../../../privacy/index.ts';
import { FileField } from '../../../ui/file-field.tsx';
import { Submit, TextArea } from '../../../ui/form.tsx';
import { useLocale } from '../../../ui/language.ts';
import { EmailField } from '../../open-forms/email-field.tsx';
import { formWords } from '../../open-forms/form-words.ts';
import { errorOf, kept, OpenForm } from '../../open-forms/open-form.tsx';
import type { OpenForm as State } from '../../open-forms/take-form.ts';

type WriteFormProps = {
  action: string;
  form: State;
  children?: ComponentChildren;
  text: { kept: (period: string) => string; send: string };
};

/** A message from anyone, account or not: an address and words. */
export function WriteForm({ action, form, children, text }: WriteFormProps) {
  const locale = useLocale();
  const fields = formWords[locale];
  return (
    <OpenForm action={action} form={form} locale={locale} files>
      {children}
      <EmailField {...kept(form, 'email')} />
      <TextArea name="body" label={fields.body} hint={fields.bodyHint} rows={8} {...kept(form, 'body')} />
      <FileField name="files" accept={offered} {...errorOf(form, 'files')} />
      <p class="hint">{text.kept(periodInWords(dataMap.enquiry.retention.period, locale))}</p>
      <Submit text={text.send} />
    </OpenForm>
  );
}
