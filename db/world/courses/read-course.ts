import { readdirSync, readFileSync } from 'node:fs';
import type { CourseDraft, DraftQuestion } from '../../../src/courses/publish-course.ts';

type Page = CourseDraft['pages'][number];
type Part = { heading: string; lines: string[] };

const finalTestHeading = 'Slutprov';

/**
 * Reads a course from the Markdown files of its folder, in the order of their names: facts as `key: value`, then a page
 * for each first-level heading. A line that begins with `?` begins a question, which goes on to the next.
 */
export function readCourse(slug: string): CourseDraft {
  const folder = new URL(`${slug}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const text = files
    .toSorted()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  return courseFrom(slug, text);
}

export function courseFrom(slug: string, text: string): CourseDraft {
  const [facts, ...parts] = partsOf(text);
  const fact = (name: string) => valuesOf(facts!, name)[0] ?? '';
  const pages = parts.filter(({ heading }) => heading !== finalTestHeading).map(pageFrom);
  const test = parts.filter(({ heading }) => heading === finalTestHeading);
  return {
    slug,
    title: fact('title'),
    tagline: fact('tagline'),
    description: fact('description'),
    audience: fact('audience'),
    outcomes: valuesOf(facts!, 'outcome'),
    minutes: pages.reduce((sum, { minutes }) => sum + minutes, 0),
    pages,
    finalTest: {
      passPercent: 80,
      maxAttempts: 3,
      timeLimitMinutes: null,
      questions: test.flatMap(({ lines }) => questionsFrom(lines)),
    },
  };
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [{ heading: '', lines: [] }];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) parts.push({ heading: line.slice(2).trim(), lines: [] });
    else parts.at(-1)!.lines.push(line);
  }
  return parts;
}

const valuesOf = ({ lines }: Part, name: string): string[] =>
  lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2).trim());

/** `# Title (5 min)` */
function pageFrom({ heading, lines }: Part): Page {
  const [, title = heading, minutes = '5'] = /^(.*?) \((\d+) min\)$/.exec(heading) ?? [];
  const asked = lines.findIndex((line) => line.startsWith('? '));
  const text = asked === -1 ? lines : lines.slice(0, asked);
  return { title, minutes: Number(minutes), markdown: text.join('\n').trim(), questions: questionsFrom(lines.slice(text.length)) };
}

function questionsFrom(lines: readonly string[]): DraftQuestion[] {
  const blocks: string[][] = [];
  for (const line of lines.filter(Boolean)) {
    if (line.startsWith('? ')) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  return blocks.map(questionFrom);
}

/** The first sign of the lines beneath the prompt says of what kind a question is. */
function questionFrom([first = '', ...lines]: string[]): DraftQuestion {
  const prompt = first.slice(2).trim();
  const after = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(sign.length).trim());
  const why = after('! ')[0] ?? '';
  const options = lines.filter((line) => /^[+-] /.test(line)).map(optionFrom);
  if (options.length > 0) {
    const isSingle = options.filter(({ correct }) => correct).length === 1;
    return { kind: isSingle ? 'single' : 'multiple', prompt, options, ...(isSingle ? {} : { points: 2 }) };
  }
  const cloze = after('~ ').join('\n');
  if (cloze) return { kind: 'blanks', prompt, cloze, why, points: 2 };
  const items = lines.flatMap((line) => /^\d+\. (.*)$/.exec(line)?.[1] ?? []);
  if (items.length > 0) return { kind: 'order', prompt, items: items.join('\n'), why, points: 2 };
  const pairs = after('* ');
  if (pairs.length > 0) return { kind: 'match', prompt, pairs: pairs.join('\n'), decoys: after('x ').join('\n'), why, points: 2 };
  return answered(prompt, after('= ')[0] ?? '', why);
}

/** `+ a right answer :: why`, `- a wrong one :: why` */
function optionFrom(line: string) {
  const [text = '', why = ''] = line.slice(2).split(' :: ');
  return { text: text.trim(), correct: line.startsWith('+'), why: why.trim() };
}

/** `sant`, `falskt`, `45 ± 1 kr`, or words in quotation marks. */
function answered(prompt: string, answer: string, why: string): DraftQuestion {
  if (answer === 'sant' || answer === 'falskt') return { kind: 'true-false', prompt, answer: answer === 'sant', why };
  const words = [...answer.matchAll(/”([^”]+)”/g)].map(([, word]) => word!);
  if (words.length > 0) return { kind: 'short', prompt, accepted: words, why };
  const [, number, tolerance = '0', unit] = /^(-?[\d.]+)(?: ± ([\d.]+))?(?: (.+))?$/.exec(answer) ?? [];
  if (number === undefined) throw new Error(`A question of the demo world has no answer that can be read: ${prompt}`);
  return { kind: 'number', prompt, answer: Number(number), tolerance: Number(tolerance), ...(unit ? { unit } : {}), why };
}
