import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BenchHouse } from '../support/house.ts';
import { round, startServer, stopServer, type Server } from '../support/measure.ts';
import type { Order, Told } from './eraser.ts';
import type { Sizes } from './sizes.ts';
import { addFullLearners, type World } from './world.ts';

export type Reading = { beside: string; perSecond: number[]; shares: number[]; p99Ms: number[]; did: number[] };
const readers = 8;
const bundle = 40;

/**
 * Eight readers of a course page, one click after the other, alone and beside the engine's work, in turn. Readers, server, database
 * and engine share one machine here; the share of the throughput that is left is told round by round.
 */
export async function measureReaders(open: BenchHouse, world: World, sizes: Sizes): Promise<Reading[]> {
  const environment = {
    DATABASE_URL: open.ownerUrl,
    DATABASE_RUNTIME_URL: open.runtimeUrl,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    SECRET: 'x'.repeat(32),
  };
  const server = await startServer('./bench/course-page/kursiv-server.ts', { ...environment, DATA_FOLDER: join(open.folder, 'served') });
  const engine = await startEngine({ ...environment, DATA_FOLDER: join(open.folder, 'erased') });
  const read = (ms: number) => readFor(server, world, ms);
  try {
    await read(sizes.readingMs);
    const reading = (beside: string): Reading => ({ beside, perSecond: [], shares: [], p99Ms: [], did: [] });
    const alone = reading('nothing');
    const beside = [reading('one erasure a second'), reading('erasures without a pause'), reading('the sweep')];
    for (let turn = 0; turn < sizes.rounds; turn++) {
      for (const [place, one] of beside.entries()) {
        const floor = await read(sizes.readingMs);
        alone.perSecond.push(floor.perSecond);
        alone.shares.push(1);
        alone.p99Ms.push(floor.p99Ms);
        const work = await workOf(open, world, sizes, place);
        const done = ask(engine, work);
        const found = await read(sizes.readingMs);
        engine.send({ stop: true } satisfies Order);
        one.did.push(await done);
        one.perSecond.push(found.perSecond);
        one.shares.push(found.perSecond / floor.perSecond);
        one.p99Ms.push(found.p99Ms);
      }
    }
    return [alone, ...beside];
  } finally {
    engine.kill('SIGTERM');
    await stopServer(server);
  }
}

async function workOf({ owner }: BenchHouse, world: World, sizes: Sizes, place: number): Promise<Order> {
  if (place === 2) {
    await addDue(owner, world, sizes.dueRows);
    return { sweep: true };
  }
  const everyMs = place === 0 ? 1_000 : 0;
  return { erase: await addFullLearners(owner, world, Math.ceil(sizes.readingMs / (everyMs || 25)) + 1), everyMs };
}

export async function addDue(owner: BenchHouse['owner'], { adminId }: World, rows: number): Promise<void> {
  await owner.query(
    `insert into notification (account_id, event, shown, created_at, read_at, due_at)
     select $1, 'message-to-student', true, now() - interval '90 days', now(), now() - interval '1 minute' from generate_series(1, $2::int)`,
    [adminId, rows],
  );
  await owner.query('analyze notification');
}

async function readFor(server: Server, { place, readerCookie }: World, ms: number): Promise<{ perSecond: number; p99Ms: number }> {
  const path = `/k/${place.customer}/kurser/${place.slug}/sidor/3`;
  const headers = { cookie: readerCookie, 'accept-language': 'sv' };
  const began = performance.now();
  const rounds = [];
  while (performance.now() - began < ms) rounds.push(await round(server, path, headers, readers, bundle));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: (rounds.length * bundle) / seconds, p99Ms: Math.max(...rounds.map(({ p99Ms }) => p99Ms)) };
}

function startEngine(environment: Record<string, string>): Promise<ChildProcess> {
  const child = fork('./bench/privacy/eraser.ts', {
    env: { ...process.env, ...environment },
    execArgv: ['--import', './src/platform/jsx-loader.mjs'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', () => reject(new Error('The eraser stopped before it was ready.')));
  });
}

function ask(child: ChildProcess, order: Order): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (told: Told) => resolve('done' in told ? told.done : 0));
    child.send(order);
  });
}
