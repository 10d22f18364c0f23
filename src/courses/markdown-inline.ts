import type { MarkedToken, Token } from 'marked';
import type { Inline, Mark } from './document.ts';
import { readReferences } from './character-references.ts';
import type { InlineFormulaToken } from './markdown-formula.ts';

type KnownToken = MarkedToken | InlineFormulaToken;

/** Reads the words of a block with their marks. `<span lang="en">…</span>` marks another language. */
export function inlineFrom(tokens: readonly Token[], marks: Mark[] = []): Inline[] {
  const languages: Mark[] = [];
  const found = (tokens as readonly KnownToken[]).flatMap((token) => {
    if (token.type === 'html' && changesLanguage(token.text, languages)) return [];
    return inlineOf(token, [...marks, ...languages.slice(-1)]);
  });
  return joined(found);
}

/** An escaped sign is no word of its own: neighbours that look the same are one text. */
function joined(nodes: Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      whole[whole.length - 1] = { ...last, text: last.text + node.text };
    } else whole.push(node);
  }
  return whole;
}

function inlineOf(token: KnownToken, marks: Mark[]): Inline[] {
  switch (token.type) {
    case 'strong':
    case 'em':
      return inlineFrom(token.tokens, [...marks, { type: token.type }]);
    case 'link':
      return inlineFrom(token.tokens, [...marks, { type: 'link', attrs: { href: readReferences(token.href) } }]);
    case 'codespan':
      return words(token.text, [...marks, { type: 'code' }]);
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'inlineFormula':
      return [{ type: 'inlineFormula', attrs: { tex: token.tex } }];
    case 'text':
      return token.tokens ? inlineFrom(token.tokens, marks) : words(readReferences(token.text), marks);
    case 'del':
      return inlineFrom(token.tokens, marks);
    default:
      return words('text' in token ? token.text : token.raw, marks);
  }
}

function words(text: string, marks: Mark[]): Inline[] {
  if (text === '') return [];
  return [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
}

function changesLanguage(html: string, languages: Mark[]): boolean {
  const opening = /^<span lang="([A-Za-z-]{2,20})">$/.exec(html);
  if (opening) return languages.push({ type: 'lang', attrs: { lang: opening[1]! } }) > 0;
  return html === '</span>' && languages.pop() !== undefined;
}
