import { QuestionFields } from '../../../assessment/index.ts';
import { href } from '../../../routes.ts';
import { formatMinutes, formatPercent } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { CourseToRun } from '../course.queries.ts';
import type { DraftQuestion, FinalTestRules } from '../draft.queries.ts';
import { publishWords } from '../publish-words.ts';
import type { CourseAt } from './outline-page.tsx';
import { PreviewMark } from './preview-page.tsx';

type PreviewTestPageProps = {
  locale: Locale;
  at: CourseAt;
  language: Locale;
  course: CourseToRun;
  rules: FinalTestRules | undefined;
  questions: readonly DraftQuestion[];
};

/** The rules and the questions of the final test. There is nothing to hand in here. */
export function PreviewTestPage({ locale, at, language, course, rules, questions }: PreviewTestPageProps) {
  const text = publishWords[locale].preview;
  return (
    <>
      <PreviewMark locale={locale} at={at} edit={href('draftTest', at)} />
      <PageHeading over={<span lang={language}>{course.title}</span>} title={text.test} />
      {rules && (
        <p>
          {text.rules(formatPercent(rules.passPercent / 100, locale), rules.maxAttempts)}{' '}
          {rules.timeLimitMinutes ? text.limit(formatMinutes(rules.timeLimitMinutes, locale)) : text.noLimit}
        </p>
      )}
      {questions.map((question, index) => (
        <section key={question.id} class="question">
          <QuestionFields
            question={question}
            language={language}
            locale={locale}
            name={`q-${question.id}`}
            id={`field-q-${index + 1}`}
            values={[]}
            customer={at.customer}
            number={index + 1}
          />
        </section>
      ))}
    </>
  );
}
