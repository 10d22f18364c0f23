import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { birthOf } from './processes.ts';

export class FolderInUse extends Error {
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by Kursiv, process ${pid}. Stop that one first, or choose another folder.`);
    this.name = 'FolderInUse';
    this.folder = folder;
    this.pid = pid;
  }
}

/** Takes the folder for this process, or throws FolderInUse. Answers with the way to let go of it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'kursiv.pid');
  const mine = `${process.pid}\n${birthOf(process.pid)}\n`;
  while (!(await createWhole(file, mine))) {
    const theirs = await contentOf(file);
    if (theirs === undefined) continue;
    const pid = livingHolder(theirs);
    if (pid !== undefined) throw new FolderInUse(folder, pid);
    await removeStale(file, theirs);
  }
  return async () => {
    if ((await contentOf(file)) === mine) await rm(file, { force: true });
  };
}

/** As exclusive as the flag `wx`, and besides nobody ever reads a half-written lock: it is linked into place. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function livingHolder(content: string): number | undefined {
  const [pid, birth] = content.split('\n');
  return birth && birthOf(Number(pid)) === birth ? Number(pid) : undefined;
}

/** Two may find the same stale lock; one at a time may remove it, so that neither removes the other's new one. */
async function removeStale(file: string, stale: string): Promise<void> {
  const turn = `${file}.turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return waitForTurn(turn);
  }
  try {
    if ((await contentOf(file)) === stale) await rm(file, { force: true });
  } finally {
    await rm(turn, { recursive: true, force: true });
  }
}

async function waitForTurn(turn: string): Promise<void> {
  await delay(50);
  const taken = await stat(turn).catch(() => undefined);
  // Held for a millisecond by the living, so this one died holding it.
  if (taken && Date.now() - taken.mtimeMs > 10_000) await rm(turn, { recursive: true, force: true });
}

function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
