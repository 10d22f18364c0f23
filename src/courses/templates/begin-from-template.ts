import type { Tx } from '../../platform/database.ts';
import { createCourse, duplicateCourse, type Author } from '../authoring/begin-draft.ts';
import { findSlug, takeTurns, type CourseDetails } from '../authoring/course.queries.ts';
import { holdDraft, insertPage, type DraftPlace } from '../authoring/draft.queries.ts';
import { pageOf } from '../authoring/save-page.ts';
import { pagesFromMarkdown } from '../imports/index.ts';
import { idFrom } from '../packages/id-from.ts';
import { copySettings, insertSettings } from './settings.queries.ts';
import type { OurTemplate } from './ours/index.ts';
import { setTemplate, type Template } from './template.queries.ts';

/** What a new course is begun from: one of ours, or one that the customer has kept. */
export type Chosen = { ours: OurTemplate } | { own: Template };

/** A new course with the pages of a template, in the words of its author. The same id is the same course, however often it is sent. */
export async function beginFromTemplate(tx: Tx, author: Author, courseId: string, details: CourseDetails, chosen: Chosen): Promise<string> {
  const { customerId } = author;
  await takeTurns(tx, customerId);
  const made = await findSlug(tx, customerId, courseId);
  if (made) return made.slug;
  if ('own' in chosen) {
    const slug = await duplicateCourse(tx, author, courseId, { ...chosen.own, ...details }, details.title);
    await copySettings(tx, customerId, chosen.own.id, courseId);
    return slug;
  }
  const slug = await createCourse(tx, author, courseId, details);
  const draft = await holdDraft(tx, customerId, courseId);
  await insertPages(tx, { customerId, courseId, versionId: draft!.id }, chosen.ours, details.language);
  await insertSettings(tx, customerId, courseId, chosen.ours);
  return slug;
}

/** In the language that the course is to be written in. */
async function insertPages(tx: Tx, place: DraftPlace, { words }: OurTemplate, language: 'sv' | 'en'): Promise<void> {
  const { pages } = pagesFromMarkdown(words[language].text, words[language].title);
  for (const [index, { title, document }] of pages.entries()) {
    const id = idFrom(place.courseId, `page ${index}`);
    await insertPage(tx, place, { id, lineageId: id, sectionId: null, ...pageOf({ title, document, minutes: null }, language) }, index + 1);
  }
}

type Original = Template;

/** Keeps a copy of a course as a template: the course itself goes on as it was. */
export async function saveAsTemplate(tx: Tx, author: Author, templateId: string, original: Omit<Original, 'slug'>): Promise<void> {
  const { customerId } = author;
  await takeTurns(tx, customerId);
  if (await findSlug(tx, customerId, templateId)) return;
  await duplicateCourse(tx, author, templateId, original, original.title);
  await copySettings(tx, customerId, original.id, templateId);
  await setTemplate(tx, customerId, templateId, true);
}

/** One of ours among the customer's own, in their words from then on. */
export async function addTemplate(tx: Tx, author: Author, templateId: string, ours: OurTemplate, language: 'sv' | 'en'): Promise<void> {
  const { title, tagline, description, audience, outcomes } = ours.words[language];
  const details = { title, tagline, description, audience, outcomes: outcomes.split('\n'), language, pageOrder: ours.pageOrder };
  await beginFromTemplate(tx, author, templateId, details, { ours });
  await setTemplate(tx, author.customerId, templateId, true);
}
