import { createHash } from 'node:crypto';
import type { Question, QuestionOf } from './question.ts';

/** In an order that follows from the seed and from nothing else: a reload shows the same. */
export function shuffled<Item>(items: readonly Item[], seed: string, nameOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({
    item,
    key: createHash('sha256')
      .update(`${seed}\n${nameOf(item)}`)
      .digest('hex'),
  }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

const byId = ({ id }: { id: string }): string => id;

/** The question as an attempt with this seed shows it, its options in an order of its own. */
export function withOptionsShuffled(question: Question, seed: string): Question {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...question, body: { ...question.body, options: shuffled(question.body.options, seed, byId) } };
    default:
      return question;
  }
}

/** What can be matched with, the decoys among it. The seed on a page is the question's own content: the same for everyone. */
export function rightSidesOf({ body }: QuestionOf<'match'>, seed: string): { id: string; text: string }[] {
  return shuffled(body.rights, seed, byId);
}

/** The items in the order they are shown, which is never the right one. */
export function itemsShown({ body }: QuestionOf<'order'>, seed: string): { id: string; text: string }[] {
  const shown = shuffled(body.items, seed, byId);
  const isRight = shown.every(({ id }, index) => id === body.items[index]?.id);
  return isRight ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}

type Banked = { id: string; poolId: string | null };

/**
 * The questions of one attempt: those outside the pools, and from each pool as many as it says (or as there are), drawn by
 * the seed. In the order of the bank, unless the test shuffles its questions.
 */
export function drawQuestions(
  bank: readonly Banked[],
  pools: readonly { id: string; draw: number }[],
  seed: string,
  shuffle: boolean,
): string[] {
  const drawn = new Set(
    pools.flatMap(({ id, draw }) =>
      shuffled(
        bank.filter(({ poolId }) => poolId === id),
        seed,
        byId,
      )
        .slice(0, draw)
        .map(byId),
    ),
  );
  const chosen = bank.filter(({ id, poolId }) => poolId === null || drawn.has(id));
  return (shuffle ? shuffled(chosen, `${seed} questions`, byId) : chosen).map(byId);
}
