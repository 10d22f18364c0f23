import { recent } from '../ui/recent.ts';
import { words } from '../ui/words.ts';
import { compact, type RenderBlocks } from './compact.ts';
import type { Document } from './document.ts';
import { element, escapeHtml } from './escape-html.ts';
import { listOf, maxDepth, textOf, type LooseNode } from './loose-node.ts';
import { isBoxName, isFileId } from './directive.ts';
import { renderFormula } from './render-formula.ts';
import { renderInline } from './render-inline.ts';
import { renderDetails, renderFileLink, renderImage, renderPlayable, type Media } from './render-media.ts';
import { renderTable } from './render-table.ts';

type Locale = 'sv' | 'en';
type Around = { locale: Locale; media: Media };
type RenderBlock = (node: LooseNode, blocks: RenderBlocks, around: Around) => string;
const noMedia: Media = new Map();

/** A page's HTML. Every node goes through its own small function and every word through the escape;
 * a document that is not what it should be can lose its form, never become markup. */
export function renderDocument(document: Document, locale: Locale = 'sv', media: Media = noMedia): string {
  return renderBlocks(document.content, 0, { locale, media });
}

function renderBlocks(content: unknown, depth: number, around: Around): string {
  if (depth > maxDepth) return '';
  return listOf(content)
    .map((node) => {
      const render = Object.hasOwn(nodes, String(node.type)) ? nodes[String(node.type)]! : unknown;
      return render(node, (inner) => renderBlocks(inner, depth + 1, around), around);
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
  image: (node, _, { media, locale }) => renderImage(node, media, locale),
  film: (node, blocks, { media, locale }) => renderPlayable(node, blocks, media, locale),
  sound: (node, blocks, { media, locale }) => renderPlayable(node, blocks, media, locale),
  fileLink: (node, _, { media, locale }) => renderFileLink(node, media, locale),
  formula: (node) => element('div', { class: 'formula', tabindex: '0' }, renderFormula(node.attrs?.['tex'], true)),
  inlineFormula: (node) => renderInline([node]),
  details: (node, blocks, { locale }) => renderDetails(node, blocks, locale),
  question: ({ attrs }) => (isFileId(attrs?.['question']) ? placeFor('question', attrs['question']) : ''),
  reflection: ({ attrs }) => {
    const prompt = element('p', { class: 'reflection-prompt' }, escapeHtml(typeof attrs?.['prompt'] === 'string' ? attrs['prompt'] : ''));
    return element('div', { class: 'reflection' }, prompt + (isBoxName(attrs?.['box']) ? placeFor('reflection', attrs['box']) : ''));
  },
  text: (node) => renderInline([node]),
  hardBreak: () => '<br>',
};

/** Where whoever shows the page puts what differs between people: see `fillPlaces`. */
const placeFor = (what: Place, name: string) => element('div', { [`data-${what}`]: name }, '');
export type Place = 'question' | 'reflection';
const places = /<div data-(question|reflection)="([a-z0-9-]{1,40})"><\/div>/;

/** A page's HTML with its places drawn; most pages have none. Their words are escaped, so that no text is taken for a place. */
export const fillPlaces = (html: string, draw: (place: Place, name: string) => string): string => inPieces(html, draw).join('');

/** The same, not put together yet. */
export function inPieces<Drawn>(html: string, draw: (place: Place, name: string) => Drawn): (string | Drawn)[] {
  const parts = takenApart(html, () => html.split(places));
  const whole: (string | Drawn)[] = [parts[0]!];
  for (let index = 1; index < parts.length; index += 3) whole.push(draw(parts[index] as Place, parts[index + 1]!), parts[index + 2]!);
  return whole;
}

// A published page is one text for everyone who reads it: it is taken apart once.
const pagesKept = 500;
const takenApart = recent<string[]>(pagesKept);

/** The same call-out as Notice of the design system, in the language of the course. */
function callout(node: LooseNode, blocks: RenderBlocks, { locale }: Around): string {
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
