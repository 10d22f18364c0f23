import type { Tx } from '../../platform/database.ts';
import { insertPage, listPages, markChanged, updatePositions, type DraftPlace } from './draft.queries.ts';
import { listQuestions, updateQuestionPositions } from './question.queries.ts';
import { layPageAside, layQuestionAside, putBack, takeRemoved } from './removed.queries.ts';
import { documentOf, pageOf } from './save-page.ts';

/** A new page, last. The same id is the same page, however often it is sent. */
export async function addPage(tx: Tx, draft: DraftPlace, id: string, title: string, language: 'sv' | 'en'): Promise<void> {
  const pages = await listPages(tx, draft);
  if (pages.some((page) => page.id === id)) return;
  const page = pageOf({ title, document: documentOf(''), minutes: null }, language);
  await insertPage(tx, draft, { id, lineageId: id, ...page }, (pages.at(-1)?.position ?? 0) + 1);
  await markChanged(tx, draft);
}

/** Moves a page to a place. It says where to, not how far, so that a second press changes nothing. */
export async function movePage(tx: Tx, draft: DraftPlace, id: string, to: number): Promise<boolean> {
  const ids = (await listPages(tx, draft)).map((page) => page.id);
  const order = moved(ids, id, to);
  if (!order) return false;
  await updatePositions(tx, draft, order);
  await markChanged(tx, draft);
  return true;
}

export async function removePage(tx: Tx, draft: DraftPlace, id: string): Promise<void> {
  await layPageAside(tx, draft, id);
  await updatePositions(
    tx,
    draft,
    (await listPages(tx, draft)).map((page) => page.id),
  );
  await markChanged(tx, draft);
}

export async function moveQuestion(tx: Tx, draft: DraftPlace, id: string, to: number): Promise<boolean> {
  const all = await listQuestions(tx, draft);
  const found = all.find((question) => question.id === id);
  const neighbours = all.filter((question) => question.pageId === found?.pageId).map((question) => question.id);
  const order = moved(neighbours, id, to);
  if (!found || !order) return false;
  await updateQuestionPositions(tx, draft, order);
  await markChanged(tx, draft);
  return true;
}

export async function removeQuestion(tx: Tx, draft: DraftPlace, id: string): Promise<void> {
  await layQuestionAside(tx, draft, id);
  await markChanged(tx, draft);
}

/** Undo. False when the piece is not in the box, or when it is a question whose page lies there too. */
export async function bringBack(tx: Tx, draft: DraftPlace, id: string): Promise<boolean> {
  const pages = await listPages(tx, draft);
  const piece = await takeRemoved(tx, draft, id);
  if (!piece) return false;
  const homes = new Set([null, piece.page?.id, ...pages.map((page) => page.id)]);
  if (!piece.questions.every((question) => homes.has(question.page_id))) throw new PageIsGone();
  const place = Math.min(piece.page?.position ?? 1, pages.length + 1);
  await putBack(tx, piece.page, piece.questions, pages.length + 1);
  if (piece.page) await movePage(tx, draft, piece.page.id, place);
  await markChanged(tx, draft);
  return true;
}

/** A question is brought back to its page: the page first. */
export class PageIsGone extends Error {
  override name = 'PageIsGone';
}

function moved(ids: readonly string[], id: string, to: number): string[] | undefined {
  if (!ids.includes(id)) return undefined;
  const others = ids.filter((other) => other !== id);
  const place = Math.min(Math.max(1, to), ids.length) - 1;
  return [...others.slice(0, place), id, ...others.slice(place)];
}
