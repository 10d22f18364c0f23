import { formatTime } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { words } from './words.ts';

/** Sparat 14.03 */
export function savedText(at: Date, locale: Locale): string {
  return words[locale].saved(clockTime(at, locale));
}

/** 14.03, where the sentence around it leaves no room for "kl." */
const clockTime = (at: Date, locale: Locale): string => formatTime(at, locale).replace(/^kl\.\s/, '');
