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

const maxLength = 4000;
