import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { conditions } from '../support/house.ts';
import { startServer, stopServer } from '../support/measure.ts';
import { casesFor, chores, type Case } from './cases.ts';
import { openAttempts } from './hand-ins.ts';
import { take, takeChore, type Side, type Taken } from './measure.ts';
import { cookieOf, signIn } from './people.ts';
import { beyond, reportOf, type Measured } from './report.ts';
import { makeWorlds, secret, type World } from './worlds.ts';

/** What a request costs with 1,500 students and with a hundred times as many, turn by turn in one run. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
/** For a look while something is mended: only the cases whose names hold this. */
const only = process.env['BENCH_ONLY'] ?? '';

const began = performance.now();
const tell = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'kursiv-bench-'));
const server = await startEmbeddedPostgres({ folder });
try {
  const worlds = await makeWorlds(server.url, folder, tell);
  const students = await Promise.all(worlds.map((world) => signIn(world, 'kunskapslyftet', 'ma-bra-pa-jobbet')));
  const sides: Side[] = [];
  for (const world of worlds) sides.push(await openSide(world));
  const all = await measureAll(sides, students[0]!);
  const where = await conditions(sides[0]!.owner);
  const report = reportOf(worlds, all, where, rounds);
  if (!only) await writeFile(process.env['BENCH_REPORT'] ?? new URL('report.md', import.meta.url), report);
  process.stdout.write(report);
  tell('done');
  for (const side of sides) await closeSide(side);
  process.exitCode = beyond(all).length > 0 ? 1 : 0;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

type Open = Side & { close(): Promise<void> };

async function openSide(world: World): Promise<Open> {
  const environment = {
    DATA_FOLDER: join(folder, world.name),
    DATABASE_URL: world.url,
    SECRET: secret,
    PORT: '0',
    // What the report is printed on is no place for a log.
    LOG_LEVEL: 'fatal',
  };
  const owner = new pg.Client({ connectionString: world.url });
  await owner.connect();
  const open = await openHouse({
    settings: readSettings({ ...environment, DATA_FOLDER: join(folder, `${world.name}-chores`) }),
    clock: systemClock,
    log: createLog('fatal'),
  });
  const listening = await startServer('./bench/course-page/kursiv-server.ts', environment);
  return { server: listening, owner, house: open.house, close: () => open.close() };
}

async function closeSide(side: Side): Promise<void> {
  await stopServer(side.server);
  await (side as Open).close();
  await side.owner.end();
}

async function measureAll(sides: Side[], students: string[]): Promise<Measured[]> {
  const question = await findQuestion(sides[0]!, students[0]!);
  const measured: Measured[] = [];
  for (const { name, kind, ...of } of [...casesFor(students, question), ...chores]) {
    if (!name.includes(only)) continue;
    const once = (side: Side) => ('run' in of ? takeChore(side, of.run) : ask(side, { name, kind: 'same', ...of }, students));
    measured.push({ name, kind, ...(await inTurn(sides, once)) });
    tell(name);
  }
  return measured;
}

/** One round that is not counted, then in turn: each world is first every other time. */
async function inTurn([few, many]: Side[], once: (side: Side) => Promise<Taken>): Promise<{ few: Taken[]; many: Taken[] }> {
  const taken = { few: [] as Taken[], many: [] as Taken[] };
  for (let turn = -1; turn < rounds; turn++) {
    const order = turn % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const);
    for (const name of order) {
      const round = await once(name === 'few' ? few! : many!);
      if (turn >= 0) taken[name].push(round);
    }
  }
  return taken;
}

async function ask(side: Side, { asks: count, ask: next }: Case, students: string[]): Promise<Taken> {
  const asks = Array.from({ length: count }, (_, turn) => next(turn));
  if (asks[0]!.path.endsWith('/slutprov/1')) await openAttempts(side.owner, asks, students);
  return take(side, asks);
}

/** The first question of the page, and an answer to it, as the page shows them. */
async function findQuestion(side: Side, student: string): Promise<{ id: string; value: string }> {
  const page = await fetch(`${side.server.url}/k/kunskapslyftet/kurser/ma-bra-pa-jobbet/sidor/3`, {
    headers: { cookie: cookieOf(student) },
  });
  const html = await page.text();
  const [, id] = /fragor\/([0-9a-f-]{36})/.exec(html) ?? [];
  const [, value] = /name="answer"[^>]*value="([^"]+)"/.exec(html) ?? [];
  if (!id || !value) throw new Error('The course page shows no question to answer.');
  return { id, value };
}
