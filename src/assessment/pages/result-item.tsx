import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { SavedReply } from '../assessment.queries.ts';
import type { HandedFile } from '../handed-file.queries.ts';
import type { Marking, Review } from '../marking/marking.queries.ts';
import { mark } from '../mark.ts';
import { isMarkedByHand, type Question, type Reply } from '../question.ts';
import { rightAnswers, saidIn } from '../say-reply.ts';
import { words } from '../words.ts';
import { Judged } from './judged.tsx';

export type ResultItemProps = {
  locale: Locale;
  language: 'sv' | 'en';
  question: Question;
  saved: SavedReply | undefined;
  showsKey: boolean;
  /** Whether the result is the student's yet. */
  isMarked: boolean;
  at: { customer: string; course: string; number: number };
  file: HandedFile | undefined;
  marking: Marking | undefined;
  review: Review | undefined;
  refused: { typed: string; error: string } | undefined;
};

/** One question of a test that is handed in. The key and the reasons only once they may be shown. */
export function ResultItem(props: ResultItemProps) {
  const { locale, language, question, saved, showsKey, isMarked } = props;
  const text = words[locale].result;
  const waits = saved !== undefined && !isMarked && isMarkedByHand(question);
  const outcome = !saved ? text.blank : waits ? text.waits : saved.correct ? text.right : saved.points ? text.partly : text.wrong;
  const showsKeyHere = showsKey && !isMarkedByHand(question);
  return (
    <li>
      <h3 lang={language}>{question.prompt}</h3>
      <p>
        <Badge kind={saved?.correct ? 'accent' : 'caution'}>{outcome}</Badge>{' '}
        {!waits && <span class="facts">{text.points(saved?.points ?? 0, question.points)}</span>}
      </p>
      {saved && <Said term={text.yourAnswer} said={saidIn(question, saved.reply, locale)} language={language} />}
      {showsKeyHere && !saved?.correct && <Said term={text.rightAnswer} said={rightAnswers(question, locale)} language={language} />}
      {props.file && (
        <p>
          <a href={href('handedFile', { ...props.at, question: question.id })}>{words[locale].file.see}</a>
        </p>
      )}
      {isMarked && isMarkedByHand(question) && saved && <Judged {...props} question={question} />}
      {showsKey && <Why question={question} reply={saved?.reply} language={language} />}
    </li>
  );
}

function Said({ term, said, language }: { term: string; said: string[]; language: string }) {
  return (
    <p>
      <span class="facts">{term}:</span> <span lang={language}>{said.join(' · ')}</span>
    </p>
  );
}

function Why({ question, reply, language }: { question: Question; reply: Reply | undefined; language: string }) {
  const reasons = reply ? mark(question, reply).reasons : [];
  const whys = reasons.length > 0 ? reasons.map(({ why }) => why) : 'why' in question.body ? [question.body.why] : [];
  if (whys.length === 0) return null;
  return <p lang={language}>{whys.join(' ')}</p>;
}
