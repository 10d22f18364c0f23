import { renderToString } from 'preact-render-to-string';
import { customerOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { formatRelativeDay, formatShortDate, formatTime } from '../ui/format.ts';
import { Language } from '../ui/language.ts';
import type { Locale } from '../ui/locale.ts';
import { MessageItem, type Message } from '../ui/messages.tsx';
import type { MessageRow } from './message.queries.ts';
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
};

export function lookerOf(visit: Visit, { name, accountId }: Side, thread: ThreadRow): Looker {
  return {
    side: name,
    accountId,
    locale: visit.locale,
    customer: customerOf(visit).slug,
    course: thread.course_slug,
    now: visit.house.clock.now(),
    student: `${thread.student_given_name ?? ''} ${thread.student_family_name ?? ''}`.trim(),
  };
}

/** A message as the one side sees it. Its name on the page is its number: nothing else is needed there. */
export function viewMessage(row: MessageRow, looker: Looker): Message {
  const mine = isMine(row, looker);
  return { id: String(row.sequence), from: authorOf(row, looker), mine, sentAt: row.sent_at, body: bodyOf(row, looker, mine) };
}

export const isMine = (row: MessageRow, { side, accountId }: Pick<Looker, 'side' | 'accountId'>): boolean =>
  row.author_id === accountId && row.from_student === (side === 'student');

/** The student is called what the customer lets the other side see (E-02). */
function authorOf({ from_student, given_name, family_name }: MessageRow, { side, locale, student }: Looker): string {
  const name = from_student && side === 'administrator' ? student : `${given_name ?? ''} ${family_name ?? ''}`.trim();
  return name || words[locale][from_student ? 'student' : 'administrator'];
}

function bodyOf(row: MessageRow, { side, locale, customer, course }: Looker, mine: boolean) {
  if (row.deleted_at) return <em>{words[locale].removed}</em>;
  if (!mine || side !== 'student') return row.body;
  const action = href('deleteMessage', { customer, course, message: row.id });
  return (
    <>
      {row.body}
      <RemoveMessage action={action} time={formatTime(row.sent_at, locale)} />
    </>
  );
}

export const beginsDay = (row: MessageRow, before: MessageRow | undefined): boolean =>
  !before || formatShortDate(before.sent_at) !== formatShortDate(row.sent_at);

/** Messages as they are put into a page that is already there, with a line for each new day after `previous`. */
export function messageItems(rows: readonly MessageRow[], looker: Looker, previous?: MessageRow): string[] {
  return rows.map((row, index) => {
    const day = beginsDay(row, rows[index - 1] ?? previous) ? { day: formatRelativeDay(row.sent_at, looker.now, looker.locale) } : {};
    return renderToString(
      <Language.Provider value={looker.locale}>
        <MessageItem message={viewMessage(row, looker)} {...day} />
      </Language.Provider>,
    );
  });
}

export type MessageUpdate = { sequence: number; html: string; client?: string };

/** One message on its way to a page; its writer's page knows it again by the id it gave. */
export function messageUpdate(row: MessageRow, looker: Looker, previous?: MessageRow): MessageUpdate {
  const html = messageItems([row], looker, previous).join('');
  return { sequence: row.sequence, html, ...(isMine(row, looker) ? { client: row.client_id } : {}) };
}
