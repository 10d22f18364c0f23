import { randomUUID } from 'node:crypto';
import { customerOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { formatDateTime } from '../ui/format.ts';
import type { MessageRow } from './message.queries.ts';
import type { ComposeProps } from './pages/compose.tsx';
import { editFieldId } from './pages/edit-message.tsx';
import { newest, type ThreadPageProps } from './pages/thread-page.tsx';
import { looksLikePersonalNumber } from '../platform/personal-number.ts';
import { repliesShown } from './saved-replies/saved-reply.queries.ts';
import { marksOf, otherSide, type Side } from './side.ts';
import type { Surroundings } from './surroundings.ts';
import type { ThreadRow } from './thread.queries.ts';
import { isMine, lookerOf, viewMessage, type Looker, type RefusedEdit } from './view-message.tsx';
import { words } from './words.ts';

type Fault = { name: string; text: string };

/** What was not accepted: a new message, other words for one, or a change that came too late. */
export type Refused = { compose?: { typed: string; errors: Fault[] }; edit?: RefusedEdit; change?: string };

type Shown = { thread: ThreadRow; messages: readonly MessageRow[]; around: Surroundings; refused: Refused };

/** What the page of a thread shows one of its sides. */
export function threadPageProps(visit: Visit, side: Side, shown: Shown): Omit<ThreadPageProps, 'title'> {
  const { locale, house } = visit;
  const { thread, messages: rows, around, refused } = shown;
  const looker = lookerOf(visit, side, thread, refused.edit);
  const marks = marksOf[otherSide[side.name]];
  const [read, delivered] = [thread[marks.read], thread[marks.delivered]];
  const ownLast = rows.findLast((row) => isMine(row, looker) && !row.deleted_at);
  return {
    locale,
    now: house.clock.now(),
    ...headingOf(side, thread, customerOf(visit).slug, locale),
    usualMinutes: around.usualMinutes,
    errors: errorsOf(refused, rows),
    side: side.name,
    messages: viewAll(rows, looker, ownLast, { read, delivered }),
    first: rows[0]?.sequence ?? 1,
    isLatest: (rows.at(-1)?.sequence ?? 0) === thread.last_sequence,
    compose: thread.has_student ? composeOf(visit, side, shown) : undefined,
    desk: around.desk && thread.has_student ? deskOf(visit, thread, around.desk) : undefined,
    hrefs: side.hrefs,
    live: { last: thread.last_sequence, change: thread.last_change, read, delivered, keptAs: keptAs(visit, side, thread) },
    hasNumber: ownLast !== undefined && looksLikePersonalNumber(ownLast.body),
  };
}

function composeOf(visit: Visit, side: Side, { around, refused }: Shown): ComposeProps {
  const { locale } = visit;
  const { draft, page, desk } = around;
  const customer = customerOf(visit);
  const savedAt = draft && !refused.compose ? formatDateTime(draft.saved_at, locale) : undefined;
  return {
    locale,
    action: side.hrefs.page,
    draftAction: side.hrefs.draft,
    clientId: randomUUID(),
    hint: words[locale].hint[side.name](customer.name),
    typed: refused.compose?.typed ?? draft?.body,
    errors: refused.compose?.errors ?? [],
    page,
    savedAt,
    replies: desk && {
      list: desk.replies.slice(0, repliesShown),
      hasMore: desk.replies.length > repliesShown,
      sought: desk.sought,
      href: href('savedReplies', { customer: customer.slug }),
    },
  };
}

function deskOf(visit: Visit, thread: ThreadRow, { colleagues, assigned }: NonNullable<Surroundings['desk']>) {
  const at = { customer: customerOf(visit).slug, thread: thread.id };
  return {
    locale: visit.locale,
    colleagues,
    assigned,
    isDone: thread.done_at !== null,
    assignAction: href('assignThread', at),
    doneAction: href('closeThread', at),
  };
}

function errorsOf({ compose, edit, change }: Refused, rows: readonly MessageRow[]): ThreadPageProps['errors'] {
  const number = edit && rows.find(({ id }) => id === edit.message)?.sequence;
  return [
    ...(compose?.errors ?? []),
    ...(edit ? [{ name: 'body', text: edit.error, ...(number ? { field: editFieldId(number) } : {}) }] : []),
    ...(change ? [{ name: 'body', text: change }] : []),
  ];
}

function headingOf(side: Side, thread: ThreadRow, customer: string, locale: 'sv' | 'en') {
  const text = words[locale];
  if (side.name === 'student') {
    return {
      over: <a href={href('continueCourse', { customer, course: thread.course_slug })}>{thread.course_title}</a>,
      lead: text.lead.student,
    };
  }
  const name = `${thread.student_given_name ?? ''} ${thread.student_family_name ?? ''}`.trim();
  return {
    over: <a href={href('inbox', { customer })}>{text.toInbox}</a>,
    lead: thread.has_student ? text.lead.administrator(name || text.unnamed) : text.gone,
  };
}

type Marks = { read: number; delivered: number };

/** The newest message carries the address a page is opened at, one's own newest how far it has got. */
function viewAll(rows: readonly MessageRow[], looker: Looker, ownLast: MessageRow | undefined, marks: Marks) {
  return rows.map((row) => {
    const message = viewMessage(row, looker);
    const state = row === ownLast ? { state: stateOf(row.sequence, marks, words[looker.locale]) } : {};
    const body = row === rows.at(-1) ? [<span key="newest" id={newest} />, message.body] : message.body;
    return { ...message, ...state, body };
  });
}

const stateOf = (sequence: number, { read, delivered }: Marks, text: { read: string; delivered: string; sent: string }): string =>
  sequence <= read ? text.read : sequence <= delivered ? text.delivered : text.sent;

/** The name under which a browser keeps what is not sent yet. Someone else at the same computer has another. */
function keptAs({ house }: Visit, { accountId }: Side, { id }: ThreadRow): string {
  return house.secrets.digest('kept in the browser', `${accountId} ${id}`).toString('base64url').slice(0, 16);
}
