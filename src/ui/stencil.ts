import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { add, Markup } from './markup.ts';

/** Markup with gaps: `pieces[0] gaps[0] pieces[1] gaps[1] … pieces[n]`. */
export type Stencil<Gap extends string> = { pieces: readonly string[]; gaps: readonly Gap[] };

// New in every process, so that nobody can write a text that is taken for a gap.
const secret = randomUUID();
const signOf = (gap: string): string => `{${secret} ${gap}}`;
const sign = new RegExp(`\\{${secret} ([\\w-]+)\\}`);

/** Draws once what is the same for everyone. `draw` puts each gap where a text of its own will stand. */
export function cutStencil<Gap extends string>(gaps: readonly Gap[], draw: (gap: Record<Gap, string>) => VNode): Stencil<Gap> {
  const signs = Object.fromEntries(gaps.map((gap) => [gap, signOf(gap)])) as Record<Gap, string>;
  const parts = renderToString(draw(signs)).split(sign);
  return { pieces: parts.filter((_, index) => index % 2 === 0), gaps: parts.filter((_, index) => index % 2 === 1) as Gap[] };
}

/** Fills the gaps with markup or with text, which is escaped. */
export function fillStencil<Gap extends string>({ pieces, gaps }: Stencil<Gap>, contents: Record<Gap, string | Markup>): Markup {
  const all: (string | Markup)[] = [pieces[0]!];
  for (let index = 0; index < gaps.length; index++) {
    add(all, contents[gaps[index]!]);
    all.push(pieces[index + 1]!);
  }
  return new Markup(all);
}

/** Nodes drawn to markup, to be kept and used again: in one piece, not as the tree of texts that drawing leaves. */
export const drawMarkup = (node: VNode): Markup => new Markup(Buffer.from(renderToString(node)).toString());
