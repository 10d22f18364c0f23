import { listOf, type LooseNode } from '../loose-node.ts';

const wordsAMinute = 180;
const longWord = 7;

/** The words of a document, block by block, as a person reads them. */
export function sentencesOf(document: unknown): string[] {
  return blocksOf(document as LooseNode)
    .flatMap((text) => text.split(/(?<=[.!?:…])\s+/))
    .filter((text) => /\p{L}/u.test(text));
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

export const countWords = (document: unknown): number => sentencesOf(document).reduce((sum, text) => sum + wordsIn(text).length, 0);

/** How long a page takes to read: at least a minute. */
export const minutesToRead = (document: unknown): number => Math.max(1, Math.round(countWords(document) / wordsAMinute));

/** LIX: words a sentence, and the share of words longer than six letters. Of a text too short to judge there is none. */
export function lixOf(document: unknown): number | undefined {
  const sentences = sentencesOf(document);
  const words = sentences.flatMap(wordsIn);
  if (words.length < 50) return undefined;
  const long = words.filter((word) => word.length >= longWord).length;
  return Math.round(words.length / sentences.length + (100 * long) / words.length);
}

/** The text of each innermost block: a paragraph, a heading, a cell. */
function blocksOf(node: LooseNode): string[] {
  const content = listOf(node.content);
  if (content.some(({ type }) => type === 'text')) return [content.map(({ text }) => (typeof text === 'string' ? text : ' ')).join('')];
  return content.flatMap(blocksOf);
}
