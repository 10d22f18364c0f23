import { randomBytes } from 'node:crypto';

/**
 * A key is nine characters, XXX-XXX-XXX: eight at random and one that checks them. Thirty characters
 * are used. 0, O, 1, I, L and U are not: they are taken for each other, or for V.
 */
export const keyAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const keyLength = 9;

export type KeyFault =
  | { kind: 'missing' }
  | { kind: 'character'; character: string }
  | { kind: 'length'; length: number }
  | { kind: 'check' };

/**
 * The sum of each character's value times its place, which is 0 modulo 31. 31 is a prime and both
 * values and places are less than it: one wrong character, or any two that have changed places,
 * always make another sum.
 */
export function checkSum(key: string): number {
  return [...key].reduce((sum, character, index) => sum + keyAlphabet.indexOf(character) * (index + 1), 0) % 31;
}

/** Reads what someone typed: any case, with spaces and dashes or without. Nothing is guessed at. */
export function parseKey(typed: string): { key: string } | { fault: KeyFault } {
  const characters = [...typed.replace(/[\s\p{Pd}\u2212]/gu, '').toUpperCase()];
  if (characters.length === 0) return { fault: { kind: 'missing' } };
  const unknown = characters.find((character) => !keyAlphabet.includes(character));
  if (unknown) return { fault: { kind: 'character', character: unknown } };
  if (characters.length !== keyLength) return { fault: { kind: 'length', length: characters.length } };
  const key = characters.join('');
  return checkSum(key) === 0 ? { key } : { fault: { kind: 'check' } };
}

/**
 * The key that random bytes make, none now and then: 240 is the largest multiple of thirty that a byte holds, and the check
 * character is the one that makes the sum 0, which for one draw in thirty-one none of the thirty does.
 */
export function keyOfBytes(bytes: Uint8Array): string | undefined {
  const drawn = [...bytes]
    .filter((byte) => byte < 240)
    .slice(0, keyLength - 1)
    .map((byte) => keyAlphabet[byte % 30])
    .join('');
  const check = drawn.length === keyLength - 1 && [...keyAlphabet].find((character) => checkSum(drawn + character) === 0);
  return check ? drawn + check : undefined;
}

export function newKey(): string {
  for (;;) {
    const key = keyOfBytes(randomBytes(32));
    if (key) return key;
  }
}

export const formatKey = (key: string): string => `${key.slice(0, 3)}-${key.slice(3, 6)}-${key.slice(6)}`;
