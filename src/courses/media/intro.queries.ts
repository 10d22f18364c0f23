import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { CoursePlace } from './media.queries.ts';

export async function upsertIntro(
  tx: Tx,
  { customerId, courseId }: CoursePlace,
  film: { fileId: string; title: string; seconds: number; posterId: string | null },
): Promise<void> {
  const columns = { file_id: film.fileId, title: film.title, seconds: film.seconds, poster_file_id: film.posterId };
  await tx
    .insertInto('film')
    .values({ customer_id: customerId, course_id: courseId, ...columns })
    .onConflict((on) => on.columns(['customer_id', 'course_id']).doUpdateSet(columns))
    .execute();
}

export type IntroText = { language: 'sv' | 'en'; captionsId: string; transcript: string };

export async function replaceIntroTexts(tx: Tx, { customerId, courseId }: CoursePlace, texts: readonly IntroText[]): Promise<void> {
  await tx.deleteFrom('film_text').where('customer_id', '=', customerId).where('course_id', '=', courseId).execute();
  const place = { customer_id: customerId, course_id: courseId };
  const rows = texts.map(({ language, captionsId, transcript }) => ({ ...place, language, caption_file_id: captionsId, transcript }));
  if (rows.length > 0) await tx.insertInto('film_text').values(rows).execute();
}

export async function deleteIntro(tx: Tx, place: CoursePlace): Promise<void> {
  await replaceIntroTexts(tx, place, []);
  await tx.deleteFrom('film').where('customer_id', '=', place.customerId).where('course_id', '=', place.courseId).execute();
}

/** What has been said of the intro film, by language. */
export function introTexts(tx: Tx, { customerId, courseId }: CoursePlace) {
  return tx
    .selectFrom('film_text')
    .select(['language', 'transcript'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .execute();
}

/** What the intro film is called. */
export async function introTitle(tx: Tx, { customerId, courseId }: CoursePlace): Promise<string> {
  const film = tx.selectFrom('film').select('title').where('customer_id', '=', customerId).where('course_id', '=', courseId);
  return (await film.executeTakeFirstOrThrow()).title;
}

/** The intro film of a course in the catalogue is everyone's to see, with its captions and poster; no other file is. */
export async function showIntro(tx: Tx, { customerId, courseId }: CoursePlace): Promise<void> {
  await sql`
    update file f set public_at = case when c.listed_at is not null and exists (select from film i
        where i.customer_id = f.customer_id and i.course_id = f.course_id and i.file_id = coalesce(f.of_file_id, f.id))
      then coalesce(f.public_at, app.now()) end
    from course c where c.customer_id = f.customer_id and c.id = f.course_id
      and f.customer_id = ${customerId} and f.course_id = ${courseId}`.execute(tx);
}
