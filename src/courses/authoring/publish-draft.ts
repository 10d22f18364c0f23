import type { Tx } from '../../platform/database.ts';
import { checkDraft, type Fault } from './check-draft.ts';
import { publishVersion } from './copy-version.queries.ts';
import { updateListing } from './course.queries.ts';
import { holdDraft, listPages } from './draft.queries.ts';
import { forgetLostPages } from './history.queries.ts';
import { listPools } from './pool.queries.ts';
import { listQuestions } from './question.queries.ts';
import { emptyRemoved } from './removed.queries.ts';

export type Published = { state: 'published' } | { state: 'stopped'; faults: Fault[] };
type Wish = { customerId: string; courseId: string; versionId: string; listed: boolean };

/**
 * Makes the draft the version that new students get. Those who have begun stay on theirs. Checked once more under the
 * lock; a second press finds the draft published and is as good as the first.
 */
export async function publishDraft(tx: Tx, { customerId, courseId, versionId, listed }: Wish): Promise<Published> {
  const draft = await holdDraft(tx, customerId, courseId);
  if (draft?.id !== versionId) return { state: 'published' };
  const place = { customerId, courseId, versionId };
  const faults = checkDraft(await listPages(tx, place), await listQuestions(tx, place), await listPools(tx, place)).filter(
    ({ must }) => must,
  );
  if (faults.length > 0) return { state: 'stopped', faults };
  await emptyRemoved(tx, place);
  await forgetLostPages(tx, customerId, courseId, versionId);
  await publishVersion(tx, place);
  if (listed) await updateListing(tx, customerId, courseId, true);
  return { state: 'published' };
}
