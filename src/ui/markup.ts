import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

/** Text that is HTML already. Only `markup` and a stencil make it, so that nothing comes into a page unescaped. */
export class Markup {
  /** Put together only when the whole is: a page that holds a part that holds a part is copied once and not three times. */
  readonly pieces: readonly (string | Markup)[];
  constructor(pieces: string | readonly (string | Markup)[]) {
    this.pieces = typeof pieces === 'string' ? [pieces] : pieces;
  }
  get text(): string {
    const [only] = this.pieces;
    if (typeof only === 'string' && this.pieces.length === 1) return only;
    const all: string[] = [];
    collect(this, all);
    return all.join('');
  }
  /** In one piece, for what is kept and used again. */
  whole(): Markup {
    return new Markup(this.text);
  }
}

function collect({ pieces }: Markup, all: string[]): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') all.push(piece);
    else collect(piece, all);
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
  const all: (string | Markup)[] = [pieces[0]!];
  for (let index = 0; index < parts.length; index++) {
    add(all, parts[index]);
    all.push(pieces[index + 1]!);
  }
  return new Markup(all);
}

/** Adds what a part is in a page: markup as it is, and text escaped. */
export function add(all: (string | Markup)[], part: Part): void {
  if (typeof part === 'string') all.push(escapeHtml(part));
  else if (part instanceof Markup) all.push(part);
  else if (typeof part === 'number') all.push(String(part));
  else if (part) for (const one of part) add(all, one);
}

/** Markup as a node among other nodes, without an element around it. */
export const nodeOf = ({ text }: Markup): VNode => jsxTemplate([text]);
