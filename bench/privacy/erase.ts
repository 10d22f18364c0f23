import type pg from 'pg';
import type { House } from '../../src/platform/house.ts';
import { countTables, eraseForever, exportTables } from '../../src/privacy/index.ts';
import { ensureKeys, shardOf } from '../../src/privacy/backup/keyring.ts';
import { askingMs, partsOf, type Parts } from './parts.ts';
import { timed } from './timed.ts';
import { addFullLearners, type World } from './world.ts';

export type Erasing = {
  learners: number;
  rows: number;
  tables: number;
  eraseMs: number[];
  floorMs: number[];
  countMs: number[];
  extractMs: number[];
  parts: Parts[];
};

/**
 * Learners of some 300 rows are erased one by one, with a line in the keyring each, in turn with the floor: the same number of
 * rows of another such learner deleted or blanked by hand-written statements, in one transaction of the database's owner.
 */
export async function measureErasing(house: House, owner: pg.Client, world: World, learners: number, times: number): Promise<Erasing> {
  const ids = await addFullLearners(owner, world, times * 2 + 2);
  const keyring = { ...house, database: house.database };
  for (const [shard, those] of Map.groupBy(ids, shardOf)) await ensureKeys(keyring, shard, those);
  const counts = Object.values(await countTables(house, ids[0]!)).filter((rows) => rows > 0);
  const found: Erasing = {
    learners,
    rows: counts.reduce((sum, rows) => sum + rows, 0),
    tables: counts.length,
    eraseMs: [],
    floorMs: [],
    countMs: [],
    extractMs: [],
    parts: [],
  };
  await eraseForever(house, [ids.pop()!], 'request');
  await floor(owner, ids.pop()!);
  while (ids.length > 0) {
    found.countMs.push(await timed(() => countTables(house, ids[0]!)));
    found.extractMs.push(await timed(() => readAll(house, ids[0]!)));
    const asking = await askingMs(house);
    let parts: Omit<Parts, 'asking'> | undefined;
    found.eraseMs.push(await timed(async () => (parts = await partsOf(() => eraseForever(house, [ids.pop()!], 'request')))));
    found.parts.push({ ...parts!, asking });
    found.floorMs.push(await timed(() => floor(owner, ids.pop()!)));
  }
  return found;
}

async function readAll(house: House, id: string): Promise<void> {
  for (const { rows } of await exportTables(house, id)) for await (const _ of rows);
}

/** What must happen to the rows, and nothing else: no plan, no receipt, no keyring, no file, no lock, no row-level rule. */
async function floor(owner: pg.Client, id: string): Promise<void> {
  const mine = `(select customer_id, id from enrolment where account_id = '${id}')`;
  await owner.query(`begin;
    delete from page_visit where (customer_id, enrolment_id) in ${mine};
    delete from note where (customer_id, enrolment_id) in ${mine};
    delete from bookmark where (customer_id, enrolment_id) in ${mine};
    update answer set response = '{}' where (customer_id, enrolment_id) in ${mine};
    update message set body = '' where (customer_id, correspondence_id) in (select customer_id, id from correspondence where (customer_id, enrolment_id) in ${mine});
    delete from notification where account_id = '${id}';
    delete from notification_choice where account_id = '${id}';
    delete from ledger where account_id = '${id}';
    delete from membership where account_id = '${id}';
    delete from account_password where account_id = '${id}';
    update account set kind = 'pseudonym', email = null, email_confirmed_at = null, given_name = '', family_name = '' where id = '${id}';
    delete from former_name where account_id = '${id}';
    commit`);
}
