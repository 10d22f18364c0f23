import type { Locale } from '../ui/locale.ts';
import type { Mark } from './mark.ts';
import { words } from './words.ts';

type FeedbackProps = { mark: Mark; language: 'sv' | 'en'; locale: Locale; saved: string };

/** What a page's question says back: right or not yet, and why. */
export function Feedback({ mark, language, locale, saved }: FeedbackProps) {
  const text = words[locale].feedback;
  return (
    <div class={mark.correct ? 'notice done' : 'notice warning'}>
      <p class="notice-title">{mark.correct ? text.right : text.notYet}</p>
      {mark.reasons.map(({ about, why }) => (
        <p key={about} lang={language}>
          {about && mark.reasons.length > 1 && <strong>{about} </strong>}
          {why}
        </p>
      ))}
      {!mark.correct && mark.parts && <p>{text.parts(mark.parts.right, mark.parts.of)}</p>}
      {!mark.correct && mark.reasons.length > 0 && mark.reasons.every((reason) => reason.right) && <p>{text.more}</p>}
      <p class="hint">{saved}</p>
    </div>
  );
}
