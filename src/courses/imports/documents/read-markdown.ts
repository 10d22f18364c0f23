import type { Tokens } from 'marked';
import { textOf } from '../../loose-node.ts';
import { fromMarkdown, tokensOf } from '../../markdown.ts';
import type { BroughtPages } from './brought-page.ts';
import { splitPages, type FileBlock } from './split-pages.ts';

/** Settings that many programs write at the head of a Markdown file; they are no text. */
const frontMatter = /^\uFEFF?---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Pages from a Markdown file. What its own pictures are called leads nowhere here: their words are kept and that is told. */
export function pagesFromMarkdown(text: string, fileTitle: string): BroughtPages {
  const source = text.replace(frontMatter, '').replace(/^\uFEFF/, '');
  const { pages, empty, losses } = splitPages(blocksOf(source), fileTitle);
  return { pages, empty, losses: /!\[[^\]\n]*\]\(/.test(source) ? [...losses, 'picture-links'] : losses };
}

/** First-level headings are found by reading, not by a sign at the head of a line: one may stand in code. */
function blocksOf(source: string): FileBlock[] {
  const tokens = tokensOf(source);
  // Where links lead may be written once for the whole file.
  const links = tokens.flatMap(({ type, raw }) => (type === 'def' ? [`\n${raw}`] : [])).join('');
  const found: FileBlock[] = [];
  let written = '';
  const settle = () => {
    found.push(...fromMarkdown(`${written}\n${links}`).content.map((block): FileBlock => ({ block })));
    written = '';
  };
  for (const token of tokens) {
    if (token.type !== 'heading' || (token as Tokens.Heading).depth !== 1) {
      written += token.raw;
      continue;
    }
    settle();
    found.push({ heading: wordsOf(token as Tokens.Heading) });
  }
  settle();
  return found;
}

/** A title has no marks: its words only. */
const wordsOf = ({ text }: Tokens.Heading): string =>
  fromMarkdown(text)
    .content.map((block) => textOf(block))
    .join(' ');
