import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Select, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { DraftPage } from '../../authoring/draft.queries.ts';
import { words as authoringWords } from '../../authoring/words.ts';
import { isForTest, type Brought, type Import } from '../imported.ts';
import { words } from '../words.ts';

type CourseAt = { customer: string; course: string };
type Shared = { locale: Locale; at: CourseAt };

const ToDraft = ({ locale, at }: Shared) => <a href={href('draft', at)}>{authoringWords[locale].page.backToDraft}</a>;

type ImportQuestionsPageProps = Shared & { pages: readonly DraftPage[]; chosen: string; errors: readonly FieldError[] };

export function ImportQuestionsPage({ locale, at, pages, chosen, errors }: ImportQuestionsPageProps) {
  const text = words[locale];
  const error = errors[0]?.text;
  const places = [{ value: '', text: text.test }, ...pages.map(({ id, title }) => ({ value: id, text: text.page(title) }))];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<ToDraft locale={locale} at={at} />} title={text.title} lead={text.lead} />
      <Form action={href('previewQuestions', at)} enctype="multipart/form-data">
        <TextField
          name="file"
          type="file"
          accept=".txt,.gift,.xml,text/plain,text/xml"
          label={text.file}
          hint={text.fileHint}
          {...(error ? { error } : {})}
        />
        <Select name="page" label={text.where} options={places} selected={chosen} />
        <Submit text={text.show} />
      </Form>
    </>
  );
}

type PreviewPageProps = Shared & { home: DraftPage | undefined; read: Import; source: string; id: string };

/** Question by question: what it becomes, and what of it does not come along. */
export function PreviewPage({ locale, at, home, read, source, id }: PreviewPageProps) {
  const text = words[locale];
  const count = text.questions(read.questions.length);
  return (
    <>
      <PageHeading
        over={<ToDraft locale={locale} at={at} />}
        title={text.previewTitle}
        lead={read.questions.length > 0 ? text.previewLead(count) : text.nothing}
      />
      {read.questions.map((question) => (
        <Question key={question.line} locale={locale} question={question} toPage={home !== undefined} />
      ))}
      {read.leftOut.length > 0 && (
        <section>
          <h2>{text.leftOutTitle}</h2>
          <ul>
            {read.leftOut.map(({ line, title, reason, about }) => (
              <li key={`${line} ${title}`}>
                {text.line(String(line))}: {title && (locale === 'sv' ? `”${title}”. ` : `“${title}”. `)}
                {text.reason[reason](about ?? '')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.questions.length > 0 && (
        <Form action={href('saveImportedQuestions', at)}>
          <HiddenField name="id" value={id} />
          <HiddenField name="page" value={home?.id ?? ''} />
          <HiddenField name="source" value={source} />
          <Submit text={text.save(count)} />
        </Form>
      )}
      <p>
        <a href={href('importQuestions', at)}>{text.again}</a>
      </p>
    </>
  );
}

function Question({ locale, question, toPage }: { locale: Locale; question: Brought; toPage: boolean }) {
  const text = words[locale];
  const moved = toPage && isForTest(question.kind);
  return (
    <section>
      <h2>{question.prompt.slice(0, 200)}</h2>
      <p>
        {text.line(String(question.line))} · {text.kind[question.kind]}
      </p>
      <ul>
        {moved && <li>{text.goesToTest}</li>}
        {question.losses.map(({ kind, about }) => (
          <li key={`${kind} ${about ?? ''}`}>{text.loss[kind](about ?? '')}</li>
        ))}
        {question.losses.length === 0 && !moved && <li>{text.whole}</li>}
      </ul>
    </section>
  );
}
