import { PassThrough, type Readable } from 'node:stream';
import yazl from 'yazl';
import type { Files } from '../../platform/files.ts';
import { sha256 } from '../../platform/secrets.ts';
import { toMarkdown } from '../to-markdown.ts';
import type { Gathered } from './gather-course.ts';
import { formatName, formatVersion } from './package-shape.ts';

type Told = { path: string; text: string };

/** The texts of a package: the same course makes the same ones, letter for letter. */
export function textsOf({ course, questions, documents }: Omit<Gathered, 'files'>): Told[] {
  return [
    { path: 'course.json', text: written(course) },
    { path: 'questions.json', text: written(questions) },
    ...course.pages.flatMap((page, index) => {
      const { title } = page;
      return [
        { path: page.document, text: written(documents[index]) },
        // For people and other programs; what is read back is the document, which says more.
        { path: page.markdown, text: `# ${title}\n\n${toMarkdown(documents[index]!, course.language)}\n` },
      ];
    }),
  ];
}

/** A day that says nothing of when the package was made. */
const noDay = new Date(1980, 0, 1);

/** One ZIP, written as it is read: the digests first, then the texts, then each file when the one before is through. */
export function writePackage(files: Files, customerId: string, gathered: Gathered): Readable {
  const texts = textsOf(gathered);
  const digests = Object.fromEntries([
    ...texts.map(({ path, text }) => [path, sha256(text).toString('hex')]),
    ...gathered.files.map(({ path, sha256: digest }) => [path, digest.toString('hex')]),
  ]);
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  const manifest = { path: 'manifest.json', text: written({ format: formatName, version: formatVersion, digests }) };
  for (const { path, text } of [manifest, ...texts]) zip.addBuffer(Buffer.from(text), path, { mtime: noDay, compress: true });
  for (const { path, id } of gathered.files) {
    zip.addReadStreamLazy(path, { mtime: noDay, compress: false }, (give) => {
      // The content goes its own way: yazl waits for one stream at a time.
      files
        .read(`${customerId}/${id}`)
        .then((found) => give(found ? null : new Error('A file of the course is gone.'), readable(found?.stream)))
        .catch((error: Error) => give(error, readable()));
    });
  }
  zip.end();
  zip.on('error', (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  return out;
}

const readable = (stream: ReadableStream = new ReadableStream({ start: (controller) => controller.close() })): Readable =>
  PassThrough.from(stream);

/** JSON whose keys stand in alphabetical order, so that it does not matter where it has been kept. */
function written(value: unknown): string {
  const sorted = (_: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return `${JSON.stringify(value, sorted, 2)}\n`;
}
