import type { Tx } from '../../platform/database.ts';
import { newestVersion } from '../authoring/copy-version.queries.ts';
import type { CourseToRun } from '../authoring/course.queries.ts';
import { findRules, listPages, type DraftPage, type DraftQuestion } from '../authoring/draft.queries.ts';
import { listPools } from '../authoring/pool.queries.ts';
import { listQuestions } from '../authoring/question.queries.ts';
import { listSections } from '../authoring/section.queries.ts';
import { languageOf } from '../authoring/with-draft.ts';
import type { Document } from '../document.ts';
import { readDocument } from '../read-document.ts';
import { Numbers } from './id-from.ts';
import { findIntro, listFiles, listIntroTexts, type KeptFile } from './package.queries.ts';
import type { CourseRecord, MediaRecord, QuestionRecord } from './package-shape.ts';
import { renameIds, renamePicture, type Rename } from './rename-ids.ts';

/** What a package holds, its files by where they lie. */
export type Gathered = {
  course: CourseRecord;
  questions: QuestionRecord[];
  documents: Document[];
  files: { path: string; id: string; sha256: Buffer }[];
};

/** All of a course but its people: the draft when there is one, else what is published. */
export async function gatherCourse(tx: Tx, course: CourseToRun): Promise<Gathered> {
  const place = { customerId: course.customer_id, courseId: course.id };
  const versionId = (await newestVersion(tx, course.customer_id, course.id, false))!;
  const at = { ...place, versionId };
  const pages = await listPages(tx, at);
  const questions = inOrder(await listQuestions(tx, at), pages);
  const numbers = new Numbers();
  const rename: Rename = (what, id) => numbers.of(what, id);
  const sections = (await listSections(tx, at)).map(({ id, title }) => ({ id: numbers.of('section', id), title }));
  const numbered = pages.map((page) => ({ ...page, number: numbers.of('page', page.id) }));
  const pools = (await listPools(tx, at)).map(({ id, name, draw }) => ({ id: numbers.of('pool', id), name, draw }));
  // Questions are counted in their order before the pages name them in theirs.
  const lines = questions.map(({ lineageId }) => numbers.of('question', lineageId));
  // In the form that an editor would save: a break of line within a text is a space there as well as on the page.
  const documents = pages.map(({ document }) => readDocument(renameIds(document, rename)));
  const questionRecords = questions.map(
    ({ pageId, poolId, kind, prompt, points, body }, index) =>
      ({
        id: lines[index]!,
        page: pageId && numbers.of('page', pageId),
        pool: poolId && numbers.of('pool', poolId),
        kind,
        prompt,
        points,
        body: renamePicture(kind, body, rename),
      }) as QuestionRecord,
  );
  const kept = await listFiles(tx, place, versionId);
  const media = ordered(kept, numbers).map((file) => mediaRecord(file, numbers));
  const rules = await findRules(tx, at);
  return {
    course: {
      title: course.title,
      tagline: course.tagline,
      description: course.description,
      audience: course.audience,
      outcomes: course.outcomes,
      ...(course.pageOrder === 'free' ? {} : { pageOrder: course.pageOrder }),
      language: languageOf(course),
      sections,
      pages: numbered.map(({ number, sectionId, title, minutes, minutesByHand }, index) => ({
        id: number,
        section: sectionId && numbers.of('section', sectionId),
        title,
        minutes: minutesByHand ? minutes : null,
        document: `${pagePath(index)}.json`,
        markdown: `${pagePath(index)}.md`,
      })),
      pools,
      finalTest: rules ?? null,
      intro: await introOf(tx, place, numbers),
      media: media.map(({ record }) => record),
    },
    questions: questionRecords,
    documents,
    files: media.map(({ record, file }) => ({ path: record.path, id: file.id, sha256: file.sha256 })),
  };
}

const pagePath = (index: number) => `pages/${String(index + 1).padStart(3, '0')}`;

/** As a student meets them: page after page, the final test last. */
function inOrder(questions: readonly DraftQuestion[], pages: readonly DraftPage[]): DraftQuestion[] {
  const places = new Map(pages.map(({ id, position }) => [id, position]));
  const placeOf = ({ pageId }: DraftQuestion) => (pageId ? places.get(pageId)! : Infinity);
  return questions.toSorted((a, b) => (placeOf(a) === placeOf(b) ? a.position - b.position : placeOf(a) - placeOf(b)));
}

/** Files that pages name have their numbers by now; the others come after, then the parts of them all. */
function ordered(kept: readonly KeptFile[], numbers: Numbers): KeptFile[] {
  const whole = kept.filter(({ of }) => of === null);
  const others = whole.filter(({ id }) => !numbers.knows('file', id));
  for (const { id } of others.toSorted((a, b) => compare(a.name, b.name) || Buffer.compare(a.sha256, b.sha256))) numbers.of('file', id);
  const counted = whole.toSorted((a, b) => compare(numbers.of('file', a.id), numbers.of('file', b.id)));
  return [...counted, ...counted.flatMap(({ id }) => kept.filter(({ of }) => of === id))];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function mediaRecord(file: KeptFile, numbers: Numbers): { record: MediaRecord; file: KeptFile } {
  const { sha256: _, ...facts } = file;
  const id = numbers.of('file', file.id);
  const ending = /\.([a-z0-9]{1,5})$/.exec(file.name)?.[1] ?? 'bin';
  const path = `media/${id.slice(-6)}.${ending}`;
  return { file, record: { ...facts, id, of: file.of && numbers.of('file', file.of), path } };
}

async function introOf(tx: Tx, place: { customerId: string; courseId: string }, numbers: Numbers): Promise<CourseRecord['intro']> {
  const film = await findIntro(tx, place);
  if (!film) return null;
  const texts = (await listIntroTexts(tx, place)).map(({ language, caption_file_id, transcript }) => ({
    language: language as 'sv' | 'en',
    captions: numbers.of('file', caption_file_id),
    transcript,
  }));
  const poster = film.poster_file_id && numbers.of('file', film.poster_file_id);
  return { file: numbers.of('file', film.file_id), poster, title: film.title, seconds: film.seconds, texts };
}
