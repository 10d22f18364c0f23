import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { words as pageImportWords } from '../../imports/documents/words.ts';
import { words as importWords } from '../../imports/words.ts';
import { words as mediaWords } from '../../media/words.ts';
import { words as packageWords } from '../../packages/words.ts';
import type { CourseToRun } from '../course.queries.ts';
import type { DraftPage, DraftQuestion } from '../draft.queries.ts';
import type { RemovedPiece } from '../removed.queries.ts';
import type { Section } from '../section.queries.ts';
import { templateWords } from '../../templates/words.ts';
import { words } from '../words.ts';
import { Contents, NewSection } from './outline-contents.tsx';
import { State } from './courses-to-run-page.tsx';

export type CourseAt = { customer: string; course: string };
type Shared = { locale: Locale; at: CourseAt; course: CourseToRun };

export type OutlinePageProps = Shared & {
  pages: readonly DraftPage[];
  sections: readonly Section[];
  questions: readonly DraftQuestion[];
  removed: readonly RemovedPiece[];
  justRemoved: RemovedPiece | undefined;
  newId: string;
  typed: string;
  errors: readonly FieldError[];
};

/** A published course without changes under way. */
export function PublishedPage({ locale, at, course, newId }: Shared & { newId: string }) {
  const text = words[locale].outline;
  return (
    <>
      <PageHeading over={<ToList locale={locale} at={at} />} title={text.publishedTitle(course.title)} lead={text.publishedLead} />
      <p>
        <State course={course} locale={locale} />
      </p>
      <Form action={href('beginDraft', at)}>
        <p>{text.beginHint}</p>
        <Submit text={text.begin} />
      </Form>
      <Listing locale={locale} at={at} course={course} />
      <AsTemplate locale={locale} at={at} course={course} newId={newId} />
      <p>
        <a href={href('courseDetails', at)}>{text.details}</a> · <a href={href('exportCourse', at)}>{packageWords[locale].download}</a>
      </p>
    </>
  );
}

export function OutlinePage(props: OutlinePageProps) {
  const { locale, at, course, pages, questions, errors, typed } = props;
  const text = words[locale].outline;
  const inTest = questions.filter(({ pageId }) => pageId === null).length;
  const error = errors.find(({ name }) => name === 'title')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      {props.justRemoved && <Undo locale={locale} at={at} piece={props.justRemoved} />}
      <PageHeading over={<ToList locale={locale} at={at} />} title={text.title(course.title)}>
        {!course.isTemplate && <ButtonLink href={href('checkDraft', at)}>{text.check}</ButtonLink>}
        {pages.length > 0 && (
          <ButtonLink href={href('previewPage', { ...at, position: 1 })} kind="quiet">
            {text.preview}
          </ButtonLink>
        )}
      </PageHeading>
      <p>
        <State course={course} locale={locale} /> · <a href={href('courseDetails', at)}>{text.details}</a> ·{' '}
        <a href={href('media', at)}>{mediaWords[locale].link}</a> · <a href={href('exportCourse', at)}>{packageWords[locale].download}</a>
      </p>
      <section>
        <h2>{text.pages}</h2>
        {pages.length === 0 && <p>{text.noPages}</p>}
        <Contents {...props} />
        <h3>{text.addTitle}</h3>
        <Form action={href('addPage', at)}>
          <HiddenField name="id" value={props.newId} />
          <TextField name="title" label={text.addName} value={typed} autocomplete="off" {...(error ? { error } : {})} />
          <Submit text={text.add} kind="quiet" />
        </Form>
        <p>
          <a href={href('importPages', at)}>{pageImportWords[locale].link}</a>
        </p>
        {pages.length > 0 && <NewSection {...props} />}
      </section>
      <section>
        <h2>{text.test}</h2>
        <p>
          <a href={href('draftTest', at)}>{text.test}</a> · {inTest === 0 ? text.noTest : text.questions(inTest)} ·{' '}
          <a href={href('importQuestions', at)}>{importWords[locale].link}</a>
        </p>
      </section>
      {course.published_at && <Listing locale={locale} at={at} course={course} />}
      <AsTemplate locale={locale} at={at} course={course} newId={props.newId} />
      <Box {...props} />
    </>
  );
}

const ToList = ({ locale, at }: { locale: Locale; at: CourseAt }) => (
  <a href={href('coursesToRun', { customer: at.customer })}>{words[locale].list.title}</a>
);

function Undo({ locale, at, piece }: { locale: Locale; at: CourseAt; piece: RemovedPiece }) {
  const text = words[locale].outline;
  return (
    <form class="notice done undo" method="post" action={href('bringBack', { ...at, piece: piece.id })}>
      <p role="status">{text.removed(piece.title)}</p>
      <button class="quiet">{text.undo}</button>
    </form>
  );
}

/** What was removed, for as long as it can be had back. */
function Box({ locale, at, removed }: OutlinePageProps) {
  const text = words[locale].outline;
  if (removed.length === 0) return null;
  return (
    <Disclosure summary={text.box(removed.length)}>
      <p>{text.boxText}</p>
      {removed.map((piece) => (
        <form key={piece.id} method="post" action={href('bringBack', { ...at, piece: piece.id })}>
          <button class="as-link">{text.bringBack(piece.title)}</button>
        </form>
      ))}
    </Disclosure>
  );
}

/** A copy to begin other courses from; of a template itself, the way back. */
function AsTemplate({ locale, at, course, newId }: Shared & { newId: string }) {
  const text = templateWords[locale];
  return (
    <Form action={href('saveTemplate', at)}>
      {!course.isTemplate && <HiddenField name="id" value={newId} />}
      <p>{course.isTemplate ? text.isTemplateText : text.keepText}</p>
      <Submit kind="quiet" name="intent" value={course.isTemplate ? 'drop' : 'keep'} text={course.isTemplate ? text.drop : text.keep} />
    </Form>
  );
}

function Listing({ locale, at, course }: Shared) {
  const text = words[locale].outline;
  const listed = course.listed_at !== null;
  return (
    <Form action={href('listCourse', at)}>
      <p>{listed ? text.listedNow : text.unlistedNow}</p>
      <Submit kind="quiet" name="listed" value={listed ? 'no' : 'yes'} text={listed ? text.unlist : text.list} />
    </Form>
  );
}
