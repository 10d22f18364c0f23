/** The rules of src/keys/key.ts as the browser needs them; a test holds the two together. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export type Fault = { kind: 'missing' | 'check' } | { kind: 'character'; character: string } | { kind: 'length'; length: number };

export function keyFault(typed: string): Fault | undefined {
  const characters = [...typed.replace(/[\s\p{Pd}\u2212]/gu, '').toUpperCase()];
  if (characters.length === 0) return { kind: 'missing' };
  const unknown = characters.find((character) => !alphabet.includes(character));
  if (unknown) return { kind: 'character', character: unknown };
  if (characters.length !== 9) return { kind: 'length', length: characters.length };
  const sum = characters.reduce((total, character, index) => total + alphabet.indexOf(character) * (index + 1), 0);
  return sum % 31 === 0 ? undefined : { kind: 'check' };
}
