import { useWords } from './language.ts';

type SkeletonProps = { text?: string; lines?: number };

/** The place of something on its way. Whoever waits also offers a new try: nothing loads for ever. */
export function Skeleton({ text, lines = 3 }: SkeletonProps) {
  const words = useWords();
  return (
    <div class="skeleton" role="status">
      <p>{text ?? words.loading}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
