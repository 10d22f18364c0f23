import { element, escapeHtml } from './escape-html.ts';
import { renderFormula } from './render-formula.ts';
import { listOf, textOf, type LooseNode } from './loose-node.ts';

/** From the outside in: a link that is partly stressed is one link. */
const markOrder = ['link', 'lang', 'strong', 'em', 'code'] as const;
type MarkType = (typeof markOrder)[number];

export function renderInline(nodes: LooseNode[], order: readonly MarkType[] = markOrder): string {
  const [mark, ...inner] = order;
  if (!mark) return nodes.map(renderLeaf).join('');
  return runsBy(nodes, (node) => valueOf(node, mark))
    .map(({ value, run }) => wrap(mark, value, renderInline(run, inner)))
    .join('');
}

function renderLeaf(node: LooseNode): string {
  if (node.type === 'inlineFormula') return renderFormula(node.attrs?.['tex'], false);
  return node.type === 'hardBreak' ? '<br>' : escapeHtml(textOf(node));
}

/** What a mark says of a node: a link's address, a language, or just that it is there. */
function valueOf(node: LooseNode, mark: MarkType): string | undefined {
  const found = listOf(node.marks).find(({ type }) => type === mark);
  if (!found) return undefined;
  if (mark === 'link') return safeHref(found.attrs?.['href']);
  if (mark === 'lang') return languageTag(found.attrs?.['lang']);
  return mark;
}

function wrap(mark: MarkType, value: string | undefined, content: string): string {
  if (value === undefined || content === '') return content;
  if (mark === 'link') return element('a', { href: value }, content);
  if (mark === 'lang') return element('span', { lang: value }, content);
  return element(mark, {}, content);
}

/** Other sites over an encrypted link, mail, and our own pages. A browser drops tabs and line breaks
 * and reads `\` as `/`, so that an address with any of them may lead elsewhere than it seems to. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || /[\s\\\p{Cc}]/u.test(href)) return undefined;
  return /^(?:https:\/\/[^/]|mailto:.|\/(?!\/)|#.)/i.test(href) ? href : undefined;
}

function languageTag(lang: unknown): string | undefined {
  return typeof lang === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) ? lang : undefined;
}

function runsBy(nodes: LooseNode[], valueOfNode: (node: LooseNode) => string | undefined) {
  const runs: { value: string | undefined; run: LooseNode[] }[] = [];
  for (const node of nodes) {
    const value = valueOfNode(node);
    const last = runs.at(-1);
    if (last && last.value === value) last.run.push(node);
    else runs.push({ value, run: [node] });
  }
  return runs;
}
