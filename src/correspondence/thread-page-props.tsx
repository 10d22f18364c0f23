import { randomUUID } from 'node:crypto';
import { customerOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import type { MessageRow } from './message.queries.ts';
import { newest, type ThreadPageProps } from './pages/thread-page.tsx';
import { looksLikePersonalNumber } from './personal-number.ts';
import { otherSide, readColumn, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';
import { isMine, lookerOf, viewMessage, type Looker } from './view-message.tsx';
import { words } from './words.ts';

/** What the page of a thread shows one of its sides. */
export function threadPageProps(visit: Visit, side: Side, thread: ThreadRow, rows: readonly MessageRow[]): Omit<ThreadPageProps, 'title'> {
  const { locale, house } = visit;
  const text = words[locale];
  const customer = customerOf(visit);
  const looker = lookerOf(visit, side, thread);
  const read = thread[readColumn[otherSide[side.name]]];
  const isLatest = (rows.at(-1)?.sequence ?? 0) === thread.last_sequence;
  const ownLast = rows.findLast((row) => isMine(row, looker) && !row.deleted_at);
  return {
    locale,
    now: house.clock.now(),
    ...headingOf(side, thread, customer.slug, locale),
    side: side.name,
    messages: viewAll(rows, looker, ownLast, read),
    first: rows[0]?.sequence ?? 1,
    isLatest,
    compose: thread.has_student
      ? { locale, action: side.hrefs.page, clientId: randomUUID(), hint: text.hint[side.name](customer.name) }
      : undefined,
    hrefs: side.hrefs,
    live: { last: thread.last_sequence, read, keptAs: keptAs(visit, side, thread) },
    hasNumber: ownLast !== undefined && looksLikePersonalNumber(ownLast.body),
  };
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

/** The newest message carries the address a page is opened at, one's own newest whether it has been read. */
function viewAll(rows: readonly MessageRow[], looker: Looker, ownLast: MessageRow | undefined, read: number) {
  const text = words[looker.locale];
  return rows.map((row) => {
    const message = viewMessage(row, looker);
    const state = row === ownLast ? { state: row.sequence <= read ? text.read : text.sent } : {};
    const body = row === rows.at(-1) ? [<span key="newest" id={newest} />, message.body] : message.body;
    return { ...message, ...state, body };
  });
}

/** The name under which a browser keeps what is not sent yet. Someone else at the same computer has another. */
function keptAs({ house }: Visit, { accountId }: Side, { id }: ThreadRow): string {
  return house.secrets.digest('kept in the browser', `${accountId} ${id}`).toString('base64url').slice(0, 16);
}
