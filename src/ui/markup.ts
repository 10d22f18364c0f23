import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

/** Text that is HTML already. Only `markup` and a stencil make it, so that nothing comes into a page unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const special = /["&<]/;

/** The same three characters as the renderer escapes: enough for text and for an attribute in double quotes. */
export function escapeHtml(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

type Part = string | number | Markup | readonly Markup[] | null | undefined | false;

/**
 * Markup without nodes, for the few places that are drawn on every request. Whatever is put in is escaped. Joined and not
 * added: a text that is added up piece by piece is a tree, and taking that apart took longer than drawing the page.
 */
export function markup(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  const all = [pieces[0]!];
  for (let index = 0; index < parts.length; index++) all.push(escaped(parts[index]), pieces[index + 1]!);
  return new Markup(all.join(''));
}

function escaped(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.text : part.map(({ text }) => text).join('');
}

/** Markup as a node among other nodes, without an element around it. */
export const nodeOf = ({ text }: Markup): VNode => jsxTemplate([text]);
