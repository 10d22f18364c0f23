import { formatBytes } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Received } from './receive-file.ts';
import { words } from './words.ts';

type Refused = Extract<Received, { refusal: string }>;

/** Why a file was not taken, and what to do about it. */
export function sayRefusal({ refusal, largestBytes = 0 }: Refused, locale: Locale): string {
  const text = words[locale].refusal;
  return refusal === 'too-large' ? text[refusal](formatBytes(largestBytes, locale)) : text[refusal];
}
