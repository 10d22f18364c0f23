import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTown, type Writer } from '../../tests/chaos/town.ts';
import { startTestServer, testSecret } from '../../tests/support/test-server.ts';
import type { Measured, Plan } from './listeners.ts';
import { cpuOfDatabase } from '../support/database-cpu.ts';
import type { Use } from '../support/use.ts';

/** Open conversations under load, against the floor in the same run: LISTEN/NOTIFY and server-sent events, nothing else. */
const streams = Number(process.env['BENCH_STREAMS'] ?? 10_000);
const perSecond = Number(process.env['BENCH_MESSAGES'] ?? 200);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 60);
const warmUpSeconds = Number(process.env['BENCH_WARM_UP'] ?? 10);

type Side = {
  name: string;
  opening: number;
  use: { empty: Use; open: Use; warm: Use; done: Use };
  databaseMicros: number;
  measured: Measured;
};

const folder = await mkdtemp(join(tmpdir(), 'kursiv-bench-'));
const database = await startTestServer(folder, { durable: true });
try {
  const databaseCpu = await cpuOfDatabase(database.url);
  console.error('building the town');
  const town = await buildTown(streams / 2, 50, 50);
  const kursiv = await measure(databaseCpu, 'Kursiv', './bench/correspondence/kursiv-server.ts', conversations(town.writers), {
    DATA_FOLDER: join(folder, 'application'),
    DATABASE_URL: town.ownerUrl,
    DATABASE_RUNTIME_URL: town.runtimeUrl,
    SECRET: testSecret,
    PORT: '0',
    LOG_LEVEL: 'info',
  });
  const floor = await measure(databaseCpu, 'Floor', './bench/correspondence/bare-server.ts', bare(streams / 2), {
    BARE_URL: town.runtimeUrl,
  });
  const report = reportOf(kursiv, floor);
  await writeFile(new URL('report.md', import.meta.url), report);
  console.log(report);
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

function conversations(writers: Writer[]): Plan['threads'] {
  const threads = Map.groupBy(writers, ({ thread }) => thread);
  return [...threads.values()].map((sides) => ({
    streams: sides.map(({ stream, cookie }) => ({ path: stream, cookie })),
    senders: sides.map(({ path, cookie }) => ({ path, cookie })),
  }));
}

function bare(threads: number): Plan['threads'] {
  return Array.from({ length: threads }, (_, thread) => {
    const lines = [0, 1].map((side) => ({ path: `/${thread}/${side}`, cookie: '' }));
    return { streams: lines, senders: lines };
  });
}

async function measure(
  databaseCpu: () => number,
  name: string,
  module: string,
  threads: Plan['threads'],
  environment: Record<string, string>,
): Promise<Side> {
  const server = start(module, environment);
  const { url } = await message<{ url: string }>(server);
  const load = start('./bench/correspondence/listeners.ts', {});
  const empty = await useOf(server);
  const began = performance.now();
  load.send({ url, threads, perSecond, warmUpSeconds, seconds } satisfies Plan);
  await message(load);
  const opening = (performance.now() - began) / 1000;
  await settle();
  const open = await useOf(server);
  load.send('warm up');
  await message<Measured>(load);
  const warm = await useOf(server);
  // Asking what it uses collects its garbage, which takes a while.
  await settle();
  const databaseBefore = databaseCpu();
  load.send('begin');
  const measured = await message<Measured>(load);
  const done = await useOf(server);
  const databaseMicros = databaseCpu() - databaseBefore;
  server.kill('SIGTERM');
  await once(server, 'exit');
  console.error(`${name}: ${measured.latencies.length} of ${measured.sent} arrived`);
  return { name, opening, use: { empty, open, warm, done }, databaseMicros, measured };
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_000));
}

/** In a process of its own; as many descriptors as streams are asked of the shell, which may refuse. */
function start(module: string, environment: Record<string, string>): ChildProcess {
  return fork(module, {
    env: { ...process.env, ...environment },
    execPath: '/bin/sh',
    execArgv: [
      '-c',
      `ulimit -n ${streams + 1_000} 2>/dev/null; exec "$0" --expose-gc --import ./src/platform/jsx-loader.mjs "$@"`,
      process.execPath,
    ],
  });
}

async function message<Told>(child: ChildProcess): Promise<Told> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('A process of the bench ended too early.')));
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told];
  return told;
}

function useOf(child: ChildProcess): Promise<Use> {
  const told = message<Use>(child);
  child.send('use');
  return told;
}

function reportOf(...sides: Side[]): string {
  const rows = sides.map(({ name, opening, use, databaseMicros, measured: { sent, refused, missing, latencies } }) => {
    const sorted = latencies.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
    const perStream = (use.open.rssBytes - use.empty.rssBytes) / streams / 1024;
    const cpu = (use.done.cpuMicros - use.warm.cpuMicros) / sent;
    const trips = (use.done.roundTrips - use.warm.roundTrips) / sent;
    return `| ${name} | ${at(0.5)} | ${at(0.99)} | ${at(1)} | ${sent} / ${refused} / ${missing} | ${perStream.toFixed(1)} | ${Math.round(cpu)} | ${Math.round(databaseMicros / sent)} | ${trips.toFixed(1)} | ${opening.toFixed(0)} |`;
  });
  return [
    '# Open conversations under load',
    '',
    `\`npm run bench:correspondence\`: ${streams.toLocaleString('en')} open streams (BENCH_STREAMS), both sides of ${(streams / 2).toLocaleString('en')} threads, and ${perSecond} messages a second (BENCH_MESSAGES) for ${seconds} seconds, to all threads in turn, after ${warmUpSeconds} seconds of the same that are not counted.`,
    'Measured from the sending to the event on the other side’s stream, in the process of the load. One application process; the database and the load beside it on the same machine.',
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${loadavg()[0]!.toFixed(1)} with other work beside. The target is a p99 under 250 ms at 10,000 streams and 200 messages a second.`,
    'The floor, in the same run: a POST that becomes a NOTIFY and an event. No session, no permission, no stored row, no read mark, no page.',
    '',
    '| | p50 ms | p99 ms | slowest ms | sent / refused / missing | memory per stream KiB | CPU µs a message | the database’s | round trips a message | opening s |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'CPU is the application’s process, and beside it the database’s processes; heartbeats and the checks of ten thousand sessions included. Memory is what the process grew by while the streams were opened, after garbage collection.',
    '',
  ].join('\n');
}
