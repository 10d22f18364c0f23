import { createHash } from 'node:crypto';
import type { Gap } from '../../assessment/index.ts';

/** From the words alone: saved twice they get the same ids, and an id does not tell where its words belong. */
const idOf = (...words: string[]): string => createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 8);

export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * A text with its gaps in double square brackets: [[gul|gult]] is to be written, any of the words will do;
 * [[*tre|två|fyra]] is to be chosen, the one with the asterisk is right.
 */
export function readCloze(typed: string): (string | Gap)[] {
  return typed.split(/\[\[([^[\]]*)\]\]/).flatMap((part, index): (string | Gap)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const words = part
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (!words.some((word) => word.startsWith('*'))) return [{ accepted: words }];
    const options = words.map((word) => ({ correct: word.startsWith('*'), text: word.replace(/^\*\s*/, '') }));
    return [{ options: options.map(({ correct, text }) => ({ id: idOf(text, String(index)), text, correct })) }];
  });
}

export const writeCloze = (text: readonly (string | Gap)[]): string =>
  text.map((part) => (typeof part === 'string' ? part : `[[${wordsOf(part).join('|')}]]`)).join('');

const wordsOf = (gap: Gap): string[] =>
  'accepted' in gap ? gap.accepted : gap.options.map(({ text, correct }) => (correct ? `*${text}` : text));

export type Matching = { lefts: { id: string; text: string; right: string }[]; rights: { id: string; text: string }[] };

/** One pair on each line, an equals sign between; undefined when a line has none. What is left over belongs to nothing. */
export function readMatching(pairs: string, decoys: string): Matching | undefined {
  const rights = new Map<string, string>();
  const right = (text: string): string => {
    rights.set(idOf('right', text), text);
    return idOf('right', text);
  };
  const lefts = linesOf(pairs).map((line) => {
    const [text = '', ...rest] = line.split('=').map((part) => part.trim());
    const other = rest.join('=');
    return text === '' || other === '' ? undefined : { id: idOf('left', text), text, right: right(other) };
  });
  for (const text of linesOf(decoys)) right(text);
  const whole = lefts.filter((left) => left !== undefined);
  if (whole.length < lefts.length) return undefined;
  return { lefts: whole, rights: [...rights].map(([id, text]) => ({ id, text })) };
}

export function writeMatching({ lefts, rights }: Matching): { pairs: string; decoys: string } {
  const used = new Set(lefts.map(({ right }) => right));
  const textOf = (id: string) => rights.find((right) => right.id === id)?.text ?? '';
  return {
    pairs: lefts.map(({ text, right }) => `${text} = ${textOf(right)}`).join('\n'),
    decoys: rights.flatMap(({ id, text }) => (used.has(id) ? [] : [text])).join('\n'),
  };
}

export const readItems = (typed: string): { id: string; text: string }[] =>
  [...new Set(linesOf(typed))].map((text) => ({ id: idOf('item', text), text }));

export type Criterion = { id: string; title: string; levels: { id: string; title: string; points: number }[] };

/** A line that begins with a number is a level with its points; any other line is what the levels after it are about. */
export function readRubric(typed: string): Criterion[] {
  const criteria: Criterion[] = [];
  for (const line of linesOf(typed)) {
    const level = /^(\d{1,2})[\s.):–-]+(.+)$/.exec(line);
    if (!level) criteria.push({ id: idOf('criterion', line), title: line, levels: [] });
    else {
      if (criteria.length === 0) criteria.push({ id: idOf('criterion'), title: '', levels: [] });
      const [, points = '', title = ''] = level;
      criteria.at(-1)!.levels.push({ id: idOf('level', line), title, points: Number(points) });
    }
  }
  return criteria;
}

export const writeRubric = (criteria: readonly Criterion[]): string =>
  criteria
    .flatMap(({ title, levels }) => [...(title ? [title] : []), ...levels.map((level) => `${level.points} ${level.title}`)])
    .join('\n');
