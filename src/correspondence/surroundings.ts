import type { Tx } from '../platform/database.ts';
import { customerOf, type Visit } from '../platform/visit.ts';
import { findDraft, type DraftRow } from './drafts/draft.queries.ts';
import { findUsualAnswerTime } from './inbox/answer-time.queries.ts';
import { findAssigned, listColleagues, type Colleague } from './inbox/assignment.queries.ts';
import { listReplies, type ReplyRow } from './saved-replies/saved-reply.queries.ts';
import type { Side } from './side.ts';
import { findPageOf, type ThreadRow } from './thread.queries.ts';

/** What stands around the messages: one's draft, the page one came from, and what each side needs besides. */
export type Surroundings = {
  draft: DraftRow | undefined;
  page: { id: string; title: string } | undefined;
  /** The minutes within which students of the course are usually answered. */
  usualMinutes: number | undefined;
  desk: { replies: ReplyRow[]; sought: string; colleagues: Colleague[]; assigned: string | undefined } | undefined;
};

/** `sought` is what an administrator looks for among the titles of saved replies. */
export async function readSurroundings(tx: Tx, visit: Visit, side: Side, thread: ThreadRow, sought = ''): Promise<Surroundings> {
  const draft = await findDraft(tx, thread, side.accountId);
  if (side.name === 'administrator') {
    const owner = { customerId: customerOf(visit).id, accountId: side.accountId };
    const desk = {
      replies: await listReplies(tx, owner, sought),
      sought,
      colleagues: await listColleagues(tx, thread),
      assigned: await findAssigned(tx, thread),
    };
    return { draft, page: undefined, usualMinutes: undefined, desk };
  }
  const position = Number(/^[1-9]\d{0,3}$/.exec(visit.url.searchParams.get('sida') ?? '')?.[0] ?? 0);
  const asked = position > 0 ? await findPageOf(tx, thread, { position }) : undefined;
  const kept = draft?.page_id ? { id: draft.page_id, title: draft.page_title! } : undefined;
  return { draft, page: asked ?? kept, usualMinutes: await findUsualAnswerTime(tx, thread), desk: undefined };
}
