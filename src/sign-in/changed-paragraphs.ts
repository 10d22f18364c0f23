import { diffArrays, diffWordsWithSpace } from 'diff';

export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

const kindOf = ({ added, removed }: { added?: boolean; removed?: boolean }): Change['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same';

/** What became of each paragraph: what the two texts have in common stays, the rest came or went. */
export function changedParagraphs(before: string, after: string): Change[] {
  return diffArrays(paragraphsOf(before), paragraphsOf(after)).flatMap((part) => part.value.map((text) => ({ kind: kindOf(part), text })));
}

/** The new text paragraph by paragraph, with what is new and what is gone marked word by word where one took another's place. */
export function markedParagraphs(before: string, after: string): Change[][] {
  const parts = diffArrays(paragraphsOf(before), paragraphsOf(after));
  const marked: Change[][] = [];
  for (let index = 0; index < parts.length; index++) {
    const [part, next] = [parts[index]!, parts[index + 1]];
    if (part.removed && next?.added) {
      marked.push(...replaced(part.value, next.value));
      index++;
    } else marked.push(...part.value.map((text) => [{ kind: kindOf(part), text }]));
  }
  return marked;
}

function replaced(old: readonly string[], now: readonly string[]): Change[][] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, place): Change[] => {
    const [was, is] = [old[place], now[place]];
    if (was === undefined) return [{ kind: 'added', text: is! }];
    if (is === undefined) return [{ kind: 'removed', text: was }];
    return diffWordsWithSpace(was, is).map((part) => ({ kind: kindOf(part), text: part.value }));
  });
}
