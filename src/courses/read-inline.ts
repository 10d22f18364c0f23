import type { Inline, Mark } from './document.ts';
import { listOf, textOf, type LooseNode } from './loose-node.ts';
import { inlineTex } from './markdown-formula.ts';

/** The words of a block that came from a browser, with the marks the schema knows. */
export function readInline(content: unknown): Inline[] {
  const found = listOf(content).flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (node.type === 'inlineFormula') return formulaOf(node);
    // A space that must not break a line (10 000) is its own sign.
    const text = textOf(node).replaceAll(/[ \t\n\r\f\v]+/g, ' ');
    const marks = listOf(node.marks).flatMap(markOf);
    return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
  });
  // A break at either end breaks nothing.
  while (found.at(-1)?.type === 'hardBreak') found.pop();
  while (found[0]?.type === 'hardBreak') found.shift();
  return found.some((node) => node.type !== 'text' || node.text.trim() !== '') ? found : [];
}

function formulaOf({ attrs }: LooseNode): Inline[] {
  const tex = inlineTex(typeof attrs?.['tex'] === 'string' ? attrs['tex'] : '');
  return tex ? [{ type: 'inlineFormula', attrs: { tex } }] : [];
}

function markOf({ type, attrs }: LooseNode): Mark[] {
  if (type === 'strong' || type === 'em' || type === 'code') return [{ type }];
  const href = attrs?.['href'];
  if (type === 'link' && typeof href === 'string' && href !== '') return [{ type, attrs: { href: href.slice(0, 2000) } }];
  const lang = attrs?.['lang'];
  if (type === 'lang' && typeof lang === 'string' && /^[A-Za-z-]{2,20}$/.test(lang)) return [{ type, attrs: { lang } }];
  return [];
}
