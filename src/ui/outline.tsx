import { useWords } from './language.ts';
import { html, nodeOf, type Markup } from './markup.ts';
import type { words } from './words.ts';

export type OutlineItem = {
  text: string;
  /** A page that opens later has none. */
  href?: string;
  state: 'done' | 'current' | 'ahead' | 'locked';
  note?: string | undefined;
};

type StateWords = (typeof words)['sv' | 'en']['page'];

/** The pages of a course in order, with what is done. Written as text: it is the longest list on the page opened most often. */
export function Outline({ items, label }: { items: readonly OutlineItem[]; label: string }) {
  const text = useWords().page;
  return nodeOf(html`<nav aria-label="${label}"><ol class="outline">${items.map((item) => itemMarkup(item, text))}</ol></nav>`);
}

function itemMarkup(item: OutlineItem, text: StateWords): Markup {
  const { state, note } = item;
  const said = state === 'current' ? undefined : html`<span class="unseen"> (${text[state]})</span>`;
  return html`<li class="${state}">${link(item)}${said}${note && html`<span class="outline-note"> ${note}</span>`}</li>`;
}

function link({ text, href, state }: OutlineItem): Markup {
  if (!href) return html`<span>${text}</span>`;
  return state === 'current' ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;
}
