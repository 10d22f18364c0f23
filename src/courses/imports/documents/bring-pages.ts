import type { Tx } from '../../../platform/database.ts';
import { insertPage, listPages, markChanged } from '../../authoring/draft.queries.ts';
import { pageOf } from '../../authoring/save-page.ts';
import { listSections } from '../../authoring/section.queries.ts';
import type { Draft } from '../../authoring/with-draft.ts';
import type { Document } from '../../document.ts';
import { fromMarkdown } from '../../markdown.ts';
import { filesIn, mediaFor } from '../../media/media-of.ts';
import { setPageFiles } from '../../media/media.queries.ts';
import { renderDocument } from '../../render-document.ts';

export type Typed = { title: string; text: string; take: boolean };

/** Each page as a student would see it, with the pictures that the course has. */
export async function previewOf<Page extends Typed>(tx: Tx, draft: Draft, typed: readonly Page[]): Promise<(Page & { html: string })[]> {
  const documents = typed.map(({ text }) => fromMarkdown(text));
  const media = await mediaFor(tx, draft, documents);
  return typed.map((page, index) => ({ ...page, html: renderDocument(documents[index]!, draft.language, media) }));
}

/** Puts the chosen pages last in the draft; the id of the first. The same ids are the same pages, however often they are sent. */
export async function insertBrought(tx: Tx, draft: Draft, typed: readonly Typed[], idOf: (index: number) => string): Promise<string> {
  const chosen = typed.flatMap(({ title, text, take }, index) => (take ? [{ id: idOf(index), title, document: fromMarkdown(text) }] : []));
  const there = await listPages(tx, draft);
  const known = new Set(there.map(({ id }) => id));
  const fresh = chosen.filter(({ id }) => !known.has(id));
  const media = await mediaFor(
    tx,
    draft,
    fresh.map(({ document }) => document),
  );
  const sectionId = (await listSections(tx, draft)).at(-1)?.id ?? null;
  let position = there.at(-1)?.position ?? 0;
  for (const page of fresh) await insertOne(tx, draft, page, { media, sectionId, position: ++position });
  if (fresh.length > 0) await markChanged(tx, draft);
  return chosen[0]!.id;
}

type Fresh = { id: string; title: string; document: Document };
type At = { media: Awaited<ReturnType<typeof mediaFor>>; sectionId: string | null; position: number };

async function insertOne(tx: Tx, draft: Draft, { id, title, document }: Fresh, { media, sectionId, position }: At): Promise<void> {
  const page = pageOf({ title, document, minutes: null }, draft.language, media);
  await insertPage(tx, draft, { id, lineageId: id, sectionId, ...page }, position);
  await setPageFiles(tx, draft, id, filesIn(document));
}
