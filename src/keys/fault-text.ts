import { formatDate } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import type { KeyFault } from './key.ts';
import type { KeyRow } from './keys.queries.ts';
import type { KeyState } from './key-state.ts';
import { words } from './words.ts';

/** What is wrong with what was typed, and what to do about it. */
export function faultText(fault: KeyFault, locale: Locale): string {
  const text = words[locale];
  if (fault.kind === 'character') return text.fault.character(fault.character);
  if (fault.kind === 'length') return text.fault.length(text.numbers.split(',')[fault.length] ?? String(fault.length));
  return text.fault[fault.kind];
}

/** Why a real key opens nothing, told plainly. */
export function stateText(state: Exclude<KeyState, 'open'>, key: KeyRow, locale: Locale): string {
  const text = words[locale].fault;
  if (state === 'used') return text.used(key.customer_name);
  if (state === 'blocked') return text.blocked(key.customer_name);
  return text.expired(formatDate(key.expires_at, locale), key.customer_name);
}
