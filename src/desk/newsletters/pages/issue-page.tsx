import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Choices, ErrorSummary, Form, Submit, TextField } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { Issue } from '../issue.queries.ts';
import { issueWords } from '../issue-words.ts';
import { letterBody } from '../letter.ts';
import type { Topic } from '../subscriber.ts';
import { stateOf } from './issues-page.tsx';
import { LetterFields } from './letter-fields.tsx';

type IssuePageProps = {
  locale: Locale;
  issue: Issue;
  typed: Record<string, string>;
  errors: FieldError[];
  sending: Record<string, string>;
  now: Date;
  topics: readonly Topic[];
  receivers: number;
  deliveries: { posted: number; sent: number; dead: number };
};

export function IssuePage(props: IssuePageProps) {
  const { locale, issue, errors, now } = props;
  const text = issueWords[locale];
  const state = stateOf(issue, now);
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('newsletterIssues')}>{text.title}</a>} title={text.editTitle} lead={text.states[state]} />
      {state === 'draft' ? <Draft {...props} /> : <Progress {...props} />}
      <Preview issue={issue} language="sv" locale={locale} />
      <Preview issue={issue} language="en" locale={locale} />
    </>
  );
}

function Draft({ locale, issue, topics, typed, errors, sending, receivers }: IssuePageProps) {
  const text = issueWords[locale];
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.text;
  const [whenError, atError] = [errorOf('when'), errorOf('at')];
  return (
    <>
      <Form action={href('saveIssue', { issue: issue.id })}>
        <LetterFields locale={locale} topics={topics} typed={typed} errors={errors} />
        <Submit text={text.save} />
      </Form>
      <section>
        <h2>{text.sendTitle}</h2>
        <p class="hint">{text.testHint}</p>
        <form method="post" action={href('testIssue', { issue: issue.id })}>
          <button class="quiet">{text.test}</button>
        </form>
        <p>{text.receivers(formatNumber(receivers, locale))}</p>
        <Form action={href('sendIssue', { issue: issue.id })}>
          <Choices
            kind="radio"
            name="when"
            legend={text.when}
            selected={sending['when'] ?? ''}
            options={[
              { value: 'now', text: text.now },
              { value: 'later', text: text.later },
            ]}
            {...(whenError ? { error: whenError } : {})}
          />
          <TextField
            name="at"
            type="datetime-local"
            label={text.at}
            required={false}
            value={sending['at'] ?? ''}
            {...(atError ? { error: atError } : {})}
          />
          <p class="hint">{text.sendFinal}</p>
          <Submit text={text.send} />
        </Form>
      </section>
    </>
  );
}

function Progress({ locale, issue, now, receivers, deliveries }: IssuePageProps) {
  const text = issueWords[locale];
  const number = (value: number) => formatNumber(value, locale);
  if (stateOf(issue, now) === 'planned' && issue.send_at)
    return (
      <>
        <Notice kind="info">{text.planned(formatDateTime(issue.send_at, locale))}</Notice>
        <p>{text.receivers(number(receivers))}</p>
        <form method="post" action={href('sendIssue', { issue: issue.id })}>
          <button class="quiet" name="when" value="cancel">
            {text.cancel}
          </button>
        </form>
      </>
    );
  const { posted, sent, dead } = deliveries;
  return (
    <>
      <p>{text.progress(number(posted), number(sent), number(dead))}</p>
      {sent + dead < posted && <p class="hint">{text.reload}</p>}
    </>
  );
}

function Preview({ issue, language, locale }: { issue: Issue; language: Locale; locale: Locale }) {
  const [subject, body] = language === 'sv' ? [issue.subject_sv, issue.body_sv] : [issue.subject_en, issue.body_en];
  return (
    <section>
      <h2>{issueWords[locale].preview[language]}</h2>
      <p lang={language}>
        <strong>{subject}</strong>
      </p>
      <div class="prose" lang={language} dangerouslySetInnerHTML={{ __html: letterBody(body, language) }} />
    </section>
  );
}
