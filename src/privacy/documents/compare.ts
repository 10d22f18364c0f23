import { diffArrays, diffWordsWithSpace } from 'diff';
import { asRead } from './document.ts';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
/** One paragraph that came, went or was reworded. */
export type Change = { pieces: Piece[] };

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n|\n(?=- )/)
    .map((part) => asRead(part.trim().replace(/^(#+|-) /, '')))
    .filter(Boolean);

/** What is new in a text since an earlier one, paragraph by paragraph and within each word by word. */
export function compareTexts(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let gone: string[] = [];
  const settle = () => {
    changes.push(...gone.map((text) => ({ pieces: [{ kind: 'removed' as const, text }] })));
    gone = [];
  };
  for (const { added, removed, value } of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
    if (removed) gone = value;
    else if (added) {
      for (const text of value) changes.push(gone.length > 0 ? reworded(gone.shift()!, text) : { pieces: [{ kind: 'added', text }] });
      settle();
    } else settle();
  }
  settle();
  return changes;
}

function reworded(before: string, after: string): Change {
  return {
    pieces: diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  };
}
