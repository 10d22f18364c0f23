import type { Tx } from '../../platform/database.ts';
import { checkDraft, type Fault } from './check-draft.ts';
import { publishVersion } from './copy-version.queries.ts';
import { updateListing } from './course.queries.ts';
import { filesIn, mediaFor } from '../media/media-of.ts';
import { renderDocument } from '../render-document.ts';
import { holdDraft, listPages, updateHtml, type DraftPlace } from './draft.queries.ts';
import { forgetLostPages } from './history.queries.ts';
import { listPools } from './pool.queries.ts';
import { listQuestions } from './question.queries.ts';
import { readAround } from './read-around.ts';
import { emptyRemoved } from './removed.queries.ts';

export type Published = { state: 'published' } | { state: 'stopped'; faults: Fault[] };
type Wish = DraftPlace & { listed: boolean; language: 'sv' | 'en' };

/**
 * Makes the draft the version that new students get. Those who have begun stay on theirs. Checked once more under the
 * lock; a second press finds the draft published and is as good as the first.
 */
export async function publishDraft(tx: Tx, { customerId, courseId, versionId, listed, language }: Wish): Promise<Published> {
  const draft = await holdDraft(tx, customerId, courseId);
  if (draft?.id !== versionId) return { state: 'published' };
  const place = { customerId, courseId, versionId };
  const pages = await listPages(tx, place);
  const around = await readAround(tx, place, pages);
  const faults = checkDraft(pages, await listQuestions(tx, place), await listPools(tx, place), around).filter(({ must }) => must);
  if (faults.length > 0) return { state: 'stopped', faults };
  await emptyRemoved(tx, place);
  await forgetLostPages(tx, customerId, courseId, versionId);
  await renderAnew(tx, place, language);
  await publishVersion(tx, place);
  if (listed) await updateListing(tx, customerId, courseId, true);
  return { state: 'published' };
}

/** What students read is drawn now: captions may have come, and a film been made ready, since a page was last written. */
async function renderAnew(tx: Tx, place: DraftPlace, language: 'sv' | 'en'): Promise<void> {
  const pages = (await listPages(tx, place)).filter(({ document }) => filesIn(document).length > 0);
  const media = await mediaFor(
    tx,
    place,
    pages.map(({ document }) => document),
  );
  for (const page of pages) await updateHtml(tx, place, page.id, renderDocument(page.document, language, media));
}
