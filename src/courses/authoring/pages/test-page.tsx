import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Checkbox, Choices, ErrorSummary, Form, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { CourseToRun } from '../course.queries.ts';
import type { DraftQuestion } from '../draft.queries.ts';
import { questionWords } from '../question-words.ts';
import { words } from '../words.ts';
import type { CourseAt } from './outline-page.tsx';
import { partWords } from '../part-words.ts';
import type { Pool } from '../pool.queries.ts';
import { PoolList, type PoolTyped } from './pool-list.tsx';
import { QuestionList } from './question-list.tsx';

type TestPageProps = {
  locale: Locale;
  at: CourseAt;
  language: Locale;
  course: CourseToRun;
  typed: Record<string, string>;
  errors: readonly FieldError[];
  questions: readonly DraftQuestion[];
  pools: readonly Pool[];
  newPoolId: string;
  pool: PoolTyped | undefined;
};

export function TestPage({ locale, at, language, course, typed, errors, questions, pools, newPoolId, pool }: TestPageProps) {
  const text = questionWords[locale].test;
  const parts = partWords[locale];
  const field = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name] ?? '', inputmode: 'numeric' as const, size: 5, autocomplete: 'off', ...(error ? { error } : {}) };
  };
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('draft', at)}>{words[locale].page.backToDraft}</a>} title={text.title(course.title)} />
      <QuestionList locale={locale} at={at} language={language} questions={questions} />
      <PoolList locale={locale} at={at} pools={pools} newId={newPoolId} typed={pool} />
      <section>
        <h2>{text.rules}</h2>
        <Form action={href('saveDraftTest', at)}>
          <TextField {...field('passPercent')} label={text.pass} />
          <TextField {...field('maxAttempts')} label={text.attempts} />
          <TextField {...field('timeLimitMinutes')} label={text.minutes} hint={text.minutesHint} required={false} />
          <TextField {...field('waitHours')} label={parts.waitHours} hint={parts.waitHint} required={false} />
          <Choices
            kind="radio"
            name="answersShown"
            legend={parts.answersShown}
            selected={typed['answersShown'] ?? 'after-last'}
            options={(['after-last', 'after-pass', 'never'] as const).map((value) => ({ value, text: parts.shown[value] }))}
          />
          <Checkbox name="shuffleQuestions" label={parts.shuffleQuestions} checked={typed['shuffleQuestions'] === 'yes'} />
          <Checkbox name="shuffleOptions" label={parts.shuffleOptions} checked={typed['shuffleOptions'] === 'yes'} />
          <Submit text={text.save} />
        </Form>
      </section>
    </>
  );
}
