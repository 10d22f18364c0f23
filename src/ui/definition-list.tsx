import type { ComponentChildren } from 'preact';

type DefinitionListProps = { items: readonly { term: string; description: ComponentChildren }[] };

export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl class="definitions">
      {items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
