import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dataMap } from '../../data-map/index.ts';
import { seedWorld } from '../../db/seed.ts';
import { coursePageCall } from '../../src/learning/index.ts';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { rowRules } from '../../src/privacy/row-rules.ts';
import { median } from '../support/measure.ts';

/**
 * What the map's row-level rules cost: the one round trip of a course page, and a scan of many rows, with the rules,
 * with them asked once a query, and without them, turn by turn in one run on the same database.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 9);
const tries = Number(process.env['BENCH_TRIES'] ?? 400);

const folder = await mkdtemp(join(tmpdir(), 'kursiv-bench-'));
const open = await openHouse({ settings: readSettings({ DATA_FOLDER: folder, PORT: '0' }), clock: systemClock, log: createLog('fatal') });
const { database } = open.house;
const owner = new pg.Client({ connectionString: open.ownerUrl });
await owner.connect();
try {
  await seedWorld(open.house, () => {});
  const token = randomUUID();
  await database.transaction(acrossCustomers('seed'), async (tx) => {
    const account = await tx.selectFrom('account').select('id').where('email', '=', 'asa.oberg@person.example').executeTakeFirstOrThrow();
    await tx
      .insertInto('session')
      .values({ account_id: account.id, token_hash: sha256(token), expires_at: new Date(Date.now() + 86_400_000) })
      .execute();
  });
  await owner.query("insert into account (kind, created_at) select 'pseudonym', now() from generate_series(1, 20000)");
  const page = () =>
    database.enter(
      { tokenHash: sha256(token), customerSlug: 'kunskapslyftet', purpose: 'deliver-course' },
      coursePageCall({ customer: 'kunskapslyftet', course: 'ma-bra-pa-jobbet', position: 3 }, []),
    );
  const scan = () =>
    database.transaction(acrossCustomers('scan'), (tx) =>
      tx
        .selectFrom('account')
        .select((select) => select.fn.countAll().as('rows'))
        .execute(),
    );
  const variants: [string, (using: string) => string | undefined][] = [
    ['without', () => undefined],
    ['row by row (as it is)', (using) => using],
    ['once a query', (using) => `(select ${using})`],
  ];
  const taken = variants.map(() => ({ page: [] as number[], scan: [] as number[] }));
  for (let turn = 0; turn < rounds; turn++) {
    for (const [index, [, variant]] of variants.entries()) {
      await rewrite(variant);
      for (let warm = 0; warm < 20; warm++) await page();
      taken[index]!.page.push(await timed(page, tries));
      taken[index]!.scan.push(await timed(scan, Math.max(4, tries / 20)));
    }
  }
  const rows = variants.map(
    ([name], index) => `| ${name} | ${median(taken[index]!.page).toFixed(3)} | ${median(taken[index]!.scan).toFixed(2)} |`,
  );
  const report = [
    '# What the row-level rules of the map cost',
    '',
    `\`npm run bench:row-rules\`: the median of ${rounds} rounds in turn, ${tries} course pages each; one connection, embedded PostgreSQL.`,
    '',
    '| rules of the map | course page, one round trip (ms) | count of 20,000 accounts (ms) |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await writeFile(new URL('report.md', import.meta.url), report);
  console.log(report);
} finally {
  await owner.end();
  await open.close();
  await rm(folder, { recursive: true, force: true });
}

async function rewrite(variant: (using: string) => string | undefined): Promise<void> {
  for (const { table, name, command, using } of rowRules(dataMap)) {
    const chosen = variant(using);
    await owner.query(`drop policy if exists ${name} on ${table}`);
    if (chosen) await owner.query(`create policy ${name} on ${table} as restrictive for ${command} using (${chosen})`);
  }
}

/** Milliseconds a turn. */
async function timed(work: () => Promise<unknown>, times: number): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < times; turn++) await work();
  return (performance.now() - began) / times;
}
