import { randomInt } from 'node:crypto';

// No character that is taken for another when read aloud or off paper.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** K-XXXX-XXXX-XXXX: one of 5 × 10¹⁷, so that nobody finds a certificate by trying. */
export const newCertificateNumber = (): string => `K-${group()}-${group()}-${group()}`;

/** The number as it is stored, however it was typed; undefined when it cannot be one. */
export function readCertificateNumber(typed: string): string | undefined {
  const number = typed.trim().toUpperCase();
  return new RegExp(`^K(-[${alphabet}]{4}){3}$`).test(number) ? number : undefined;
}
