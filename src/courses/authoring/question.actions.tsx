import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { moveQuestion, removeQuestion } from './change-outline.ts';
import type { Tx } from '../../platform/database.ts';
import { markChanged, type DraftPage, type DraftQuestion } from './draft.queries.ts';
import { arrangement, placeOf } from './outline.actions.tsx';
import { QuestionPage } from './pages/question-page.tsx';
import { listPools, type Pool } from './pool.queries.ts';
import { kinds, pageKinds, readQuestion, typedOf, type Kind } from './question-form.ts';
import { findQuestion, insertQuestion, listImages, updateQuestion, type ImageFile } from './question.queries.ts';
import { imageSize } from './read-hotspot.ts';
import { questionWords } from './question-words.ts';
import { changeDraft, pageInDraft, readDraft, type Draft } from './with-draft.ts';

const anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const wanted = z.object({ kind: z.enum(kinds), page: z.string().regex(idPattern).optional() });

type Shown = {
  kind: Kind;
  home: DraftPage | undefined;
  typed: FormValues;
  lists: Lists;
  saved?: DraftQuestion;
  errors?: FieldError[];
  action: string;
  revision?: number;
  conflict?: string;
};

/** What a form offers to choose from. */
type Lists = { pools: Pool[]; images: ImageFile[] };

const listsFor = async (tx: Tx, draft: Draft, kind: Kind, pageId: string | null | undefined): Promise<Lists> => ({
  pools: pageId ? [] : await listPools(tx, draft),
  images: kind === 'hotspot' ? await listImages(tx, draft.customerId) : [],
});

const poolOf = (typed: FormValues): string | null => {
  const pool = typed.one['pool'] ?? '';
  return idPattern.test(pool) ? pool : null;
};

/** Reads the form, and for an image how large it is. */
async function read(visit: Visit, kind: Kind, typed: FormValues) {
  const file = typed.one['file'] ?? '';
  const image = kind === 'hotspot' && idPattern.test(file) ? await imageSize(visit.house, customerOf(visit).id, file) : undefined;
  return readQuestion(kind, typed, visit.locale, image);
}

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
  if (pageId && !pageKinds.includes(kind)) throw new NotFound();
  const { home, lists } = await readDraft(visit, async (tx, draft) => ({
    home: pageId ? await pageInDraft(tx, draft, pageId) : undefined,
    lists: await listsFor(tx, draft, kind, pageId),
  }));
  const typed = { one: { id: randomUUID() }, all: {} };
  return render(visit, { kind, home, lists, typed, action: href('createQuestion', placeOf(visit)) });
}

export async function createQuestion(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, anything);
  const asked = wanted.safeParse({ kind: typed.one['kind'], page: typed.one['page'] || undefined });
  const id = typed.one['id'] ?? '';
  if (!asked.success || !idPattern.test(id)) throw new NotFound();
  const { kind, page: pageId } = asked.data;
  if (pageId && !pageKinds.includes(kind)) throw new NotFound();
  const said = await read(visit, kind, typed);
  const { home, lists } = await changeDraft(visit, async (tx, draft) => {
    const found = pageId ? await pageInDraft(tx, draft, pageId) : undefined;
    if (said.ok) {
      await insertQuestion(tx, draft, { id, pageId: pageId ?? null, poolId: pageId ? null : poolOf(typed), ...said.said });
      await markChanged(tx, draft);
    }
    return { home: found, lists: await listsFor(tx, draft, kind, pageId) };
  });
  if (said.ok) return redirect(homeOf(visit, pageId));
  return render(visit, { kind, home, lists, typed, errors: said.errors, action: href('createQuestion', placeOf(visit)) });
}

export async function draftQuestion(visit: Visit): Promise<Response> {
  const { kept, home, lists } = await readDraft(visit, async (tx, draft) => {
    const found = await findQuestion(tx, draft, visit.params['question']!);
    if (!found) throw new NotFound();
    const lists = await listsFor(tx, draft, found.kind, found.pageId);
    return { kept: found, lists, home: found.pageId ? await pageInDraft(tx, draft, found.pageId) : undefined };
  });
  const action = href('saveDraftQuestion', { ...placeOf(visit), question: kept.id });
  const typed = typedOf(kept, visit.locale);
  typed.one['pool'] = kept.poolId ?? '';
  return render(visit, { kind: kept.kind, home, lists, saved: kept, typed, action, revision: kept.revision });
}

export async function saveDraftQuestion(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, anything);
  const seen = Number(typed.one['revision']);
  const saved = await changeDraft(visit, async (tx, draft) => {
    const kept = await findQuestion(tx, draft, visit.params['question']!);
    if (!kept) throw new NotFound();
    const said = await read(visit, kept.kind, typed);
    const poolId = kept.pageId ? null : poolOf(typed);
    const home = kept.pageId ? await pageInDraft(tx, draft, kept.pageId) : undefined;
    const isSeen = Number.isSafeInteger(seen) && seen === kept.revision;
    if (said.ok && isSeen) {
      await updateQuestion(tx, draft, kept.id, seen, { ...said.said, poolId });
      await markChanged(tx, draft);
    }
    return { kept, said, home, isSeen, poolId, lists: await listsFor(tx, draft, kept.kind, kept.pageId) };
  });
  const { kept, said, home, isSeen, poolId, lists } = saved;
  if (said.ok && (isSeen || isTheSame(kept, { ...said.said, poolId }))) return redirect(homeOf(visit, kept.pageId));
  const action = href('saveDraftQuestion', { ...placeOf(visit), question: kept.id });
  const shown = { kind: kept.kind, home, lists, saved: kept, typed, action, revision: kept.revision };
  return said.ok ? render(visit, { ...shown, conflict: action }) : render(visit, { ...shown, errors: said.errors });
}

/** A second press of the same button is no conflict. */
type Compared = { prompt: string; points: number; body: object; poolId: string | null };
const isTheSame = (kept: Compared, said: Compared) =>
  kept.poolId === said.poolId && kept.prompt === said.prompt && kept.points === said.points && sorted(kept.body) === sorted(said.body);

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
