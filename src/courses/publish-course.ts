import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import { fromMarkdown } from './markdown.ts';
import { renderDocument } from './render-document.ts';

type DraftOption = { text: string; correct: boolean; why: string };
export type DraftQuestion = { prompt: string; points?: number } & (
  | { kind: 'single' | 'multiple'; options: DraftOption[] }
  | { kind: 'true-false'; answer: boolean; why: string }
  | { kind: 'number'; answer: number; tolerance: number; unit?: string; why: string }
  | { kind: 'short'; accepted: string[]; why: string }
);
export type CourseDraft = {
  slug: string;
  title: string;
  tagline: string;
  description: string;
  audience: string;
  outcomes: string[];
  minutes: number;
  /** A page with a section's heading begins that section. */
  pages: { title: string; minutes: number; markdown: string; section?: string; questions: DraftQuestion[] }[];
  finalTest: { passPercent: number; maxAttempts: number; timeLimitMinutes: number | null; questions: DraftQuestion[] };
};

/** Publishes a draft as the first version of a new course. Pages are rendered now, once. */
export async function publishCourse(
  tx: Tx,
  to: { customerId: string; language: 'sv' | 'en'; at: Date; listed: boolean },
  draft: CourseDraft,
): Promise<{ courseId: string; versionId: string }> {
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
      listed_at: to.listed ? to.at : null,
      created_at: to.at,
    })
    .execute();
  await tx
    .insertInto('course_version')
    .values({ ...scope, id: versionId, course_id: courseId, number: 1 })
    .execute();
  const pages = draft.pages.map((page, index) => ({
    ...page,
    id: randomUUID(),
    position: index + 1,
    document: fromMarkdown(page.markdown),
  }));
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
        html: renderDocument(document, to.language),
        section_id: sections.findLast(({ from }) => from <= position)?.id ?? null,
      })),
    )
    .execute();
  await tx
    .insertInto('final_test')
    .values({
      ...scope,
      version_id: versionId,
      pass_percent: finalTest.passPercent,
      max_attempts: finalTest.maxAttempts,
      time_limit_minutes: finalTest.timeLimitMinutes,
    })
    .execute();
  const questions = [
    ...pages.flatMap((page) => page.questions.map((question, index) => questionRow(question, index, page.id))),
    ...finalTest.questions.map((question, index) => questionRow(question, index, null)),
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

function questionRow({ kind, prompt, points = 1, ...rest }: DraftQuestion, index: number, pageId: string | null) {
  const body = 'options' in rest ? { options: rest.options.map((option) => ({ id: randomUUID().slice(0, 8), ...option })) } : rest;
  return { id: randomUUID(), page_id: pageId, position: index + 1, kind, prompt, points, body: JSON.stringify(body) };
}
