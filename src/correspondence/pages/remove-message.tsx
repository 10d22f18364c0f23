import { Submit } from '../../ui/form.tsx';
import { useLocale } from '../../ui/language.ts';
import { words } from '../words.ts';

/** Asks once more before it is done: what is deleted cannot be brought back. */
export function RemoveMessage({ action, time, until }: { action: string; time: string; until: string | undefined }) {
  const text = words[useLocale()].remove;
  return (
    <details class="disclosure" data-until={until}>
      <summary>
        {text.open} <span class="unseen">{text.which(time)}</span>
      </summary>
      <div>
        <p>{text.text}</p>
        <form method="post" action={action}>
          <Submit text={text.button} kind="danger" />
        </form>
      </div>
    </details>
  );
}
