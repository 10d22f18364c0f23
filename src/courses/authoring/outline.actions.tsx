import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { beginDraft } from './begin-draft.ts';
import { addPage, bringBack, movePage, PageIsGone, removePage } from './change-outline.ts';
import { listPages } from './draft.queries.ts';
import { withCourse } from './may-author.ts';
import { OutlinePage, PublishedPage } from './pages/outline-page.tsx';
import { publishWords } from './publish-words.ts';
import { listQuestions } from './question.queries.ts';
import { listRemoved } from './removed.queries.ts';
import { listSections } from './section.queries.ts';
import { changeDraft, languageOf } from './with-draft.ts';
import { words } from './words.ts';

export const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

export const draft = (visit: Visit): Promise<Response> => showOutline(visit, { typed: '', errors: [] });

export type Shown = { typed: string; errors: FieldError[]; id?: string; problem?: string };

/** The outline with what was typed in one of its forms: a new page's name, or (`section`) a section's. */
export async function showOutline(visit: Visit, shown: Shown): Promise<Response> {
  const { locale } = visit;
  const text = words[locale].outline;
  const found = await withCourse(visit, async (tx, course) => {
    if (!course.draft_id) return { course };
    const place = { customerId: course.customer_id, courseId: course.id, versionId: course.draft_id };
    const pages = await listPages(tx, place);
    const sections = await listSections(tx, place);
    return { course, pages, sections, questions: await listQuestions(tx, place), removed: await listRemoved(tx, place) };
  });
  const { course } = found;
  const shared = { locale, at: placeOf(visit), course };
  if (!found.pages) {
    const published = visit.url.searchParams.get('besked') === 'publicerad';
    const flash = { kind: 'done' as const, text: publishWords[locale].check.published };
    return page(
      visit,
      { title: text.publishedTitle(course.title), ...(published ? { flash } : {}) },
      <PublishedPage {...shared} newId={randomUUID()} />,
    );
  }
  const justRemoved = found.removed.find(({ id }) => id === visit.url.searchParams.get('borttaget'));
  const status = shown.errors.length > 0 ? 422 : shown.problem ? 409 : 200;
  return page(
    visit,
    { title: text.title(course.title), status, ...(shown.problem ? { flash: { kind: 'problem', text: shown.problem } } : {}) },
    <OutlinePage
      {...shared}
      pages={found.pages}
      sections={found.sections}
      questions={found.questions}
      removed={found.removed}
      justRemoved={justRemoved}
      newId={shown.id ?? randomUUID()}
      typed={shown.typed}
      errors={shown.errors}
    />,
  );
}

export async function saveBeginDraft(visit: Visit): Promise<Response> {
  await withCourse(visit, (tx, course) => beginDraft(tx, course.customer_id, course.id));
  return redirect(href('draft', placeOf(visit)));
}

export async function saveNewPage(visit: Visit): Promise<Response> {
  const { nameMissing } = words[visit.locale].outline;
  const { nameTooLong } = words[visit.locale].page;
  const schema = z.object({
    id: z.string().regex(idPattern),
    title: z.string(nameMissing).trim().min(1, nameMissing).max(200, nameTooLong),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok) {
    const sent = form.typed.one['id'] ?? '';
    const errors = form.errors.filter(({ name }) => name === 'title');
    if (errors.length === 0) throw new NotFound();
    return showOutline(visit, { typed: form.typed.one['title'] ?? '', errors, ...(idPattern.test(sent) ? { id: sent } : {}) });
  }
  const { id, title } = form.value;
  await changeDraft(visit, (tx, place) => addPage(tx, place, id, title, languageOf(place.course)));
  return redirect(href('draftPage', { ...placeOf(visit), page: id }));
}

/** Where to, or away. The buttons say it; without them nothing happens. */
export const arrangement = z.object({ to: z.coerce.number().int().min(1).max(9999).optional(), remove: z.literal('yes').optional() });

/** A place, and perhaps the section that it is in (`-` for before all sections). */
const placement = z.object({
  to: z
    .string()
    .regex(/^[1-9]\d{0,3}(\.(-|[0-9a-f-]{36}))?$/)
    .transform((said) => said.split('.'))
    .optional(),
  remove: z.literal('yes').optional(),
});

export async function arrangePage(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, placement);
  const id = visit.params['page']!;
  const { to, remove } = form.ok ? form.value : {};
  await changeDraft(visit, async (tx, place) => {
    if (remove) await removePage(tx, place, id);
    else if (to && !(await movePage(tx, place, id, Number(to[0]), to[1] === '-' ? null : to[1]))) throw new NotFound();
  });
  const outline = href('draft', placeOf(visit));
  return redirect(remove ? `${outline}?borttaget=${id}` : `${outline}#sida-${id}`);
}

export async function saveBringBack(visit: Visit): Promise<Response> {
  try {
    await changeDraft(visit, (tx, place) => bringBack(tx, place, visit.params['piece']!));
  } catch (error) {
    if (!(error instanceof PageIsGone)) throw error;
    return showOutline(visit, { typed: '', errors: [], problem: words[visit.locale].outline.pageFirst });
  }
  return redirect(`${href('draft', placeOf(visit))}#sida-${visit.params['piece']!}`);
}
