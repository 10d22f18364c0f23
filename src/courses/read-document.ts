import { blockIds } from './block-ids.ts';
import { boxNameOf, isBoxName, isFileId } from './directive.ts';
import type { Block, CalloutKind, Document, ListItem, TableCell, TableRow } from './document.ts';
import { readInline } from './read-inline.ts';
import { listOf, maxDepth, textOf, type LooseNode } from './loose-node.ts';
import { tidyTex } from './markdown-formula.ts';
import { documentVersion, upgradeDocument } from './upgrade-document.ts';

type Blocks = (content: unknown) => Block[];

/**
 * A document that came from a browser, with nothing in it but what the schema knows: a node is read by its own reader, and
 * what has none is kept as its words.
 */
export function readDocument(sent: unknown): Document {
  const content = readBlocks(upgradeDocument(sent).content, 0);
  return { type: 'doc', version: documentVersion, content: blockIds(withoutTwins(content)) };
}

function readBlocks(content: unknown, depth: number): Block[] {
  if (depth > maxDepth) return [];
  const inner: Blocks = (within) => readBlocks(within, depth + 1);
  return listOf(content).flatMap((node) => {
    const read = Object.hasOwn(readers, String(node.type)) ? readers[String(node.type)]! : words;
    return read(node, inner).map((block) => identified(block, node));
  });
}

const readers: Record<string, (node: LooseNode, blocks: Blocks) => Block[]> = {
  paragraph: words,
  heading: (node) => {
    const level = node.attrs?.['level'];
    return withWords(node, (content) => ({ type: 'heading', attrs: { level: level === 3 || level === 4 ? level : 2 }, content }));
  },
  bulletList: (node, blocks) => some(items(node, blocks), (content) => ({ type: 'bulletList', content })),
  orderedList: (node, blocks) => {
    const start = Number(node.attrs?.['start'] ?? 1);
    const begins = Number.isInteger(start) && start > 1 && start < 1e6 ? { attrs: { start } } : {};
    return some(items(node, blocks), (content) => ({ type: 'orderedList', ...begins, content }));
  },
  blockquote: (node, blocks) => some(blocks(node.content), (content) => ({ type: 'blockquote', content })),
  callout: (node, blocks) => {
    const kind = (['tip', 'warning', 'important'] as CalloutKind[]).find((one) => one === node.attrs?.['kind']) ?? 'info';
    return some(blocks(node.content), (content) => ({ type: 'callout', attrs: { kind }, content }));
  },
  details: (node, blocks) =>
    some(blocks(node.content), (content) => ({ type: 'details', attrs: { summary: line(node, 'summary') }, content })),
  table: (node, blocks) => some(rows(node, blocks), (content) => ({ type: 'table', content })),
  codeBlock: (node) => {
    const text = listOf(node.content)
      .map((part) => textOf(part))
      .join('')
      .trimEnd();
    const language = /^[\w+#-]{1,30}$/.exec(line(node, 'language'))?.[0];
    return [{ type: 'codeBlock', ...(language ? { attrs: { language } } : {}), content: text ? [{ type: 'text', text }] : [] }];
  },
  horizontalRule: () => [{ type: 'horizontalRule' }],
  formula: (node) => {
    const tex = tidyTex(typeof node.attrs?.['tex'] === 'string' ? node.attrs['tex'] : '');
    return tex ? [{ type: 'formula', attrs: { tex } }] : [];
  },
  image: (node) => {
    const decorative = node.attrs?.['decorative'] === true ? { decorative: true as const } : {};
    const caption = line(node, 'caption');
    const alt = decorative.decorative ? '' : line(node, 'alt');
    return withFile(node, (file) => ({ type: 'image', attrs: { file, alt, ...decorative, ...(caption ? { caption } : {}) } }));
  },
  film: (node, blocks) => playable(node, 'film', blocks),
  sound: (node, blocks) => playable(node, 'sound', blocks),
  fileLink: (node) => withFile(node, (file) => ({ type: 'fileLink', attrs: { file, ...titleOf(node) } })),
  question: ({ attrs }) => (isFileId(attrs?.['question']) ? [{ type: 'question', attrs: { question: attrs['question'] } }] : []),
  reflection: (node) => {
    const prompt = line(node, 'prompt');
    const box = node.attrs?.['box'];
    return prompt ? [{ type: 'reflection', attrs: { box: isBoxName(box) ? box : boxNameOf(prompt), prompt } }] : [];
  },
};

function words(node: LooseNode): Block[] {
  return withWords(node.type === 'paragraph' ? node : { content: [{ type: 'text', text: textOf(node) }] }, (content) => ({
    type: 'paragraph',
    content,
  }));
}

const withWords = (node: LooseNode, make: (content: ReturnType<typeof readInline>) => Block) => some(readInline(node.content), make);
const some = <Part>(content: Part[], make: (content: Part[]) => Block): Block[] => (content.length > 0 ? [make(content)] : []);
const withFile = ({ attrs }: LooseNode, make: (file: string) => Block) => (isFileId(attrs?.['file']) ? [make(attrs['file'])] : []);
const titleOf = (node: LooseNode) => (line(node, 'title') ? { title: line(node, 'title') } : {});

function playable(node: LooseNode, type: 'film' | 'sound', blocks: Blocks): Block[] {
  const content = blocks(node.content);
  return withFile(node, (file) => ({ type, attrs: { file, ...titleOf(node) }, ...(content.length > 0 ? { content } : {}) }));
}

const items = (list: LooseNode, blocks: Blocks): ListItem[] =>
  listOf(list.content)
    .map((item): ListItem => ({ type: 'listItem', content: blocks(item.type === 'listItem' ? item.content : [item]) }))
    .filter(({ content }) => content.length > 0);

/** A cell holds one paragraph: what Markdown can say, and enough for a table. */
function rows(table: LooseNode, blocks: Blocks): TableRow[] {
  return listOf(table.content).map((row) => ({
    type: 'tableRow',
    content: listOf(row.content).map((cell): TableCell => {
      const align = (['left', 'center', 'right'] as const).find((one) => one === cell.attrs?.['align']);
      const type = cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell';
      const content = blocks(cell.content).flatMap((block) =>
        block.type === 'paragraph' ? (block.content ?? []) : readInline([{ text: textOf(block) }]),
      );
      return { type, ...(align ? { attrs: { align } } : {}), content: content.length > 0 ? [{ type: 'paragraph', content }] : [] };
    }),
  }));
}

/** A text of one line, as long as anyone needs. */
function line({ attrs }: LooseNode, name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string'
    ? value
        .replaceAll(/[ \t\n\r\f\v]+/g, ' ')
        .trim()
        .slice(0, 1000)
    : '';
}

function identified(block: Block, { attrs }: LooseNode): Block {
  const id = attrs?.['id'];
  return typeof id === 'string' && /^[A-Za-z][\w-]{0,40}$/.test(id) ? ({ ...block, attrs: { ...block.attrs, id } } as Block) : block;
}

/** A block that was pasted twice keeps its id once. */
function withoutTwins(blocks: Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    const id = block.attrs?.id;
    if (!id || !seen.has(id)) return (seen.add(id ?? ''), block);
    const { id: _, ...attrs } = block.attrs!;
    return { ...block, attrs } as Block;
  });
}
