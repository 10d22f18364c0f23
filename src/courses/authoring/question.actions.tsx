import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { moveQuestion, removeQuestion } from './change-outline.ts';
import { markChanged, type DraftPage } from './draft.queries.ts';
import { arrangement, placeOf } from './outline.actions.tsx';
import { QuestionPage } from './pages/question-page.tsx';
import { kinds, readQuestion, typedOf, type Kind } from './question-form.ts';
import { findQuestion, insertQuestion, updateQuestion } from './question.queries.ts';
import { questionWords } from './question-words.ts';
import { changeDraft, pageInDraft, readDraft } from './with-draft.ts';

const anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const wanted = z.object({ kind: z.enum(kinds), page: z.string().regex(idPattern).optional() });

type Shown = {
  kind: Kind;
  home: DraftPage | undefined;
  typed: FormValues;
  errors?: FieldError[];
  action: string;
  revision?: number;
  conflict?: string;
};

function render(visit: Visit, shown: Shown): Response {
  const { locale } = visit;
  const text = questionWords[locale].question;
  const status = shown.conflict ? 409 : shown.errors?.length ? 422 : 200;
  const title = shown.revision === undefined ? text.newTitle : text.title;
  return page(visit, { title, status }, <QuestionPage locale={locale} at={placeOf(visit)} title={title} {...shown} />);
}

/** Where a question belongs is seen from: its page, or the final test. */
const homeOf = (visit: Visit, pageId: string | null | undefined): string =>
  pageId ? `${href('draftPage', { ...placeOf(visit), page: pageId })}#fragor` : `${href('draftTest', placeOf(visit))}#fragor`;

export async function newQuestion(visit: Visit): Promise<Response> {
  const { searchParams } = visit.url;
  const asked = wanted.safeParse({ kind: searchParams.get('slag'), page: searchParams.get('sida') ?? undefined });
  if (!asked.success) throw new NotFound();
  const { kind, page: pageId } = asked.data;
  const home = await readDraft(visit, async (tx, draft) => (pageId ? pageInDraft(tx, draft, pageId) : undefined));
  const typed = { one: { id: randomUUID() }, all: {} };
  return render(visit, { kind, home, typed, action: href('createQuestion', placeOf(visit)) });
}

export async function createQuestion(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, anything);
  const asked = wanted.safeParse({ kind: typed.one['kind'], page: typed.one['page'] || undefined });
  const id = typed.one['id'] ?? '';
  if (!asked.success || !idPattern.test(id)) throw new NotFound();
  const { kind, page: pageId } = asked.data;
  const read = readQuestion(kind, typed, visit.locale);
  const home = await changeDraft(visit, async (tx, draft) => {
    const found = pageId ? await pageInDraft(tx, draft, pageId) : undefined;
    if (read.ok) {
      await insertQuestion(tx, draft, { id, pageId: pageId ?? null, ...read.said });
      await markChanged(tx, draft);
    }
    return found;
  });
  if (read.ok) return redirect(homeOf(visit, pageId));
  return render(visit, { kind, home, typed, errors: read.errors, action: href('createQuestion', placeOf(visit)) });
}

export async function draftQuestion(visit: Visit): Promise<Response> {
  const { kept, home } = await readDraft(visit, async (tx, draft) => {
    const found = await findQuestion(tx, draft, visit.params['question']!);
    if (!found) throw new NotFound();
    return { kept: found, home: found.pageId ? await pageInDraft(tx, draft, found.pageId) : undefined };
  });
  const action = href('saveDraftQuestion', { ...placeOf(visit), question: kept.id });
  return render(visit, { kind: kept.kind, home, typed: typedOf(kept, visit.locale), action, revision: kept.revision });
}

export async function saveDraftQuestion(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, anything);
  const seen = Number(typed.one['revision']);
  const saved = await changeDraft(visit, async (tx, draft) => {
    const kept = await findQuestion(tx, draft, visit.params['question']!);
    if (!kept) throw new NotFound();
    const read = readQuestion(kept.kind, typed, visit.locale);
    const home = kept.pageId ? await pageInDraft(tx, draft, kept.pageId) : undefined;
    const isSeen = Number.isSafeInteger(seen) && seen === kept.revision;
    if (read.ok && isSeen) {
      await updateQuestion(tx, draft, kept.id, seen, read.said);
      await markChanged(tx, draft);
    }
    return { kept, read, home, isSeen };
  });
  const { kept, read, home, isSeen } = saved;
  if (read.ok && (isSeen || isTheSame(kept, read.said))) return redirect(homeOf(visit, kept.pageId));
  const action = href('saveDraftQuestion', { ...placeOf(visit), question: kept.id });
  const shown = { kind: kept.kind, home, typed, action, revision: kept.revision };
  return read.ok ? render(visit, { ...shown, conflict: action }) : render(visit, { ...shown, errors: read.errors });
}

/** A second press of the same button is no conflict. */
const isTheSame = (kept: { prompt: string; points: number; body: object }, said: { prompt: string; points: number; body: object }) =>
  kept.prompt === said.prompt && kept.points === said.points && sorted(kept.body) === sorted(said.body);

const sorted = (body: object): string =>
  JSON.stringify(body, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

export async function arrangeQuestion(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, arrangement);
  const id = visit.params['question']!;
  const { to, remove } = form.ok ? form.value : {};
  const pageId = await changeDraft(visit, async (tx, draft) => {
    const kept = await findQuestion(tx, draft, id);
    if (remove) await removeQuestion(tx, draft, id);
    else if (!kept || (to && !(await moveQuestion(tx, draft, id, to)))) throw new NotFound();
    return kept?.pageId;
  });
  return redirect(remove ? `${href('draft', placeOf(visit))}?borttaget=${id}` : homeOf(visit, pageId));
}
