import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Account = { uid: number; gid: number };

/** Who PostgreSQL's programs run as: ourselves, or someone else when we are root, whom PostgreSQL refuses. */
export type RunAs = { account?: Account; prefix: string[] };

/** `data` may not exist yet; `needed` are the folders that must be reached. */
export async function chooseRunAs(data: string, needed: string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const account = (await plainOwnerOf(data)) ?? (await unprivilegedAccount());
  const closed = await firstClosedFolder(account, needed);
  return { account, prefix: closed === undefined ? [] : await readingPrefix(account, closed) };
}

export function spawnAs(runAs: RunAs, program: string, args: string[], options: SpawnOptions): ChildProcess {
  const [command = program, ...rest] = [...runAs.prefix, program, ...args];
  const become = runAs.prefix.length === 0 ? runAs.account : {};
  // Nothing of our environment: PGDATA, PGOPTIONS or a locale there would change what PostgreSQL does.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
  return spawn(command, rest, { cwd: '/', env, ...become, ...options });
}

/** Whoever owned the folder before goes on owning it, so that no start has to hand a large one over. */
async function plainOwnerOf(folder: string): Promise<Account | undefined> {
  const owner = await stat(folder).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => lines.find((line) => line[0] === name)).find(Boolean);
  if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as. Start as an ordinary user.',
  );
}

async function firstClosedFolder(account: Account, folders: string[]): Promise<string | undefined> {
  for (const start of folders) {
    for (let folder = await realpath(start); ; folder = dirname(folder)) {
      if (!(await mayEnter(account, folder))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}

async function mayEnter({ uid, gid }: Account, folder: string): Promise<boolean> {
  const found = await stat(folder);
  if (found.uid === uid) return (found.mode & 0o100) !== 0;
  return (found.mode & (found.gid === gid ? 0o010 : 0o001)) !== 0;
}

/**
 * Under a folder like /root, closed to everybody else, PostgreSQL gets one power of root's: to read past
 * permissions. no_setuid_fixup makes access(2), by which PostgreSQL looks for its own programs, honour it.
 */
async function readingPrefix({ uid, gid }: Account, closed: string): Promise<string[]> {
  const power = await readingPower();
  const setpriv = await findProgram('setpriv');
  if (power && setpriv) {
    const powers = ['--inh-caps', `+${power}`, '--ambient-caps', `+${power}`, '--securebits', '+no_setuid_fixup'];
    return [setpriv, '--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups', ...powers, '--'];
  }
  throw new Error(
    `PostgreSQL does not run as root, and user ${uid} may not enter ${closed}. Open that folder (chmod o+x), move out of it, or start as an ordinary user.`,
  );
}

/** Containers are often without the narrower of the two. */
async function readingPower(): Promise<string | undefined> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = BigInt(`0x${/^CapPrm:\s*(\w+)/m.exec(status)?.[1] ?? '0'}`);
  if (held & (1n << 2n)) return 'dac_read_search';
  return held & (1n << 1n) ? 'dac_override' : undefined;
}

async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(':')]) {
    const file = join(folder, name);
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return file;
  }
  return undefined;
}
