import { words } from '../ui/words.ts';
import { compact, type RenderBlocks } from './compact.ts';
import type { Document } from './document.ts';
import { element, escapeHtml } from './escape-html.ts';
import { listOf, maxDepth, textOf, type LooseNode } from './loose-node.ts';
import { renderInline } from './render-inline.ts';
import { renderTable } from './render-table.ts';

type Locale = 'sv' | 'en';
type RenderBlock = (node: LooseNode, blocks: RenderBlocks, locale: Locale) => string;

/** A page's HTML. Every node goes through its own small function and every word through the escape;
 * a document that is not what it should be can lose its form, never become markup. */
export function renderDocument(document: Document, locale: Locale = 'sv'): string {
  return renderBlocks(document.content, 0, locale);
}

function renderBlocks(content: unknown, depth: number, locale: Locale): string {
  if (depth > maxDepth) return '';
  return listOf(content)
    .map((node) => {
      const render = Object.hasOwn(nodes, String(node.type)) ? nodes[String(node.type)]! : unknown;
      return render(node, (inner) => renderBlocks(inner, depth + 1, locale), locale);
    })
    .join('');
}

const nodes: Record<string, RenderBlock> = {
  heading: (node) => element(`h${headingLevel(node.attrs?.['level'])}`, { id: blockId(node) }, renderInline(listOf(node.content))),
  paragraph: (node) => element('p', {}, renderInline(listOf(node.content))),
  bulletList: (node, blocks) => element('ul', {}, items(node, blocks)),
  orderedList: (node, blocks) => element('ol', { start: startOf(node.attrs?.['start']) }, items(node, blocks)),
  blockquote: (node, blocks) => element('blockquote', {}, blocks(node.content)),
  callout,
  table: (node, blocks) => renderTable(node, blocks),
  codeBlock: (node) => element('pre', { tabindex: '0' }, element('code', {}, escapeHtml(textOf(node)))),
  horizontalRule: () => '<hr>',
  text: (node) => renderInline([node]),
  hardBreak: () => '<br>',
};

/** The same call-out as Notice of the design system, in the language of the course. */
function callout(node: LooseNode, blocks: RenderBlocks, locale: Locale): string {
  const kind = (['tip', 'warning', 'important'] as const).find((known) => known === node.attrs?.['kind']) ?? 'info';
  const title = element('p', { class: 'notice-title' }, words[locale].noticeTitle[kind]);
  return element('div', { class: `notice ${kind}`, role: 'note' }, title + blocks(node.content));
}

function unknown(node: LooseNode): string {
  const text = textOf(node);
  return text ? element('p', {}, escapeHtml(text)) : '';
}

const items = (node: LooseNode, blocks: RenderBlocks) =>
  listOf(node.content)
    .map((item) => element('li', {}, compact(item, blocks)))
    .join('');

const headingLevel = (level: unknown) => (level === 3 || level === 4 ? level : 2);
const startOf = (start: unknown) => (typeof start === 'number' && Number.isInteger(start) && start > 1 ? String(start) : undefined);

function blockId({ attrs }: LooseNode): string | undefined {
  const id = attrs?.['id'];
  return typeof id === 'string' && /^[A-Za-z][\w-]{0,40}$/.test(id) ? id : undefined;
}
