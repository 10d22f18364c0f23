import { sql } from 'kysely';
import type { Question } from '../../assessment/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Document } from '../document.ts';
import { upgradeDocument } from '../upgrade-document.ts';

/** Where a draft is: every reading and writing of one says its customer too. */
export type DraftPlace = { customerId: string; courseId: string; versionId: string };

export type DraftPage = {
  id: string;
  lineageId: string;
  position: number;
  title: string;
  minutes: number;
  minutesByHand: boolean;
  document: Document;
  html: string;
  revision: number;
  savedAt: Date;
  sectionId: string | null;
};

const pageColumns = [
  'id',
  'lineage_id as lineageId',
  'position',
  'title',
  'minutes',
  'minutes_by_hand as minutesByHand',
  'document',
  'html',
  'revision',
  'saved_at as savedAt',
  'section_id as sectionId',
] as const;

/** What was written in an earlier form is read as one of today. */
const pageOfRow = <Row extends { document: unknown }>(row: Row) => ({ ...row, document: upgradeDocument(row.document) });

/** Holds the draft's row until the transaction ends: whoever changes a draft takes turns, with publishing too. */
export function holdDraft(tx: Tx, customerId: string, courseId: string) {
  return tx
    .selectFrom('course_version')
    .select(['id', 'number'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .where('published_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markChanged(tx: Tx, { customerId, versionId }: DraftPlace): Promise<void> {
  await tx
    .updateTable('course_version')
    .set({ changed_at: sql<Date>`app.now()` })
    .where('customer_id', '=', customerId)
    .where('id', '=', versionId)
    .execute();
}

export async function listPages(tx: Tx, { customerId, versionId }: DraftPlace): Promise<DraftPage[]> {
  const rows = await tx
    .selectFrom('course_page')
    .select(pageColumns)
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return rows.map(pageOfRow);
}

export async function findPage(tx: Tx, { customerId, versionId }: DraftPlace, pageId: string): Promise<DraftPage | undefined> {
  const row = await tx
    .selectFrom('course_page')
    .select(pageColumns)
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', pageId)
    .executeTakeFirst();
  return row && pageOfRow(row);
}

/** The line of a page of any version of the course: what an author opened may have been published since. */
export function findLineage(tx: Tx, customerId: string, courseId: string, pageId: string) {
  return tx
    .selectFrom('course_page as p')
    .innerJoin('course_version as v', (join) => join.onRef('v.customer_id', '=', 'p.customer_id').onRef('v.id', '=', 'p.version_id'))
    .select('p.lineage_id as lineageId')
    .where('p.customer_id', '=', customerId)
    .where('v.course_id', '=', courseId)
    .where('p.id', '=', pageId)
    .executeTakeFirst();
}

export type NewPage = Pick<DraftPage, 'title' | 'minutes' | 'document' | 'html'> & {
  id: string;
  lineageId: string;
  minutesByHand: boolean;
  sectionId: string | null;
};

export async function insertPage(tx: Tx, { customerId, versionId }: DraftPlace, page: NewPage, position: number): Promise<void> {
  await tx
    .insertInto('course_page')
    .values({
      customer_id: customerId,
      id: page.id,
      version_id: versionId,
      position,
      title: page.title,
      minutes: page.minutes,
      minutes_by_hand: page.minutesByHand,
      document: JSON.stringify(page.document),
      html: page.html,
      lineage_id: page.lineageId,
      section_id: page.sectionId,
      saved_at: sql<Date>`app.now()`,
    })
    .execute();
}

type ChangedPage = Pick<DraftPage, 'title' | 'minutes' | 'minutesByHand' | 'document' | 'html'>;

/** Written only over the revision that the author has seen: undefined when there is a newer one. */
export function updatePage(tx: Tx, { customerId, versionId }: DraftPlace, pageId: string, seen: number, page: ChangedPage) {
  return tx
    .updateTable('course_page')
    .set({
      title: page.title,
      minutes: page.minutes,
      minutes_by_hand: page.minutesByHand,
      document: JSON.stringify(page.document),
      html: page.html,
      revision: seen + 1,
      saved_at: sql<Date>`app.now()`,
    })
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', pageId)
    .where('revision', '=', seen)
    .returning(['revision', 'saved_at as savedAt'])
    .executeTakeFirst();
}

export async function updateHtml(tx: Tx, { customerId, versionId }: DraftPlace, pageId: string, html: string): Promise<void> {
  await tx
    .updateTable('course_page')
    .set({ html })
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .where('id', '=', pageId)
    .execute();
}

export type Placed = { id: string; sectionId: string | null };

/** Puts the pages in this order and in these sections, all in one statement. */
export async function updatePlaces(tx: Tx, { customerId, versionId }: DraftPlace, pages: readonly Placed[]): Promise<void> {
  await sql`
    update course_page p set position = o.position, section_id = o.section_id
    from unnest(${pages.map(({ id }) => id)}::uuid[], ${pages.map(({ sectionId }) => sectionId)}::uuid[])
      with ordinality as o(id, section_id, position)
    where p.customer_id = ${customerId} and p.version_id = ${versionId} and p.id = o.id`.execute(tx);
}

export type FinalTestRules = {
  passPercent: number;
  maxAttempts: number;
  timeLimitMinutes: number | null;
  waitHours: number | null;
  answersShown: 'never' | 'after-pass' | 'after-last';
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
};

export async function findRules(tx: Tx, { customerId, versionId }: DraftPlace): Promise<FinalTestRules | undefined> {
  const row = await tx
    .selectFrom('final_test')
    .select(['pass_percent as passPercent', 'max_attempts as maxAttempts', 'time_limit_minutes as timeLimitMinutes'])
    .select(['wait_hours as waitHours', 'answers_shown as answersShown'])
    .select(['shuffle_questions as shuffleQuestions', 'shuffle_options as shuffleOptions'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row as FinalTestRules | undefined;
}

export async function saveRules(tx: Tx, { customerId, versionId }: DraftPlace, rules: FinalTestRules): Promise<void> {
  const columns = {
    pass_percent: rules.passPercent,
    max_attempts: rules.maxAttempts,
    time_limit_minutes: rules.timeLimitMinutes,
    wait_hours: rules.waitHours,
    answers_shown: rules.answersShown,
    shuffle_questions: rules.shuffleQuestions,
    shuffle_options: rules.shuffleOptions,
  };
  await tx
    .insertInto('final_test')
    .values({ customer_id: customerId, version_id: versionId, ...columns })
    .onConflict((on) => on.columns(['customer_id', 'version_id']).doUpdateSet(columns))
    .execute();
}

export type DraftQuestion = Question & {
  lineageId: string;
  pageId: string | null;
  position: number;
  revision: number;
  poolId: string | null;
};
