import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { readForm, readJson, type FieldError } from '../../platform/read-body.ts';
import { json, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatMinutes, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { mediaFor } from '../media/media-of.ts';
import type { Document } from '../document.ts';
import type { MediaRow } from '../media/media.queries.ts';
import { readDocument } from '../read-document.ts';
import { renderDocument } from '../render-document.ts';
import type { Media } from '../render-media.ts';
import { toMarkdown } from '../to-markdown.ts';
import type { DraftPage, DraftQuestion } from './draft.queries.ts';
import { editorOpening, readEditorFiles } from './editor-data.ts';
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
    return { draft, kept, document: kept.document, ...(await around(tx, draft, kept.document)) };
  });
  const restored = visit.url.searchParams.get('besked') === 'tillbaka';
  return render(visit, { ...found, typed: typedOf(found.kept, found.draft.language) }, restored);
}

/** What a page is shown with while it is written: its questions, its files, and all files of the course to choose from. */
const around = async (tx: Tx, draft: Draft, document: Document) => ({
  questions: await listQuestions(tx, draft),
  media: await mediaFor(tx, draft, [document]),
  files: await readEditorFiles(tx, draft),
});

const typedOf = (kept: DraftPage, language: Locale): TypedText => ({
  title: kept.title,
  text: toMarkdown(kept.document, language),
  minutes: kept.minutesByHand ? String(kept.minutes) : '',
  revision: kept.revision,
});

type Shown = {
  draft: Draft;
  kept: DraftPage;
  document: Document;
  questions: DraftQuestion[];
  media: Media;
  files: MediaRow[];
  typed: TypedText;
  errors?: FieldError[];
  conflict?: boolean;
};

async function render(visit: Visit, shown: Shown, restored = false): Promise<Response> {
  const { draft, kept, document, errors = [], typed, conflict = false } = shown;
  const { locale } = visit;
  const text = words[locale];
  const questions = shown.questions.filter(({ pageId }) => pageId === kept.id);
  const inMarkdown = visit.url.searchParams.get('skriv') === 'markdown';
  const editor = inMarkdown ? undefined : await editorOpening(locale, placeOf(visit), { document, files: shown.files, questions });
  return page(
    visit,
    {
      title: text.page.title,
      width: 'wide',
      scripts: ['authoring'],
      status: errors.length > 0 ? 422 : conflict ? 409 : 200,
      ...(restored ? { flash: { kind: 'done', text: text.history.restored } } : {}),
    },
    <EditPage
      locale={locale}
      at={{ ...placeOf(visit), page: kept.id }}
      language={draft.language}
      kept={kept}
      questions={questions}
      typed={typed}
      html={renderDocument(document, draft.language, shown.media)}
      editor={editor}
      errors={errors}
      conflict={conflict}
    />,
  );
}

function pageForm(locale: Locale) {
  const text = words[locale].page;
  return z.object({
    title: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(200, text.nameTooLong),
    text: z.string().max(longestText, text.textTooLong).default(''),
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

/** The editor's own document grows in a form: a page of the longest text stays well below this. */
const largestPage = 1024 * 1024;
const longestText = 30_000;

/** What was written, by the editor or as Markdown; undefined when an editor sent what is no document at all. */
function writtenIn(one: Record<string, string>): Document {
  if (one['document'] === undefined) return documentOf((one['text'] ?? '').slice(0, longestText));
  try {
    return readDocument(JSON.parse(one['document']));
  } catch {
    return documentOf(one['text'] ?? '');
  }
}

/** Saves, shows without saving, or tells of what someone else saved meanwhile. Scripts get the same as data. */
export async function saveDraftPage(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, pageForm(visit.locale), largestPage);
  const wantsData = visit.request.headers.get('accept') === 'application/json';
  const { one } = form.typed;
  const document = writtenIn(one);
  const tooLong = one['document'] !== undefined && toMarkdown(document).length > longestText;
  const errors = [...(form.ok ? [] : form.errors), ...(tooLong ? [{ name: 'text', text: words[visit.locale].page.textTooLong }] : [])];
  const shown = await changePage(visit, async (tx, draft, kept) => {
    const at = { ...draft, pageId: kept.id, seen: form.ok ? form.value.revision : kept.revision };
    const saving = form.ok && !tooLong && form.value.intent === 'save';
    const saved = saving ? await savePage(tx, visit.house.clock, at, { ...form.value, document }) : undefined;
    return { draft, kept, saved, ...(wantsData ? nothingAround : await around(tx, draft, document)) };
  });
  const { saved, kept, draft } = shown;
  if (wantsData) return errors.length === 0 && saved ? answerData(visit, saved, kept) : json({ problem: 'not saved' }, 422);
  if (saved?.state === 'saved') return redirect(`${href('draftPage', { ...placeOf(visit), page: kept.id })}${backTo(visit)}`);
  const typed: TypedText = {
    title: one['title'] ?? '',
    text: one['document'] === undefined ? (one['text'] ?? '') : toMarkdown(document, draft.language),
    minutes: one['minutes'] ?? '',
    // Having seen the other text, the author saves over it.
    revision: saved ? kept.revision : form.ok ? form.value.revision : Number(one['revision']) || kept.revision,
  };
  return render(visit, { ...shown, document, typed, conflict: saved !== undefined, errors });
}

const nothingAround = { questions: [], media: new Map(), files: [] };
/** Whoever writes in Markdown goes on in Markdown. */
const backTo = (visit: Visit): string => `${writingOf(visit) || '?'}${writingOf(visit) && '&'}besked=sparat`;
const writingOf = (visit: Visit): string => (visit.url.searchParams.get('skriv') === 'markdown' ? '?skriv=markdown' : '');

function answerData(visit: Visit, saved: Saved, kept: DraftPage): Response {
  if (saved.state === 'conflict') return json({ problem: 'conflict' }, 409);
  return json({
    revision: saved.revision,
    saved: savedText(saved.savedAt, visit.locale),
    address: href('saveDraftPage', { ...placeOf(visit), page: kept.id }) + writingOf(visit),
  });
}

/** What the text looks like, for the page beside it. Nothing is written. */
export async function showDraftText(visit: Visit): Promise<Response> {
  const language = await readDraft(visit, async (_, draft) => draft.language);
  const typed = await readJson(
    visit.request,
    z.object({ text: z.string().max(longestText).optional(), document: z.unknown().optional() }),
    largestPage,
  );
  if (!typed) throw new NotFound();
  const document = typed.text === undefined ? readDocument(typed.document) : documentOf(typed.text);
  const media = await readDraft(visit, (tx, draft) => mediaFor(tx, draft, [document]));
  const minutes = words[visit.locale].page.readingTime(formatMinutes(minutesToRead(document), visit.locale));
  return json({ html: renderDocument(document, language, media), minutes });
}
