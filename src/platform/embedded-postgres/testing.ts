import assert from 'node:assert/strict';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { everyPid, workingFolderOf } from './processes.ts';
import { spawnAs, type RunAs } from './run-as.ts';

/** Open to everyone unless told otherwise; gone, with whatever still runs on it, when the test is over. */
export async function temporaryFolder(context: Pick<TestContext, 'after'>, mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kursiv-postgres-'));
  await chmod(folder, mode);
  context.after(async () => {
    for (const pid of postgresIn(folder)) endNow(pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  return folder;
}

/** Those that a server started end with it, often before their turn. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function postgresIn(folder: string): number[] {
  return everyPid().filter((pid) => workingFolderOf(pid)?.startsWith(`${folder}/`));
}

export async function query(url: string, text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function eventually(what: string, holds: () => unknown, withinMs = 10_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(20)) if (await holds()) return;
  assert.fail(`${what}: not within ${withinMs} ms`);
}

/** An application that starts the server and, on Ctrl-C, asks it one more thing before stopping it. */
const application = `
  const { startEmbeddedPostgres } = await import(process.argv[1]);
  const { default: pg } = await import(process.argv[2]);
  const server = await startEmbeddedPostgres({ folder: process.argv[3], durable: false });
  process.on("SIGINT", async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query("select 1");
    await client.end();
    await server.stop();
    console.log("drained from " + server.pid);
    process.exit(0);
  });
  process.on("SIGTERM", () => process.exit(1));
  setInterval(() => undefined, 60_000);
  console.log(JSON.stringify({ url: server.url, pid: server.pid }));
`;

export type Application = { child: ChildProcess; nextLine: () => Promise<string> };

export function spawnApplication(folder: string, runAs: RunAs = { prefix: [] }): Application {
  const args = [import.meta.resolve('./index.ts'), import.meta.resolve('pg'), folder];
  const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'inherit'], detached: true };
  const child = spawnAs(runAs, process.execPath, ['--input-type=module', '-e', application, ...args], options);
  assert.ok(child.stdout);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, nextLine: async () => String((await lines.next()).value) };
}

export async function runningApplication(folder: string, runAs?: RunAs) {
  const application = spawnApplication(folder, runAs);
  const server = JSON.parse(await application.nextLine()) as { url: string; pid: number };
  return { ...application, ...server };
}

export async function endBy(signal: NodeJS.Signals, child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
