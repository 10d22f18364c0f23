import type { ComponentChildren } from 'preact';

type Card = { href: string; title: ComponentChildren; text?: ComponentChildren; facts?: ComponentChildren; state?: ComponentChildren };

type CardListProps = { cards: readonly Card[]; level?: 2 | 3 };

/** The catalogue, my courses: each card is one link, and the whole card may be pressed. */
export function CardList({ cards, level = 2 }: CardListProps) {
  const Heading = `h${level}` as const;
  return (
    <ul class="cards">
      {cards.map(({ href, title, text, facts, state }) => (
        <li key={href}>
          <Heading>
            <a href={href}>{title}</a>
          </Heading>
          {text && <p>{text}</p>}
          {facts && <p class="facts">{facts}</p>}
          {state}
        </li>
      ))}
    </ul>
  );
}
