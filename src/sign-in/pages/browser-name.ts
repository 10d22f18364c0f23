import type { Locale } from '../../ui/locale.ts';
import { accountWords } from '../account-words.ts';

/** "Firefox/Linux" as a person says it: Firefox på Linux. */
export function browserName(family: string, locale: Locale): string {
  const text = accountWords[locale].sessions;
  const [browser, system] = family.split('/');
  return browser && system ? text.on(browser, system) : browser || text.unknown;
}
