import { HiddenField, Select, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { Colleague } from '../inbox/assignment.queries.ts';
import { words } from '../words.ts';

export type ThreadDeskProps = {
  locale: Locale;
  colleagues: readonly Colleague[];
  assigned: string | undefined;
  isDone: boolean;
  assignAction: string;
  doneAction: string;
};

/** What an administrator does with a thread besides answering: hands it to someone, and says that it is done. */
export function ThreadDesk({ locale, colleagues, assigned, isDone, assignAction, doneAction }: ThreadDeskProps) {
  const text = words[locale].desk;
  const options = colleagues.map(({ id, given_name, family_name }) => ({
    value: id,
    text: `${given_name ?? ''} ${family_name ?? ''}`.trim(),
  }));
  return (
    <div class="thread-desk">
      <form method="post" action={assignAction}>
        <Select name="colleague" label={text.assigned} options={[{ value: '', text: text.nobody }, ...options]} selected={assigned ?? ''} />
        <Submit text={text.assign} kind="quiet" />
      </form>
      <form method="post" action={doneAction}>
        <HiddenField name="done" value={isDone ? 'no' : 'yes'} />
        <p class="facts">{isDone ? text.isDone : text.isOpen}</p>
        <Submit text={isDone ? text.reopen : text.done} kind="quiet" />
      </form>
    </div>
  );
}
