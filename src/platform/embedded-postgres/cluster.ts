import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { lchown, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './installation.ts';
import { spawnAs, type Account, type RunAs } from './run-as.ts';

export const owner = 'kursiv_owner';

export type Cluster = { data: string; password: string };

type Preparation = {
  folder: string;
  installation: Installation;
  runAs: RunAs;
  durable: boolean;
  onProgress: (line: string) => void;
};

const draftName = 'postgres.new-';

/** PostgreSQL's data folder and the owner's password; made on the first start. */
export async function prepareCluster(preparation: Preparation): Promise<Cluster> {
  const { folder, runAs } = preparation;
  const data = join(folder, 'postgres');
  await removeDrafts(folder);
  if (await isInitialised(data)) {
    if (runAs.account) await handOver(data, runAs.account);
    return { data, password: await readPassword(folder) };
  }
  preparation.onProgress('Making a new database folder.');
  const password = await makePassword(folder);
  await initialise(preparation, data, password);
  return { data, password };
}

/** A data folder comes into being whole, by a rename; anything else in its place was never made by us. */
async function isInitialised(data: string): Promise<boolean> {
  const content = await readdir(data).catch(() => undefined);
  if (content === undefined) return false;
  if (content.length === 0) return rmdir(data).then(() => false);
  const control = await stat(join(data, 'global', 'pg_control')).catch(() => undefined);
  if (control && content.includes('PG_VERSION')) return true;
  throw new Error(`The folder ${data} is not a complete PostgreSQL data folder. Restore it from a backup, or move it away to start anew.`);
}

/** Each attempt has a name of its own: an initdb that outlived its start may still be writing in the last one. */
async function initialise(preparation: Preparation, data: string, password: string): Promise<void> {
  const draft = join(preparation.folder, `${draftName}${randomUUID()}`);
  const passwordFile = join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { account } = preparation.runAs;
  if (account) await handOver(draft, account);
  await runInitdb(preparation, join(draft, 'data'), passwordFile);
  await rename(join(draft, 'data'), data);
  await removeDrafts(preparation.folder);
}

async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(draftName));
  const patience = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
  for (const draft of drafts) await rm(join(folder, draft), patience);
}

async function runInitdb(preparation: Preparation, data: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    '--locale-provider=icu',
    '--icu-locale=sv-SE',
    '--lc-messages=C',
    '--no-instructions',
    ...(preparation.durable ? [] : ['--no-sync']),
  ];
  const complaints: string[] = [];
  // Each system knows C; the other, which knows letters beyond ASCII, is not everywhere.
  for (const locale of ['C.UTF-8', 'C']) {
    const complaint = await complaintOf(preparation, [...args, '--locale', locale]);
    if (complaint === undefined) return;
    complaints.push(complaint);
  }
  throw new Error(`PostgreSQL could not make its data folder ${data}:\n${complaints.join('\n')}`);
}

async function complaintOf({ installation, runAs }: Preparation, args: string[]): Promise<string | undefined> {
  const initdb = spawnAs(runAs, installation.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  initdb.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code, signal] = (await once(initdb, 'close')) as [number | null, string | null];
  return code === 0 ? undefined : complaint.trim() || `initdb ended with ${code ?? signal}`;
}

async function makePassword(folder: string): Promise<string> {
  const password = randomBytes(32).toString('base64url');
  const file = join(folder, 'postgres-password');
  await rm(file, { force: true });
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'postgres-password');
  const password = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (password) return password;
  throw new Error(`The database's password, ${file}, is missing or may not be read. Restore it from a backup.`);
}

/** A folder that root has restored with cp belongs to root, and PostgreSQL would refuse it. */
async function handOver(data: string, { uid, gid }: Account): Promise<void> {
  if ((await stat(data)).uid === uid) return;
  for (const name of await readdir(data, { recursive: true })) await lchown(join(data, name), uid, gid);
  await lchown(data, uid, gid);
}
