import { z } from 'zod';
import { readForm, readJson, type FieldError } from '../../platform/read-body.ts';
import { json, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatMinutes, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { mediaFor } from '../media/media-of.ts';
import { renderDocument } from '../render-document.ts';
import { toMarkdown } from '../to-markdown.ts';
import type { DraftPage, DraftQuestion } from './draft.queries.ts';
import { placeOf } from './outline.actions.tsx';
import { EditPage, type TypedText } from './pages/edit-page.tsx';
import { listQuestions } from './question.queries.ts';
import { minutesToRead } from './reading.ts';
import { documentOf, savePage, type Saved } from './save-page.ts';
import { changePage, pageInDraft, readDraft, type Draft } from './with-draft.ts';
import { words } from './words.ts';

export const savedText = (at: Date, locale: Locale): string => words[locale].page.saved(formatTime(at, locale).replace(/^kl\.\s/, ''));

export async function draftPage(visit: Visit): Promise<Response> {
  const found = await readDraft(visit, async (tx, draft) => {
    const kept = await pageInDraft(tx, draft, visit.params['page']!);
    return { draft, kept, questions: await listQuestions(tx, draft), media: await mediaFor(tx, draft, [kept.document]) };
  });
  const restored = visit.url.searchParams.get('besked') === 'tillbaka';
  return render(
    visit,
    {
      ...found,
      typed: typedOf(found.kept, found.draft.language),
      html: renderDocument(found.kept.document, found.draft.language, found.media),
    },
    restored,
  );
}

const typedOf = (kept: DraftPage, language: Locale): TypedText => ({
  title: kept.title,
  text: toMarkdown(kept.document, language),
  minutes: kept.minutesByHand ? String(kept.minutes) : '',
  revision: kept.revision,
});

type Shown = {
  draft: Draft;
  kept: DraftPage;
  questions: DraftQuestion[];
  typed: TypedText;
  html: string;
  errors?: FieldError[];
  conflict?: boolean;
};

function render(visit: Visit, { draft, kept, questions, errors = [], ...shown }: Shown, restored = false): Response {
  const { locale } = visit;
  const text = words[locale];
  return page(
    visit,
    {
      title: text.page.title,
      width: 'wide',
      scripts: ['authoring'],
      status: errors.length > 0 ? 422 : shown.conflict ? 409 : 200,
      ...(restored ? { flash: { kind: 'done', text: text.history.restored } } : {}),
    },
    <EditPage
      locale={locale}
      at={{ ...placeOf(visit), page: kept.id }}
      language={draft.language}
      kept={kept}
      questions={questions.filter(({ pageId }) => pageId === kept.id)}
      errors={errors}
      {...shown}
    />,
  );
}

function pageForm(locale: Locale) {
  const text = words[locale].page;
  return z.object({
    title: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(200, text.nameTooLong),
    text: z.string().max(30_000, text.textTooLong).default(''),
    minutes: z
      .string()
      .trim()
      .regex(/^([1-9]\d?|[1-5]\d\d|600)?$/, text.minutesWrong)
      .default('')
      .transform((typed) => (typed === '' ? null : Number(typed))),
    revision: z.coerce.number().int().min(1).max(1_000_000_000).catch(1),
    intent: z.enum(['save', 'show']).catch('save'),
  });
}

/** Saves, shows without saving, or tells of what someone else saved meanwhile. Scripts get the same as data. */
export async function saveDraftPage(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, pageForm(visit.locale));
  const wantsData = visit.request.headers.get('accept') === 'application/json';
  const { one } = form.typed;
  const document = documentOf((one['text'] ?? '').slice(0, 30_000));
  const shown = await changePage(visit, async (tx, draft, kept) => {
    const at = { ...draft, pageId: kept.id, seen: form.ok ? form.value.revision : kept.revision };
    const saving = form.ok && form.value.intent === 'save';
    const saved = saving ? await savePage(tx, visit.house.clock, at, { ...form.value, document }) : undefined;
    return { draft, kept, saved, questions: await listQuestions(tx, draft), media: await mediaFor(tx, draft, [document]) };
  });
  const { saved, kept, draft } = shown;
  if (wantsData) return form.ok && saved ? answerData(visit, saved, kept) : json({ problem: 'not saved' }, 422);
  if (saved?.state === 'saved') return redirect(`${href('draftPage', { ...placeOf(visit), page: kept.id })}?besked=sparat`);
  const typed: TypedText = {
    title: one['title'] ?? '',
    text: one['text'] ?? '',
    minutes: one['minutes'] ?? '',
    // Having seen the other text, the author saves over it.
    revision: saved ? kept.revision : form.ok ? form.value.revision : Number(one['revision']) || kept.revision,
  };
  const html = renderDocument(document, draft.language, shown.media);
  return render(visit, { ...shown, typed, html, conflict: saved !== undefined, errors: form.ok ? [] : form.errors });
}

function answerData(visit: Visit, saved: Saved, kept: DraftPage): Response {
  if (saved.state === 'conflict') return json({ problem: 'conflict' }, 409);
  return json({
    revision: saved.revision,
    saved: savedText(saved.savedAt, visit.locale),
    address: href('saveDraftPage', { ...placeOf(visit), page: kept.id }),
  });
}

/** What the text looks like, for the page beside it. Nothing is written. */
export async function showDraftText(visit: Visit): Promise<Response> {
  const typed = await readJson(visit.request, z.object({ text: z.string().max(30_000) }));
  const document = documentOf(typed?.text ?? '');
  const { language, media } = await readDraft(visit, async (tx, draft) => ({
    language: draft.language,
    media: await mediaFor(tx, draft, [document]),
  }));
  if (!typed) throw new NotFound();
  const minutes = words[visit.locale].page.readingTime(formatMinutes(minutesToRead(document), visit.locale));
  return json({ html: renderDocument(document, language, media), minutes });
}
