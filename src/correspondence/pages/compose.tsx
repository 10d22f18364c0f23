import { Form, HiddenField, Submit, TextArea } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { words } from '../words.ts';

export type ComposeProps = {
  locale: Locale;
  action: string;
  /** Made anew with every page: a form that is sent twice is one message. */
  clientId: string;
  hint: string;
  typed?: string;
  error?: string;
};

export function Compose({ locale, action, clientId, hint, typed, error }: ComposeProps) {
  const text = words[locale];
  return (
    <Form action={action} data-compose="">
      <HiddenField name="client_id" value={clientId} />
      <TextArea name="body" label={text.compose} hint={hint} {...(typed ? { value: typed } : {})} {...(error ? { error } : {})} />
      <div data-number hidden role="status">
        <Notice kind="warning" title={text.number.title}>
          {text.number.typing}
        </Notice>
      </div>
      <Submit text={text.send} />
    </Form>
  );
}
