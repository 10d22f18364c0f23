import { assessmentWords, Feedback, QuestionFields, valuesOf } from '../../../assessment/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatMinutes } from '../../../ui/format.ts';
import { Language } from '../../../ui/language.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { drawMarkup } from '../../../ui/stencil.ts';
import { fillPlaces } from '../../render-document.ts';
import type { CourseToRun } from '../course.queries.ts';
import type { DraftPage, DraftQuestion } from '../draft.queries.ts';
import type { Tried } from '../preview.actions.tsx';
import { publishWords } from '../publish-words.ts';
import type { CourseAt } from './outline-page.tsx';

type PreviewPageProps = {
  locale: Locale;
  at: CourseAt;
  language: Locale;
  course: CourseToRun;
  pages: readonly DraftPage[];
  shown: DraftPage;
  questions: readonly DraftQuestion[];
  tried: Tried | undefined;
};

/** A page of the draft as its students will see it, questions and feedback included. */
export function PreviewPage({ locale, at, language, course, pages, shown, questions, tried }: PreviewPageProps) {
  const text = publishWords[locale].preview;
  const exercise = (question: DraftQuestion, index: number) => (
    <Exercise
      key={question.id}
      locale={locale}
      customer={at.customer}
      action={`${href('tryPreview', { ...at, position: shown.position })}#fraga-${index + 1}`}
      language={language}
      question={question}
      order={index + 1}
      tried={tried?.questionId === question.id ? tried : undefined}
    />
  );
  const placed = new Set<number>();
  const html = fillPlaces(shown.html, (place, name) => {
    if (place === 'reflection') return drawMarkup(<p class="facts">{text.ownWords}</p>).text;
    const index = questions.findIndex(({ lineageId }, number) => lineageId === name && !placed.has(number));
    if (index < 0) return '';
    placed.add(index);
    return drawMarkup(<Language.Provider value={locale}>{exercise(questions[index]!, index)}</Language.Provider>).text;
  });
  return (
    <>
      <PreviewMark locale={locale} at={at} edit={href('draftPage', { ...at, page: shown.id })} />
      <div class="page-heading">
        <p class="over">
          <span lang={language}>{course.title}</span> · {text.over(shown.position, pages.length)} · {formatMinutes(shown.minutes, locale)}
        </p>
        <h1 lang={language}>{shown.title}</h1>
      </div>
      <article class="prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
      {questions.length > placed.size && (
        <section class="exercises" aria-labelledby="exercises">
          <h2 id="exercises">{text.exercises(questions.length - placed.size)}</h2>
          {questions.map((question, index) => !placed.has(index) && exercise(question, index))}
        </section>
      )}
      <Turning locale={locale} at={at} pages={pages} shown={shown} />
    </>
  );
}

export function PreviewMark({ locale, at, edit }: { locale: Locale; at: CourseAt; edit?: string }) {
  const text = publishWords[locale].preview;
  return (
    <Notice kind="important" title={text.marker}>
      <p>{text.text}</p>
      <p>
        <a href={href('draft', at)}>{text.back}</a>
        {edit && (
          <>
            {' · '}
            <a href={edit}>{text.edit}</a>
          </>
        )}
      </p>
    </Notice>
  );
}

type ExerciseProps = {
  customer: string;
  locale: Locale;
  action: string;
  language: Locale;
  question: DraftQuestion;
  order: number;
  tried: Tried | undefined;
};

function Exercise({ locale, customer, action, language, question, order, tried }: ExerciseProps) {
  const text = publishWords[locale].preview;
  return (
    <section class="question" id={`fraga-${order}`}>
      <Form action={action}>
        <HiddenField name="question" value={question.id} />
        <QuestionFields
          question={question}
          language={language}
          locale={locale}
          name="answer"
          id={`field-answer-${order}`}
          values={valuesOf(tried?.reply, locale)}
          customer={customer}
          error={tried?.problem && assessmentWords[locale].problem[tried.problem]}
        />
        <Submit kind="quiet" text={text.answer} />
      </Form>
      <div class="answer-note" role="status">
        {tried?.mark && <Feedback mark={tried.mark} language={language} locale={locale} saved={text.notKept} />}
      </div>
    </section>
  );
}

function Turning({ locale, at, pages, shown }: Pick<PreviewPageProps, 'locale' | 'at' | 'pages' | 'shown'>) {
  const text = publishWords[locale].preview;
  const to = (position: number) => href('previewPage', { ...at, position });
  return (
    <nav class="turning" aria-label={text.turning}>
      <div class="actions">
        {shown.position > 1 && (
          <ButtonLink kind="quiet" href={to(shown.position - 1)}>
            {text.previous}
          </ButtonLink>
        )}
        <ButtonLink href={shown.position < pages.length ? to(shown.position + 1) : href('previewTest', at)}>{text.next}</ButtonLink>
      </div>
    </nav>
  );
}
