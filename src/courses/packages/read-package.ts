import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transformer } from '@napi-rs/image';
import type { z } from 'zod';
import { sha256 } from '../../platform/secrets.ts';
import type { Document } from '../document.ts';
import { sniff } from '../media/kinds.ts';
import { checkCaptions } from '../media/webvtt.ts';
import { ZipRefused, withZip, type OpenZip } from '../open-zip.ts';
import { readDocument } from '../read-document.ts';
import {
  courseShape,
  formatName,
  formatVersion,
  manifestHead,
  manifestShape,
  questionsShape,
  type CourseRecord,
  type MediaRecord,
  type QuestionRecord,
} from './package-shape.ts';

export type PackageProblem =
  | ZipRefused['problem']
  | 'not-ours'
  | 'newer'
  | 'missing'
  | 'changed'
  | 'unnamed'
  | 'not-understood'
  | 'bad-media'
  | 'infected';
/** A package that cannot be read, and about what in it. */
export class PackageRefused extends Error {
  override name = 'PackageRefused';
  readonly problem: PackageProblem;
  readonly about: string;
  constructor(problem: PackageProblem, about = '') {
    super(problem);
    this.problem = problem;
    this.about = about;
  }
}

export type ReadFile = { record: MediaRecord; path: string; sha256: Buffer };
export type ReadPackage = { course: CourseRecord; questions: QuestionRecord[]; documents: Document[]; files: ReadFile[] };

const limits = { mostFiles: 8000, mostBytes: 8e9 };
const mostBytesOfText = 8e6;

/** Reads a package whole, its files into `folder`. Nothing of it is believed before its digest has been compared. */
export async function readPackage(path: string, folder: string): Promise<ReadPackage> {
  try {
    return await withZip(path, limits, (zip) => read(zip, folder));
  } catch (error) {
    if (error instanceof ZipRefused) throw new PackageRefused(error.problem);
    throw error;
  }
}

async function read(zip: OpenZip, folder: string): Promise<ReadPackage> {
  const { digests } = await manifestOf(zip);
  const unnamed = zip.paths.find((path) => path !== 'manifest.json' && digests[path] === undefined);
  if (unnamed !== undefined) throw new PackageRefused('unnamed', unnamed);
  const told = async (path: string): Promise<unknown> => {
    const text = await zip.text(path, mostBytesOfText);
    if (text === undefined) throw new PackageRefused('missing', path);
    if (sha256(text).toString('hex') !== digests[path]) throw new PackageRefused('changed', path);
    return parsed(text, path);
  };
  const course = understood(courseShape, await told('course.json'), 'course.json');
  const questions = understood(questionsShape, await told('questions.json'), 'questions.json');
  const documents: Document[] = [];
  for (const page of course.pages) documents.push(readDocument(await told(page.document)));
  const files: ReadFile[] = [];
  for (const [index, record] of course.media.entries()) {
    const to = join(folder, `media-${index}`);
    const digest = await zip.extract(record.path, to);
    if (!digest) throw new PackageRefused('missing', record.path);
    if (digest.toString('hex') !== digests[record.path]) throw new PackageRefused('changed', record.path);
    await checkMedia(record, to);
    files.push({ record, path: to, sha256: digest });
  }
  checkPlaces(course, questions);
  return { course, questions, documents, files };
}

async function manifestOf(zip: OpenZip) {
  const text = await zip.text('manifest.json', mostBytesOfText);
  const said = text === undefined ? undefined : manifestHead.safeParse(parsed(text, 'manifest.json')).data;
  if (said?.format !== formatName) throw new PackageRefused('not-ours');
  if (said.version > formatVersion) throw new PackageRefused('newer', String(said.version));
  return understood(manifestShape, said, 'manifest.json');
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.toWellFormed(), (_, part: unknown) => (typeof part === 'string' ? part.replaceAll('\0', '') : part));
  } catch {
    throw new PackageRefused('not-understood', path);
  }
}

function understood<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new PackageRefused('not-understood', [path, ...(result.error.issues[0]?.path ?? [])].join(' › '));
}

/** A file is what it says that it is, and tells nothing of where a picture was taken (see receive-file.ts). */
async function checkMedia(record: MediaRecord, path: string): Promise<void> {
  const refuse = () => new PackageRefused('bad-media', record.name);
  if ((await stat(path)).size !== record.bytes || /[\p{Cc}/\\]/u.test(record.name)) throw refuse();
  if (record.kind === 'captions') {
    if (record.type !== captionsType || checkCaptions(await readFile(path, 'utf8')).length > 0) throw refuse();
    return;
  }
  const known = await sniff(path, record.name);
  const kind = record.kind === 'width' || record.kind === 'poster' ? 'image' : record.kind;
  if (known?.kind !== kind || known.type !== record.type) throw refuse();
  if (kind === 'image' && (await tellsMore(path))) throw refuse();
}

const captionsType = 'text/vtt; charset=utf-8';

async function tellsMore(path: string): Promise<boolean> {
  try {
    return Boolean((await new Transformer(await readFile(path)).metadata(true)).exif);
  } catch {
    return true;
  }
}

/** Whatever is named is there. */
function checkPlaces({ sections, pages, pools, media, intro }: CourseRecord, questions: readonly QuestionRecord[]): void {
  const has = (all: readonly { id: string }[]) => new Set<string | null>([null, ...all.map(({ id }) => id)]);
  const [isSection, isPage, isPool, isFile] = [has(sections), has(pages), has(pools), has(media)];
  const twice = [sections, pages, pools, media, questions].some((all) => has(all).size !== all.length + 1);
  const named =
    pages.every(({ section }) => isSection.has(section)) &&
    questions.every(({ page, pool }) => isPage.has(page) && isPool.has(pool)) &&
    media.every(({ of }) => isFile.has(of)) &&
    (!intro || [intro.file, intro.poster, ...intro.texts.map(({ captions }) => captions)].every((id) => isFile.has(id)));
  if (twice || !named) throw new PackageRefused('not-understood', 'course.json');
}
