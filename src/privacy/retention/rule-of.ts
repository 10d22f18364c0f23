import { aboutPeople, dataMap, type Entry } from '../../../data-map/index.ts';
import { howLong } from '../explain.ts';

/** A rule of the map in words: what it is about and how long it is kept. */
export function ruleOf(table: string, locale: 'sv' | 'en'): { title: string; howLong: string } {
  const entry = (dataMap as Record<string, Entry>)[table];
  if (!entry?.retention) return { title: table, howLong: '–' };
  return {
    title: aboutPeople(entry) ? entry.title[locale] : (impersonal[table]?.[locale] ?? table),
    howLong: howLong(entry.retention, locale),
  };
}

/** Tables about nobody have no title for people; those that are due are named here. */
const impersonal: Record<string, { sv: string; en: string }> = {
  throttle: { sv: 'Räknare mot gissade lösenord', en: 'Counters against guessed passwords' },
  erasure: { sv: 'Kvitton på raderingar', en: 'Receipts of erasures' },
  supplier_notice_address: { sv: 'Adresser till leverantörer om raderade', en: 'Addresses for suppliers about erased people' },
  restore_drill: { sv: 'Prov av säkerhetskopior', en: 'Restore drills' },
};
