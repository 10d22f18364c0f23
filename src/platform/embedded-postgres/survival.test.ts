import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { startEmbeddedPostgres } from './index.ts';
import { birthOf } from './processes.ts';
import { chooseRunAs, spawnAs } from './run-as.ts';
import { endBy, eventually, postgresIn, query, runningApplication, temporaryFolder } from './testing.ts';

/** Too busy to notice that its server has died. */
const busy = 'do $$ begin loop null; end loop; end $$';

test("a killed application's server is replaced; what was committed is there, what was not is not", async (t) => {
  const folder = await temporaryFolder(t);
  const orphaned = await runningApplication(folder);
  await query(orphaned.url, "create table kept (word text); insert into kept values ('committed')");
  const client = new pg.Client({ connectionString: orphaned.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query("begin; insert into kept values ('not committed')");
  await endBy('SIGKILL', orphaned.child);
  assert.ok(birthOf(orphaned.pid), 'the server outlives the application');

  const progress: string[] = [];
  const started = performance.now();
  const server = await startEmbeddedPostgres({ folder, durable: false, onProgress: (line) => progress.push(line) });
  t.after(() => server.stop());
  t.diagnostic(`start over an orphan: ${Math.round(performance.now() - started)} ms`);
  assert.equal(birthOf(orphaned.pid), undefined);
  assert.deepEqual(progress, [`PostgreSQL (process ${orphaned.pid}) was left running; stopping it before starting anew.`]);
  assert.deepEqual(await query(server.url, 'select word from kept'), [{ word: 'committed' }]);
});

test('application and server killed at once, a worker still busy: the next start clears it away', async (t) => {
  const folder = await temporaryFolder(t);
  const { child, pid, url } = await runningApplication(folder);
  const asked = assert.rejects(query(url, busy));
  await eventually('the query runs', async () => (await query(url, `select from pg_stat_activity where query = $1`, [busy])).length);
  process.kill(pid, 'SIGKILL');
  await endBy('SIGKILL', child);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  t.after(() => server.stop());
  await asked;
  assert.equal((await query(server.url, 'select 1 as one'))[0]?.one, 1);
});

test('a killed server comes back on its port, under a pool that goes on', async (t) => {
  const folder = await temporaryFolder(t);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  t.after(() => server.stop());
  const pool = new pg.Pool({ connectionString: server.url });
  pool.on('error', () => undefined);
  t.after(() => pool.end());
  await pool.query("create table kept (word text); insert into kept values ('committed')");
  const asked = assert.rejects(pool.query(busy));
  const { pid, url } = server;
  const started = performance.now();
  process.kill(pid, 'SIGKILL');
  await eventually('the pool answers', () =>
    pool.query('select word from kept').then(
      ({ rows }) => rows[0].word === 'committed',
      () => false,
    ),
  );
  t.diagnostic(`killed server back after: ${Math.round(performance.now() - started)} ms`);
  await asked;
  assert.notEqual(server.pid, pid);
  assert.equal(server.url, url);
});

test('a server that keeps dying is given up and told of; afterwards the folder can be started again', async (t) => {
  const folder = await temporaryFolder(t);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  const reasons: string[] = [];
  server.onExit((reason) => reasons.push(reason));
  for (let killed = 0; killed < 5; killed++) {
    const { pid } = server;
    assert.deepEqual(reasons, []);
    process.kill(pid, 'SIGKILL');
    await eventually('it is started again or given up', () => server.pid !== pid || reasons.length > 0);
  }
  assert.equal(reasons.length, 1);
  assert.match(String(reasons[0]), /^PostgreSQL ended 5 times in a row \(signal SIGKILL\)/);
  await server.stop();
  assert.deepEqual(postgresIn(folder), []);
  const again = await startEmbeddedPostgres({ folder, durable: false });
  await again.stop();
});

test('stopping while the server is being restarted leaves none running', async (t) => {
  const folder = await temporaryFolder(t);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  process.kill(server.pid, 'SIGKILL');
  await eventually('it is gone', () => birthOf(server.pid) === undefined);
  await server.stop();
  assert.deepEqual(postgresIn(folder), []);
});

test('a stranger who now bears the number of a dead server neither stops the start nor is stopped', async (t) => {
  const folder = await temporaryFolder(t);
  const first = await startEmbeddedPostgres({ folder, durable: false });
  await first.stop();
  const stranger = spawnAs(await chooseRunAs(join(folder, 'postgres'), []), '/bin/sleep', ['60'], { stdio: 'ignore' });
  t.after(() => stranger.kill());
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n127.0.0.1\n`);
  const second = await startEmbeddedPostgres({ folder, durable: false });
  await second.stop();
  assert.ok(birthOf(Number(stranger.pid)));
});

test('the empty lock of a server that was killed in its first moment is no hindrance', async (t) => {
  const folder = await temporaryFolder(t);
  const first = await startEmbeddedPostgres({ folder, durable: false });
  await first.stop();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), '');
  const second = await startEmbeddedPostgres({ folder, durable: false });
  await second.stop();
});

test('a lock left by a process whose number another bears now is taken over', async (t) => {
  const folder = await temporaryFolder(t);
  const stranger = spawn('/bin/sleep', ['60']);
  t.after(() => stranger.kill());
  await writeFile(join(folder, 'kursiv.pid'), `${stranger.pid}\nanother-boot 1\n`);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  await server.stop();
});
