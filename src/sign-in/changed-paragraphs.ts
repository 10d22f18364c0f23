export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

/** What became of each paragraph: the longest common run of the two texts stays, the rest came or went. */
export function changedParagraphs(before: string, after: string): Change[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const common = commonLengths(old, now);
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      changes.push({ kind: 'same', text: now[j]! });
      i++;
      j++;
    } else if (j === now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      changes.push({ kind: 'removed', text: old[i++]! });
    else changes.push({ kind: 'added', text: now[j++]! });
  }
  return changes;
}

/** How many paragraphs the texts have in common, from each place on in both. */
function commonLengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i]![j] = old[i] === now[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
