import { Badge } from '../../ui/badge.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { SavedReply } from '../assessment.queries.ts';
import { mark } from '../mark.ts';
import type { Question, Reply } from '../question.ts';
import { rightAnswers, saidIn } from '../say-reply.ts';
import { words } from '../words.ts';

type ResultItemProps = { locale: Locale; language: 'sv' | 'en'; question: Question; saved: SavedReply | undefined; showsKey: boolean };

/** One question of a test that is handed in. The key and the reasons only once they may be shown. */
export function ResultItem({ locale, language, question, saved, showsKey }: ResultItemProps) {
  const text = words[locale].result;
  const outcome = !saved ? text.blank : saved.correct ? text.right : text.wrong;
  return (
    <li>
      <h3 lang={language}>{question.prompt}</h3>
      <p>
        <Badge kind={saved?.correct ? 'accent' : 'caution'}>{outcome}</Badge>{' '}
        <span class="facts">{text.points(saved?.points ?? 0, question.points)}</span>
      </p>
      {saved && <Said term={text.yourAnswer} said={saidIn(question, saved.reply, locale)} language={language} />}
      {showsKey && !saved?.correct && <Said term={text.rightAnswer} said={rightAnswers(question, locale)} language={language} />}
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
