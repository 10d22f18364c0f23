/**
 * Reads a price in kronor as it is typed, in öre: 495 · 1 495,50 · 1495.50 kr. A point or a comma comes before öre, never between
 * thousands, so that nothing costs a thousandth of what was meant. Anything else is undefined.
 */
export function readKronor(typed: string): number | undefined {
  const bare = typed.trim().replace(/\s*kr$/i, '');
  const match = /^(\d{1,3}(?:\s\d{3})*|\d{1,7})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const [, whole = '', part = ''] = match;
  return Number(whole.replaceAll(/\s/g, '')) * 100 + Number(part.padEnd(2, '0'));
}

/** As a field shows it: 495 and 1495,50. */
export function writeKronor(ore: number): string {
  const [whole, part] = [Math.floor(ore / 100), ore % 100];
  return part === 0 ? String(whole) : `${whole},${String(part).padStart(2, '0')}`;
}

/** As a file of the books has it: 1495.50, and -1495.50. */
export const writeAmount = (ore: number): string =>
  `${ore < 0 ? '-' : ''}${Math.floor(Math.abs(ore) / 100)}.${String(Math.abs(ore) % 100).padStart(2, '0')}`;
