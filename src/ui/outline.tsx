import type { ComponentChildren } from 'preact';
import { useWords } from './language.ts';

export type OutlineItem = {
  text: string;
  /** A page that opens later has none. */
  href?: string;
  state: 'done' | 'current' | 'ahead' | 'locked';
  note?: ComponentChildren;
};

/** The pages of a course in order, with what is done. */
export function Outline({ items, label }: { items: readonly OutlineItem[]; label: string }) {
  const text = useWords();
  return (
    <nav aria-label={label}>
      <ol class="outline">
        {items.map((item, index) => (
          <li key={index} class={item.state}>
            {item.href ? (
              <a href={item.href} aria-current={item.state === 'current' ? 'page' : undefined}>
                {item.text}
              </a>
            ) : (
              <span>{item.text}</span>
            )}
            {item.state !== 'current' && <span class="unseen"> ({text.page[item.state]})</span>}
            {item.note && <span class="outline-note"> {item.note}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
