import { useLocale } from './language.ts';
import type { Locale } from './locale.ts';
import { markup, nodeOf, type Markup } from './markup.ts';
import { words } from './words.ts';

export type OutlineItem = {
  text: string;
  /** A page that opens later has none. */
  href?: string;
  state: 'done' | 'current' | 'ahead' | 'locked';
  note?: string | undefined;
  /** The heading that it stands under; the same as its neighbour's is said once. */
  section?: string | undefined;
};

type StateWords = (typeof words)['sv' | 'en']['page'];

type OutlineProps = { items: readonly OutlineItem[]; label: string };

/** The pages of a course in order, with what is done. */
export const Outline = (props: OutlineProps) => nodeOf(outlineMarkup(props, useLocale()));

/** Written as text and not as nodes: it is the longest list on the page that is opened most often. */
export const outlineMarkup = ({ items, label }: OutlineProps, locale: Locale): Markup =>
  outlineOf(
    label,
    items.map((item) => outlineItemMarkup(item, locale)),
    items.map(({ section }) => section),
  );

type Heading = string | null | undefined;

/** An outline of items that are drawn already, each under its section's heading. The same as its neighbour's is said once. */
export function outlineOf(label: string, items: readonly Markup[], sections: readonly Heading[] = []): Markup {
  const headingOf = (index: number) => sections[index] ?? null;
  const lists: Markup[] = [];
  for (let start = 0, end = 0; start < items.length; start = end) {
    while (end < items.length && headingOf(end) === headingOf(start)) end++;
    const heading = sections[start] && markup`<p class="outline-section">${sections[start]}</p>`;
    lists.push(markup`${heading}<ol class="outline">${items.slice(start, end)}</ol>`);
  }
  return markup`<nav aria-label="${label}">${lists}</nav>`;
}

export const outlineItemMarkup = (item: OutlineItem, locale: Locale): Markup => itemMarkup(item, words[locale].page);

function itemMarkup(item: OutlineItem, text: StateWords): Markup {
  const { state, note } = item;
  const said = state === 'current' ? undefined : markup`<span class="unseen"> (${text[state]})</span>`;
  return markup`<li class="${state}">${link(item)}${said}${note && markup`<span class="outline-note"> ${note}</span>`}</li>`;
}

function link({ text, href, state }: OutlineItem): Markup {
  if (!href) return markup`<span>${text}</span>`;
  return state === 'current' ? markup`<a href="${href}" aria-current="page">${text}</a>` : markup`<a href="${href}">${text}</a>`;
}
