import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FieldError } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { formatBytes } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { findSlug } from '../authoring/course.queries.ts';
import { asAuthor, isAuthor, withCourse } from '../authoring/may-author.ts';
import { scanFile } from '../media/scan-file.ts';
import { withUpload, type Upload } from '../take-upload.ts';
import { gatherCourse } from './gather-course.ts';
import { importPackage, keepFiles, newIds } from './import-package.ts';
import { ImportCoursePage } from './pages/import-course-page.tsx';
import { PackageRefused, readPackage, type ReadPackage } from './read-package.ts';
import { words } from './words.ts';
import { writePackage } from './write-package.ts';

/** A course as one file. It holds nothing of anyone's, and so only the course's own access decides who gets it. */
export async function exportCourse(visit: Visit): Promise<Response> {
  const { gathered, course } = await withCourse(visit, async (tx, course) => ({ course, gathered: await gatherCourse(tx, course) }));
  const content = Readable.toWeb(writePackage(visit.house.files, course.customer_id, gathered)) as ReadableStream;
  return new Response(content, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${course.slug}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
}

export function importCourse(visit: Visit): Response {
  if (!isAuthor(visit)) throw new NotFound();
  return importPage(visit, randomUUID(), []);
}

/** As large as what a course may hold; the disk's own limit comes first. */
const mostBytes = 4e9;

export async function saveImportedCourse(visit: Visit): Promise<Response> {
  if (!isAuthor(visit)) throw new NotFound();
  return withUpload(visit.house, visit.request, { mostBytes, mostFiles: 1 }, (upload) => takeIn(visit, upload));
}

async function takeIn(visit: Visit, { fields, files, tooLarge, folder }: Upload): Promise<Response> {
  const text = words[visit.locale];
  const sent = fields['id'] ?? '';
  const id = idPattern.test(sent) ? sent : randomUUID();
  const refuse = (problem: string) => importPage(visit, id, [{ name: 'file', text: problem }]);
  if (tooLarge) return refuse(text.tooLarge(formatBytes(mostBytes, visit.locale)));
  const [file] = files;
  if (!file) return refuse(text.choose);
  try {
    const read = await readPackage(file.path, folder);
    await scan(visit, read);
    return redirect(href('draft', { customer: customerOf(visit).slug, course: await makeCourse(visit, id, read) }));
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error;
    return refuse(text.problem[error.problem](error.about));
  }
}

async function makeCourse(visit: Visit, id: string, read: ReadPackage): Promise<string> {
  const author = { customerId: customerOf(visit).id, accountId: actorOf(visit).accountId };
  const made = await asAuthor(visit, (tx) => findSlug(tx, author.customerId, id));
  if (made) return made.slug;
  await keepFiles(visit.house, author.customerId, read, newIds(author, id));
  return asAuthor(visit, (tx) => importPackage(tx, author, id, read));
}

async function scan({ house }: Visit, { files }: ReadPackage): Promise<void> {
  const { clamd } = house.media;
  if (!clamd) return;
  for (const { path, record } of files) if ((await scanFile(clamd, path)) !== 'clean') throw new PackageRefused('infected', record.name);
}

function importPage(visit: Visit, id: string, errors: FieldError[]): Response {
  const { locale } = visit;
  return page(
    visit,
    { title: words[locale].title, status: errors.length > 0 ? 422 : 200 },
    <ImportCoursePage locale={locale} customer={customerOf(visit).slug} id={id} mostBytes={mostBytes} errors={errors} />,
  );
}
