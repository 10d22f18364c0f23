import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { toMarkdown } from '../../to-markdown.ts';
import type { DraftPage, DraftQuestion } from '../draft.queries.ts';
import { kinds, pageKinds } from '../question-form.ts';
import { questionWords } from '../question-words.ts';
import { words } from '../words.ts';
import { Arrange } from './arrange.tsx';
import type { CourseAt } from './outline-page.tsx';

type QuestionListProps = {
  locale: Locale;
  at: CourseAt;
  language: Locale;
  questions: readonly DraftQuestion[];
  /** The page they belong to; the final test has none. */
  page?: DraftPage;
};

export function QuestionList({ locale, at, language, questions, page }: QuestionListProps) {
  const text = questionWords[locale].question;
  return (
    <section id="fragor" aria-labelledby="questions-title">
      <h2 id="questions-title">{page ? words[locale].page.questions : questionWords[locale].test.questions}</h2>
      {questions.length === 0 && <p>{text.none}</p>}
      {questions.length > 0 && (
        <ol class="arranged">
          {questions.map((question, index) => (
            <li key={question.id} id={`fraga-${question.id}`}>
              <div>
                <a href={href('draftQuestion', { ...at, question: question.id })} lang={language}>
                  {question.prompt}
                </a>
                <p class="facts">{text.kind[question.kind]}</p>
                {page && (
                  <Disclosure summary={text.place}>
                    <p>{text.placeText}</p>
                    <pre tabindex={0}>
                      {toMarkdown(
                        { type: 'doc', version: 2, content: [{ type: 'question', attrs: { question: question.lineageId } }] },
                        language,
                      )}
                    </pre>
                  </Disclosure>
                )}
              </div>
              <Arrange
                locale={locale}
                action={href('arrangeQuestion', { ...at, question: question.id })}
                title={question.prompt}
                place={index + 1}
                places={questions.length}
              />
            </li>
          ))}
        </ol>
      )}
      <h3>{text.addAs}</h3>
      <ul>
        {(page ? pageKinds : kinds).map((kind) => (
          <li key={kind}>
            <a href={`${href('newQuestion', at)}?slag=${kind}${page ? `&sida=${page.id}` : ''}`}>{text.kind[kind]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
