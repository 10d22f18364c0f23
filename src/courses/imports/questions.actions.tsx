import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readForm, tidy, type FieldError } from '../../platform/read-body.ts';
import { actorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { listPages, markChanged } from '../authoring/draft.queries.ts';
import { placeOf } from '../authoring/outline.actions.tsx';
import { insertQuestion } from '../authoring/question.queries.ts';
import { changeDraft, readDraft } from '../authoring/with-draft.ts';
import { idFrom } from '../packages/id-from.ts';
import { withUpload, type Upload } from '../take-upload.ts';
import { isForTest, type Import } from './imported.ts';
import { ImportQuestionsPage, PreviewPage } from './pages/import-questions-page.tsx';
import { readGift } from './read-gift.ts';
import { readMoodleXml } from './read-moodle-xml.ts';
import { words } from './words.ts';

const mostBytes = 1e6;
const mostQuestions = 500;

export const importQuestions = (visit: Visit): Promise<Response> => show(visit, visit.url.searchParams.get('sida') ?? '', []);

async function show(visit: Visit, chosen: string, errors: FieldError[]): Promise<Response> {
  const { locale } = visit;
  const pages = await readDraft(visit, (tx, draft) => listPages(tx, draft));
  return page(
    visit,
    { title: words[locale].title, status: errors.length > 0 ? 422 : 200 },
    <ImportQuestionsPage locale={locale} at={placeOf(visit)} pages={pages} chosen={chosen} errors={errors} />,
  );
}

/** Reads the file and shows what becomes of it. Its text goes with the page: nothing is kept before it is saved. */
export async function previewQuestions(visit: Visit): Promise<Response> {
  await readDraft(visit, async () => {});
  return withUpload(visit.house, visit.request, { mostBytes: mostBytes + 20_000, mostFiles: 1 }, (upload) => preview(visit, upload));
}

async function preview(visit: Visit, { fields, files, tooLarge }: Upload): Promise<Response> {
  const { locale } = visit;
  const text = words[locale];
  const to = fields['page'] ?? '';
  const refuse = (problem: string) => show(visit, to, [{ name: 'file', text: problem }]);
  const [file] = files;
  if (tooLarge || (file && file.bytes > mostBytes)) return refuse(text.tooLarge);
  if (!file) return refuse(text.choose);
  const source = decoded(await readFile(file.path));
  if (source === undefined) return refuse(text.notText);
  const read = readQuestions(source);
  if (read === 'not-xml') return refuse(text.notXml);
  if (read.questions.length > mostQuestions) return refuse(text.tooMany);
  const pages = await readDraft(visit, (tx, draft) => listPages(tx, draft));
  const home = pages.find(({ id }) => id === to);
  return page(
    visit,
    { title: text.previewTitle },
    <PreviewPage locale={locale} at={placeOf(visit)} home={home} read={read} source={source} id={randomUUID()} />,
  );
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** XML begins with a bracket; GIFT never does. */
const readQuestions = (source: string): Import | 'not-xml' => (/^\s*</.test(source) ? readMoodleXml(source) : readGift(source));

const saving = z.object({ id: z.string().regex(idPattern), source: z.string(), page: z.string().default('') });

/** Saves what was shown. The text is read once more, so that nothing but questions can come of it; sent twice it is saved once. */
export async function saveImportedQuestions(visit: Visit): Promise<Response> {
  // Three signs for each in the worst case of a form.
  const form = await readForm(visit.request, saving, mostBytes * 3 + 20_000);
  const read = form.ok ? readQuestions(form.value.source) : 'not-xml';
  if (!form.ok || read === 'not-xml') return show(visit, '', [{ name: 'file', text: words[visit.locale].choose }]);
  const { id, page: to } = form.value;
  const seed = `${actorOf(visit).accountId} ${id}`;
  const home = await changeDraft(visit, async (tx, draft) => {
    const found = (await listPages(tx, draft)).find((one) => one.id === to);
    for (const [index, { kind, prompt, points, body }] of read.questions.slice(0, mostQuestions).entries()) {
      const pageId = isForTest(kind) ? null : (found?.id ?? null);
      await insertQuestion(tx, draft, { id: idFrom(seed, `question ${index}`), pageId, poolId: null, kind, prompt, points, body });
    }
    await markChanged(tx, draft);
    return found;
  });
  const at = placeOf(visit);
  return redirect(home ? `${href('draftPage', { ...at, page: home.id })}#fragor` : `${href('draftTest', at)}#fragor`);
}
