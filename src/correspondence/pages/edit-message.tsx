import { Form, Submit, TextArea } from '../../ui/form.tsx';
import { useLocale } from '../../ui/language.ts';
import type { RefusedEdit } from '../view-message.tsx';
import { words } from '../words.ts';

type EditMessageProps = {
  action: string;
  number: number;
  time: string;
  body: string;
  /** When a page that stays open takes the form away; the server judges for itself. */
  until: string;
  refused: RefusedEdit | undefined;
};

export function EditMessage({ action, number, time, body, until, refused }: EditMessageProps) {
  const text = words[useLocale()].edit;
  return (
    <details class="disclosure" data-until={until} open={refused !== undefined}>
      <summary>
        {text.open} <span class="unseen">{text.which(time)}</span>
      </summary>
      <Form action={action}>
        <TextArea
          name="body"
          id={editFieldId(number)}
          label={text.label}
          hint={text.hint}
          value={refused?.typed ?? body}
          {...(refused ? { error: refused.error } : {})}
        />
        <Submit text={text.button} />
      </Form>
    </details>
  );
}

export const editFieldId = (number: number): string => `edit-${number}`;
