import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { installationIn, findInstallation } from './installation.ts';
import { startEmbeddedPostgres } from './index.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';
import { startWith } from './start.ts';
import { endBy, query, runningApplication, temporaryFolder } from './testing.ts';

const isRoot = process.getuid?.() === 0;
const needsRoot = { skip: isRoot ? false : 'only root can try what root may' };
const nobody = 65_534;

const statusOf = async (pid: number, field: string) =>
  new RegExp(`^${field}:\\s*(\\w+)`, 'm').exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];

test('root: the server is somebody with no power, and only its own folder is given away', needsRoot, async (t) => {
  const folder = await temporaryFolder(t);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  t.after(() => server.stop());
  assert.notEqual(await statusOf(server.pid, 'Uid'), '0');
  assert.equal((await stat(folder)).uid, 0);
  assert.equal((await stat(join(folder, 'postgres-password'))).uid, 0);
  assert.equal(`${(await stat(join(folder, 'postgres'))).uid}`, await statusOf(server.pid, 'Uid'));
});

test('root: a data folder and programs that nobody else may reach', needsRoot, async (t) => {
  const closed = await temporaryFolder(t, 0o700);
  const { bin } = await findInstallation();
  await cp(dirname(bin), join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const name of await readdir(join(closed, 'native'), { recursive: true })) {
    // As under umask 077.
    const path = join(closed, 'native', name);
    await chmod(path, (await stat(path)).mode & 0o700);
  }
  const folder = join(closed, 'data');
  const server = await startWith(await installationIn(join(closed, 'native')), { folder, durable: false });
  t.after(() => server.stop());
  assert.equal((await query(server.url, "select 'å' < 'ä' collate \"sv-SE-x-icu\" as ordered"))[0]?.ordered, true);
  assert.notEqual(await statusOf(server.pid, 'Uid'), '0');
  const power = BigInt(`0x${await statusOf(server.pid, 'CapPrm')}`);
  assert.ok(power === 1n << 2n || power === 1n << 1n, 'one power, to read past permissions');
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  for (let tries = 0; tries < 200 && server.pid === pid; tries++) await new Promise((later) => setTimeout(later, 20));
  assert.notEqual(server.pid, pid);
});

test(
  "root: a folder that an ordinary user's server made stays that user's; one that root restored is handed over",
  needsRoot,
  async (t) => {
    const folder = await temporaryFolder(t);
    await chown(folder, nobody, nobody);
    const { child } = await runningApplication(folder, await asNobody(folder));
    await endBy('SIGINT', child);
    const asRoot = await startEmbeddedPostgres({ folder, durable: false });
    assert.equal(await statusOf(asRoot.pid, 'Uid'), `${nobody}`);
    await asRoot.stop();
    const again = await runningApplication(folder, await asNobody(folder));
    await endBy('SIGINT', again.child);

    const restored = join(await temporaryFolder(t), 'restored');
    spawnSync('cp', ['-r', folder, restored]);
    assert.equal((await stat(join(restored, 'postgres', 'PG_VERSION'))).uid, 0);
    const server = await startEmbeddedPostgres({ folder: restored, durable: false });
    assert.notEqual((await stat(join(restored, 'postgres', 'PG_VERSION'))).uid, 0);
    await server.stop();
  },
);

test('an ordinary user simply runs', async (t) => {
  const folder = await temporaryFolder(t);
  if (isRoot) await chown(folder, nobody, nobody);
  const { child, pid, url } = await runningApplication(folder, await asNobody(folder));
  t.after(() => child.kill('SIGKILL'));
  assert.equal(await statusOf(pid, 'Uid'), `${isRoot ? nobody : process.getuid?.()}`);
  assert.equal((await query(url, 'select 1 as one'))[0]?.one, 1);
  await endBy('SIGINT', child);
});

/** Where the tests run as root, the folder's owner; a checkout that is closed to others is read all the same. */
async function asNobody(folder: string): Promise<RunAs> {
  return chooseRunAs(folder, [import.meta.dirname, dirname(process.execPath), (await findInstallation()).bin]);
}
