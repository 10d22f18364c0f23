import { addDays, addMonths } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { forgetKeys, type KeyringHouse } from './backup/keyring.ts';
import { openHolders, sealedHolders } from './backup/holders-to-forget.ts';
import { engineOf, type Engine } from './engine.ts';
import { erasedHere, erasePeople, erasuresToFinish, finishErasures, startErasures, type Remaining } from './erase.queries.ts';
import { removeOutboxFiles } from './outbox-files.ts';
import { receiptKeptMonths } from './receipts/receipt-document.ts';
import { namedRows, runSteps } from './run-steps.ts';
import { tellSuppliers, type TellingHouse } from './suppliers/tell-suppliers.ts';

export { runSteps };

export type Way = 'request' | 'retention' | 'termination';
export type ErasureHouse = KeyringHouse & Pick<House, 'outboxFolder' | 'attachments' | 'exports'> & TellingHouse;
export type Receipt = {
  rows?: Record<string, number>;
  backups?: { unreadableFrom: string; keyringCopiesUntil: string };
  /** What stands against the erasure for now. */
  held?: { law: string; until: string };
  /** Of what one customer alone is responsible for. */
  atCustomer?: true;
  /** Backups of an older format have what was erased at one customer until they are removed. */
  olderBackupsUntil?: string;
};

const stores = ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox'];
/** A copy that the operator takes of the keyring folder is kept no longer than this. */
export const keyringCopiesDays = 7;

/**
 * Erases people for ever (Art. 17). Three ways lead here, and there is no other. Fail-closed: an
 * erasure is done only when every store has confirmed, and whatever stops it, `resumeErasures`
 * takes it up where it stood. Gives the erasures' ids.
 */
export async function eraseForever(house: ErasureHouse, accountIds: string[], way: Way): Promise<string[]> {
  const now = house.clock.now();
  const ids = await startErasures(house.database, accountIds, way, now, addMonths(now, receiptKeptMonths));
  await eraseStarted(house, ids);
  return ids;
}

/** So many at once in the database: short enough for those who wait for a row that they share. */
const peopleAtOnce = 250;

/** Set by set in the database, each a transaction of its own, then everything outside it together: a file of the keyring is written once for all. */
async function eraseStarted(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  const open: Open[] = [];
  for (let first = 0; first < erasureIds.length; first += peopleAtOnce)
    open.push(...(await eraseHere(house, erasureIds.slice(first, first + peopleAtOnce))));
  await clear(house, open);
}

/** Takes up every erasure that a crash or a failing store left unfinished. */
export async function resumeErasures(house: ErasureHouse): Promise<number> {
  let resumed = 0;
  for (let ids = await openAfter(house); ids.length > 0; ids = await openAfter(house, ids.at(-1))) {
    // What the database had done before is cleared with the rest: it is asked what remains.
    for (let first = 0; first < ids.length; first += peopleAtOnce) await eraseHere(house, ids.slice(first, first + peopleAtOnce));
    await clearStores(house, ids);
    resumed += ids.length;
  }
  return resumed;
}

const openAtOnce = 1000;

async function openAfter(house: ErasureHouse, last?: string): Promise<string[]> {
  const open = await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx
      .selectFrom('erasure')
      .select('id')
      .where('state', '=', 'started')
      .$if(last !== undefined, (those) => those.where('id', '>', last!))
      .orderBy('id')
      .limit(openAtOnce)
      .execute(),
  );
  return open.map(({ id }) => id);
}

export function findReceipt(house: Pick<House, 'database'>, erasureId: string) {
  return house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx.selectFrom('erasure').selectAll().where('id', '=', erasureId).executeTakeFirst(),
  );
}

type Open = { id: string; remaining: Remaining };

async function eraseHere(house: ErasureHouse, erasureIds: string[]): Promise<Open[]> {
  const engine = await engineOf(house.database);
  return untilNotInTheWay(() =>
    house.database.transaction(acrossCustomers('erasure'), (tx) => eraseFromDatabase(house, tx, engine, erasureIds)),
  );
}

/** A deadlock, and a foreign key. */
const inTheWay = new Set(['40P01', '23503']);

/**
 * Who wrote at the same moment may have locked in another order, or hung something on a row that was to go; nothing has happened then, and
 * it is done again.
 */
async function untilNotInTheWay<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!inTheWay.has((error as { code?: string }).code ?? '') || tries === 5) throw error;
    }
  }
}

/** Everything in PostgreSQL, the queue included, in one transaction: all of it or nothing. Gives what is open in the other stores. */
async function eraseFromDatabase(house: ErasureHouse, tx: Tx, engine: Engine, erasureIds: string[]): Promise<Open[]> {
  const erased = await erasePeople(tx, erasureIds, house.clock.now());
  if (!erased) return [];
  const { people, mails, attachments, exports } = erased;
  const keyring = sealedHolders(house, people);
  const ids = people.map((person) => person.erasure_id);
  await erasedHere(tx, ids, { outbox: mails, attachments, exports, keyring }, { rows: namedRows(engine.erasure, erased.rows) });
  await tellSuppliers(
    house,
    tx,
    people.map(({ email, former, erasure_id }) => ({ erasureId: erasure_id, addresses: [email ?? [], former].flat() })),
  );
  return ids.map((id) => ({ id, remaining: { outbox: mails, attachments, exports, keyring: keyring[id] ?? null } }));
}

/** What lies outside the database, then done. */
export async function clearStores(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  await clear(house, await erasuresToFinish(house.database, erasureIds));
}

/** A failure leaves the erasure open, and is told. */
async function clear(house: ErasureHouse, open: Open[]): Promise<void> {
  if (open.length === 0) return;
  const remaining = open.map((erasure) => erasure.remaining);
  await forgetKeys(
    house,
    remaining.flatMap(({ keyring }) => openHolders(house, keyring)),
  );
  await removeOutboxFiles(house, [...new Set(remaining.flatMap(({ outbox }) => outbox ?? []))]);
  for (const key of new Set(remaining.flatMap(({ attachments }) => attachments ?? []))) await house.attachments.remove(key);
  for (const key of new Set(remaining.flatMap(({ exports }) => exports ?? []))) await house.exports.remove(key);
  const now = house.clock.now();
  const backups = { unreadableFrom: now.toISOString(), keyringCopiesUntil: addDays(now, keyringCopiesDays).toISOString() };
  const done = open.map(({ id }) => id);
  await finishErasures(house.database, done, stores, now, { backups });
}
