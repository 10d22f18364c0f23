import { csvOf } from '../platform/csv.ts';
import { formatShortDate } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { batchWords } from './batch-words.ts';
import type { ShownKeys } from './shown-keys.ts';

type Place = { locale: Locale; address: string };

/** The key stands after #, where no server sees it. */
export function keyCsv({ batch, keys }: ShownKeys, { locale, address }: Place): string {
  const { columns } = batchWords[locale].made;
  const head = [columns.key, columns.link, columns.course, columns.expires, columns.name, columns.email];
  const rows = keys.map(({ key, name, email }) => [key, `${address}#${key}`, batch.course, formatShortDate(batch.expiresAt), name, email]);
  return csvOf([head, ...rows]);
}
