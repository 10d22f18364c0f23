import type { Tx } from '../../platform/database.ts';
import { filesIn } from '../media/media-of.ts';
import { listUnused, mediaByIds } from '../media/media.queries.ts';
import type { DraftAround } from './check-draft.ts';
import type { DraftPage, DraftPlace } from './draft.queries.ts';
import { listSections } from './section.queries.ts';

/** What a draft's pages are checked together with. */
export async function readAround(tx: Tx, draft: DraftPlace, pages: readonly DraftPage[]): Promise<DraftAround> {
  const named = [...new Set(pages.flatMap(({ document }) => filesIn(document)))];
  return {
    sections: await listSections(tx, draft),
    files: await mediaByIds(tx, draft, named),
    unused: await listUnused(tx, draft),
  };
}
