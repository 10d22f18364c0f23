import { writeDirective } from './directive.ts';
import type { Block, Document, ListItem, Table, TableRow } from './document.ts';
import { inlineToMarkdown } from './inline-to-markdown.ts';

type Language = 'sv' | 'en';

const markers = {
  sv: { info: 'INFO', tip: 'TIPS', warning: 'VARNING', important: 'VIKTIGT' },
  en: { info: 'INFO', tip: 'TIP', warning: 'WARNING', important: 'IMPORTANT' },
} as const;

/** A document as the Markdown that `fromMarkdown` makes the same document of. */
export function toMarkdown(document: Document, language: Language = 'sv'): string {
  return blocks(document.content, language);
}

function blocks(content: readonly Block[], language: Language): string {
  return content.map((block, index) => writeBlock(block, language, isSecondList(content, index))).join('\n\n');
}

// Two lists after one another are one list to Markdown, unless their marks differ.
function isSecondList(content: readonly Block[], index: number): boolean {
  let same = 0;
  while (content[index - same - 1]?.type === content[index]!.type) same++;
  return same % 2 === 1;
}

function writeBlock(block: Block, language: Language, otherMark: boolean): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${oneLine(inlineToMarkdown(block.content)).replace(/(?<=\s)(#+)$/, '\\$1')}`;
    case 'paragraph':
      return inlineToMarkdown(block.content);
    case 'bulletList':
      return block.content.map((item) => writeItem(item, otherMark ? '* ' : '- ', language)).join(isLoose(block.content) ? '\n\n' : '\n');
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      const mark = (index: number) => `${start + index}${otherMark ? ')' : '.'} `;
      return block.content.map((item, index) => writeItem(item, mark(index), language)).join(isLoose(block.content) ? '\n\n' : '\n');
    }
    case 'blockquote':
      return prefixed('> ', blocks(block.content, language));
    case 'callout':
      return prefixed('> ', `[!${markers[language][block.attrs.kind]}]\n${blocks(block.content, language)}`);
    case 'table':
      return writeTable(block);
    case 'codeBlock':
      return writeCode(block.content?.map(({ text }) => text).join('') ?? '', block.attrs?.language);
    case 'horizontalRule':
      return '---';
    case 'formula':
      return `$$\n${block.attrs.tex}\n$$`;
    default:
      return writeDirective(block, language, 'content' in block && block.content ? blocks(block.content, language) : '');
  }
}

const oneLine = (text: string) => text.replaceAll(/\\?\n/g, ' ');
const prefixed = (prefix: string, text: string) =>
  text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n');

/** An item of one paragraph, perhaps with lists in it, stands close to its neighbours. A list that begins at 2 needs its space. */
const isLoose = (items: readonly ListItem[]) => items.some(({ content }) => !content.slice(1).every(standsClose));
const standsClose = (block: Block) => block.type === 'bulletList' || (block.type === 'orderedList' && (block.attrs?.start ?? 1) === 1);

function writeItem({ content }: ListItem, mark: string, language: Language): string {
  const tight = !isLoose([{ type: 'listItem', content }]);
  const parts = content.map((block, index) => writeBlock(block, language, isSecondList(content, index)));
  const [first = '', ...rest] = parts.join(tight ? '\n' : '\n\n').split('\n');
  const indent = ' '.repeat(mark.length);
  return [(mark + first).trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

function writeTable({ content }: Table): string {
  const [head, ...body] = content;
  if (!head) return '';
  const rule = head.content.map(({ attrs }) => ({ left: ':---', center: ':---:', right: '---:', none: '---' })[attrs?.align ?? 'none']);
  return [writeRow(head), `| ${rule.join(' | ')} |`, ...body.map(writeRow)].join('\n');
}

function writeRow({ content }: TableRow): string {
  const cells = content.map((cell) =>
    oneLine(cell.content.map((block) => (block.type === 'paragraph' ? inlineToMarkdown(block.content) : '')).join(' ')).replaceAll(
      /\\?\|/g,
      '\\|',
    ),
  );
  return `|${cells.map((cell) => (cell ? ` ${cell} ` : ' ')).join('|')}|`;
}

/** The fence is longer than any in the code itself. */
function writeCode(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
