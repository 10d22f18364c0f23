import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DraftPlace } from '../authoring/draft.queries.ts';
import type { CoursePlace } from '../media/media.queries.ts';
import type { MediaRecord } from './package-shape.ts';

export type KeptFile = {
  id: string;
  of: string | null;
  name: string;
  type: string;
  kind: MediaRecord['kind'];
  state: MediaRecord['state'];
  bytes: number;
  sha256: Buffer;
  width: number | null;
  height: number | null;
  seconds: number | null;
  language: 'sv' | 'en' | null;
};

/**
 * All files of a course with their parts: its own, those its pages show, and the pictures of its questions. A long film's
 * stream is made again where the course comes: it names its files by ids that are not theirs there.
 */
export async function listFiles(tx: Tx, { customerId, courseId }: CoursePlace, versionId: string): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    with whole as (
      select f.id from file f where f.customer_id = ${customerId} and f.of_file_id is null and (f.course_id = ${courseId}
        or exists (select from page_file u join course_page p on p.customer_id = u.customer_id and p.id = u.page_id
          where u.customer_id = f.customer_id and u.file_id = f.id and p.version_id = ${versionId})
        or exists (select from question q where q.customer_id = f.customer_id and q.version_id = ${versionId}
          and q.kind = 'hotspot' and q.body ->> 'file' = f.id::text)
        or exists (select from film i where i.customer_id = f.customer_id and i.course_id = ${courseId}
          and f.id in (i.file_id, i.poster_file_id))
        or exists (select from film_text t where t.customer_id = f.customer_id and t.course_id = ${courseId}
          and t.caption_file_id = f.id)))
    select f.id, f.of_file_id as of, f.name, f.type, f.kind, f.state, f.bytes, f.sha256, f.width, f.height, f.seconds, f.language
    from file f where f.customer_id = ${customerId} and coalesce(f.of_file_id, f.id) in (select id from whole)
      and f.kind not in ('stream', 'stream-part')
    order by f.of_file_id nulls first, f.kind, f.width, f.language, f.name, f.sha256, f.id`.execute(tx);
  return rows;
}

export function findIntro(tx: Tx, { customerId, courseId }: CoursePlace) {
  return tx
    .selectFrom('film')
    .select(['file_id', 'poster_file_id', 'title', 'seconds'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
}

export function listIntroTexts(tx: Tx, { customerId, courseId }: CoursePlace) {
  return tx
    .selectFrom('film_text')
    .select(['language', 'caption_file_id', 'transcript'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .orderBy('language')
    .execute();
}

export type NewQuestion = {
  id: string;
  lineageId: string;
  pageId: string | null;
  poolId: string | null;
  position: number;
  kind: string;
  prompt: string;
  points: number;
  body: object;
};

/** Questions with the lines that pages name them by. */
export async function insertQuestions(tx: Tx, { customerId, versionId }: DraftPlace, questions: readonly NewQuestion[]): Promise<void> {
  for (let from = 0; from < questions.length; from += perStatement) {
    await tx
      .insertInto('question')
      .values(
        questions.slice(from, from + perStatement).map(({ lineageId, pageId, poolId, body, ...question }) => ({
          customer_id: customerId,
          version_id: versionId,
          lineage_id: lineageId,
          page_id: pageId,
          pool_id: poolId,
          body: JSON.stringify(body),
          ...question,
        })),
      )
      .execute();
  }
}

const perStatement = 500;
