import type { FieldError } from '../../../../platform/read-body.ts';
import { href } from '../../../../routes.ts';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../../ui/form.tsx';
import type { Locale } from '../../../../ui/locale.ts';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { words as authoringWords } from '../../../authoring/words.ts';
import type { Typed } from '../bring-pages.ts';
import { words } from '../words.ts';

export type TypedPage = Typed;
type CourseAt = { customer: string; course: string };
type Shared = { locale: Locale; at: CourseAt; id: string; errors: readonly FieldError[] };

const ToDraft = ({ locale, at }: Pick<Shared, 'locale' | 'at'>) => (
  <a href={href('draft', at)}>{authoringWords[locale].page.backToDraft}</a>
);

export function ImportPagesPage({ locale, at, id, errors }: Shared) {
  const text = words[locale];
  const error = errors[0]?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<ToDraft locale={locale} at={at} />} title={text.title} lead={text.lead} />
      <Form action={href('previewPages', at)} enctype="multipart/form-data">
        <HiddenField name="id" value={id} />
        <TextField
          name="file"
          type="file"
          accept=".docx,.md,.markdown,.txt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/markdown"
          label={text.file}
          hint={text.fileHint}
          {...(error ? { error } : {})}
        />
        <p>{text.pictures}</p>
        <Submit text={text.show} />
      </Form>
    </>
  );
}

type PreviewProps = Shared & { language: Locale; pages: readonly (TypedPage & { html: string })[]; told: readonly string[] };

/** Page by page as it will be read, each with its name and whether it comes along. */
export function PreviewPagesPage({ locale, at, id, language, pages, told, errors }: PreviewProps) {
  const text = words[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<ToDraft locale={locale} at={at} />} title={text.previewTitle} lead={text.previewLead(text.pages(pages.length))} />
      {told.length > 0 && (
        <section>
          <h2>{text.notAlong}</h2>
          <ul>
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <Form action={href('saveImportedPages', at)}>
        <HiddenField name="id" value={id} />
        {pages.map((page, index) => (
          <OnePage key={index} locale={locale} language={language} page={page} index={index} errors={errors} />
        ))}
        <Submit text={text.save} />
      </Form>
      <p>
        <a href={href('importPages', at)}>{text.again}</a>
      </p>
    </>
  );
}

type OnePageProps = Pick<PreviewProps, 'locale' | 'language' | 'errors'> & { page: TypedPage & { html: string }; index: number };

function OnePage({ locale, language, page, index, errors }: OnePageProps) {
  const text = words[locale];
  const order = index + 1;
  const error = errors.find(({ name }) => name === `title-${index}`)?.text;
  return (
    <section class="page-apart" aria-labelledby={`page-${order}`}>
      <h2 id={`page-${order}`}>{text.page(order)}</h2>
      <TextField
        name="title"
        id={`field-title-${index}`}
        label={text.pageTitle(order)}
        value={page.title}
        autocomplete="off"
        {...(error ? { error } : {})}
      />
      <Checkbox name="take" id={`field-take-${index}`} value={String(index)} label={text.take(order)} checked={page.take} />
      <HiddenField name="text" value={page.text} />
      {/* HTML that we render ourselves, from a document with nothing in it but what the schema knows. */}
      <div class="prose" lang={language} dangerouslySetInnerHTML={{ __html: page.html }} />
    </section>
  );
}
