import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDateTime, formatMinutes } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { words as mediaWords } from '../../media/words.ts';
import { toMarkdown } from '../../to-markdown.ts';
import type { EditorOpening } from '../editor-data.ts';
import type { DraftPage, DraftQuestion } from '../draft.queries.ts';
import { words } from '../words.ts';
import type { CourseAt } from './outline-page.tsx';
import { QuestionList } from './question-list.tsx';

export type TypedText = { title: string; text: string; minutes: string; revision: number };

type EditPageProps = {
  locale: Locale;
  at: CourseAt & { page: string };
  language: Locale;
  kept: DraftPage;
  questions: readonly DraftQuestion[];
  typed: TypedText;
  html: string;
  /** The block editor, unless the page is written in Markdown. */
  editor: EditorOpening | undefined;
  errors: readonly FieldError[];
  conflict?: boolean;
};

/** A page being written, and what it looks like beside it. With scripts it saves itself. */
export function EditPage(props: EditPageProps) {
  const { locale, at, language, kept, questions, typed, html, errors, conflict } = props;
  const text = words[locale].page;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={`${href('draft', at)}#sida-${at.page}`}>{text.backToDraft}</a>} title={text.title} />
      {conflict && (
        <Notice kind="warning" title={text.conflictTitle}>
          {text.conflict(formatDateTime(kept.savedAt, locale))}
        </Notice>
      )}
      <div class="writing">
        <Fields {...props} />
        <section aria-labelledby="preview-title">
          <h2 id="preview-title">{text.preview}</h2>
          <p class="facts" data-reading-time>
            {text.readingTime(formatMinutes(kept.minutes, locale))}
          </p>
          <article class="prose preview" lang={language} data-preview dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      </div>
      {conflict && (
        <section>
          <h2>{text.theirs}</h2>
          <pre class="their-text" lang={language} tabindex={0}>
            {kept.title}
            {'\n\n'}
            {toMarkdown(kept.document, language)}
          </pre>
          <p>
            <a href={href('draftPage', at)}>{text.keepTheirs}</a>
          </p>
        </section>
      )}
      {!conflict && typed && <QuestionList locale={locale} at={at} language={language} questions={questions} page={kept} />}
    </>
  );
}

function Fields({ locale, at, typed, kept, errors, editor }: EditPageProps) {
  const text = words[locale].page;
  const field = (name: 'title' | 'text' | 'minutes') => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name], ...(error === undefined ? {} : { error }) };
  };
  const said = {
    'data-saving': text.saving,
    'data-unsaved': text.unsaved,
    'data-waiting': text.waiting,
    'data-signed-out': text.signedOut,
    'data-not-saved': text.notSaved,
    'data-gone': text.gone,
    'data-conflict': text.conflictNow,
    ...(editor ? { 'data-editor': editor.href, 'data-editor-data': editor.data } : {}),
  };
  const here = href('draftPage', at);
  const action = `${href('saveDraftPage', at)}${editor ? '' : '?skriv=markdown'}`;
  return (
    <Form action={action} data-writing={href('showDraftText', at)} {...said}>
      <HiddenField name="revision" value={String(typed.revision)} />
      <TextField {...field('title')} label={text.name} autocomplete="off" />
      <TextArea {...field('text')} label={text.text} hint={text.textHint} rows={18} />
      <Disclosure summary={text.help}>
        <DefinitionList items={text.helpItems} />
      </Disclosure>
      <TextField
        {...field('minutes')}
        label={text.minutes}
        hint={text.minutesHint}
        inputmode="numeric"
        size={5}
        autocomplete="off"
        required={false}
      />
      <div class="actions">
        <Submit text={text.save} name="intent" value="save" />
        <Submit text={text.show} kind="quiet" name="intent" value="show" />
        <a href={href('pageHistory', at)}>{text.history}</a>
        <a href={href('media', at)}>{mediaWords[locale].link}</a>
        {editor ? <a href={`${here}?skriv=markdown`}>{text.inMarkdown}</a> : <a href={here}>{text.inEditor}</a>}
      </div>
      <p class="facts" role="status" data-saved>
        {text.saved(formatDateTime(kept.savedAt, locale))}
      </p>
    </Form>
  );
}
