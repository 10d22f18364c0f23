import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readForm, tidy, type FieldError, type FormValues } from '../../../platform/read-body.ts';
import { actorOf, NotFound, redirect, type Visit } from '../../../platform/visit.ts';
import { href, idPattern } from '../../../routes.ts';
import { page } from '../../../ui/page.tsx';
import { placeOf } from '../../authoring/outline.actions.tsx';
import { changeDraft, readDraft } from '../../authoring/with-draft.ts';
import { sniff } from '../../media/kinds.ts';
import { receiveFile } from '../../media/receive-file.ts';
import { idFrom } from '../../packages/id-from.ts';
import { toMarkdown } from '../../to-markdown.ts';
import { withUpload, type Upload, type UploadedFile } from '../../take-upload.ts';
import { FileRefused, titleOfFile, type BroughtPages } from './brought-page.ts';
import { insertBrought, previewOf } from './bring-pages.ts';
import { ImportPagesPage, PreviewPagesPage, type TypedPage } from './pages/import-pages-page.tsx';
import { pagesFromMarkdown } from './read-markdown.ts';
import { pagesFromWord } from './read-word.ts';
import { words } from './words.ts';

const mostBytes = 40e6;
const mostTextBytes = 1e6;
/** What the next form carries; each sign may become three on the way. */
const mostCharacters = 2e6;

export const importPages = (visit: Visit): Promise<Response> => choose(visit, []);

async function choose(visit: Visit, errors: FieldError[]): Promise<Response> {
  const { locale } = visit;
  await readDraft(visit, async () => {});
  return page(
    visit,
    { title: words[locale].title, status: errors.length > 0 ? 422 : 200 },
    <ImportPagesPage locale={locale} at={placeOf(visit)} id={randomUUID()} errors={errors} />,
  );
}

/** Reads the file and shows the pages of it. Their text goes with the form: no page is kept before it is saved. */
export async function previewPages(visit: Visit): Promise<Response> {
  await readDraft(visit, async () => {});
  return withUpload(visit.house, visit.request, { mostBytes: mostBytes + 20_000, mostFiles: 1 }, (upload) => preview(visit, upload));
}

async function preview(visit: Visit, { fields, files, tooLarge, folder }: Upload): Promise<Response> {
  const text = words[visit.locale];
  const refuse = (problem: string) => choose(visit, [{ name: 'file', text: problem }]);
  const [file] = files;
  if (tooLarge || (file && file.bytes > mostBytes)) return refuse(text.tooLarge);
  if (!file) return refuse(text.choose);
  const id = idPattern.test(fields['id'] ?? '') ? fields['id']! : randomUUID();
  try {
    const { pages, empty, losses } = await read(visit, file, { id, folder });
    const typed = pages.map(({ title, document }) => ({ title, text: toMarkdown(document), take: true }));
    if (JSON.stringify(typed).length > mostCharacters) throw new FileRefused('too-long');
    return await showPages(visit, { id, typed, told: [...losses.map((loss) => text.loss[loss]), ...empty.map(text.empty)] });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refuse(text.problem[error.problem]);
  }
}

/** What a Markdown file is called is believed; a Word document is looked into. */
async function read(visit: Visit, file: UploadedFile, { id, folder }: { id: string; folder: string }): Promise<BroughtPages> {
  const title = titleOfFile(file.name) || words[visit.locale].page(1);
  if (!/\.(md|markdown|mdown|txt)$/i.test(file.name)) return pagesFromWord(file.path, title, picturesInto(visit, id, folder));
  if (file.bytes > mostTextBytes) throw new FileRefused('too-long');
  return pagesFromMarkdown(textOf(await readFile(file.path)), title);
}

function textOf(bytes: Uint8Array): string {
  try {
    return tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FileRefused('not-text');
  }
}

/** Pictures are taken in as any file of the course is; sent twice they are the same ones. */
function picturesInto(visit: Visit, importId: string, folder: string) {
  const seed = `${actorOf(visit).accountId} ${importId}`;
  return async (content: Buffer, index: number): Promise<string | undefined> => {
    const place = await readDraft(visit, async (_, { customerId, courseId }) => ({ customerId, courseId }));
    const path = join(folder, `picture-${index}`);
    await writeFile(path, content);
    const name = words[visit.locale].picture(index);
    if ((await sniff(path, name))?.kind !== 'image') return undefined;
    const received = await receiveFile(visit, place, { id: idFrom(seed, `picture ${index} ${content.byteLength}`), path, name });
    return 'id' in received ? received.id : undefined;
  };
}

type Shown = { id: string; typed: TypedPage[]; told?: string[]; errors?: FieldError[] };

async function showPages(visit: Visit, { id, typed, told = [], errors = [] }: Shown): Promise<Response> {
  const { locale } = visit;
  const shown = await readDraft(visit, async (tx, draft) => ({ language: draft.language, pages: await previewOf(tx, draft, typed) }));
  return page(
    visit,
    { title: words[locale].previewTitle, status: errors.length > 0 ? 422 : 200 },
    <PreviewPagesPage
      locale={locale}
      at={placeOf(visit)}
      id={id}
      language={shown.language}
      pages={shown.pages}
      told={told}
      errors={errors}
    />,
  );
}

const saving = z.object({ id: z.string().regex(idPattern) });

/** Saves what was shown, as it was named. The text is read once more; sent twice it is saved once. */
export async function saveImportedPages(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, saving, mostCharacters * 3 + 20_000);
  if (!form.ok) return choose(visit, [{ name: 'file', text: words[visit.locale].choose }]);
  const typed = typedPages(form.typed);
  const errors = faultsOf(visit, typed);
  if (typed.length === 0) throw new NotFound();
  if (errors.length > 0) return showPages(visit, { id: form.value.id, typed, errors });
  const seed = `${actorOf(visit).accountId} ${form.value.id}`;
  const first = await changeDraft(visit, (tx, draft) => insertBrought(tx, draft, typed, (index) => idFrom(seed, `page ${index}`)));
  return redirect(`${href('draft', placeOf(visit))}#sida-${first}`);
}

function typedPages({ all }: FormValues): TypedPage[] {
  const taken = new Set(all['take'] ?? []);
  const titles = all['title'] ?? [];
  return (all['text'] ?? []).map((text, index) => ({ title: (titles[index] ?? '').trim(), text, take: taken.has(String(index)) }));
}

function faultsOf({ locale }: Visit, typed: readonly TypedPage[]): FieldError[] {
  const text = words[locale];
  if (!typed.some(({ take }) => take)) return [{ name: 'take-0', text: text.chooseSome }];
  return typed.flatMap(({ title, take }, index) => {
    const fault = title === '' ? text.nameMissing : title.length > 200 ? text.nameTooLong : undefined;
    return take && fault ? [{ name: `title-${index}`, text: fault }] : [];
  });
}
