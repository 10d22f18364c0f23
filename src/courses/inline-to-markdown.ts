import type { Inline, Mark, Text } from './document.ts';

/** From the outside in, as the renderer reads them. */
const order = ['link', 'lang', 'strong', 'em', 'code'] as const;

export function inlineToMarkdown(content: readonly Inline[] = []): string {
  return escapeLineStarts(write(content, order));
}

function write(nodes: readonly Inline[], marks: readonly Mark['type'][]): string {
  const [type, ...inner] = marks;
  if (!type) return nodes.map(writeLeaf).join('');
  return (
    runs(nodes, type)
      .map(({ mark, run }) => (mark ? wrap(mark, run, inner) : write(run, inner)))
      // A sign of exclamation before a link would make it a picture, a dollar before code a formula.
      .map((part, index, all) => (all[index + 1]?.startsWith('[') ? part.replace(/!$/, '\\!') : part))
      .map((part, index, all) => (all[index + 1]?.startsWith('`') ? part.replace(/\$$/, '\\$') : part))
      .join('')
  );
}

function writeLeaf(node: Inline): string {
  if (node.type === 'hardBreak') return '\\\n';
  return node.type === 'inlineFormula' ? `$\`${node.attrs.tex}\`$` : escapeText(node.text);
}

function wrap(mark: Mark, run: readonly Inline[], inner: readonly Mark['type'][]): string {
  switch (mark.type) {
    case 'link':
      // Brackets of the text itself are written as references: marked would pair escaped ones with the link's.
      return `[${write(run, inner).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;')}](${writeHref(mark.attrs.href)})`;
    case 'lang':
      return `<span lang="${mark.attrs.lang}">${write(run, inner)}</span>`;
    case 'strong':
      return `**${write(run, inner)}**`;
    case 'em':
      return `*${write(run, inner)}*`;
    case 'code':
      return codeSpan(run.map((node) => (node.type === 'text' ? node.text : ' ')).join(''));
  }
}

/** Neighbours that carry the same mark, together. */
function runs(nodes: readonly Inline[], type: Mark['type']): { mark: Mark | undefined; run: Inline[] }[] {
  const found: { mark: Mark | undefined; run: Inline[] }[] = [];
  for (const node of nodes) {
    const mark = node.type === 'text' ? node.marks?.find((one) => one.type === type) : undefined;
    const last = found.at(-1);
    if (last && JSON.stringify(last.mark) === JSON.stringify(mark)) last.run.push(node);
    else found.push({ mark, run: [node] });
  }
  return found;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + padding + text + padding + fence;
}

const writeHref = (href: string) => (/^[^\s()<>\\&]+$/.test(href) ? href : `<${href.replaceAll(/([<>\\&])/g, '\\$1')}>`);

/** Only what Markdown would read as something else gets a backslash: the text stays easy to read. */
export function escapeText(text: Text['text']): string {
  return text
    .replaceAll(/[\\`*[\]<~]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#?\w{1,32};)/g, '\\&')
    .replaceAll(/\b(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replaceAll(/\bwww(?=\.)/gi, '$&\\')
    .replaceAll(/(?<=[\w.+-])@(?=[\w-])/g, '\\@')
    .replaceAll(/[ \t]*\n[ \t\n]*/g, '\n');
}

/** At the head of a line more signs mean something. */
function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t]+/, '')
        .replace(/^(?:[-+>=|]|#{1,6}(?=\s|$))/, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
        .replace(/^:(?=-|::)/, '\\:')
        .replace(/^\$(?=\$)/, '\\$'),
    )
    .join('\n');
}
