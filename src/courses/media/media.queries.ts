import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../../platform/database.ts';
import type { MediaKind } from './kinds.ts';

export type CoursePlace = { customerId: string; courseId: string };
export type MediaRow = {
  id: string;
  name: string;
  type: string;
  bytes: number;
  kind: MediaKind;
  state: 'ready' | 'waiting' | 'failed';
  progress: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  intro: boolean;
  /** Titles of the pages that show it, in any version of the course. */
  pages: string[];
  /** How the questions begin that ask about it, in any version of the course. */
  questions: string[];
  parts: { id: string; kind: 'width' | 'captions' | 'poster' | 'stream'; width: number | null; language: 'sv' | 'en' | null }[];
};

/** The questions that ask about the file `f`. */
const askedAbout = sql`question q where q.customer_id = f.customer_id and q.kind = 'hotspot' and q.body ->> 'file' = f.id::text`;

/** What an author may see of a course's files; those of other courses are not there. */
function mediaOf(tx: Tx, customerId: string) {
  return tx
    .selectFrom('file as f')
    .select(['f.id', 'f.name', 'f.type', 'f.bytes', 'f.kind', 'f.state', 'f.progress', 'f.width', 'f.height', 'f.seconds'])
    .select(
      sql<boolean>`exists (select from film i where i.customer_id = f.customer_id and i.course_id = f.course_id and i.file_id = f.id)`.as(
        'intro',
      ),
    )
    .select([
      sql<string[]>`coalesce((select array_agg(distinct p.title) from page_file u
        join course_page p on p.customer_id = u.customer_id and p.id = u.page_id
        where u.customer_id = f.customer_id and u.file_id = f.id), '{}')`.as('pages'),
      sql<string[]>`coalesce((select array_agg(distinct left(q.prompt, 60)) from ${askedAbout}), '{}')`.as('questions'),
    ])
    .select((f) =>
      jsonArrayFrom(
        f
          .selectFrom('file as part')
          .select(['part.id', 'part.kind', 'part.width', 'part.language'])
          .whereRef('part.customer_id', '=', 'f.customer_id')
          .whereRef('part.of_file_id', '=', 'f.id')
          .where('part.kind', '<>', 'stream-part')
          .orderBy('part.width')
          .orderBy('part.created_at'),
      ).as('parts'),
    )
    .where('f.customer_id', '=', customerId)
    .where('f.of_file_id', 'is', null);
}

const perPage = 50;

const keys = { newest: sql`f.created_at`, name: sql`f.name collate "sv-x-icu"`, largest: sql`f.bytes` };

export type MediaWanted = {
  name?: string;
  kind?: (typeof mediaKinds)[number] | undefined;
  order?: (typeof mediaOrders)[number];
  after?: string | undefined;
};
export const mediaOrders = ['newest', 'name', 'largest'] as const;
export const mediaKinds = ['image', 'film', 'sound', 'document'] as const;

/** The newest first unless something else is asked for, so many at a time; `after` is the id of the last one that was shown. */
export async function listMedia(
  tx: Tx,
  place: CoursePlace,
  { name = '', kind, order = 'newest', after }: MediaWanted = {},
): Promise<{ files: MediaRow[]; next: string | undefined }> {
  const rows = await mediaOf(tx, place.customerId)
    .where('f.course_id', '=', place.courseId)
    .$if(name !== '', (query) =>
      query.where(sql<boolean>`strpos(lower(f.name collate "sv-x-icu"), lower(${name}::text collate "sv-x-icu")) > 0`),
    )
    .$if(kind !== undefined, (query) => query.where('f.kind', '=', kind!))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${keys[order]}, f.id) ${order === 'name' ? sql`>` : sql`<`}
          (select ${keys[order]}, f.id from file f where f.customer_id = ${place.customerId} and f.id = ${after})`,
      ),
    )
    .orderBy(keys[order], order === 'name' ? 'asc' : 'desc')
    .orderBy('f.id', order === 'name' ? 'asc' : 'desc')
    .limit(perPage + 1)
    .execute();
  const files = rows.slice(0, perPage) as unknown as MediaRow[];
  return { files, next: rows.length > perPage ? files.at(-1)?.id : undefined };
}

export async function findMedia(tx: Tx, place: CoursePlace, id: string): Promise<MediaRow | undefined> {
  return (await mediaOf(tx, place.customerId)
    .where('f.course_id', '=', place.courseId)
    .where('f.id', '=', id)
    .executeTakeFirst()) as unknown as MediaRow | undefined;
}

const mostUnused = 10;

/** Files that no page shows, no question asks about, nor the course itself shows: the oldest of them. */
export async function listUnused(tx: Tx, { customerId, courseId }: CoursePlace): Promise<MediaRow[]> {
  const rows = await mediaOf(tx, customerId)
    .where('f.course_id', '=', courseId)
    .where(sql<boolean>`not exists (select from page_file u where u.customer_id = f.customer_id and u.file_id = f.id)
      and not exists (select from film i where i.customer_id = f.customer_id and i.file_id = f.id)
      and not exists (select from ${askedAbout})`)
    .orderBy('f.created_at')
    .limit(mostUnused)
    .execute();
  return rows as unknown as MediaRow[];
}

/** Its own, or one that came with pages copied from another course of the customer. */
const ofCourse = (courseId: string) => sql<boolean>`(f.course_id = ${courseId} or exists (select from page_file u
  join course_page p on p.customer_id = u.customer_id and p.id = u.page_id
  join course_version v on v.customer_id = p.customer_id and v.id = p.version_id
  where u.customer_id = f.customer_id and u.file_id = f.id and v.course_id = ${courseId}))`;

/** Files by their ids, those of the course only: what its pages may name. */
export async function mediaByIds(tx: Tx, { customerId, courseId }: CoursePlace, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return [];
  return (await mediaOf(tx, customerId).where(ofCourse(courseId)).where('f.id', 'in', ids).execute()) as unknown as MediaRow[];
}

export type NewFile = {
  id: string;
  name: string;
  type: string;
  bytes: number;
  sha256: Buffer;
  kind: MediaKind | 'width' | 'captions' | 'poster' | 'stream' | 'stream-part';
  state?: 'ready' | 'waiting';
  of_file_id?: string;
  width?: number | undefined;
  height?: number | undefined;
  seconds?: number | undefined;
  language?: 'sv' | 'en';
};

/** The same id is the same file, however often it is sent. */
export async function insertMedia(tx: Tx, { customerId, courseId }: CoursePlace, file: NewFile): Promise<void> {
  await tx
    .insertInto('file')
    .values({ customer_id: customerId, course_id: courseId, created_at: sql<Date>`app.now()`, ...file })
    .onConflict((on) => on.columns(['customer_id', 'id']).doNothing())
    .execute();
}

export async function updateMedia(
  tx: Tx,
  customerId: string,
  id: string,
  changes: Partial<Omit<NewFile, 'state'>> & { state?: string; progress?: number },
): Promise<void> {
  await tx.updateTable('file').set(changes).where('customer_id', '=', customerId).where('id', '=', id).execute();
}

/** The ids of a file and of its parts, which are gone from the table after this. */
export async function deleteMedia(tx: Tx, { customerId, courseId }: CoursePlace, id: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('file')
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .where((f) => f.or([f('id', '=', id), f('of_file_id', '=', id)]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function deleteParts(tx: Tx, customerId: string, fileId: string, kind: string, language?: 'sv' | 'en'): Promise<string[]> {
  const rows = await tx
    .deleteFrom('file')
    .where('customer_id', '=', customerId)
    .where('of_file_id', '=', fileId)
    .where('kind', '=', kind)
    .$if(language !== undefined, (query) => query.where('language', '=', language!))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Which files a page of a draft shows, as it now says. Files that the course does not have are left out. */
export async function setPageFiles(
  tx: Tx,
  { customerId, courseId }: CoursePlace,
  pageId: string,
  fileIds: readonly string[],
): Promise<void> {
  const known = await sql<{ id: string }>`
    select f.id from file f where f.customer_id = ${customerId} and f.id = any (${fileIds}::uuid[]) and ${ofCourse(courseId)}`.execute(tx);
  await tx.deleteFrom('page_file').where('customer_id', '=', customerId).where('page_id', '=', pageId).execute();
  const rows = known.rows.map(({ id }) => ({ customer_id: customerId, page_id: pageId, file_id: id }));
  if (rows.length > 0) await tx.insertInto('page_file').values(rows).execute();
}

/** A film that waits to be prepared, or a ready one of at least so many seconds that lacks its stream; and its course. */
export async function findFilmToPrepare(
  tx: Tx,
  customerId: string,
  id: string,
  longFrom: number,
): Promise<{ courseId: string; isReady: boolean } | undefined> {
  const row = await tx
    .selectFrom('file as f')
    .select(['f.course_id as courseId', 'f.state'])
    .where('f.customer_id', '=', customerId)
    .where('f.id', '=', id)
    .where('f.kind', '=', 'film')
    .where((f) => f.or([f('f.state', '=', 'waiting'), f.and([f('f.state', '=', 'ready'), f('f.seconds', '>=', longFrom)])]))
    .where(sql<boolean>`not exists (select from file s
      where s.customer_id = f.customer_id and s.of_file_id = f.id and s.kind = 'stream')`)
    .executeTakeFirst();
  return row?.courseId ? { courseId: row.courseId, isReady: row.state === 'ready' } : undefined;
}
