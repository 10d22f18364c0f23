import { Parser } from 'htmlparser2';
import { isFileId } from '../../directive.ts';
import { maxDepth, type LooseNode } from '../../loose-node.ts';
import type { FileBlock } from './split-pages.ts';

type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** HTML that a converter made, as the loose nodes that `readDocument` reads: nothing is believed of it here. */
export function blocksFromHtml(html: string): FileBlock[] {
  return treeOf(html).flatMap((child): FileBlock[] => {
    if (typeof child !== 'string' && child.name === 'h1') {
      const heading = wordsOf(child).trim();
      const pictures = imagesIn(child).map((block) => ({ block }));
      return heading ? [{ heading }, ...pictures] : pictures;
    }
    return blocksOf([child], 0).map((block) => ({ block }));
  });
}

const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object']);

function treeOf(html: string): (Element | string)[] {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, children: [] };
      // Deeper than any page: its words stay, its form is flattened.
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    ontext: (words) => void open.at(-1)!.children.push(words),
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return root.children;
}

const inlineNames = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'sub', 'sup', 'span', 'code', 'br', 'small', 'mark', 'q']);
const isInline = (child: Element | string): boolean =>
  typeof child === 'string' || (inlineNames.has(child.name) && child.children.every(isInline));

/** Blocks of a run of children: words that stand loose among blocks are paragraphs of their own. */
function blocksOf(children: readonly (Element | string)[], depth: number): LooseNode[] {
  if (depth > maxDepth) return [];
  const found: LooseNode[] = [];
  let loose: (Element | string)[] = [];
  const settle = () => {
    if (loose.length > 0) found.push({ type: 'paragraph', content: inlineOf(loose, []) });
    loose = [];
  };
  for (const child of children) {
    if (isInline(child)) loose.push(child);
    else {
      settle();
      found.push(...blockOf(child as Element, depth));
    }
  }
  settle();
  return found;
}

function blockOf(element: Element, depth: number): LooseNode[] {
  const { name, children } = element;
  const inner = () => blocksOf(children, depth + 1);
  if (unseen.has(name)) return [];
  if (/^h[1-6]$/.test(name)) {
    const attrs = { level: Math.min(4, Math.max(2, Number(name[1]))) };
    return [{ type: 'heading', attrs, content: inlineOf(children, []) }, ...imagesIn(element)];
  }
  switch (name) {
    case 'ul':
    case 'ol':
      return [{ type: name === 'ul' ? 'bulletList' : 'orderedList', content: itemsOf(children, depth) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: inner() }];
    case 'pre':
      return [{ type: 'codeBlock', content: [{ type: 'text', text: wordsOf(element) }] }];
    case 'table':
      return [{ type: 'table', content: rowsOf(element, depth) }];
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'img':
      return imagesIn(element);
    case 'p':
      return [{ type: 'paragraph', content: inlineOf(children, []) }, ...imagesIn(element)];
    default:
      return inner();
  }
}

const elementsOf = (children: readonly (Element | string)[], names: readonly string[]): Element[] =>
  children.filter((child): child is Element => typeof child !== 'string' && names.includes(child.name));

const itemsOf = (children: readonly (Element | string)[], depth: number): LooseNode[] =>
  elementsOf(children, ['li']).map((item) => ({ type: 'listItem', content: blocksOf(item.children, depth + 1) }));

/** Rows wherever they stand in their table; a cell holds words, and its pictures come after the table's row of words. */
function rowsOf(table: Element, depth: number): LooseNode[] {
  return table.children.flatMap((child): LooseNode[] => {
    if (typeof child === 'string') return [];
    if (['thead', 'tbody', 'tfoot'].includes(child.name)) return rowsOf(child, depth);
    if (child.name !== 'tr') return [];
    const cells = elementsOf(child.children, ['td', 'th']).map((cell) => ({
      type: cell.name === 'th' || table.name === 'thead' ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph', content: inlineOf(cell.children, []) }],
    }));
    return [{ type: 'tableRow', content: cells }];
  });
}

const marks: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em', code: 'code' };

/** Words with their marks. A block among them is a break: a heading or a cell has no paragraphs. */
function inlineOf(children: readonly (Element | string)[], outer: readonly LooseNode[]): LooseNode[] {
  return children.flatMap((child): LooseNode[] => {
    if (typeof child === 'string') return [{ type: 'text', text: child, marks: [...outer] }];
    const { name, attributes } = child;
    if (name === 'br') return [{ type: 'hardBreak' }];
    if (unseen.has(name) || name === 'img') return [];
    const mark = marks[name] ? [{ type: marks[name] }] : linkOf(name, attributes['href']);
    const within = inlineOf(child.children, [...outer, ...mark]);
    return isInline(child) || outer.length > 0 ? within : [...within, { type: 'hardBreak' }];
  });
}

/** A place within the old file leads nowhere in the new page. */
const linkOf = (name: string, to: string | undefined): LooseNode[] =>
  name === 'a' && to && /^(https?:|mailto:)/i.test(to) ? [{ type: 'link', attrs: { href: to } }] : [];

/** A picture stands by itself, after the words it was among. `src` is the id it was given when it was taken in. */
function imagesIn(element: Element): LooseNode[] {
  if (element.name === 'img') {
    const { src, alt = '' } = element.attributes;
    return isFileId(src) ? [{ type: 'image', attrs: { file: src, alt } }] : [];
  }
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : imagesIn(child)));
}

function wordsOf({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : wordsOf(child))).join('');
}
