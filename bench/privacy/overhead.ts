import { sql } from 'kysely';
import type pg from 'pg';
import { dataMap } from '../../data-map/index.ts';
import { createApp } from '../../src/app.tsx';
import type { Tx } from '../../src/platform/database.ts';
import { recordLook } from '../../src/privacy/index.ts';
import { rowRules, type RowRule } from '../../src/privacy/row-rules.ts';
import type { BenchHouse } from '../support/house.ts';
import { timed } from './timed.ts';
import type { Sizes } from './sizes.ts';
import type { World } from './world.ts';

export type Overhead = { without: string; pageMs: number[] };
export type Looking = { withLook: number[]; withoutLook: number[]; withBareRow: number[] };

type Off = RowRule['name'] | 'all of the map' | 'row-level security';
const variants: [string, Off[]][] = [
  ['nothing (as it is)', []],
  ['the rule of purpose', ['purpose']],
  ['the rule of what is due', ['unreadable_when_due']],
  ['the rules of restriction', ['unreadable_when_restricted', 'unreadable_when_set_aside']],
  ['all rules of the map', ['all of the map']],
  ['any row-level security', ['row-level security']],
];

/** A course page answered by the application in this process, with each protection taken away in turn. */
export async function measureOverhead({ house, owner }: BenchHouse, { place, readerCookie }: World, sizes: Sizes): Promise<Overhead[]> {
  const app = createApp(house);
  const page = async () => {
    const answer = await app.request(`/k/${place.customer}/kurser/${place.slug}/sidor/3`, {
      headers: { cookie: readerCookie, 'accept-language': 'sv' },
    });
    if (answer.status !== 200) throw new Error(`A page answered ${answer.status}.`);
    await answer.arrayBuffer();
  };
  const found = variants.map(([without]): Overhead => ({ without, pageMs: [] }));
  try {
    for (let turn = 0; turn < Math.max(3, sizes.rounds); turn++) {
      for (const [index, [, off]] of variants.entries()) {
        await takeAway(owner, off);
        for (let warm = 0; warm < 15; warm++) await page();
        const each: number[] = [];
        for (let time = 0; time < sizes.pages; time++) each.push(await timed(page));
        found[index]!.pageMs.push(each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!);
      }
    }
  } finally {
    await takeAway(owner, []);
  }
  return found;
}

async function takeAway(owner: pg.Client, off: Off[]): Promise<void> {
  const statements = rowRules(dataMap).flatMap(({ table, name, command, using }) => [
    `drop policy if exists ${name} on ${table}`,
    ...(off.includes(name) || off.includes('all of the map')
      ? []
      : [`create policy ${name} on ${table} as restrictive for ${command} using (${using})`]),
  ]);
  const state = off.includes('row-level security') ? 'disable' : 'enable';
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relforcerowsecurity",
  );
  await owner.query([...statements, ...rows.map(({ name }) => `alter table ${name} ${state} row level security`)].join('; '));
}

/**
 * One look at a student by an administrator: reading a name, with the durable row in the chained log and without. Between them lies the
 * floor: a row in a table without rules, keys, chain or people, which waits for the same disk.
 */
export async function measureLook(
  { house, owner }: BenchHouse,
  { place, adminId }: World,
  subject: string,
  times: number,
): Promise<Looking> {
  const scope = { purpose: 'administer-customer', accountId: adminId, customerId: place.customerId, staffOf: place.customerId };
  await owner.query('create table bare_row (said text); grant insert on bare_row to kursiv_runtime');
  const request = (also: (tx: Tx) => Promise<unknown>) => () =>
    house.database.transaction(scope, async (tx) => {
      await tx.selectFrom('enrolment').select('id').where('customer_id', '=', place.customerId).limit(20).execute();
      await also(tx);
    });
  const look = (tx: Tx) =>
    recordLook(tx, house.clock, {
      actorId: adminId,
      customerId: place.customerId,
      purpose: 'administer-customer',
      room: 'people',
      fields: ['account.email'],
      subjects: [subject],
    });
  const bareRow = (tx: Tx) => sql`insert into bare_row values (${'a look'})`.execute(tx);
  const nothing = () => Promise.resolve();
  const found: Looking = { withLook: [], withoutLook: [], withBareRow: [] };
  for (let time = -10; time < times; time++) {
    const plain = await timed(request(nothing));
    const bare = await timed(request(bareRow));
    const logged = await timed(request(look));
    if (time < 0) continue;
    found.withoutLook.push(plain);
    found.withBareRow.push(bare);
    found.withLook.push(logged);
  }
  await owner.query('drop table bare_row');
  return found;
}
