import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, Select, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatBytes } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { CourseToRun } from '../../authoring/course.queries.ts';
import type { Block } from '../../document.ts';
import { renderDocument } from '../../render-document.ts';
import { toMarkdown } from '../../to-markdown.ts';
import { mediaFile as fileOf } from '../media-of.ts';
import type { MediaRow } from '../media.queries.ts';
import { words } from '../words.ts';
import { State, usedOn, type MediaAt } from './media-page.tsx';

type MediaFilePageProps = {
  locale: Locale;
  at: MediaAt;
  course: CourseToRun;
  file: MediaRow;
  /** What it is called as intro film, or might be. */
  introTitle: string;
  texts: readonly { language: string; transcript: string }[];
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function MediaFilePage(props: MediaFilePageProps) {
  const { locale, at, course, file, errors } = props;
  const text = words[locale];
  const language = course.language === 'en' ? 'en' : 'sv';
  const document = { type: 'doc' as const, version: 2 as const, content: [blockFor(file, text.altHere)] };
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('media', at)}>{text.link}</a>} title={file.name} />
      <p class="facts">
        {text.kind[file.kind]}, {formatBytes(file.bytes, locale)}. {usedOn(file, locale)}
      </p>
      <State locale={locale} file={file} />
      {file.kind === 'film' && file.state === 'ready' && <HowPlayed locale={locale} file={file} />}
      {file.state === 'ready' && (
        <div
          class="prose"
          lang={language}
          dangerouslySetInnerHTML={{ __html: renderDocument(document, language, new Map([[file.id, fileOf(at.customer, file)]])) }}
        />
      )}
      <section>
        <h2>{text.howTo}</h2>
        <p>{text.howToText}</p>
        <pre class="their-text" tabindex={0}>
          {toMarkdown(document, language)}
        </pre>
      </section>
      {(file.kind === 'film' || file.kind === 'sound') && <Captions {...props} />}
      {file.kind === 'film' && file.state === 'ready' && <Intro {...props} />}
      <section>
        <h2>{text.remove}</h2>
        <Form action={href('changeMediaFile', { ...at, file: file.id })} id="field-remove">
          <p>{text.removeText}</p>
          <Submit kind="danger" name="intent" value="remove" text={text.remove} />
        </Form>
      </section>
    </>
  );
}

/** A film that was never prepared tells no length. */
function HowPlayed({ locale, file }: Pick<MediaFilePageProps, 'locale' | 'file'>) {
  const text = words[locale];
  if (file.seconds === null) return <p class="hint">{text.asItIs}</p>;
  return file.parts.some(({ kind }) => kind === 'stream') ? <p class="facts">{text.inWidths}</p> : null;
}

function blockFor(file: MediaRow, altHere: string): Block {
  if (file.kind === 'image') return { type: 'image', attrs: { file: file.id, alt: altHere } };
  return { type: file.kind === 'document' ? 'fileLink' : file.kind, attrs: { file: file.id, title: file.name.replace(/\.\w+$/, '') } };
}

function Captions({ locale, at, course, file, errors }: MediaFilePageProps) {
  const text = words[locale];
  const error = errors.find(({ name }) => name === 'captions')?.text;
  const languages = file.parts.flatMap(({ kind, language }) => (kind === 'captions' && language ? [text.captionsIn[language]] : []));
  return (
    <section>
      <h2>{text.captions}</h2>
      <p>{text.captionsText}</p>
      <p>{languages.length > 0 ? languages.join(', ') : text.noCaptions}</p>
      <Form action={href('changeMediaFile', { ...at, file: file.id })} enctype="multipart/form-data">
        <Select
          name="language"
          label={text.language}
          selected={course.language}
          options={(['sv', 'en'] as const).map((language) => ({ value: language, text: text.captionsIn[language] }))}
        />
        <TextField name="captions" type="file" accept=".vtt,text/vtt" label={text.captionsFile} {...(error ? { error } : {})} />
        <Submit kind="quiet" text={text.addCaptions} />
      </Form>
    </section>
  );
}

function Intro({ locale, at, file, introTitle, texts, typed, errors }: MediaFilePageProps) {
  const text = words[locale];
  const error = errors.find(({ name }) => name === 'title')?.text;
  const said = (language: 'sv' | 'en') => typed[language] ?? texts.find((one) => one.language === language)?.transcript ?? '';
  const captioned = new Set(file.parts.filter(({ kind }) => kind === 'captions').map(({ language }) => language));
  return (
    <section>
      <h2>{text.intro}</h2>
      <p>{text.introText}</p>
      <Form action={href('changeMediaFile', { ...at, file: file.id })}>
        <TextField
          name="title"
          label={text.introTitle}
          value={typed['title'] ?? introTitle}
          autocomplete="off"
          {...(error ? { error } : {})}
        />
        {(['sv', 'en'] as const)
          .filter((language) => captioned.has(language))
          .map((language) => (
            <TextArea
              key={language}
              name={language}
              label={text.transcript[language]}
              hint={text.transcriptHint}
              value={said(language)}
              rows={6}
              required={false}
            />
          ))}
        <div class="actions">
          <Submit kind="quiet" name="intent" value="intro" text={text.useIntro} />
          {file.intro && <Submit kind="quiet" name="intent" value="stop" text={text.stopIntro} />}
        </div>
      </Form>
    </section>
  );
}
