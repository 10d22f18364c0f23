import type { Locale } from '../ui/locale.ts';
import type { KeyRow } from './keys.queries.ts';
import { whatAdministratorsSee } from './what-they-see.ts';
import { words } from './words.ts';

/** The very words the join page tells about data, in one piece: their hash is kept as proof. */
export function noticeText(key: KeyRow, locale: Locale): string {
  const text = words[locale].join;
  const seen = whatAdministratorsSee(locale, { isBound: key.bound_email !== null }).map((line) => `${line.title}: ${line.text}`);
  return [text.seenTitle, ...seen, text.notSeen, text.responsible(key.customer_name), text.freeTitle, text.free].join('\n');
}
