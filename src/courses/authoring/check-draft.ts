import { safeHref } from '../render-inline.ts';
import { listOf, textOf, type LooseNode } from '../loose-node.ts';
import { gapsOf } from '../../assessment/index.ts';
import type { MediaRow } from '../media/media.queries.ts';
import { checkBlocks, type BlockFaultKind } from './check-blocks.ts';
import type { DraftPage, DraftQuestion } from './draft.queries.ts';
import type { Pool } from './pool.queries.ts';
import { lixOf } from './reading.ts';
import type { Section } from './section.queries.ts';

export type FaultKind =
  | 'no-pages'
  | 'empty-page'
  | 'no-right-answer'
  | 'no-why'
  | 'too-few-options'
  | 'no-test-questions'
  | 'pool-too-small'
  | 'no-image-text'
  | 'no-rubric'
  | 'bad-link'
  | 'skipped-heading'
  | 'table-without-head'
  | 'hard-to-read'
  | 'empty-section'
  | 'unused-file'
  | BlockFaultKind;

/** Something to put right, and where. `must` stops the publishing; the rest is advice. */
export type Fault = { kind: FaultKind; must: boolean; page?: DraftPage; question?: DraftQuestion; about?: string };

/** What a draft is checked together with: its sections, the files its pages name, and those that no page does. */
export type DraftAround = { sections: readonly Section[]; files: readonly MediaRow[]; unused: readonly MediaRow[] };
const nothing: DraftAround = { sections: [], files: [], unused: [] };

/** Everything that a careful reader would say of a draft before it is published. */
export function checkDraft(
  pages: readonly DraftPage[],
  questions: readonly DraftQuestion[],
  pools: readonly Pool[] = [],
  around = nothing,
): Fault[] {
  const found: Fault[] = [];
  const files = new Map(around.files.map((file) => [file.id, file]));
  if (pages.length === 0) found.push({ kind: 'no-pages', must: true });
  for (const page of pages) {
    const own = new Set(questions.filter(({ pageId }) => pageId === page.id).map(({ lineageId }) => lineageId));
    found.push(...checkPage(page));
    found.push(...checkBlocks(everyNode(page.document), { files, questions: own }).map((fault) => ({ ...fault, page })));
    found.push(...questions.filter(({ pageId }) => pageId === page.id).flatMap((question) => checkQuestion(question, page)));
  }
  const test = questions.filter(({ pageId }) => pageId === null);
  if (test.length === 0) found.push({ kind: 'no-test-questions', must: true });
  for (const { name, draw, questions: all } of pools) if (all < draw) found.push({ kind: 'pool-too-small', must: true, about: name });
  for (const section of around.sections) {
    if (!pages.some(({ sectionId }) => sectionId === section.id)) found.push({ kind: 'empty-section', must: false, about: section.title });
  }
  for (const { name } of around.unused) found.push({ kind: 'unused-file', must: false, about: name });
  return [...found, ...test.flatMap((question) => checkQuestion(question))];
}

function checkPage(page: DraftPage): Fault[] {
  const nodes = everyNode(page.document);
  const faults: Fault[] = [];
  if (textOf(page.document) === '' && !nodes.some(({ type }) => showsSomething.has(type)))
    faults.push({ kind: 'empty-page', must: true, page });
  for (const { href, text } of linksIn(nodes)) {
    if (href === '#' || safeHref(href) === undefined) faults.push({ kind: 'bad-link', must: true, page, about: text });
  }
  const skipped = skippedHeading(nodes);
  if (skipped !== undefined) faults.push({ kind: 'skipped-heading', must: false, page, about: skipped });
  if (nodes.some((node) => node.type === 'table' && !hasHead(node))) faults.push({ kind: 'table-without-head', must: false, page });
  const lix = lixOf(page.document);
  if (lix !== undefined && lix > hardToRead) faults.push({ kind: 'hard-to-read', must: false, page, about: String(lix) });
  return faults;
}

/** A page may say all it has to say without a word. */
const showsSomething = new Set<unknown>(['image', 'film', 'sound', 'fileLink', 'formula', 'question', 'reflection']);

/** Official texts rest about here; a course should be easier. */
const hardToRead = 50;

function checkQuestion(question: DraftQuestion, page?: DraftPage): Fault[] {
  const at = { must: true, question, ...(page ? { page } : {}) };
  const faults: Fault[] = [];
  if ('options' in question.body && question.body.options.length < 2) faults.push({ kind: 'too-few-options', ...at });
  if (question.kind === 'hotspot' && question.body.alt === '') faults.push({ kind: 'no-image-text', ...at });
  if ('criteria' in question.body && question.body.criteria.length === 0) faults.push({ kind: 'no-rubric', ...at });
  if (!hasRightAnswer(question)) faults.push({ kind: 'no-right-answer', ...at });
  if (!saysWhy(question)) faults.push({ kind: 'no-why', ...at });
  return faults;
}

function hasRightAnswer(question: DraftQuestion): boolean {
  switch (question.kind) {
    case 'single':
      return question.body.options.filter(({ correct }) => correct).length === 1;
    case 'multiple':
      return question.body.options.some(({ correct }) => correct);
    case 'true-false':
      return typeof question.body.answer === 'boolean';
    case 'number':
      return typeof question.body.answer === 'number';
    case 'short':
      return question.body.accepted.length > 0;
    case 'blanks':
      return gapsOf(question).every((gap) =>
        'accepted' in gap ? gap.accepted.length > 0 : gap.options.filter(({ correct }) => correct).length === 1 && gap.options.length > 1,
      );
    case 'match':
      return question.body.lefts.length > 1;
    case 'order':
      return question.body.items.length > 1;
    case 'hotspot':
      return question.body.regions.some(({ correct }) => correct) && question.body.regions.some(({ correct }) => !correct);
    // A person marks these.
    case 'free':
    case 'file':
      return true;
  }
}

const saysWhy = ({ body }: DraftQuestion): boolean =>
  'options' in body ? body.options.every(({ why }) => why.trim() !== '') : body.why.trim() !== '';

function everyNode(node: LooseNode): LooseNode[] {
  return listOf(node.content).flatMap((child) => [child, ...everyNode(child)]);
}

function linksIn(nodes: readonly LooseNode[]): { href: unknown; text: string }[] {
  return nodes.flatMap((node) =>
    listOf(node.marks)
      .filter(({ type }) => type === 'link')
      .map(({ attrs }) => ({ href: attrs?.['href'], text: textOf(node) })),
  );
}

/** The first heading that leaves out a level: the page's title is the first, so its own begin at the second. */
function skippedHeading(nodes: readonly LooseNode[]): string | undefined {
  let level = 1;
  for (const node of nodes.filter(({ type }) => type === 'heading')) {
    const own = Number(node.attrs?.['level'] ?? 2);
    if (own > level + 1) return textOf(node);
    level = own;
  }
  return undefined;
}

function hasHead(table: LooseNode): boolean {
  const cells = listOf(listOf(table.content)[0]?.content);
  const blank = cells.filter((cell) => textOf(cell) === '').length;
  return cells.every(({ type }) => type === 'tableHeader') && blank <= (cells.length > 1 ? 1 : 0);
}
