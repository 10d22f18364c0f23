import type { House } from '../../platform/house.ts';
import type { Tx } from '../../platform/database.ts';
import { addJob } from '../../platform/jobs.ts';
import { createCourse } from '../authoring/begin-draft.ts';
import { findSlug, takeTurns } from '../authoring/course.queries.ts';
import { holdDraft, insertPage, saveRules, type DraftPlace } from '../authoring/draft.queries.ts';
import { savePool } from '../authoring/pool.queries.ts';
import { pageOf } from '../authoring/save-page.ts';
import { insertSection } from '../authoring/section.queries.ts';
import { longFilmSeconds } from '../media/film-job.ts';
import { replaceIntroTexts, upsertIntro } from '../media/intro.queries.ts';
import { filesIn, mediaFor } from '../media/media-of.ts';
import { insertMedia, setPageFiles, updateMedia } from '../media/media.queries.ts';
import { idFrom, type Numbered } from './id-from.ts';
import { insertQuestions } from './package.queries.ts';
import type { ReadPackage } from './read-package.ts';
import { renameIds, renamePicture } from './rename-ids.ts';

type Author = { customerId: string; accountId: string };
type NewId = (what: Numbered | 'question-row', id: string) => string;

/** Ids of an import come from its author and the course it makes: the same sending makes the same course once. */
export const newIds =
  ({ accountId }: Author, courseId: string): NewId =>
  (what, id) =>
    idFrom(`${accountId} ${courseId}`, `${what} ${id}`);

/** Puts the package's files among the customer's. Before the rows: what is in the table is on the disk. */
export async function keepFiles(house: House, customerId: string, { files }: ReadPackage, newId: NewId): Promise<void> {
  for (const { record, path } of files) await house.files.take(`${customerId}/${newId('file', record.id)}`, path);
}

/** A new course from a package, as a draft of its author's; its slug. Sent twice it is one course. */
export async function importPackage(tx: Tx, author: Author, courseId: string, read: ReadPackage): Promise<string> {
  const { title, tagline, description, audience, outcomes, language, pageOrder = 'free' } = read.course;
  await takeTurns(tx, author.customerId);
  const made = await findSlug(tx, author.customerId, courseId);
  if (made) return made.slug;
  const slug = await createCourse(tx, author, courseId, { title, tagline, description, audience, outcomes, language, pageOrder });
  const draft = await holdDraft(tx, author.customerId, courseId);
  const place = { customerId: author.customerId, courseId, versionId: draft!.id };
  const newId = newIds(author, courseId);
  await insertFiles(tx, place, read, newId);
  await insertPages(tx, place, read, newId);
  await insertTest(tx, place, read, newId);
  await insertIntro(tx, place, read, newId);
  return slug;
}

async function insertFiles(tx: Tx, place: DraftPlace, { files }: ReadPackage, newId: NewId): Promise<void> {
  // Whole ones first: their parts point at them.
  for (const { record, sha256 } of files.toSorted((a, b) => Number(a.record.of !== null) - Number(b.record.of !== null))) {
    const { name, type, kind, bytes, state, of, width, height, seconds, language } = record;
    const id = newId('file', record.id);
    await insertMedia(tx, place, {
      ...{ id, name, type, kind, bytes, sha256 },
      ...(of ? { of_file_id: newId('file', of) } : {}),
      ...{ width: width ?? undefined, height: height ?? undefined, seconds: seconds ?? undefined },
      ...(language ? { language } : {}),
    });
    if (state !== 'ready') await updateMedia(tx, place.customerId, id, { state });
    const isLong = kind === 'film' && (seconds ?? 0) >= longFilmSeconds;
    const payload = { customer: place.customerId, file: id };
    if (state === 'waiting' || isLong) await addJob(tx, 'prepare-film', payload, { key: `film ${id}`, maxAttempts: 3 });
  }
}

async function insertPages(tx: Tx, place: DraftPlace, { course, documents }: ReadPackage, newId: NewId): Promise<void> {
  for (const [index, { id, title }] of course.sections.entries())
    await insertSection(tx, place, { id: newId('section', id), title, position: index + 1 });
  const renamed = documents.map((document) => renameIds(document, newId));
  const media = await mediaFor(tx, place, renamed);
  for (const [index, { id, section, title, minutes }] of course.pages.entries()) {
    const document = renamed[index]!;
    const page = pageOf({ title, document, minutes }, course.language, media);
    const ids = { id: newId('page', id), lineageId: newId('page', id), sectionId: section && newId('section', section) };
    await insertPage(tx, place, { ...ids, ...page }, index + 1);
    await setPageFiles(tx, place, ids.id, filesIn(document));
  }
}

async function insertTest(tx: Tx, place: DraftPlace, { course, questions }: ReadPackage, newId: NewId): Promise<void> {
  if (course.finalTest) await saveRules(tx, place, course.finalTest);
  for (const { id, name, draw } of course.pools) await savePool(tx, place, { id: newId('pool', id), name, draw });
  const counts = new Map<string | null, number>();
  const rows = questions.map(({ id, page, pool, kind, prompt, points, body }) => {
    const position = (counts.get(page) ?? 0) + 1;
    counts.set(page, position);
    const places = { pageId: page && newId('page', page), poolId: pool && newId('pool', pool), position };
    const ids = { id: newId('question-row', id), lineageId: newId('question', id) };
    return { ...ids, ...places, kind, prompt, points, body: renamePicture(kind, body, newId) };
  });
  await insertQuestions(tx, place, rows);
}

async function insertIntro(tx: Tx, place: DraftPlace, { course: { intro } }: ReadPackage, newId: NewId): Promise<void> {
  if (!intro) return;
  const { file, poster, title, seconds } = intro;
  await upsertIntro(tx, place, { fileId: newId('file', file), posterId: poster && newId('file', poster), title, seconds });
  const texts = intro.texts.map(({ language, captions, transcript }) => ({ language, captionsId: newId('file', captions), transcript }));
  await replaceIntroTexts(tx, place, texts);
}
