import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { Document } from '../document.ts';
import { filesIn, mediaFor } from '../media/media-of.ts';
import { setPageFiles } from '../media/media.queries.ts';
import { fromMarkdown } from '../markdown.ts';
import { renderDocument } from '../render-document.ts';
import type { Media } from '../render-media.ts';
import { toMarkdown } from '../to-markdown.ts';
import { findPage, markChanged, updatePage, type DraftPage, type DraftPlace } from './draft.queries.ts';
import { insertHistory, listHistory, replaceHistory } from './history.queries.ts';
import { countWords, minutesToRead } from './reading.ts';

export type TypedPage = { title: string; document: Document; minutes: number | null };
export type Saved = { state: 'saved'; revision: number; savedAt: Date; minutes: number } | { state: 'conflict'; page: DraftPage };

/** A page as it is kept: its HTML is made now, its minutes counted unless the author has set them. */
export function pageOf({ title, document, minutes }: TypedPage, language: 'sv' | 'en', media?: Media) {
  return {
    title,
    document,
    html: renderDocument(document, language, media),
    minutes: minutes ?? minutesToRead(document),
    minutesByHand: minutes !== null,
  };
}

/** Ids stay as they are while the words do, so that the same text makes the same document. */
export const documentOf = (markdown: string): Document => fromMarkdown(markdown);

/** A text that is brought back never takes the place of one in the history. */
type How = 'written' | 'restored';
type At = DraftPlace & { pageId: string; seen: number; language: 'sv' | 'en' };

/** Saves over the revision that the author has seen. Has someone saved since, nothing is written and both texts are kept. */
export async function savePage(tx: Tx, clock: Clock, at: At, typed: TypedPage, how: How = 'written'): Promise<Saved | undefined> {
  const before = await findPage(tx, at, at.pageId);
  if (!before) return undefined;
  const page = pageOf(typed, at.language, await mediaFor(tx, at, [typed.document]));
  if (isSame(before, page)) return { state: 'saved', revision: before.revision, savedAt: before.savedAt, minutes: before.minutes };
  const saved = await updatePage(tx, at, at.pageId, at.seen, page);
  if (!saved) return { state: 'conflict', page: before };
  await setPageFiles(tx, at, at.pageId, filesIn(typed.document));
  await keepInHistory(tx, clock, at, before, page, how);
  await markChanged(tx, at);
  return { state: 'saved', ...saved, minutes: page.minutes };
}

function isSame(before: DraftPage, page: ReturnType<typeof pageOf>): boolean {
  return (
    before.title === page.title &&
    before.minutes === page.minutes &&
    before.minutesByHand === page.minutesByHand &&
    before.html === page.html &&
    toMarkdown(before.document) === toMarkdown(page.document)
  );
}

const oneSittingMs = 60_000;

/**
 * A minute's typing is one entry, unless much of the text goes: what was there before a slip can be had back. The first
 * entry of a page is what it said before anyone changed it.
 */
async function keepInHistory(
  tx: Tx,
  clock: Clock,
  at: DraftPlace,
  before: DraftPage,
  page: { title: string; document: Document },
  how: How,
): Promise<void> {
  const line = { ...at, lineageId: before.lineageId };
  const [newest] = await listHistory(tx, line);
  if (!newest && countWords(before.document) > 0) await insertHistory(tx, line, before);
  const isOneSitting = newest && clock.now().getTime() - newest.savedAt.getTime() < oneSittingMs;
  const isLoss = newest && countWords(page.document) < 0.8 * countWords(newest.document);
  if (newest && isOneSitting && !isLoss && how === 'written') await replaceHistory(tx, at.customerId, newest.id, page);
  else await insertHistory(tx, line, page);
}
