import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Checkbox, Choices, ErrorSummary, Form, Submit, TextArea } from '../../../ui/form.tsx';
import { formatBytes } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { HandedFile } from '../../handed-file.queries.ts';
import type { QuestionOf } from '../../question.ts';
import type { Marking, Review } from '../marking.queries.ts';
import type { AnswerToMark, MarkedCourse, Neighbours } from '../queue.queries.ts';
import { markingWords } from '../words.ts';

type MarkPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: MarkedCourse;
  answer: AnswerToMark & QuestionOf<'free' | 'file'>;
  latest: Marking | undefined;
  isSecond: boolean;
  review: Review | undefined;
  file: HandedFile | undefined;
  comments: { id: string; body: string }[];
  neighbours: Neighbours;
  typed: Record<string, string> | undefined;
  errors: readonly FieldError[];
};

/** One answer and its rubric. Nothing on the page tells whose it is. */
export function MarkPage(props: MarkPageProps) {
  const { locale, at, course, answer, review, isSecond, errors } = props;
  const text = markingWords[locale].mark;
  const isOpen = !answer.isReleased || (review !== undefined && review.answer === null);
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('marking', at)}>{markingWords[locale].queue.title(course.title)}</a>} title={text.title} />
      {isSecond && <Notice kind="info">{text.isSecond}</Notice>}
      <section aria-labelledby="prompt">
        <h2 id="prompt" lang={course.language}>
          {answer.prompt}
        </h2>
        {answer.body.why && (
          <details class="disclosure">
            <summary>{text.guidance}</summary>
            <p lang={course.language}>{answer.body.why}</p>
          </details>
        )}
      </section>
      <section aria-labelledby="answer">
        <h2 id="answer">{text.answer}</h2>
        <Answered {...props} />
      </section>
      {review && (
        <section>
          <h2>{text.review}</h2>
          <p class="said">{review.body}</p>
          {review.answer !== null && <p class="said">{review.answer}</p>}
        </section>
      )}
      {isOpen && <Judging {...props} />}
      <Turning {...props} />
    </>
  );
}

function Answered({ locale, at, answer, file }: MarkPageProps) {
  const text = markingWords[locale].mark;
  const { reply } = answer;
  if (answer.kind === 'free') return <p class="said">{'text' in reply ? reply.text : text.gone}</p>;
  if (!file) return <p>{text.gone}</p>;
  return (
    <p>
      <a href={href('markedFile', { ...at, attempt: answer.attemptId, question: answer.id })}>
        {text.file(file.type.toUpperCase(), formatBytes(file.bytes, locale))}
      </a>
    </p>
  );
}

function Judging({ locale, at, course, answer, latest, review, comments, typed, errors }: MarkPageProps) {
  const text = markingWords[locale].mark;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.text;
  const levelsError = errorOf('levels');
  return (
    <Form action={href('saveMarking', { ...at, attempt: answer.attemptId, question: answer.id })}>
      {answer.body.criteria.map(({ id, title, levels }, index) => (
        <Choices
          key={id}
          kind="radio"
          name={`level-${id}`}
          legend={<span lang={course.language}>{title || text.level}</span>}
          options={levels.map((level) => ({
            value: level.id,
            text: (
              <>
                <span lang={course.language}>{level.title}</span> <span class="facts">{text.points(level.points)}</span>
              </>
            ),
          }))}
          selected={typed?.[`level-${id}`] ?? latest?.levels[id] ?? ''}
          {...(index === 0 ? { id: 'field-levels' } : {})}
          {...(index === 0 && levelsError ? { error: levelsError } : {})}
        />
      ))}
      <TextArea
        name="comment"
        label={text.comment}
        hint={text.commentHint}
        rows={4}
        required={false}
        value={typed?.['comment'] ?? latest?.comment ?? ''}
        {...(errorOf('comment') ? { error: errorOf('comment')! } : {})}
      />
      {comments.length > 0 && (
        <details class="disclosure">
          <summary>{text.reuse}</summary>
          <Choices
            kind="checkbox"
            name="reuse"
            legend={text.reuseLegend}
            options={comments.map(({ body }) => ({ value: body, text: body }))}
          />
        </details>
      )}
      <Checkbox name="keep" label={text.keep} />
      {review ? (
        <TextArea
          name="answer"
          label={text.reply}
          hint={text.replyHint}
          rows={4}
          value={typed?.['answer'] ?? ''}
          {...(errorOf('answer') ? { error: errorOf('answer')! } : {})}
        />
      ) : (
        <Checkbox name="second-look" label={text.secondLook} checked={latest?.secondLook ?? false} />
      )}
      <Submit text={review ? text.saveReview : text.save} />
    </Form>
  );
}

function Turning({ locale, at, answer, neighbours: { previous, next } }: MarkPageProps) {
  const text = markingWords[locale].mark;
  const to = (attempt: string) => href('markAnswer', { ...at, attempt, question: answer.id });
  if (!previous && !next) return null;
  return (
    <nav class="turning" aria-label={text.turning}>
      <div class="actions">
        {previous && (
          <ButtonLink kind="quiet" href={to(previous)}>
            {text.previous}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink kind="quiet" href={to(next)}>
            {text.next}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
