import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nspell from 'nspell';

const folder = createRequire(import.meta.url)
  .resolve('dictionary-sv')
  .replace(/index\.js$/, '');

/**
 * The dictionary's own rules for compounds let anything through in this program ("ihtg" is a word to it), so they are left
 * out, and a compound is what can be taken apart into words of at least three letters, with an s between them or not.
 */
const rules = readFileSync(`${folder}index.aff`, 'utf8')
  .split('\n')
  .filter((line) => !/^(COMPOUND|ONLYINCOMPOUND|CHECKCOMPOUND)/.test(line))
  .join('\n');
const dictionary = nspell({ aff: Buffer.from(rules), dic: readFileSync(`${folder}index.dic`) });

const shortestPart = 3;
const mostParts = 4;

const isWord = (word: string): boolean => dictionary.correct(word) || dictionary.correct(word.toLowerCase());

export function isSwedish(word: string, parts = mostParts): boolean {
  if (isWord(word)) return true;
  if (parts === 1) return false;
  for (let end = shortestPart; end <= word.length - shortestPart; end++) {
    const first = word.slice(0, end);
    if ((isWord(first) || (first.endsWith('s') && isWord(first.slice(0, -1)))) && isSwedish(word.slice(end), parts - 1)) return true;
  }
  return false;
}
