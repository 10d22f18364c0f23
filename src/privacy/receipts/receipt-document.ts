import { dataMap, type Entry, aboutPeople, type Text } from '../../../data-map/index.ts';
import { addMonths } from '../../platform/clock.ts';
import type { Receipt, Way } from '../erase.ts';
import { explain } from '../explain.ts';
import { dueBy, keptByLaw } from '../kept-by-law.ts';

export type ErasureRow = {
  id: string;
  way: Way;
  state: 'started' | 'held' | 'done';
  confirmed: string[];
  receipt: Receipt;
  requested_at: Date;
  finished_at: Date | null;
};

type Does = 'deleted' | 'anonymised' | 'taken out';
const keeps = / kept$/;

/** What an erasure did, kind by kind. It says how much, never whose: not even the account's id is in it. */
export type ReceiptDocument = {
  format: 'kursiv-erasure-receipt';
  version: 1;
  number: string;
  issuedBy: string;
  issuedAt: string;
  way: Way;
  state: ErasureRow['state'];
  requestedAt: string;
  finishedAt: string | null;
  erased: { data: Text; kinds: Text; done: Does; entries: number }[];
  kept: { what: Text; law: Text; until: string }[];
  stores: string[];
  backups: Receipt['backups'] | null;
  /** Of what one customer alone is responsible for. */
  atCustomer?: true;
  /** Erased at one customer alone while there were backups of an older format: they have it until then. */
  olderBackupsUntil?: string;
  /** Art. 19: who else has been told, and when they said that it is done. */
  suppliers: { name: string; confirmedAt: string | null }[];
};

/** How long the row that the receipt is made of is kept; the map says the same (P3Y). */
export const receiptKeptMonths = 36;

const ownRow: Text = {
  sv: 'den här noteringen om att något raderades, utan uppgift om vem',
  en: 'this note that something was erased, without saying whose it was',
};
const ownLaw: Text = {
  sv: 'dataskyddsförordningen artikel 5.2: vi ska kunna visa att vi har raderat',
  en: 'GDPR Article 5(2): we must be able to show that we have erased',
};
const heldRows: Text = { sv: 'uppgifter som måste sparas', en: 'data that must be kept' };

type Told = { supplier: string; confirmed_at: Date | null };

/** The receipt as it stands now (PRIVACY-ENGINE: what went, what stays, under which law, until when). */
export function receiptDocument(erasure: ErasureRow, told: Told[], issued: { by: string; at: Date }): ReceiptDocument {
  const { held, backups, atCustomer, olderBackupsUntil, rows = {} } = erasure.receipt;
  return {
    format: 'kursiv-erasure-receipt',
    version: 1,
    number: erasure.id,
    issuedBy: issued.by,
    issuedAt: issued.at.toISOString(),
    way: erasure.way,
    state: erasure.state,
    requestedAt: erasure.requested_at.toISOString(),
    finishedAt: erasure.finished_at?.toISOString() ?? null,
    erased: Object.entries(rows)
      .filter(([step, entries]) => entries > 0 && !keeps.test(step))
      .map(([step, entries]) => erasedKind(step, entries)),
    kept: [
      ...(held ? [{ what: heldRows, law: { sv: held.law, en: held.law }, until: held.until }] : []),
      ...(Object.entries(rows).some(([step, entries]) => entries > 0 && keeps.test(step)) ? lawfullyKept(erasure.requested_at) : []),
      { what: ownRow, law: ownLaw, until: addMonths(erasure.requested_at, receiptKeptMonths).toISOString() },
    ],
    stores: [...erasure.confirmed].sort(),
    backups: backups ?? null,
    ...(atCustomer ? { atCustomer } : {}),
    ...(olderBackupsUntil ? { olderBackupsUntil } : {}),
    suppliers: told.map(({ supplier, confirmed_at }) => ({ name: supplier, confirmedAt: confirmed_at?.toISOString() ?? null })),
  };
}

/** A step of the plan is a table and what was done there: `message anonymised`. */
function erasedKind(step: string, entries: number): ReceiptDocument['erased'][number] {
  const [table = '', ...does] = step.split(' ');
  const entry = (dataMap as Record<string, Entry>)[table];
  const unknown: Text = { sv: table, en: table };
  const inWords = (of: 'title' | 'kinds'): Text =>
    entry && aboutPeople(entry) ? { sv: explain(entry, 'sv')[of], en: explain(entry, 'en')[of] } : unknown;
  return { data: inWords('title'), kinds: inWords('kinds'), done: does.join(' ') as Does, entries };
}

/** What a law keeps of whoever was erased (Art. 17(3)), and the last day on which any of it can go. */
function lawfullyKept(requestedAt: Date): ReceiptDocument['kept'] {
  return keptByLaw().map(({ entry, law }) => ({ what: entry.title, law, until: dueBy(entry.retention, requestedAt).toISOString() }));
}
