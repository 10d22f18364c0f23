import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, Submit, TextField } from '../../../ui/form.tsx';
import { formatBytes, formatPercent } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import type { CourseToRun } from '../../authoring/course.queries.ts';
import { words as authoringWords } from '../../authoring/words.ts';
import { mediaFile as fileOf } from '../media-of.ts';
import { mediaKinds, mediaOrders, type MediaRow, type MediaWanted } from '../media.queries.ts';
import { words } from '../words.ts';

export type MediaAt = { customer: string; course: string };
type MediaPageProps = {
  locale: Locale;
  at: MediaAt;
  course: CourseToRun;
  files: readonly MediaRow[];
  next: string | undefined;
  wanted: MediaWanted;
  largestFilm: number;
  errors: readonly FieldError[];
};

/** All files of a course, and where each is used. */
export function MediaPage(props: MediaPageProps) {
  const { locale, at, course, largestFilm, errors } = props;
  const text = words[locale];
  const error = errors[0]?.text;
  const said = { 'data-uploading': text.uploading, 'data-paused': text.paused, 'data-failed': text.failed };
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading
        over={<a href={href('draft', at)}>{authoringWords[locale].page.backToDraft}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      />
      <Form
        action={href('addMedia', at)}
        enctype="multipart/form-data"
        data-upload={href('startUpload', at)}
        data-largest={String(largestFilm)}
        {...said}
      >
        <TextField
          name="file"
          type="file"
          label={text.file}
          hint={text.fileHint(formatBytes(largestFilm, locale))}
          {...(error ? { error } : {})}
        />
        <Submit text={text.add} />
        <div role="status" data-upload-state />
      </Form>
      <Files {...props} />
    </>
  );
}

function Files({ locale, at, files, next, wanted: { name = '', kind, order, after } }: MediaPageProps) {
  const text = words[locale];
  const isAll = name === '' && !kind;
  return (
    <SearchedList
      here={href('media', at)}
      method="get"
      field="sok"
      searched={name}
      searchable={!isAll || after !== undefined || files.length > 1}
      filters={[
        {
          name: 'slag',
          label: text.kindLabel,
          options: [{ value: '', text: text.anyKind }, ...mediaKinds.map((value) => ({ value, text: text.kind[value] }))],
          selected: kind ?? '',
        },
      ]}
      order={{ options: mediaOrders.map((value) => ({ value, text: text.orders[value] })), selected: order }}
      {...{ next, text }}
      isFirst={!after}
      empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneTitle, text: text.none }}
    >
      {files.length > 0 && (
        <ul class="media" data-media={files.some(({ state }) => state === 'waiting') ? 'waiting' : 'ready'}>
          {files.map((file) => (
            <MediaItem key={file.id} locale={locale} at={at} file={file} />
          ))}
        </ul>
      )}
    </SearchedList>
  );
}

function MediaItem({ locale, at, file }: { locale: Locale; at: MediaAt; file: MediaRow }) {
  const text = words[locale];
  return (
    <li>
      <Thumbnail customer={at.customer} file={file} />
      <div>
        <a href={href('mediaFile', { ...at, file: file.id })}>{file.name}</a>
        <p class="facts">
          {text.kind[file.kind]}, {formatBytes(file.bytes, locale)}
        </p>
        <State locale={locale} file={file} />
        <p class="facts">{usedOn(file, locale)}</p>
      </div>
    </li>
  );
}

/** A picture of a picture or film; its words stand beside it. */
function Thumbnail({ customer, file }: { customer: string; file: MediaRow }) {
  const { href: whole, widths, poster } = fileOf(customer, file);
  const shown = file.kind === 'image' ? (widths[0]?.href ?? whole) : poster;
  return shown ? <img src={shown} alt="" loading="lazy" width={160} height={90} /> : <span class="no-picture" aria-hidden="true" />;
}

export function State({ locale, file }: { locale: Locale; file: MediaRow }) {
  const text = words[locale];
  if (file.state === 'ready') return null;
  return (
    <p class={file.state === 'failed' ? 'error' : undefined}>
      {text.state[file.state]}
      {file.state === 'waiting' && `, ${text.percent(formatPercent(file.progress / 100, locale))}`}
    </p>
  );
}

export function usedOn(file: MediaRow, locale: Locale): string {
  const text = words[locale];
  const quoted = (title: string) => (locale === 'sv' ? `”${title}”` : `“${title}”`);
  const places = [
    ...(file.intro ? [text.isIntro] : []),
    ...file.pages.map(quoted),
    ...file.questions.map((prompt) => text.question(quoted(prompt))),
  ];
  return places.length > 0 ? text.usedOn(places.join(', ')) : text.unused;
}
