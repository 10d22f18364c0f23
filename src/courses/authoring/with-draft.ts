import type { Tx } from '../../platform/database.ts';
import { NotFound, type Visit } from '../../platform/visit.ts';
import { beginDraft } from './begin-draft.ts';
import type { CourseToRun } from './course.queries.ts';
import { findLineage, findPage, holdDraft, listPages, type DraftPage, type DraftPlace } from './draft.queries.ts';
import { withCourse } from './may-author.ts';

export type Draft = DraftPlace & { course: CourseToRun; language: 'sv' | 'en' };

export const languageOf = (course: CourseToRun): 'sv' | 'en' => (course.language === 'en' ? 'en' : 'sv');

/** The draft of the course in the address, for reading. */
export function readDraft<Result>(visit: Visit, work: (tx: Tx, draft: Draft) => Promise<Result>): Promise<Result> {
  return withCourse(visit, (tx, course) => {
    if (!course.draft_id) throw new NotFound();
    return work(tx, draftOf(course, course.draft_id));
  });
}

/** The same for changing it: one author at a time. */
export function changeDraft<Result>(visit: Visit, work: (tx: Tx, draft: Draft) => Promise<Result>): Promise<Result> {
  return withCourse(visit, async (tx, course) => {
    const held = await holdDraft(tx, course.customer_id, course.id);
    if (!held) throw new NotFound();
    return work(tx, draftOf(course, held.id));
  });
}

/**
 * For changing one page. Was the draft published while the author wrote, the same page of a new draft takes the text:
 * nothing of it is lost.
 */
export function changePage<Result>(visit: Visit, work: (tx: Tx, draft: Draft, page: DraftPage) => Promise<Result>): Promise<Result> {
  return withCourse(visit, async (tx, course) => {
    const line = await findLineage(tx, course.customer_id, course.id, visit.params['page']!);
    if (!line) throw new NotFound();
    const { versionId } = await beginDraft(tx, course.customer_id, course.id);
    const draft = draftOf(course, versionId);
    const page = (await listPages(tx, draft)).find(({ lineageId }) => lineageId === line.lineageId);
    if (!page) throw new NotFound();
    return work(tx, draft, page);
  });
}

export async function pageInDraft(tx: Tx, draft: Draft, pageId: string): Promise<DraftPage> {
  const page = await findPage(tx, draft, pageId);
  if (!page) throw new NotFound();
  return page;
}

const draftOf = (course: CourseToRun, versionId: string): Draft => ({
  customerId: course.customer_id,
  courseId: course.id,
  versionId,
  course,
  language: languageOf(course),
});
