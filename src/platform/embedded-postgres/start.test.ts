import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareCluster } from './cluster.ts';
import { FolderInUse, startEmbeddedPostgres } from './index.ts';
import { findInstallation } from './installation.ts';
import { chooseRunAs } from './run-as.ts';
import { openServerLog } from './server-log.ts';
import { launchOnFreePort, stopServer } from './server.ts';
import { endBy, eventually, postgresIn, query, runningApplication, spawnApplication, temporaryFolder } from './testing.ts';

test('a first start makes a Swedish, checksummed, closed database; a second finds it as it was', async (t) => {
  const folder = await temporaryFolder(t);
  const first = await startEmbeddedPostgres({ folder: join(folder, 'new', 'data'), durable: true, maxConnections: 40 });
  t.after(() => first.stop());
  const data = join(folder, 'new', 'data');
  assert.match(first.url, /^postgres:\/\/kursiv_owner:[\w-]{43}@127\.0\.0\.1:\d+\/kursiv$/);
  assert.equal((await stat(join(data, 'postgres-password'))).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(data), ['kursiv.pid', 'postgres', 'postgres-password', 'postgres.log']);
  const [row] = await query(
    first.url,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale,
      current_user::text as role, current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
      current_setting('max_connections') as connections, current_setting('jit') as jit
    from pg_database where datname = 'kursiv'`,
  );
  assert.deepEqual(row, {
    ...{ encoding: 'UTF8', datlocprovider: 'i', datlocale: 'sv-SE', role: 'kursiv_owner', checksums: 'on', fsync: 'on' },
    ...{ addresses: '127.0.0.1', sockets: '', connections: '40', jit: 'off' },
  });
  const sorted = await query(first.url, "select string_agg(w, '' order by w) as w from unnest('{ö,ä,z,å,a,É,f}'::text[]) w");
  assert.equal(sorted[0]?.w, 'aÉfzåäö');
  await assert.rejects(query(first.url.replace(/:[\w-]{43}@/, ':wrong@'), 'select 1'), { code: '28P01' });
  await query(first.url, "create table kept (word text); insert into kept values ('hej')");
  await Promise.all([first.stop(), first.stop()]);
  await first.stop();
  assert.deepEqual(postgresIn(data), []);

  const started = performance.now();
  const second = await startEmbeddedPostgres({ folder: data });
  t.after(() => second.stop());
  t.diagnostic(`second start: ${Math.round(performance.now() - started)} ms`);
  assert.ok(performance.now() - started < 1_500);
  assert.deepEqual(await query(second.url, 'select word from kept'), [{ word: 'hej' }]);
});

test('a second start on a folder in use is refused, and changes nothing', async (t) => {
  const folder = await temporaryFolder(t);
  const { child, pid, url } = await runningApplication(folder);
  t.after(() => child.kill('SIGKILL'));
  await assert.rejects(startEmbeddedPostgres({ folder }), (error) => {
    assert.ok(error instanceof FolderInUse);
    assert.equal(error.pid, child.pid);
    assert.equal(
      error.message,
      `The data folder ${folder} is in use by Kursiv, process ${child.pid}. Stop that one first, or choose another folder.`,
    );
    return true;
  });
  assert.equal((await query(url, 'select 1 as one'))[0]?.one, 1);
  assert.ok(postgresIn(folder).includes(pid));
});

test('Ctrl-C in the terminal leaves the server to the application, which stops it when it is done', async (t) => {
  const folder = await temporaryFolder(t);
  const { child, pid, nextLine } = await runningApplication(folder);
  process.kill(-Number(child.pid), 'SIGINT');
  assert.equal(await nextLine(), `drained from ${pid}`);
  await eventually('no server is left', () => postgresIn(folder).length === 0);
  assert.deepEqual(await readdir(folder), ['postgres', 'postgres-password', 'postgres.log']);
});

test('an application that just exits leaves no server behind', async (t) => {
  const folder = await temporaryFolder(t);
  const { child } = await runningApplication(folder);
  await endBy('SIGTERM', child);
  await eventually('no server is left', () => postgresIn(folder).length === 0);
});

test('what an initdb that was killed left is thrown away, and the work done anew', async (t) => {
  const folder = await temporaryFolder(t);
  const { child } = spawnApplication(folder);
  const isHalfMade = async () => {
    const draft = (await readdir(folder)).find((name) => name.startsWith('postgres.new-'));
    return draft && (await stat(join(folder, draft, 'data', 'PG_VERSION')).catch(() => undefined));
  };
  await eventually('initdb is at work', isHalfMade);
  await endBy('SIGKILL', child);
  assert.ok(await isHalfMade());
  const server = await startEmbeddedPostgres({ folder, durable: false });
  t.after(() => server.stop());
  assert.equal((await query(server.url, 'select 1 as one'))[0]?.one, 1);
  assert.deepEqual(await readdir(folder), ['kursiv.pid', 'postgres', 'postgres-password', 'postgres.log']);
});

test('an empty data folder is filled; one that holds something else is left alone', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres', "somebody's"), '');
  await assert.rejects(startEmbeddedPostgres({ folder }), /postgres is not a complete PostgreSQL data folder\. Restore it/);
  assert.deepEqual(await readdir(folder), ['postgres']);

  const empty = await temporaryFolder(t);
  await mkdir(join(empty, 'postgres'));
  const server = await startEmbeddedPostgres({ folder: empty, durable: false });
  await server.stop();
  await truncate(join(empty, 'postgres-password'));
  await assert.rejects(startEmbeddedPostgres({ folder: empty }), /postgres-password, is missing or may not be read/);
});

test('a port that another program took first is passed over', async (t) => {
  const folder = await temporaryFolder(t);
  const installation = await findInstallation();
  const runAs = await chooseRunAs(join(folder, 'postgres'), [folder, installation.bin]);
  const common = { folder, installation, runAs, durable: false, maxConnections: 20, onProgress: () => undefined };
  const log = openServerLog(folder);
  t.after(log.close);
  const ports: number[] = [];
  async function choosePort() {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const port = (other.address() as { port: number }).port;
    if (ports.push(port) === 1) t.after(() => other.close());
    else await new Promise((closed) => other.close(closed));
    return port;
  }
  const server = await launchOnFreePort({ ...common, cluster: await prepareCluster(common), log }, choosePort);
  t.after(() => stopServer(server));
  assert.equal(ports.length, 2);
  assert.equal(server.port, ports[1]);
});

test('the log tells of the server, never of what was asked or stored, and does not grow for ever', async (t) => {
  const folder = await temporaryFolder(t);
  const log = join(folder, 'postgres.log');
  const first = await startEmbeddedPostgres({ folder, durable: false });
  t.after(() => first.stop());
  await query(first.url, "create table person (mail text unique); insert into person values ('marker@example.org')");
  await assert.rejects(query(first.url, "insert into person values ('marker@example.org')"), { code: '23505' });
  await assert.rejects(query(first.url, 'select $1::text::int', ['marker@example.org']), { code: '22P02' });
  await assert.rejects(query(first.url, "select 'marker@example.org' from nowhere"), { code: '42P01' });
  await assert.rejects(query(first.url, "select pg_terminate_backend(pg_backend_pid()), 'marker@example.org'"));
  await first.stop();
  const text = await readFile(log, 'utf8');
  assert.match(text, /database system is ready/);
  assert.doesNotMatch(text, /marker/);

  await truncate(log, 5_000_001);
  const second = await startEmbeddedPostgres({ folder, durable: false });
  await second.stop();
  assert.equal((await stat(`${log}.1`)).size, 5_000_001);
  assert.ok((await stat(log)).size < 10_000);
});
