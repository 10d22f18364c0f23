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
export function outlineMarkup({ items, label }: OutlineProps, locale: Locale): Markup {
  const text = words[locale].page;
  const lists = sectionsOf(items).map((own) => {
    const heading = own[0]!.section && markup`<p class="outline-section">${own[0]!.section}</p>`;
    return markup`${heading}<ol class="outline">${own.map((item) => itemMarkup(item, text))}</ol>`;
  });
  return markup`<nav aria-label="${label}">${lists}</nav>`;
}

/** Neighbours under the same heading, together. */
function sectionsOf(items: readonly OutlineItem[]): OutlineItem[][] {
  const lists: OutlineItem[][] = [];
  for (const item of items) {
    const last = lists.at(-1);
    if (last && last[0]!.section === item.section) last.push(item);
    else lists.push([item]);
  }
  return lists;
}

function itemMarkup(item: OutlineItem, text: StateWords): Markup {
  const { state, note } = item;
  const said = state === 'current' ? undefined : markup`<span class="unseen"> (${text[state]})</span>`;
  return markup`<li class="${state}">${link(item)}${said}${note && markup`<span class="outline-note"> ${note}</span>`}</li>`;
}

function link({ text, href, state }: OutlineItem): Markup {
  if (!href) return markup`<span>${text}</span>`;
  return state === 'current' ? markup`<a href="${href}" aria-current="page">${text}</a>` : markup`<a href="${href}">${text}</a>`;
}
