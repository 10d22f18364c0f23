import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatBytes, formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { secondsLeft, type Attempt } from '../attempt.ts';
import type { FinalTest, SavedReply } from '../assessment.queries.ts';
import { looksLikePersonalNumber } from '../../platform/personal-number.ts';
import type { HandedFile } from '../handed-file.queries.ts';
import { QuestionFields } from '../question-fields.tsx';
import type { Question, Reply } from '../question.ts';
import { valuesOf, type Problem } from '../read-reply.ts';
import { savedText } from '../save-note.ts';
import { fieldOf } from '../submit-attempt.ts';
import { words } from '../words.ts';
import { anchorOf } from './anchor.ts';
import { Unanswered } from './unanswered.tsx';

export type AttemptPageProps = {
  locale: Locale;
  at: { customer: string; course: string; number: number };
  now: Date;
  test: FinalTest;
  attempt: Attempt;
  questions: Question[];
  replies: SavedReply[];
  files: HandedFile[];
  /** Names this attempt's waiting answers in the browser, and tells nothing else. */
  queue: string;
  /** Whether the person wanted to hand in although questions are unanswered. */
  confirming: boolean;
  problems: { questionId: string; problem: Problem; typed: string[] }[];
};

/** The whole test on one page. Each answer is saved as it is given; without script, by the buttons. */
export function AttemptPage(props: AttemptPageProps) {
  const { locale, at, test, attempt, questions, replies, problems } = props;
  const text = words[locale].attempt;
  const replyTo = new Map(replies.map((reply) => [reply.questionId, reply]));
  const open = questions.flatMap(({ id }, index) => (replyTo.has(id) ? [] : [index]));
  return (
    <>
      <PageHeading over={<span lang={test.courseLanguage}>{test.courseTitle}</span>} title={text.title(attempt.number)} />
      <ErrorSummary
        locale={locale}
        errors={problems.map(({ questionId, problem }) => ({ name: fieldOf(questionId), text: words[locale].problem[problem] }))}
      />
      <TimeLeft locale={locale} now={props.now} deadlineAt={attempt.deadlineAt} />
      <Form
        action={href('submitAttempt', at)}
        id="attempt"
        autocomplete="off"
        {...(questions.some(({ kind }) => kind === 'file') ? { enctype: 'multipart/form-data' as const } : {})}
        data-attempt={href('saveAttemptAnswer', at)}
        data-queue={props.queue}
        data-signed-out={words[locale].signedOut}
        data-waiting={words[locale].waiting}
        data-not-saved={words[locale].notSaved}
        data-offline={text.offline}
        data-sending={words[locale].file.sending}
        data-failed={words[locale].file.failed}
      >
        {questions.map((question, index) => {
          const reply = replyTo.get(question.id);
          const problem = problems.find(({ questionId }) => questionId === question.id);
          return (
            <section
              key={question.id}
              id={anchorOf(index)}
              class="question"
              data-question={question.id}
              data-known={reply?.savedAt.toISOString()}
              {...(question.kind === 'file' ? { 'data-file': href('saveAttemptFile', { ...at, question: question.id }) } : {})}
            >
              {question.kind === 'multiple' && <HiddenField name={fieldOf(question.id)} value="" />}
              <QuestionFields
                question={question}
                language={test.courseLanguage}
                locale={locale}
                name={fieldOf(question.id)}
                id={`field-${fieldOf(question.id)}`}
                values={problem?.typed ?? valuesOf(reply?.reply, locale)}
                number={index + 1}
                customer={at.customer}
                seed={attempt.seed}
                error={problem && words[locale].problem[problem.problem]}
              />
              <Handed locale={locale} at={at} file={props.files.find(({ questionId }) => questionId === question.id)} />
              <p class="hint saved" role="status">
                {reply ? savedText(reply.savedAt, locale) : props.confirming ? text.unanswered : ''}
              </p>
              <p class="warned" role="status">
                {holdsNumber(reply?.reply) ? words[locale].personalNumber : ''}
              </p>
            </section>
          );
        })}
        <div id="lamna-in" class="test-end">
          <p data-answered role="status">
            {text.answered(questions.length - open.length, questions.length)}
          </p>
          {props.confirming && open.length > 0 ? (
            <Unanswered locale={locale} open={open} />
          ) : (
            <div class="actions">
              <Submit kind="quiet" name="intent" value="save" text={text.save} />
              <Submit text={text.submit} />
            </div>
          )}
        </div>
      </Form>
    </>
  );
}

const holdsNumber = (reply: Reply | undefined): boolean => reply !== undefined && 'text' in reply && looksLikePersonalNumber(reply.text);

type HandedProps = Pick<AttemptPageProps, 'locale' | 'at'> & { file: HandedFile | undefined };

function Handed({ locale, at, file }: HandedProps) {
  if (!file) return null;
  const text = words[locale].file;
  return (
    <p>
      {text.saved(file.type.toUpperCase(), formatBytes(file.bytes, locale))}{' '}
      <a href={href('handedFile', { ...at, question: file.questionId })}>{text.see}</a> {text.change}
    </p>
  );
}

function TimeLeft({ locale, now, deadlineAt }: { locale: Locale; now: Date; deadlineAt: Date | null }) {
  const text = words[locale].attempt;
  if (!deadlineAt) return <p class="time-left">{text.noDeadline}</p>;
  const seconds = secondsLeft(deadlineAt, now);
  return (
    <p class="time-left">
      {text.deadline(formatDateTime(deadlineAt, locale))}{' '}
      <strong
        role="timer"
        data-seconds-left={String(seconds)}
        data-many={text.minutesMany('{n}')}
        data-one={text.minutesLeft(1)}
        data-none={text.minutesLeft(0)}
        data-out={text.timeIsOut}
      >
        {text.minutesLeft(Math.floor(seconds / 60))}
      </strong>
    </p>
  );
}
