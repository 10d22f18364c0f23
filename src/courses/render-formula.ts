import temml from 'temml';
import { element, escapeHtml } from './escape-html.ts';

/**
 * TeX as MathML, which browsers draw themselves and screen readers read. What it cannot read is shown as it was written.
 * Inline styles are taken away: our pages allow none.
 */
export function renderFormula(tex: unknown, displayMode: boolean): string {
  const text = typeof tex === 'string' ? tex.slice(0, maxLength) : '';
  try {
    const math = temml.renderToString(text, { displayMode, throwOnError: true, trust: false, strict: false, maxExpand: 200 });
    return math.replaceAll(/\s(?:style|class)="[^"]*"/g, '');
  } catch {
    return element('code', {}, escapeHtml(text));
  }
}

/** Whether it can be read: what cannot is told to its author before it is published. */
export const isFormula = (tex: unknown): boolean => renderFormula(tex, true).startsWith('<math');

const maxLength = 4000;
