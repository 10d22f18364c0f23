import { Feedback, QuestionFields, assessmentWords, mark, savedText, valuesOf } from '../../assessment/index.ts';
import { href } from '../../routes.ts';
import { Form, HiddenField, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { PageQuestion } from '../course-page.queries.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.tsx';

export type Problem = keyof (typeof assessmentWords)['sv']['problem'];
/** A try that could not be read: what was typed, and what to do about it. */
export type Tried = { questionId: string; values: string[]; problem: Problem };

type ExerciseProps = {
  locale: Locale;
  at: CourseAddress;
  language: 'sv' | 'en';
  question: PageQuestion;
  order: number;
  clientId: string;
  tried: Tried | undefined;
};

export const exerciseAnchor = (order: number): string => `fraga-${order}`;
/** The name of the one field of an exercise. */
export const answerField = 'answer';

/** A question with its own form: answered as often as one likes, with the reason each time. */
export function Exercise({ locale, at, language, question, order, clientId, tried }: ExerciseProps) {
  const text = words[locale].page;
  const { latest } = question;
  return (
    <section class="question" id={exerciseAnchor(order)}>
      <Form action={href('answerQuestion', { ...at, question: question.id })} data-answer="">
        <HiddenField name="client_id" value={clientId} />
        <QuestionFields
          question={question}
          language={language}
          locale={locale}
          name={answerField}
          id={`field-${answerField}-${order}`}
          values={tried?.values ?? valuesOf(latest?.reply, locale)}
          error={tried && assessmentWords[locale].problem[tried.problem]}
        />
        <Submit kind="quiet" text={latest ? text.answerAgain : text.answer} />
      </Form>
      <div class="answer-note" role="status">
        {latest && !tried && (
          <Feedback
            mark={mark(question, latest.reply)}
            language={language}
            locale={locale}
            saved={savedText(new Date(latest.at), locale)}
          />
        )}
      </div>
    </section>
  );
}
