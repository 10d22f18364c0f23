import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

const backups = (at: Date) => ({ unreadableFrom: at.toISOString(), keyringCopiesUntil: addDays(at, 7).toISOString() });
const asked = {
  'enrolment anonymised': 2,
  'page_visit anonymised': 31,
  'answer anonymised': 18,
  'ledger deleted': 3,
  'account deleted': 1,
};
const spent = { 'enrolment anonymised': 1, 'mail deleted': 2, 'account deleted': 1 };

/** Two people who have left: their receipts, and what the suppliers have answered. */
export async function addErasures(tx: Tx, now: Date): Promise<void> {
  const left = [
    { id: randomUUID(), way: 'request', at: addDays(now, -40), rows: asked, told: true },
    { id: randomUUID(), way: 'retention', at: addDays(now, -3), rows: spent, told: false },
  ];
  await tx
    .insertInto('erasure')
    .values(
      left.map(({ id, way, at, rows }) => ({
        id,
        way,
        state: 'done',
        requested_at: at,
        finished_at: at,
        due_at: addMonths(at, 36),
        confirmed: ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox'],
        remaining: '{}',
        receipt: JSON.stringify({ rows, backups: backups(at) }),
      })),
    )
    .execute();
  await tx
    .insertInto('supplier_notice')
    .values(
      left.map(({ id, at, told }) => ({
        erasure_id: id,
        supplier: 'Nordkustens datahall AB',
        services: ['database', 'files', 'keyring'],
        state: told ? 'confirmed' : 'by-hand',
        created_at: at,
        confirmed_at: told ? addDays(at, 2) : null,
        answer: told ? 'Mejl samma dag, svar två dagar senare.' : '',
      })),
    )
    .execute();
}
