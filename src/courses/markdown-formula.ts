import type { TokenizerAndRendererExtension, Tokens } from 'marked';
import { afterBreak } from './directive.ts';

export type FormulaToken = { type: 'formula'; raw: string; tex: string };
export type InlineFormulaToken = { type: 'inlineFormula'; raw: string; tex: string };

/** A formula of its own: TeX between lines of `$$`. */
export const formula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'block',
  start: (text) => afterBreak(/\n\$\$[ \t]*\n/.exec(text)),
  tokenizer(text): Tokens.Generic | undefined {
    const [raw, tex] = /^\$\$[ \t]*\n([\s\S]*?)\n\$\$[ \t]*(?:\n|$)/.exec(text) ?? [];
    return raw !== undefined && tidyTex(tex) !== '' ? { type: 'formula', raw, tex: tidyTex(tex) } : undefined;
  },
};

/** A formula among words, $`a^2`$: no amount of money looks like it. */
export const inlineFormula: TokenizerAndRendererExtension = {
  name: 'inlineFormula',
  level: 'inline',
  start: (text) => (text.includes('$`') ? text.indexOf('$`') : undefined),
  tokenizer(text): Tokens.Generic | undefined {
    const [raw, tex] = /^\$`([^`]+)`\$/.exec(text) ?? [];
    return raw !== undefined && inlineTex(tex) !== '' ? { type: 'inlineFormula', raw, tex: inlineTex(tex) } : undefined;
  },
};

/** TeX as it is kept: without empty lines, which would end the formula. */
export const tidyTex = (tex: string | undefined): string =>
  (tex ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '$$')
    .join('\n');

/** The same on one line. A backtick would end it, and TeX has no use for one in a formula. */
export const inlineTex = (tex: string | undefined): string => (tex ?? '').replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
