import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { Locale } from '../ui/locale.ts';
import { isCommonPassword } from './common-passwords.ts';
import { words } from './words.ts';

/** Argon2id. Raised here, the hash of each person is raised at their next sign-in. */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const passwordLength = { min: 10, max: 200 };

/** Costs what a real one costs, and is the hash of nobody's password. */
export const standIn = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** One hash is computed whether there is an account or not, so that the time taken tells nothing. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? standIn, password);
  return right && Boolean(stored);
}

export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored);
  return made.memoryCost < cost.memoryCost || made.timeCost < cost.timeCost || made.parallelism < cost.parallelism;
}

/** What is wrong with a new password, in a sentence; undefined when it will do. */
export function passwordFault(locale: Locale, password: string, email: string): string | undefined {
  const text = words[locale].password;
  const length = [...password].length;
  if (length === 0) return text.missing;
  if (length < passwordLength.min) return text.short(length);
  if (length > passwordLength.max) return text.long;
  if (email && password.trim().toLowerCase() === email) return text.isEmail;
  return isCommonPassword(password) ? text.common : undefined;
}
