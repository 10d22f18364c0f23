import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Installation } from './installation.ts';
import { owner, type Cluster } from './cluster.ts';
import { clusterNameOf } from './leftovers.ts';
import { spawnAs, type RunAs } from './run-as.ts';
import type { ServerLog } from './server-log.ts';
import { serverArguments } from './settings.ts';
import { shutDown } from './shut-down.ts';

export type Launch = {
  cluster: Cluster;
  installation: Installation;
  runAs: RunAs;
  log: ServerLog;
  durable: boolean;
  maxConnections: number;
};

export type Server = { child: ChildProcess; pid: number; port: number; ended: Promise<string> };

const database = 'kursiv';
const recoveryPatienceMs = 10 * 60_000;

export function launch({ cluster, installation, runAs, log, durable, maxConnections }: Launch, port: number): Server {
  const clusterName = clusterNameOf(cluster.data);
  const args = serverArguments(cluster.data, { port, durable, maxConnections, clusterName });
  const { descriptor } = log;
  // A session of its own: Ctrl-C in the terminal reaches us, who drain first, and not the server.
  const child = spawnAs(runAs, installation.postgres, args, { detached: true, stdio: ['ignore', descriptor, descriptor] });
  return { child, pid: child.pid ?? 0, port, ended: endOf(child) };
}

export function urlOf({ password }: Cluster, port: number, name: string = database): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${name}`;
}

export async function stopServer({ child, pid, ended }: Server): Promise<void> {
  child.ref();
  await shutDown(pid, (signal) => child.kill(signal), ended);
}

/** Between choosing a free port and PostgreSQL's taking it another program may be quicker. */
export async function launchOnFreePort(spec: Launch, choosePort: () => Promise<number> = freePort): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const server = launch(spec, await choosePort());
    try {
      await becomeReady(spec, server);
      return server;
    } catch (error) {
      await stopServer(server);
      if (attempt === 5 || !(await isTaken(server.port))) throw error;
    }
  }
}

async function becomeReady({ cluster, log }: Launch, server: Server): Promise<void> {
  let end: string | undefined;
  void server.ended.then((reason) => (end = reason));
  const deadline = Date.now() + recoveryPatienceMs;
  while (end === undefined && Date.now() < deadline) {
    if ((await saysItIsReady(cluster, server)) && (await answers(cluster, server.port))) return;
    await delay(10);
  }
  throw new Error(`PostgreSQL did not start (${end ?? 'no answer'}). The end of its log:\n${log.lastLines()}`);
}

/** In its lock file; asking the port alone might be asking another program. */
async function saysItIsReady({ data }: Cluster, { pid }: Server): Promise<boolean> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[0] === `${pid}` && lines[7]?.trim() === 'ready';
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    await run(urlOf(cluster, port), 'select 1');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '3D000') return run(urlOf(cluster, port, 'postgres'), `create database ${database}`).then(() => true);
    // It has died since, or is recovering.
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false;
    throw error;
  }
}

async function run(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString, ssl: false });
  // A server that dies under an idle client is told by its end, not by a thrown event.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return signal === null ? `exit code ${code}` : `signal ${signal}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port on 127.0.0.1.');
  return address.port;
}

async function isTaken(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  const taken = await once(probe, 'listening').then(
    () => false,
    () => true,
  );
  await new Promise((closed) => probe.close(closed));
  return taken;
}
