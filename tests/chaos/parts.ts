import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { runKursiv } from '../support/program.ts';
import type { Chance } from './chance.ts';

export type Part = 'application' | 'worker' | 'database' | 'database session';
export type Parts = {
  /** Addresses of the two applications, up or not. */
  urls: string[];
  /** Gives whether the part stood: what has not come back from the last blow is left alone, however long a busy machine takes. */
  kill(part: Part, chance: Chance): Promise<boolean>;
  stop(): Promise<void>;
};
type Running = ReturnType<typeof runKursiv>;

/** Two applications and a worker beside a database of its own; each is started again when it has died, as an operator's supervisor does. */
export async function startParts(
  database: EmbeddedPostgres,
  owner: string,
  folder: string,
  environment: Record<string, string>,
): Promise<Parts> {
  let isOver = false;
  const running = new Map<string, Running>();
  const kept: Promise<void>[] = [];
  const urls: string[] = [];

  async function keep(name: string, args: string[], own: Record<string, string>): Promise<void> {
    while (!isOver) {
      const part = runKursiv(args, { ...environment, ...own, DATA_FOLDER: join(folder, name) });
      running.set(name, part);
      await part.exited;
      if (!isOver) await wait(200);
    }
  }
  for (const [index, port] of (await freePorts(2)).entries()) {
    urls.push(`http://localhost:${port}`);
    kept.push(keep(`application-${index}`, ['start', '--empty'], { PORT: String(port), PUBLIC_URL: 'http://localhost' }));
  }
  kept.push(keep('worker', ['worker'], {}));
  await Promise.all(urls.map(becomesReady));

  const killProgram = (name: string) => void running.get(name)?.child.kill('SIGKILL');
  return {
    urls,
    async kill(part, chance) {
      const index = chance.below(urls.length);
      if (part === 'application' && !(await isReady(urls[index]!))) return false;
      if (part === 'application') killProgram(`application-${index}`);
      else if (part === 'worker') killProgram('worker');
      else if (part === 'database') process.kill(database.pid, 'SIGKILL');
      else await killSession(owner, chance);
      return true;
    },
    async stop() {
      isOver = true;
      for (const { child } of running.values()) child.kill('SIGKILL');
      await Promise.all(kept);
    },
  };
}

/** When one of its sessions is killed, PostgreSQL throws all of them out and recovers from its log. */
async function killSession(owner: string, chance: Chance): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename = 'kursiv_runtime' and pid <> pg_backend_pid()",
    );
    if (rows.length > 0) process.kill(chance.of(rows).pid, 'SIGKILL');
  } catch {
    // It is recovering from the last blow: there is nothing to kill.
  } finally {
    await client.end().catch(() => {});
  }
}

async function becomesReady(url: string): Promise<void> {
  for (const end = Date.now() + 60_000; ;) {
    if (await isReady(url)) return;
    if (Date.now() > end) throw new Error(`${url} did not become ready.`);
    await wait(50);
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/redo`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePorts(count: number): Promise<number[]> {
  const { createServer } = await import('node:net');
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.once('listening', resolve))));
  const ports = probes.map((probe) => (probe.address() as { port: number }).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
