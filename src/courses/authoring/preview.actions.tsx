import { z } from 'zod';
import { mark, readReply, type assessmentWords, type Reply } from '../../assessment/index.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { mediaFor } from '../media/media-of.ts';
import { renderDocument } from '../render-document.ts';
import { findRules, listPages, type DraftPage } from './draft.queries.ts';
import { placeOf } from './outline.actions.tsx';
import { PreviewPage } from './pages/preview-page.tsx';
import { PreviewTestPage } from './pages/preview-test-page.tsx';
import { publishWords } from './publish-words.ts';
import { listQuestions } from './question.queries.ts';
import { readDraft, type Draft } from './with-draft.ts';

/** A try in the preview: marked as a student's would be, and kept nowhere. */
export type Tried = {
  questionId: string;
  reply?: Reply;
  mark?: ReturnType<typeof mark>;
  problem?: keyof (typeof assessmentWords)['sv']['problem'];
};

export const previewPage = (visit: Visit): Promise<Response> => show(visit);

async function show(visit: Visit, sent?: { questionId: string; values: string[] }): Promise<Response> {
  const found = await readDraft(visit, async (tx, draft) => ({
    draft,
    pages: await drawn(tx, draft, Number(visit.params['position'])),
    questions: await listQuestions(tx, draft),
  }));
  const shown = found.pages.find(({ position }) => position === Number(visit.params['position']));
  if (!shown && found.pages.length === 0) return redirect(href('draft', placeOf(visit)));
  if (!shown) throw new NotFound();
  const questions = found.questions.filter(({ pageId }) => pageId === shown.id);
  const asked = sent && questions.find(({ id }) => id === sent.questionId);
  if (sent && !asked) throw new NotFound();
  const read = sent && asked && readReply(asked, sent.values);
  const tried: Tried | undefined =
    read && asked
      ? 'reply' in read
        ? { questionId: asked.id, reply: read.reply, mark: mark(asked, read.reply) }
        : { questionId: asked.id, problem: 'problem' in read ? read.problem : 'blank' }
      : undefined;
  const { locale } = visit;
  return page(
    visit,
    { title: publishWords[locale].preview.marker, status: tried?.problem ? 422 : 200, scripts: ['question-parts'] },
    <PreviewPage
      locale={locale}
      at={placeOf(visit)}
      language={found.draft.language}
      course={found.draft.course}
      pages={found.pages}
      shown={shown}
      questions={questions}
      tried={tried}
    />,
  );
}

/** The pages of a draft, the one that is shown drawn with its files as they are now. */
async function drawn(tx: Tx, draft: Draft, position: number): Promise<DraftPage[]> {
  const pages = await listPages(tx, draft);
  const shown = pages.find((page) => page.position === position);
  const media = shown && (await mediaFor(tx, draft, [shown.document]));
  return pages.map((page) => (page === shown ? { ...page, html: renderDocument(page.document, draft.language, media) } : page));
}

export async function tryPreview(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, z.record(z.string(), z.union([z.string(), z.array(z.string())])));
  return show(visit, { questionId: typed.one['question'] ?? '', values: typed.all['answer'] ?? [] });
}

export async function previewTest(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const { draft, rules, questions } = await readDraft(visit, async (tx, draft) => ({
    draft,
    rules: await findRules(tx, draft),
    questions: (await listQuestions(tx, draft)).filter(({ pageId }) => pageId === null),
  }));
  return page(
    visit,
    { title: publishWords[locale].preview.marker, scripts: ['question-parts'] },
    <PreviewTestPage
      locale={locale}
      at={placeOf(visit)}
      language={draft.language}
      course={draft.course}
      rules={rules}
      questions={questions}
    />,
  );
}
