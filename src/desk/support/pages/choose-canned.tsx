import { Select, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { deskWords } from '../../enquiries/desk-words.ts';
import { cannedAnswersShown } from '../canned-answer.queries.ts';

export type CannedChoice = { id: string; title: string };
type ChooseCannedProps = { locale: Locale; canned: readonly CannedChoice[]; sought: string };

/** What may be put into an answer; with more than fit in a list, a search that leaves what is written. */
export function ChooseCanned({ locale, canned, sought }: ChooseCannedProps) {
  const text = deskWords[locale].canned;
  const hasMore = canned.length > cannedAnswersShown;
  const shown = canned.slice(0, cannedAnswersShown);
  return (
    <>
      {(hasMore || sought !== '') && (
        <>
          <div class="in-a-row">
            <TextField name="canned_search" label={text.list.search} hint={text.findHint} value={sought} required={false} />
            <Submit text={text.find} kind="quiet" name="find" value="canned" formenctype="application/x-www-form-urlencoded" />
          </div>
          {sought !== '' && (
            <p role="status">{shown.length > 0 ? text.found(shown.length, hasMore) : `${text.list.noneTitle}. ${text.list.none}`}</p>
          )}
        </>
      )}
      {shown.length > 0 && (
        <div class="in-a-row">
          <Select
            name="canned"
            label={text.choose}
            options={[{ value: '', text: text.none }, ...shown.map(({ id, title }) => ({ value: id, text: title }))]}
          />
          <Submit text={text.insert} kind="quiet" name="insert" value="yes" formenctype="application/x-www-form-urlencoded" />
        </div>
      )}
    </>
  );
}
