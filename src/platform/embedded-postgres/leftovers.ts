import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { birthOf, commandOf, everyPid, workingFolderOf } from './processes.ts';
import { shutDown } from './shut-down.ts';

/** Stands in the command line of every process of the server, so that its own can be told from all others. */
export function clusterNameOf(data: string): string {
  return `kursiv-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`;
}

/**
 * Ends what an application or a postmaster that was killed left running on this folder. A server is stopped and not
 * taken over: a child is watched more surely than a stranger, and what the dead application had begun is rolled back.
 */
export async function stopLeftovers(data: string, onProgress: (line: string) => void): Promise<void> {
  const named = await pidInLockOf(data);
  for (const pid of [...new Set([...(named ? [named] : []), ...everyPid()])]) {
    if (!isServerOf(data, pid, pid === named)) continue;
    onProgress(`PostgreSQL (process ${pid}) was left running; stopping it before starting anew.`);
    await shutDown(pid, (signal) => send(pid, signal), gone(pid));
  }
  // Its children follow a killed server as soon as they notice, which a busy one may not for long.
  for (const pid of everyPid().filter((each) => isWorkerOf(data, each))) {
    send(pid, 'SIGKILL');
    await gone(pid);
  }
  // PostgreSQL refuses an empty lock for ever: it is what a server killed in its very first moment leaves.
  if (named === undefined || isSurelyAnother(data, named)) await rm(lockOf(data), { force: true });
}

const lockOf = (data: string) => join(data, 'postmaster.pid');

async function pidInLockOf(data: string): Promise<number | undefined> {
  const pid = parseInt(await readFile(lockOf(data), 'utf8').catch(() => ''), 10);
  return pid > 0 ? pid : undefined;
}

function isServerOf(data: string, pid: number, named: boolean): boolean {
  const command = commandOf(pid);
  if (!isPostgres(command) || isTitle(command)) return false;
  return command.includes(`cluster_name=${clusterNameOf(data)}`) || (named && workingFolderOf(pid) === data);
}

const isPostgres = (command: string[]) => isTitle(command) || basename(command[0] ?? '') === 'postgres';

/** PostgreSQL writes "postgres: <cluster>: <what it does>" over the command line of each process but the first. */
const isTitle = (command: string[]) => /^postgres:( |$)/.test(command[0] ?? '');

const isWorkerOf = (data: string, pid: number) =>
  commandOf(pid)
    .join(' ')
    .startsWith(`postgres: ${clusterNameOf(data)}: `);

/**
 * A number that a stranger or a zombie bears now. PostgreSQL itself only asks whether the process exists and would
 * refuse for ever; but where we cannot be sure, its lock stays and it decides.
 */
function isSurelyAnother(data: string, pid: number): boolean {
  if (!exists(pid)) return false;
  if (birthOf(pid) === undefined || !isPostgres(commandOf(pid))) return true;
  const folder = workingFolderOf(pid);
  return folder !== undefined && folder !== data;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
    throw new Error(`PostgreSQL (process ${pid}) runs on this folder and this user may not stop it.`, { cause: error });
  }
}

async function gone(pid: number): Promise<void> {
  const birth = birthOf(pid);
  while (birth !== undefined && birthOf(pid) === birth) await delay(20);
}
