import type { Tx } from '../../platform/database.ts';
import { listPages, markChanged, updatePlaces, type DraftPlace } from './draft.queries.ts';
import { moved } from './moved.ts';
import { deleteSection, insertSection, listSections, renameSection, updateSectionPositions } from './section.queries.ts';
import { inSections } from './sections.ts';

/**
 * A new section that begins with the page, which brings those after it in its own section; without a page it is empty and
 * last. The same id is the same section, however often it is sent.
 */
export async function addSection(tx: Tx, draft: DraftPlace, id: string, title: string, fromPageId?: string): Promise<boolean> {
  const sections = await listSections(tx, draft);
  if (sections.some((section) => section.id === id)) return true;
  const pages = await listPages(tx, draft);
  const from = pages.find((page) => page.id === fromPageId);
  if (fromPageId && !from) return false;
  await insertSection(tx, draft, { id, title, position: sections.length + 1 });
  if (from) {
    const before = sections.findIndex((section) => section.id === from.sectionId);
    const ids = sections.map((section) => section.id);
    await updateSectionPositions(tx, draft, ids.toSpliced(before + 1, 0, id));
    const follows = (page: (typeof pages)[number]) => page.sectionId === from.sectionId && page.position >= from.position;
    await setPlaces(
      tx,
      draft,
      pages.map((page) => (follows(page) ? { ...page, sectionId: id } : page)),
    );
  }
  await markChanged(tx, draft);
  return true;
}

export async function nameSection(tx: Tx, draft: DraftPlace, id: string, title: string): Promise<void> {
  await renameSection(tx, draft, id, title);
  await markChanged(tx, draft);
}

/** Moves a section with its pages. */
export async function moveSection(tx: Tx, draft: DraftPlace, id: string, to: number): Promise<boolean> {
  const ids = (await listSections(tx, draft)).map((section) => section.id);
  const order = moved(ids, id, to);
  if (!order) return false;
  await updateSectionPositions(tx, draft, order);
  await setPlaces(tx, draft, await listPages(tx, draft));
  await markChanged(tx, draft);
  return true;
}

/** Takes the heading away; its pages stay and join the section before. Gone already is as good. */
export async function removeSection(tx: Tx, draft: DraftPlace, id: string): Promise<void> {
  const sections = await listSections(tx, draft);
  const place = sections.findIndex((section) => section.id === id);
  if (place < 0) return;
  const before = sections[place - 1]?.id ?? null;
  const pages = await listPages(tx, draft);
  await updatePlaces(
    tx,
    draft,
    pages.map((page) => (page.sectionId === id ? { ...page, sectionId: before } : page)),
  );
  await deleteSection(tx, draft, id);
  await updateSectionPositions(
    tx,
    draft,
    sections.filter((section) => section.id !== id).map((section) => section.id),
  );
  await markChanged(tx, draft);
}

async function setPlaces(tx: Tx, draft: DraftPlace, pages: Awaited<ReturnType<typeof listPages>>): Promise<void> {
  await updatePlaces(tx, draft, inSections(pages, await listSections(tx, draft)));
}
