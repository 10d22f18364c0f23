import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import { rubricPoints, type Criterion, type FileType } from '../assessment/index.ts';
import { readCloze, readItems, readMatching, readRubric } from './authoring/read-parts.ts';
import type { Files } from '../platform/files.ts';
import { addFilm, type NewFilm } from './add-film.ts';
import { writeDirective } from './directive.ts';
import { fromMarkdown } from './markdown.ts';
import { filesIn, mediaFor } from './media/media-of.ts';
import { setPageFiles, type CoursePlace } from './media/media.queries.ts';
import type { PageOrder } from './page-order.ts';
import { renderDocument } from './render-document.ts';

type DraftOption = { text: string; correct: boolean; why: string };
export type DraftQuestion = { prompt: string; points?: number } & (
  | { kind: 'single' | 'multiple'; options: DraftOption[] }
  | { kind: 'true-false'; answer: boolean; why: string }
  | { kind: 'number'; answer: number; tolerance: number; unit?: string; why: string }
  | { kind: 'short'; accepted: string[]; why: string }
  | { kind: 'blanks'; cloze: string; why: string }
  | { kind: 'match'; pairs: string; decoys: string; why: string }
  | { kind: 'order'; items: string; why: string }
  | { kind: 'hotspot'; file: string; alt: string; width: number; height: number; regions: Region[]; why: string }
  | { kind: 'free'; longest: number; rubric: string; why: string }
  | { kind: 'file'; types: FileType[]; megabytes: number; rubric: string; why: string }
) & { /** The part of the question bank it lies in. */ pool?: string };
type Region = { id: string; label: string; x: number; y: number; width: number; height: number; correct: boolean };
export type CourseDraft = {
  slug: string;
  title: string;
  tagline: string;
  description: string;
  audience: string;
  outcomes: string[];
  pageOrder?: PageOrder;
  minutes: number;
  /** A page with a section's heading begins that section. */
  pages: { title: string; minutes: number; markdown: string; section?: string; questions: DraftQuestion[] }[];
  finalTest: {
    passPercent: number;
    maxAttempts: number;
    timeLimitMinutes: number | null;
    waitHours?: number;
    answersShown?: 'never' | 'after-pass' | 'after-last';
    shuffle?: boolean;
    /** How many questions are drawn from each part of the question bank. */
    pools?: { name: string; draw: number }[];
    questions: DraftQuestion[];
  };
};

type NewCourse = {
  customerId: string;
  language: 'sv' | 'en';
  at: Date;
  listed: boolean;
  /** Shown on the open page of the course, and first on its first page. */
  intro?: { files: Files; film: NewFilm } | undefined;
};

/** Publishes a draft as the first version of a new course. Pages are rendered now, once. */
export async function publishCourse(tx: Tx, to: NewCourse, draft: CourseDraft): Promise<{ courseId: string; versionId: string }> {
  const scope = { customer_id: to.customerId };
  const [courseId, versionId] = [randomUUID(), randomUUID()];
  const { slug, title, tagline, description, audience, outcomes, minutes, finalTest } = draft;
  await tx
    .insertInto('course')
    .values({
      ...scope,
      id: courseId,
      slug,
      title,
      tagline,
      description,
      audience,
      outcomes,
      minutes,
      language: to.language,
      page_order: draft.pageOrder ?? 'free',
      listed_at: to.listed ? to.at : null,
      created_at: to.at,
    })
    .execute();
  await tx
    .insertInto('course_version')
    .values({ ...scope, id: versionId, course_id: courseId, number: 1 })
    .execute();
  const place = { customerId: to.customerId, courseId };
  const begun = to.intro ? await introMarkdown(tx, place, to.intro, to.language) : '';
  const pages = draft.pages.map((page, index) => ({
    ...page,
    id: randomUUID(),
    position: index + 1,
    document: fromMarkdown(index === 0 ? begun + page.markdown : page.markdown),
  }));
  const media = await mediaFor(
    tx,
    place,
    pages.map(({ document }) => document),
  );
  const sections = pages.flatMap(({ section, position }) => (section ? [{ id: randomUUID(), title: section, from: position }] : []));
  if (sections.length > 0) {
    await tx
      .insertInto('course_section')
      .values(sections.map(({ id, title }, index) => ({ ...scope, id, title, version_id: versionId, position: index + 1 })))
      .execute();
  }
  await tx
    .insertInto('course_page')
    .values(
      pages.map(({ id, position, title, minutes, document }) => ({
        ...scope,
        id,
        version_id: versionId,
        position,
        title,
        minutes,
        document: JSON.stringify(document),
        html: renderDocument(document, to.language, media),
        section_id: sections.findLast(({ from }) => from <= position)?.id ?? null,
      })),
    )
    .execute();
  for (const { id, document } of pages) if (filesIn(document).length > 0) await setPageFiles(tx, place, id, filesIn(document));
  await tx
    .insertInto('final_test')
    .values({
      ...scope,
      version_id: versionId,
      pass_percent: finalTest.passPercent,
      max_attempts: finalTest.maxAttempts,
      time_limit_minutes: finalTest.timeLimitMinutes,
      wait_hours: finalTest.waitHours ?? null,
      answers_shown: finalTest.answersShown ?? 'after-last',
      shuffle_questions: finalTest.shuffle ?? false,
      shuffle_options: finalTest.shuffle ?? false,
    })
    .execute();
  const pools = (finalTest.pools ?? []).map((pool) => ({ ...pool, id: randomUUID() }));
  if (pools.length > 0) {
    await tx
      .insertInto('question_pool')
      .values(pools.map((pool) => ({ ...scope, version_id: versionId, ...pool })))
      .execute();
  }
  const poolIds = new Map(pools.map(({ name, id }) => [name, id]));
  const questions = [
    ...pages.flatMap((page) => page.questions.map((question, index) => questionRow(question, index, page.id, poolIds))),
    ...finalTest.questions.map((question, index) => questionRow(question, index, null, poolIds)),
  ];
  await tx
    .insertInto('question')
    .values(questions.map((row) => ({ ...scope, version_id: versionId, ...row })))
    .execute();
  // Last: a published version takes nothing more.
  await tx
    .updateTable('course_version')
    .set({ published_at: to.at })
    .where('customer_id', '=', to.customerId)
    .where('id', '=', versionId)
    .execute();
  return { courseId, versionId };
}

function questionRow(question: DraftQuestion, index: number, pageId: string | null, pools: ReadonlyMap<string, string>) {
  const { kind, prompt, points, pool } = question;
  const body = bodyOf(question);
  const worth = 'criteria' in body ? rubricPoints(body.criteria as Criterion[]) : (points ?? 1);
  const pool_id = (pool && pools.get(pool)) ?? null;
  return { id: randomUUID(), page_id: pageId, position: index + 1, kind, prompt, points: worth, pool_id, body: JSON.stringify(body) };
}

/** What is stored of a question, from what an author writes. */
function bodyOf(question: DraftQuestion): object {
  const { kind: _kind, prompt: _prompt, points: _points, pool: _pool, ...rest } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { options: question.options.map((option) => ({ id: randomUUID().slice(0, 8), ...option })) };
    case 'blanks':
      return { text: readCloze(question.cloze), why: question.why };
    case 'match':
      return { ...readMatching(question.pairs, question.decoys), why: question.why };
    case 'order':
      return { items: readItems(question.items), why: question.why };
    case 'free':
      return { longest: question.longest, criteria: readRubric(question.rubric), why: question.why };
    case 'file':
      return { types: question.types, megabytes: question.megabytes, criteria: readRubric(question.rubric), why: question.why };
    default:
      return rest;
  }
}

/** The intro film as the head of a page, all that is said and seen in it as text beneath. */
async function introMarkdown(
  tx: Tx,
  place: CoursePlace,
  { files, film }: NonNullable<NewCourse['intro']>,
  language: 'sv' | 'en',
): Promise<string> {
  const file = await addFilm(tx, files, place, film);
  const transcript = film.texts.find((text) => text.language === language)?.transcript ?? '';
  return `${writeDirective({ type: 'film', attrs: { file, title: film.title } }, language, transcript.replace(/^# .*\n+/, '').trim())}\n\n`;
}
