import { Feedback, QuestionFields, assessmentWords, mark, savedText, valuesOf } from '../../assessment/index.ts';
import { sha256 } from '../../platform/secrets.ts';
import { href } from '../../routes.ts';
import { Form, HiddenField, Submit } from '../../ui/form.tsx';
import { Language } from '../../ui/language.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Markup } from '../../ui/markup.ts';
import { recent } from '../../ui/recent.ts';
import { cutStencil, drawMarkup, fillStencil, type Stencil } from '../../ui/stencil.ts';
import type { PageQuestion } from '../course-page.queries.ts';
import { words } from '../words.ts';
import type { CourseAddress } from './course-page.ts';

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

/**
 * A question with its own form: answered as often as one likes, with the reason each time. Drawn once for each state that it
 * can be in, since many people meet the same one; a try that could not be read is drawn for itself.
 */
export function exerciseMarkup(props: ExerciseProps): Markup {
  const { at, question, locale, clientId, tried } = props;
  const { latest } = question;
  const action = href('answerQuestion', { ...at, question: question.id });
  const values = tried?.values ?? valuesOf(latest?.reply, locale);
  const saved = latest ? savedText(new Date(latest.at), locale) : '';
  const draw = (own: Partial<DrawnProps>) => (
    <Language.Provider value={locale}>
      <Drawn {...props} action={action} values={values} saved={saved} {...own} />
    </Language.Provider>
  );
  if (tried) return drawMarkup(draw({}));
  const stencil = stencils(shapeOf(props), () =>
    cutStencil(gaps, ({ typed, ...gap }) => draw({ ...gap, values: isTyped(question) ? [typed] : values })),
  );
  return fillStencil(stencil, { action, clientId, saved, typed: values[0] ?? '' });
}

type Gap = 'action' | 'clientId' | 'saved' | 'typed';
const gaps: readonly Gap[] = ['action', 'clientId', 'saved', 'typed'];
const exercisesKept = 3000;
const stencils = recent<Stencil<Gap>>(exercisesKept);

/** Answered in the person's own words or numbers: those are filled in and never remembered. */
const isTyped = ({ kind, latest }: PageQuestion): boolean => latest !== null && (kind === 'number' || kind === 'short');

/** All that an exercise is drawn from, except what is filled in. By content and not by id: an id does not tell of a change. */
function shapeOf({ locale, language, order, question }: ExerciseProps): string {
  const { latest } = question;
  const reply = latest && (isTyped(question) ? mark(question, latest.reply).correct : latest.reply);
  return [locale, language, order, questionShape(question), JSON.stringify(reply)].join(' ');
}

const questionShapes = new WeakMap<object, string>();

/** The body of a published question is one object for all who meet it, so that it is written out once. */
function questionShape({ kind, prompt, points, body }: PageQuestion): string {
  const known = questionShapes.get(body) ?? sha256(JSON.stringify([kind, prompt, points, body])).toString('base64');
  questionShapes.set(body, known);
  return known;
}

type DrawnProps = ExerciseProps & { action: string; values: readonly string[]; saved: string };

function Drawn({ action, clientId, values, saved, locale, language, question, order, tried }: DrawnProps) {
  const text = words[locale].page;
  const { latest } = question;
  return (
    <section class="question" id={exerciseAnchor(order)}>
      <Form action={action} data-answer="">
        <HiddenField name="client_id" value={clientId} />
        <QuestionFields
          question={question}
          language={language}
          locale={locale}
          name={answerField}
          id={`field-${answerField}-${order}`}
          values={values}
          error={tried && assessmentWords[locale].problem[tried.problem]}
        />
        <Submit kind="quiet" text={latest ? text.answerAgain : text.answer} />
      </Form>
      <div class="answer-note" role="status">
        {latest && !tried && <Feedback mark={mark(question, latest.reply)} language={language} locale={locale} saved={saved} />}
      </div>
    </section>
  );
}
