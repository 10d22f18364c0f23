import { href } from '../../routes.ts';
import { Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { BatchRow } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';

type WholeBatchProps = { locale: Locale; customer: string; batch: BatchRow; error: { name: string; text: string } | undefined };

export function WholeBatch({ locale, customer, batch, error }: WholeBatchProps) {
  const text = batchWords[locale].batch;
  const at = { customer, batch: batch.id };
  const count = (status: 'made' | 'handed-out' | 'blocked' | 'expired') => batch.counts[status] ?? 0;
  if (count('made') + count('handed-out') + count('blocked') + count('expired') === 0) return null;
  return (
    <section>
      <h2>{text.whole}</h2>
      <form method="post" action={href('changeKeys', at)}>
        <HiddenField name="all" value="yes" />
        <div class="actions">
          {batch.bound_left > 0 && count('made') > 0 && <Submit name="change" value="send" text={text.sendAll} />}
          {count('made') > 0 && <Submit name="change" value="hand-out" text={text.handOutAll} kind="quiet" />}
          {count('made') + count('handed-out') > 0 && <Submit name="change" value="block" text={text.blockAll} kind="quiet" />}
          {count('blocked') > 0 && <Submit name="change" value="unblock" text={text.unblockAll} kind="quiet" />}
        </div>
      </form>
      {batch.bound_left > 0 && count('made') > 0 && <p class="hint">{text.sendHint}</p>}
      <Form action={href('extendKeys', at)}>
        <TextField
          name="expires"
          type="date"
          label={text.extend}
          hint={text.extendHint}
          size={12}
          {...(error?.name === 'expires' ? { error: error.text } : {})}
        />
        <Submit text={text.extend} kind="quiet" />
      </Form>
    </section>
  );
}
