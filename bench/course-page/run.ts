import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedWorld } from '../../db/seed.ts';
import { coursePageQuery } from '../../src/learning/index.ts';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { median, round, startServer, stopServer, tallyOf, type Round, type Server } from '../support/measure.ts';

/**
 * A signed-in student opens a course page, against the floor: a bare Hono handler that runs the
 * same SELECT and writes the same bytes. Both in one run, turn by turn, on the same database.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const requests = Number(process.env['BENCH_REQUESTS'] ?? 1_000);
/** Code is compiled while it runs for so long that the first thousands of requests tell of the compiler. */
const warmUp = Number(process.env['BENCH_WARM_UP'] ?? 10_000);
const path = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet/sidor/3';

const folder = await mkdtemp(join(tmpdir(), 'kursiv-bench-'));
const settings = readSettings({ DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'fatal' });
const open = await openHouse({ settings, clock: systemClock, log: createLog('fatal') });
try {
  await seedWorld(open.house, (line) => console.error(line));
  const token = randomUUID();
  const scope = await open.house.database.transaction(acrossCustomers('seed'), async (tx) => {
    const account = await tx.selectFrom('account').select('id').where('email', '=', 'asa.oberg@person.example').executeTakeFirstOrThrow();
    const customer = await tx.selectFrom('customer').select('id').where('slug', '=', 'kunskapslyftet').executeTakeFirstOrThrow();
    await tx
      .insertInto('session')
      .values({ account_id: account.id, token_hash: sha256(token), expires_at: new Date(Date.now() + 86_400_000) })
      .execute();
    // The place is already remembered, as on every later opening: the measured page writes nothing.
    const page = await tx
      .selectFrom('course_page')
      .innerJoin('enrolment', 'enrolment.version_id', 'course_page.version_id')
      .select('course_page.id')
      .where('position', '=', 3)
      .where('enrolment.account_id', '=', account.id)
      .executeTakeFirstOrThrow();
    await tx.updateTable('enrolment').set({ resume_page_id: page.id }).where('account_id', '=', account.id).execute();
    return { accountId: account.id, customerId: customer.id };
  });
  const kursiv = await startServer('./bench/course-page/kursiv-server.ts', {
    DATA_FOLDER: join(folder, 'second'),
    DATABASE_URL: open.ownerUrl,
    DATABASE_RUNTIME_URL: open.runtimeUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    SECRET: 'x'.repeat(32),
  });
  const headers = { cookie: `session=${token}`, 'accept-language': 'sv' };
  const body = await (await fetch(`${kursiv.url}${path}`, { headers })).text();
  const { sql, parameters } = coursePageQuery({ customer: 'kunskapslyftet', course: 'ma-bra-pa-jobbet', position: 3 });
  const set = `set app.account_id = '${scope.accountId}'; set app.customer_id = '${scope.customerId}'; set app.purpose = 'deliver-course'`;
  await writeFile(join(folder, 'query.json'), JSON.stringify({ sql, parameters, settings: set }));
  await writeFile(join(folder, 'body.html'), body);
  const bare = await startServer('./bench/course-page/bare-server.ts', {
    BARE_QUERY: join(folder, 'query.json'),
    BARE_BODY: join(folder, 'body.html'),
    BARE_URL: open.runtimeUrl,
  });
  const report = [`# A course page against the floor`, '', ...(await facts(body)), '', ...(await compare(kursiv, bare, headers)), ''];
  await writeFile(new URL('report.md', import.meta.url), report.join('\n'));
  console.log(report.join('\n'));
  await stopServer(bare);
  await stopServer(kursiv);
} finally {
  await open.close();
  await rm(folder, { recursive: true, force: true });
}

async function facts(body: string): Promise<string[]> {
  const { rows } = await open.house.database.pool.query<{ version: string }>("select current_setting('server_version') as version");
  return [
    `\`npm run bench:course-page\`: ${rounds} rounds of ${requests.toLocaleString('en')} requests each, the two servers in turn, after ${warmUp.toLocaleString('en')} requests to warm each up; load from a third process on the same machine.`,
    `Node ${process.versions.node}, PostgreSQL ${rows[0]?.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; ${Buffer.byteLength(body).toLocaleString('en')} bytes a page; the log is on.`,
    'CPU is the server process alone, user and system. The floor pays no session, no scope, no rendering and no headers.',
  ];
}

async function compare(kursiv: Server, bare: Server, headers: Record<string, string>): Promise<string[]> {
  const lines = [
    '| at once | Kursiv CPU µs | floor CPU µs | ratio | Kursiv p50 / p99 ms | floor p50 / p99 ms | Kursiv / floor per s |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const server of [kursiv, bare]) await round(server, path, headers, 8, warmUp);
  for (const concurrency of [1, 8, 32]) {
    for (const server of [kursiv, bare]) await round(server, path, headers, concurrency, requests);
    const pairs: [Round, Round][] = [];
    for (let turn = 0; turn < rounds; turn++)
      pairs.push([await round(kursiv, path, headers, concurrency, requests), await round(bare, path, headers, concurrency, requests)]);
    const of = (side: 0 | 1, what: keyof Round) => median(pairs.map((pair) => pair[side][what]));
    const ratios = pairs.map(([ours, floor]) => ours.cpuMicros / floor.cpuMicros);
    const n = (value: number, digits = 0) => value.toFixed(digits);
    lines.push(
      `| ${concurrency} | ${n(of(0, 'cpuMicros'))} | ${n(of(1, 'cpuMicros'))} | ${n(median(ratios), 2)} (${n(Math.min(...ratios), 2)}–${n(Math.max(...ratios), 2)}) | ${n(of(0, 'p50Ms'), 2)} / ${n(of(0, 'p99Ms'), 2)} | ${n(of(1, 'p50Ms'), 2)} / ${n(of(1, 'p99Ms'), 2)} | ${n(of(0, 'perSecond'))} / ${n(of(1, 'perSecond'))} |`,
    );
  }
  const before = await tallyOf(kursiv);
  await round(kursiv, path, headers, 1, 100);
  const after = await tallyOf(kursiv);
  return [...lines, '', `Database round trips a page: ${((after.roundTrips - before.roundTrips) / 100).toFixed(2)}.`];
}
