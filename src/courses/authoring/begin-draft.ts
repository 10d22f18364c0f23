import type { Tx } from '../../platform/database.ts';
import { copyContent, insertDraft, newestVersion } from './copy-version.queries.ts';
import { findSlug, insertCourse, insertCourseAdministrator, takenSlugs, type CourseDetails } from './course.queries.ts';
import { holdDraft, saveRules, type DraftPlace, type FinalTestRules } from './draft.queries.ts';
import { freeSlug, slugOf } from './slug.ts';

/** What a new course's final test is, until its author says otherwise. */
const firstRules: FinalTestRules = {
  passPercent: 80,
  maxAttempts: 3,
  timeLimitMinutes: null,
  waitHours: null,
  answersShown: 'after-last',
  shuffleQuestions: false,
  shuffleOptions: false,
};

export type Author = { customerId: string; accountId: string };

/** A new course with an empty draft, looked after by its author. The same id is the same course, however often it is sent. */
export async function createCourse(tx: Tx, author: Author, courseId: string, details: CourseDetails): Promise<string> {
  const { customerId } = author;
  const taken = await takenSlugs(tx, customerId, slugOf(details.title));
  const made = await findSlug(tx, customerId, courseId);
  if (made) return made.slug;
  const slug = freeSlug(slugOf(details.title), taken);
  await insertCourse(tx, customerId, { id: courseId, slug, ...details });
  await insertCourseAdministrator(tx, customerId, courseId, author.accountId);
  const draft = await insertDraft(tx, customerId, courseId);
  await saveRules(tx, { customerId, courseId, versionId: draft!.id }, firstRules);
  return slug;
}

/** The draft of a course, held: begun as a copy of what is published when there is none. */
export async function beginDraft(tx: Tx, customerId: string, courseId: string): Promise<DraftPlace> {
  const begun = await insertDraft(tx, customerId, courseId);
  const versionId = begun?.id ?? (await holdDraft(tx, customerId, courseId))!.id;
  const place = { customerId, courseId, versionId };
  const published = begun && (await newestVersion(tx, customerId, courseId, true));
  if (published) await copyContent(tx, published, place, true);
  return place;
}

type Original = Omit<CourseDetails, 'title' | 'language'> & { id: string; language: string };

/** A course like another: its pages and questions, but neither its film, its keys nor its students. */
export async function duplicateCourse(tx: Tx, author: Author, courseId: string, original: Original, title: string): Promise<string> {
  const { customerId } = author;
  const taken = await takenSlugs(tx, customerId, slugOf(title));
  const made = await findSlug(tx, customerId, courseId);
  if (made) return made.slug;
  const slug = freeSlug(slugOf(title), taken);
  const { tagline, description, audience, outcomes, pageOrder } = original;
  const language = original.language === 'en' ? 'en' : 'sv';
  await insertCourse(tx, customerId, { id: courseId, slug, title, tagline, description, audience, outcomes, language, pageOrder });
  await insertCourseAdministrator(tx, customerId, courseId, author.accountId);
  const draft = await insertDraft(tx, customerId, courseId);
  const source = await newestVersion(tx, customerId, original.id, false);
  await copyContent(tx, source!, { customerId, courseId, versionId: draft!.id }, false);
  return slug;
}
