import { open } from 'node:fs/promises';
import { withZip, ZipRefused } from '../../open-zip.ts';
import { FileRefused, type BroughtPages } from './brought-page.ts';
import { blocksFromHtml } from './read-html.ts';
import { splitPages } from './split-pages.ts';

/** Takes a picture of the file in; its id, or undefined when it cannot come along. */
export type TakePicture = (content: Buffer, index: number) => Promise<string | undefined>;

/** Word's own styles by their English names, which the file keeps whatever the language of the program. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
];

const limits = { mostFiles: 5000, mostBytes: 200e6 };
const mostPictures = 200;

/** Pages from a Word document (.docx). It is looked through as a ZIP first, so that nothing made to fill a disk is unpacked. */
export async function pagesFromWord(path: string, fileTitle: string, take: TakePicture): Promise<BroughtPages> {
  await check(path);
  const { html, picturesLost } = await convert(path, take);
  const { pages, empty, losses } = splitPages(blocksFromHtml(html), fileTitle);
  const told = [
    ...losses,
    ...(picturesLost ? (['pictures'] as const) : []),
    ...(/ id="footnote-/.test(html) ? (['footnotes'] as const) : []),
  ];
  return { pages, empty, losses: told };
}

async function check(path: string): Promise<void> {
  if (await isOle(path)) throw new FileRefused('old-word');
  try {
    const isWord = await withZip(path, limits, async ({ paths }) => paths.includes('word/document.xml'));
    if (!isWord) throw new FileRefused('not-known');
  } catch (error) {
    if (error instanceof ZipRefused) throw new FileRefused(error.problem === 'not-zip' ? 'not-known' : 'unreadable');
    throw error;
  }
}

/** The container of Word before 2007, and of every document with a password. */
async function isOle(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('hex') === 'd0cf11e0a1b11ae1';
  } finally {
    await file.close();
  }
}

async function convert(path: string, take: TakePicture): Promise<{ html: string; picturesLost: boolean }> {
  const { default: mammoth } = await import('mammoth');
  let [seen, lost] = [0, 0];
  let fault: unknown;
  const convertImage = mammoth.images.imgElement(async (image) => {
    // One that lies somewhere else than in the file is not fetched.
    const content = await image.readAsBuffer().catch(() => undefined);
    const id = content && ++seen <= mostPictures ? await take(content, seen).catch((error: unknown) => void (fault = error)) : undefined;
    if (!id) lost++;
    return { src: id ?? '' };
  });
  const converted = await mammoth
    .convertToHtml({ path }, { styleMap: styles, convertImage, externalFileAccess: false })
    .catch(() => undefined);
  // What went wrong in our own house is not the file's fault.
  if (fault) throw fault;
  if (!converted) throw new FileRefused('unreadable');
  return { html: converted.value, picturesLost: lost > 0 };
}
