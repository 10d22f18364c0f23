import { addDays, addMonths } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { forgetKeys, type KeyringHouse } from './backup/keyring.ts';
import { openHolders, sealedHolders } from './backup/holders-to-forget.ts';
import { engineOf, type Engine } from './engine.ts';
import {
  beginErasing,
  erasedHere,
  erasuresToFinish,
  filesOf,
  finishErasures,
  startErasures,
  takeFromQueue,
  type FileGoing,
} from './erase.queries.ts';
import { removeOutboxFiles } from './outbox-files.ts';
import { receiptKeptMonths } from './receipts/receipt-document.ts';
import { runSteps } from './run-steps.ts';
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
  const ids = await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    startErasures(tx, accountIds, way, now, addMonths(now, receiptKeptMonths)),
  );
  await carryOn(house, ids);
  return ids;
}

/** Takes up every erasure that a crash or a failing store left unfinished. */
export async function resumeErasures(house: ErasureHouse): Promise<number> {
  const open = await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx.selectFrom('erasure').select('id').where('state', '=', 'started').limit(1000).execute(),
  );
  await carryOn(
    house,
    open.map(({ id }) => id),
  );
  return open.length;
}

export function findReceipt(house: Pick<House, 'database'>, erasureId: string) {
  return house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx.selectFrom('erasure').selectAll().where('id', '=', erasureId).executeTakeFirst(),
  );
}

async function carryOn(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  if (erasureIds.length === 0) return;
  const engine = await engineOf(house.database);
  await untilNotInTheWay(() =>
    house.database.transaction(acrossCustomers('erasure'), (tx) => eraseFromDatabase(house, tx, engine, erasureIds)),
  );
  await clearStores(house, erasureIds);
}

const deadlock = '40P01';

/** Who wrote at the same moment may have locked in another order; nothing has happened then, and it is done again. */
async function untilNotInTheWay(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock || tries === 5) throw error;
    }
  }
}

/** Everything in PostgreSQL, the queue included, in one transaction: all of it or nothing. */
async function eraseFromDatabase(house: ErasureHouse, tx: Tx, engine: Engine, erasureIds: string[]): Promise<void> {
  const people = await beginErasing(tx, erasureIds, house.clock.now());
  if (people.length === 0) return;
  const accounts = people.map(({ id }) => id);
  const addresses = people.flatMap(({ email }) => email ?? []);
  const queue = await takeFromQueue(tx, accounts, addresses);
  const files = await filesOf(tx, accounts, addresses);
  const filesIn = (place: FileGoing['store']) => files.filter(({ store }) => store === place).map(({ key }) => key);
  const rows = await runSteps(tx, engine, accounts, addresses);
  const remaining = {
    outbox: queue.mails,
    attachments: filesIn('attachments'),
    exports: [...queue.exports, ...filesIn('exports')],
    keyring: sealedHolders(house, people),
  };
  await erasedHere(
    tx,
    people.map((person) => person.erasure_id),
    remaining,
    { rows },
  );
  await tellSuppliers(
    house,
    tx,
    people.map(({ email, former, erasure_id }) => ({ erasureId: erasure_id, addresses: [email ?? [], former].flat() })),
  );
}

/** What lies outside the database, then done. A failure leaves the erasure open, and is told. */
export async function clearStores(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  const open = await house.database.transaction(acrossCustomers('erasure'), (tx) => erasuresToFinish(tx, erasureIds));
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
  await house.database.transaction(acrossCustomers('erasure'), (tx) => finishErasures(tx, done, stores, now, { backups }));
}
