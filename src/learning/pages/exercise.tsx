import { Feedback, QuestionFields, assessmentWords, gapsOf, mark, savedText, valuesOf, type Reply } from '../../assessment/index.ts';
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
  const typed = typedPlaces(question);
  const stencil = stencils(shapeOf(props, typed), () =>
    cutStencil([...gaps, ...typed.map(gapOf)], (gap) =>
      draw({
        action: gap.action,
        clientId: gap.clientId,
        saved: gap.saved,
        values: values.map((value, place) => (typed.includes(place) ? (gap[gapOf(place)] ?? '') : value)),
      }),
    ),
  );
  const own = Object.fromEntries(typed.map((place) => [gapOf(place), values[place] ?? '']));
  return fillStencil(stencil, { action, clientId, saved, ...own });
}

type Gap = 'action' | 'clientId' | 'saved' | `typed-${number}`;
const gaps = ['action', 'clientId', 'saved'] as const;
const gapOf = (place: number): `typed-${number}` => `typed-${place}`;
const exercisesKept = 3000;
const stencils = recent<Stencil<Gap>>(exercisesKept);

/** Which fields hold the person's own words or numbers: those are filled in and never remembered. */
function typedPlaces(question: PageQuestion): number[] {
  if (question.latest === null) return [];
  if (question.kind === 'number' || question.kind === 'short') return [0];
  return question.kind === 'blanks' ? gapsOf(question).flatMap((gap, place) => ('accepted' in gap ? [place] : [])) : [];
}

/** All that an exercise is drawn from, except what is filled in. By content and not by id: an id does not tell of a change. */
function shapeOf({ at, locale, language, order, question }: ExerciseProps, typed: readonly number[]): string {
  const { kind, latest } = question;
  const reply = latest && (typed.length > 0 ? withoutWords(question, latest.reply, typed) : latest.reply);
  // The image of a question lies with its customer.
  const files = kind === 'hotspot' ? at.customer : '';
  return [locale, language, order, questionShape(question), files, JSON.stringify(reply)].join(' ');
}

/** How a typed reply was marked, and what was chosen in it. */
function withoutWords(question: PageQuestion, reply: Reply, typed: readonly number[]): unknown[] {
  const { correct, parts } = mark(question, reply);
  return [correct, parts, 'gaps' in reply && reply.gaps.map((given, place) => (typed.includes(place) ? null : given))];
}

const questionShapes = new WeakMap<object, string>();

/** The body of a published question is one object for all who meet it, so that it is written out once. */
function questionShape({ kind, prompt, points, body }: PageQuestion): string {
  const known = questionShapes.get(body) ?? sha256(JSON.stringify([kind, prompt, points, body])).toString('base64');
  questionShapes.set(body, known);
  return known;
}

type DrawnProps = ExerciseProps & { action: string; values: readonly string[]; saved: string };

function Drawn({ at, action, clientId, values, saved, locale, language, question, order, tried }: DrawnProps) {
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
          customer={at.customer}
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
