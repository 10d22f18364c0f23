import type { Tx } from '../../platform/database.ts';
import { filesIn } from '../media/media-of.ts';
import { setPageFiles } from '../media/media.queries.ts';
import { findPage, insertPage, listPages, markChanged, updatePlaces, type DraftPlace } from './draft.queries.ts';
import { moved } from './moved.ts';
import { listQuestions, updateQuestionPositions } from './question.queries.ts';
import { layPageAside, layQuestionAside, putBack, takeRemoved } from './removed.queries.ts';
import { documentOf, pageOf } from './save-page.ts';
import { listSections } from './section.queries.ts';
import { inSections } from './sections.ts';

/** A new page, last and in the last section. The same id is the same page, however often it is sent. */
export async function addPage(tx: Tx, draft: DraftPlace, id: string, title: string, language: 'sv' | 'en'): Promise<void> {
  const pages = await listPages(tx, draft);
  if (pages.some((page) => page.id === id)) return;
  const page = pageOf({ title, document: documentOf(''), minutes: null }, language);
  const sectionId = (await listSections(tx, draft)).at(-1)?.id ?? null;
  await insertPage(tx, draft, { id, lineageId: id, sectionId, ...page }, (pages.at(-1)?.position ?? 0) + 1);
  await markChanged(tx, draft);
}

/**
 * Moves a page to a place, and to a section when one is named. It says where to, not how far, so that a second press changes
 * nothing.
 */
export async function movePage(tx: Tx, draft: DraftPlace, id: string, to: number, sectionId?: string | null): Promise<boolean> {
  const sections = await listSections(tx, draft);
  const pages = await listPages(tx, draft);
  const order = moved(
    pages.map((page) => page.id),
    id,
    to,
  );
  if (!order || (sectionId && !sections.some((section) => section.id === sectionId))) return false;
  const placed = order.map((one) => pages.find((page) => page.id === one)!);
  const there = placed.map((page) => (page.id === id && sectionId !== undefined ? { ...page, sectionId } : page));
  await updatePlaces(tx, draft, inSections(there, sections));
  await markChanged(tx, draft);
  return true;
}

export async function removePage(tx: Tx, draft: DraftPlace, id: string): Promise<void> {
  await layPageAside(tx, draft, id);
  await updatePlaces(tx, draft, await listPages(tx, draft));
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
  await putBack(tx, piece.page && (await inItsSection(tx, draft, piece.page)), piece.questions, pages.length + 1);
  if (piece.page) {
    await movePage(tx, draft, piece.page.id, place);
    const back = await findPage(tx, draft, piece.page.id);
    if (back) await setPageFiles(tx, draft, back.id, filesIn(back.document));
  }
  await markChanged(tx, draft);
  return true;
}

/** A question is brought back to its page: the page first. */
export class PageIsGone extends Error {
  override name = 'PageIsGone';
}

/** A section may have gone while the page lay aside: then the page comes back to the last one. */
async function inItsSection<Page extends { section_id?: string | null }>(tx: Tx, draft: DraftPlace, page: Page): Promise<Page> {
  const sections = await listSections(tx, draft);
  const isThere = page.section_id === null || sections.some(({ id }) => id === page.section_id);
  return isThere ? page : { ...page, section_id: sections.at(-1)?.id ?? null };
}
