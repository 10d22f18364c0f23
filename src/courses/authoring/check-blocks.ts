import { isFormula } from '../render-formula.ts';
import { listOf, textOf, type LooseNode } from '../loose-node.ts';
import type { MediaRow } from '../media/media.queries.ts';

export type BlockFaultKind =
  | 'no-alt'
  | 'no-captions'
  | 'film-without-captions'
  | 'no-transcript'
  | 'lost-file'
  | 'file-not-ready'
  | 'lost-question'
  | 'lost-anchor'
  | 'bad-formula';
export type BlockFault = { kind: BlockFaultKind; must: boolean; about?: string };
type Around = { files: ReadonlyMap<string, MediaRow>; /** The lines of the page's own questions. */ questions: ReadonlySet<string> };

/** What is wrong with a page's pictures, films, formulas and what it points at. */
export function checkBlocks(nodes: readonly LooseNode[], around: Around): BlockFault[] {
  const ids = new Set(nodes.map(({ attrs }) => attrs?.['id']));
  return nodes.flatMap((node) => [...checkFile(node, around), ...checkOther(node, around), ...checkAnchors(node, ids)]);
}

const must = (kind: BlockFaultKind, about?: string): BlockFault[] => [{ kind, must: true, ...(about ? { about } : {}) }];
const advice = (kind: BlockFaultKind, about?: string): BlockFault[] => [{ kind, must: false, ...(about ? { about } : {}) }];

function checkFile(node: LooseNode, { files }: Around): BlockFault[] {
  if (!['image', 'film', 'sound', 'fileLink'].includes(String(node.type))) return [];
  const said = node.attrs ?? {};
  const file = files.get(String(said['file']));
  const title = file?.name ?? textOr(said['title']) ?? textOr(said['alt']);
  if (!file) return must('lost-file', title);
  if (file.state !== 'ready') return must('file-not-ready', title);
  const hasWords = textOf(node) !== '';
  // WCAG 2.2: 1.1.1 for pictures, 1.2.1 for sound, 1.2.2 for film.
  if (node.type === 'image') return said['decorative'] === true || textOr(said['alt']) ? [] : must('no-alt', title);
  if (node.type === 'sound') return hasWords ? [] : must('no-transcript', title);
  if (node.type === 'film' && !file.parts.some(({ kind }) => kind === 'captions')) {
    return hasWords ? advice('film-without-captions', title) : must('no-captions', title);
  }
  return [];
}

function checkOther({ type, attrs }: LooseNode, { questions }: Around): BlockFault[] {
  if (type === 'question') return questions.has(String(attrs?.['question'])) ? [] : must('lost-question');
  if (type === 'formula' || type === 'inlineFormula') return isFormula(attrs?.['tex']) ? [] : must('bad-formula', textOr(attrs?.['tex']));
  return [];
}

/** A link to a heading of the same page that has gone. */
const checkAnchors = (node: LooseNode, ids: ReadonlySet<unknown>): BlockFault[] =>
  listOf(node.marks).flatMap(({ type, attrs }) => {
    const address = attrs?.['href'];
    if (type !== 'link' || typeof address !== 'string' || !/^#./.test(address)) return [];
    return ids.has(address.slice(1)) ? [] : advice('lost-anchor', textOf(node));
  });

const textOr = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
