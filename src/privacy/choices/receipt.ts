import { aboutPeople, bases, categories, dataMap, isPersonal, purposes, type Entry, type Purpose } from '../../../data-map/index.ts';
import type { House } from '../../platform/house.ts';
import type { Operator } from '../../platform/visit.ts';
import { countryName } from '../documents/facts.ts';
import { registerWords } from '../documents/register-words.ts';
import { explain } from '../explain.ts';
import { holdersOf } from '../recipients.ts';
import type { ChoiceRow } from './choices.queries.ts';

/** Whose consent it is, where and how it is taken back, and until when it holds, where the map gives it a time. */
export type Principal = { id: string; withdrawnAt: string; how: Record<'sv' | 'en', string>; validUntil?: Date };

export type ConsentReceipt = ReturnType<typeof receiptOf>;

/**
 * The proof of one choice in the fields of ISO/IEC TS 27560: which notice, in which version and hash,
 * on which form, for which purposes and data, who controls it, how it is withdrawn, and what has
 * happened since. The person is named by a keyed digest, so a lost receipt names nobody.
 */
export function receiptOf(house: House, operator: Operator, whose: Principal, choice: ChoiceRow, events: ChoiceRow[]) {
  const locale = choice.language === 'en' ? 'en' : 'sv';
  return {
    format: 'kursiv-consent-receipt' as const,
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: choice.id,
    pii_principal_id: house.secrets.digest('receipt', whose.id).toString('hex').slice(0, 32),
    event_type: choice.event,
    notice: { id: choice.about, version: choice.version, hash: `sha256:${choice.text_hash}`, language: choice.language },
    form_fingerprint: choice.form_fingerprint,
    processing: choice.event === 'consent' ? processingOf(house, choice.about as Purpose, locale) : [],
    pii_controller: { name: operator.name, contact: operator.contactEmail, data_protection_officer: operator.dpoEmail },
    withdrawal: choice.event === 'consent' ? { method: whose.how[locale], location: house.publicUrl + whose.withdrawnAt } : null,
    supervisory_authority: locale === 'sv' ? 'Integritetsskyddsmyndigheten, IMY' : 'the Swedish Authority for Privacy Protection, IMY',
    events: events.map(({ at, state, version, text_hash }) => ({
      event_time: at.toISOString(),
      event_state: state,
      entity: 'pii_principal',
      notice_version: version,
      notice_hash: `sha256:${text_hash}`,
    })),
    ...(whose.validUntil ? { validity_duration: { valid_until: whose.validUntil.toISOString() } } : {}),
    made_at: house.clock.now().toISOString(),
  };
}

/** What the consent covers, read from the map: the data, where it lies, how long and who gets it. */
function processingOf({ register }: House, purpose: Purpose, locale: 'sv' | 'en') {
  const { [locale]: words, basis } = purposes[purpose];
  const tables = Object.entries(dataMap as Record<string, Entry>).filter(
    ([, entry]) => aboutPeople(entry) && entry.purposes.includes(purpose),
  );
  return tables.flatMap(([table, entry]) => {
    if (!aboutPeople(entry)) return [];
    const holders = holdersOf(register, table, entry);
    return [
      {
        purpose: words,
        lawful_basis: bases[basis][locale],
        data: entry.title[locale],
        pii_categories: [
          ...new Set(Object.values(entry.columns).flatMap((column) => (isPersonal(column) ? [categories[column.category][locale]] : []))),
        ],
        retention_period: explain(entry, locale).howLong,
        storage_locations: holders.map(({ place, country }) => `${place}, ${countryName(country, locale)}`),
        recipients: holders.map(({ name, safeguard }) => ({ name, safeguard: registerWords[locale].safeguards[safeguard] })),
      },
    ];
  });
}
