import { fromMarkdown, renderDocument } from '../../courses/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { escapeHtml } from '../../ui/markup.ts';

/** A letter's Markdown as HTML: words, headings, lists and links. It has no node for pictures, so nothing can tell when it is read. */
export const letterBody = (markdown: string, language: Locale): string => renderDocument(fromMarkdown(markdown), language);

type Foot = { why: string; links: Record<string, string> };

export function letterHtml(markdown: string, language: Locale, { why, links }: Foot): string {
  const foot = Object.entries(links).map(([text, address]) => `<p><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></p>`);
  return `<!doctype html><html lang="${language}"><body>${letterBody(markdown, language)}<hr><p>${escapeHtml(why)}</p>${foot.join('')}</body></html>`;
}
