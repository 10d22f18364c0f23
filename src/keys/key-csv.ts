import { formatShortDate } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { batchWords } from './batch-words.ts';
import type { ShownKeys } from './shown-keys.ts';

type Place = { locale: Locale; address: string };

/** Opens as columns in a Swedish Excel: semicolons and a byte order mark. The key stands after #, where no server sees it. */
export function keyCsv({ batch, keys }: ShownKeys, { locale, address }: Place): string {
  const { columns } = batchWords[locale].made;
  const head = [columns.key, columns.link, columns.course, columns.expires, columns.name, columns.email];
  const rows = keys.map(({ key, name, email }) => [key, `${address}#${key}`, batch.course, formatShortDate(batch.expiresAt), name, email]);
  return '\uFEFF' + [head, ...rows].map((row) => row.map(cell).join(';') + '\r\n').join('');
}

/** Quoted where it must be. What a spreadsheet would take for a formula is led by an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
