import type { CompiledQuery } from 'kysely';
import type { PageOrder } from '../courses/index.ts';
import type { Reply } from '../assessment/index.ts';
import { Call, asQuery, type Tx } from '../platform/database.ts';
import type { OutlinePage } from './progress.ts';
import { heldPage, holdPage, versionsHeld, type PublishedPage } from './published-page.ts';

export type PageQuestion = PublishedPage['questions'][number] & { latest: { reply: Reply; at: string } | null };

/** Everything a course page shows. */
export type CoursePageRow = {
  enrolmentId: string;
  versionId: string;
  onThisPage: boolean | null;
  completed: boolean;
  course: { title: string; language: 'sv' | 'en' };
  page: PublishedPage['page'];
  outline: OutlinePage[];
  questions: PageQuestion[];
  /** What the student has written in the boxes of the page, by box; null when there is nothing. */
  reflections: Record<string, string> | null;
  /** The student's own note on the page. */
  note: string | null;
  /** Where on the page the student left; null when it was not begun. */
  place: { permille: number | null; player: number | null; second: number | null } | null;
  /** The pages the student has marked, by position; null when there are none. */
  bookmarks: number[] | null;
  test: { open: boolean } | null;
  pageOrder: PageOrder;
  /** The page that must be done before later ones open; null when nothing waits. */
  openUntil: number | null;
  /** Questions of this page that must be answered right before the next one opens. */
  unanswered: number;
  unread: number;
};

/** As app.course_page gives it: what is the person's own, and what is published unless it is held here already. */
type OwnRow = Pick<
  CoursePageRow,
  | 'enrolmentId'
  | 'versionId'
  | 'onThisPage'
  | 'completed'
  | 'course'
  | 'unread'
  | 'reflections'
  | 'note'
  | 'place'
  | 'bookmarks'
  | 'pageOrder'
  | 'openUntil'
  | 'unanswered'
> & {
  done: number[];
  latest: Record<string, PageQuestion['latest']> | null;
  testOpen: boolean;
  published: PublishedPage | null;
};
type Row = { page: OwnRow | null };
type At = { customer: string; course: string; position: number };

const addressOf = ({ customer, course, position }: At): string => `${customer}/${course}/${position}`;

/** Travels with the entry: the person and the customer are those in scope. */
export const coursePageCall = (at: At, known = versionsHeld(addressOf(at))): Call =>
  new Call('app.course_page', [at.course, at.position, `{${known.join(',')}}`]);

/** The same as a query by itself, for work that is in a transaction already. */
export const coursePageQuery = (at: At, known: string[] = []): CompiledQuery<Row> => asQuery<Row>(coursePageCall(at, known));

/** The row of `coursePageCall`, whole; undefined where the page must be read with its contents after all. */
export function wholePage(at: At, own: OwnRow): CoursePageRow | undefined {
  if (own.published) holdPage(addressOf(at), own.versionId, own.published);
  const published = own.published ?? heldPage(own.versionId, at.position);
  return published && joined(own, published);
}

function joined(own: OwnRow, { page, outline, questions, hasTest }: PublishedPage): CoursePageRow {
  return {
    enrolmentId: own.enrolmentId,
    versionId: own.versionId,
    onThisPage: own.onThisPage,
    completed: own.completed,
    course: own.course,
    page,
    outline: outline.map(({ position, title, minutes, section }) => ({
      position,
      title,
      minutes,
      section,
      done: own.done.includes(position),
      locked: isLocked(own, position),
    })),
    questions: questions.map((question) => ({ ...question, latest: own.latest?.[question.id] ?? null })),
    test: hasTest ? { open: own.testOpen } : null,
    reflections: own.reflections,
    note: own.note,
    place: own.place,
    bookmarks: own.bookmarks,
    unread: own.unread,
    pageOrder: own.pageOrder,
    openUntil: own.openUntil,
    unanswered: own.unanswered,
  };
}

/** As app.page_is_locked says it: what is done stays open. */
const isLocked = ({ openUntil, done }: OwnRow, position: number): boolean =>
  openUntil !== null && position > openUntil && !done.includes(position);

export async function readCoursePage(tx: Tx, at: At): Promise<CoursePageRow | undefined> {
  const { rows } = await tx.executeQuery(coursePageQuery(at));
  const own = rows[0]?.page;
  return own ? wholePage(at, own) : undefined;
}
