import { renderToString } from 'preact-render-to-string';
import { customerOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { formatRelativeDay, formatShortDate, formatTime } from '../ui/format.ts';
import { Language } from '../ui/language.ts';
import type { Locale } from '../ui/locale.ts';
import { MessageItem, type Message } from '../ui/messages.tsx';
import { FileList } from '../ui/file-list.tsx';
import { changeableUntil, isChangeable } from './change-message.ts';
import type { MessageRow } from './message.queries.ts';
import { EditMessage } from './pages/edit-message.tsx';
import { RemoveMessage } from './pages/remove-message.tsx';
import type { Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { words } from './words.ts';

/** Who looks, and in which words. */
export type Looker = {
  side: Side['name'];
  accountId: string;
  locale: Locale;
  customer: string;
  course: string;
  now: Date;
  student: string;
  hrefs: Side['hrefs'];
  /** The student is gone, and nobody reads on. */
  isOver: boolean;
  /** Other words for a message that were refused, and are still to be seen. */
  refused?: RefusedEdit;
};

export type RefusedEdit = { message: string; typed: string; error: string };

export function lookerOf(visit: Visit, { name, accountId, hrefs }: Side, thread: ThreadRow, refused?: RefusedEdit): Looker {
  return {
    side: name,
    accountId,
    locale: visit.locale,
    customer: customerOf(visit).slug,
    course: thread.course_slug,
    now: visit.house.clock.now(),
    student: `${thread.student_given_name ?? ''} ${thread.student_family_name ?? ''}`.trim(),
    hrefs,
    isOver: !thread.has_student,
    ...(refused ? { refused } : {}),
  };
}

/** A message as the one side sees it. Its name on the page is its number: nothing else is needed there. */
export function viewMessage(row: MessageRow, looker: Looker): Message {
  const mine = isMine(row, looker);
  const note = row.edited_at && !row.deleted_at ? { note: words[looker.locale].edited } : {};
  return { id: String(row.sequence), from: authorOf(row, looker), mine, sentAt: row.sent_at, body: bodyOf(row, looker, mine), ...note };
}

export const isMine = (row: MessageRow, { side, accountId }: Pick<Looker, 'side' | 'accountId'>): boolean =>
  row.author_id === accountId && row.from_student === (side === 'student');

/** The student is called what the customer lets the other side see (E-02). */
function authorOf({ from_student, given_name, family_name }: MessageRow, { side, locale, student }: Looker): string {
  const name = from_student && side === 'administrator' ? student : `${given_name ?? ''} ${family_name ?? ''}`.trim();
  return name || words[locale][from_student ? 'student' : 'administrator'];
}

function bodyOf(row: MessageRow, looker: Looker, mine: boolean) {
  if (row.deleted_at) return <em>{words[looker.locale].removed}</em>;
  return (
    <>
      {row.page_title && <AboutPage row={row} looker={looker} />}
      {row.body && <div class="message-text">{row.body}</div>}
      <FileList files={row.files} hrefOf={looker.hrefs.attachment} />
      {mine && !looker.isOver && <OwnMessage row={row} looker={looker} />}
    </>
  );
}

/** The page that the student wrote from; an administrator is not enrolled and gets no link to it. */
function AboutPage({
  row: { page_title, page_position },
  looker: { side, locale, customer, course },
}: {
  row: MessageRow;
  looker: Looker;
}) {
  const text = words[locale].aboutPage;
  if (side !== 'student') return <p class="message-page">{text.numbered(page_position!, page_title!)}</p>;
  return (
    <p class="message-page">
      {text.on} <a href={href('coursePage', { customer, course, position: page_position! })}>{page_title}</a>
    </p>
  );
}

/** What one may do with one's own words; an answer stands once its first minutes are over. */
function OwnMessage({ row, looker: { side, locale, hrefs, now, refused } }: { row: MessageRow; looker: Looker }) {
  const time = formatTime(row.sent_at, locale);
  const isOpen = isChangeable(row.sent_at, now);
  const until = changeableUntil(row.sent_at).toISOString();
  const kept = refused?.message === row.id ? refused : undefined;
  return (
    <div class="message-actions">
      {isOpen && <EditMessage action={hrefs.edit(row.id)} number={row.sequence} time={time} body={row.body} until={until} refused={kept} />}
      {(isOpen || side === 'student') && (
        <RemoveMessage action={hrefs.remove(row.id)} time={time} until={side === 'student' ? undefined : until} />
      )}
    </div>
  );
}

/** What is to be known of the message before: another day begins after it, or not. */
export type Before = Pick<MessageRow, 'sent_at'>;

export const beginsDay = (row: MessageRow, before: Before | undefined): boolean =>
  !before || formatShortDate(before.sent_at) !== formatShortDate(row.sent_at);

/** Messages as they are put into a page that is already there, with a line for each new day after `previous`. */
export function messageItems(rows: readonly MessageRow[], looker: Looker, previous?: Before): string[] {
  return rows.map((row, index) => drawn(row, looker, beginsDay(row, rows[index - 1] ?? previous)));
}

function drawn(row: MessageRow, looker: Looker, isNewDay: boolean): string {
  const day = isNewDay ? { day: formatRelativeDay(row.sent_at, looker.now, looker.locale) } : {};
  return renderToString(
    <Language.Provider value={looker.locale}>
      <MessageItem message={viewMessage(row, looker)} {...day} />
    </Language.Provider>,
  );
}

export type MessageUpdate = { sequence: number; html: string; client?: string };

/** One message on its way to a page; its writer's page knows it again by the id it gave. */
export function messageUpdate(row: MessageRow, looker: Looker, previous?: Before): MessageUpdate {
  const html = messageItems([row], looker, previous).join('');
  return { sequence: row.sequence, html, ...(isMine(row, looker) ? { client: row.client_id } : {}) };
}

/** A message that is on the page already, and is drawn anew in its place. */
export const changedUpdate = (row: MessageRow, looker: Looker): MessageUpdate => ({
  sequence: row.sequence,
  html: drawn(row, looker, false),
});
