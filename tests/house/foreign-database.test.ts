import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { asRuntimeRole } from '../../src/open-house.ts';
import { clockAt } from '../../src/platform/clock.ts';
import { acrossCustomers, connectDatabase } from '../../src/platform/database.ts';
import { openLive } from '../../src/platform/live.ts';
import { addJob, startWorker } from '../../src/platform/jobs.ts';
import { createLog } from '../../src/platform/log.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { mapFaults } from '../../src/privacy/map-faults.ts';
import { readCatalog } from '../../src/privacy/catalog.ts';
import { dataMap } from '../../data-map/index.ts';
import { openTestHouse, withDatabase } from '../support/test-house.ts';

/** Debian's own server and PgBouncer, where they are installed: the same schema and the same rules. */
const binFolder = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .find((path) => existsSync(`${path}/initdb`))
  : undefined;
const bouncer = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));

/** PostgreSQL refuses root, so as root it runs as Debian's own user. */
const asPostgres = userInfo().uid === 0 ? passwdEntry('postgres') : {};
function passwdEntry(name: string): { uid?: number; gid?: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : {};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilItAnswers(url: string): Promise<void> {
  for (const end = Date.now() + 20_000; ;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe("Debian's own PostgreSQL", { skip: binFolder ? false : 'there is no PostgreSQL of the system here' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kursiv-foreign-'));
  const processes: ChildProcess[] = [];
  let ownerUrl: string;
  let runtimeUrl: string;
  let serverPort: number;

  before(async () => {
    chmodSync(folder, 0o777);
    const data = join(folder, 'data');
    execFileSync(
      `${binFolder}/initdb`,
      ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile()}`, '-E', 'UTF8', '--locale=C.UTF-8'],
      { ...asPostgres, stdio: 'ignore', cwd: folder },
    );
    serverPort = await freePort();
    processes.push(
      spawn(
        `${binFolder}/postgres`,
        ['-D', data, '-p', String(serverPort), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
        { ...asPostgres, stdio: 'ignore', cwd: folder },
      ),
    );
    const adminUrl = `postgres://postgres:pw@127.0.0.1:${serverPort}/postgres`;
    await untilItAnswers(adminUrl);
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    // An owner as a hosting company gives it: no superuser, only allowed to make roles.
    await admin.query("create role kursiv_owner login createrole password 'owner'");
    await admin.query('create database kursiv owner kursiv_owner');
    await admin.end();
    ownerUrl = `postgres://kursiv_owner:owner@127.0.0.1:${serverPort}/kursiv`;
    await migrate(ownerUrl, 'runtime');
    runtimeUrl = asRuntimeRole(ownerUrl, 'runtime');
  });
  after(async () => {
    for (const child of processes.toReversed()) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  function passwordFile(): string {
    const path = join(folder, 'pw');
    writeFileSync(path, 'pw\n', { mode: 0o644 });
    return path;
  }

  /** Tables, columns, keys and rules as plain lines, without what versions of PostgreSQL word differently. */
  async function rulesOf(url: string): Promise<string[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ line: string }>(`
      select format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) as line from pg_attribute
        join pg_class c on c.oid = attrelid where c.relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p','u','f','c')
      union all select format('%s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy join pg_class c on c.oid = polrelid where c.relnamespace = 'public'::regnamespace
      union all select format('%s forced %s', relname, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      union all select format('%s granted %s', table_name, privilege_type) from information_schema.role_table_grants where grantee = 'kursiv_runtime' and table_schema = 'public'`);
    await client.end();
    return rows.map(({ line }) => line.replace(/\s+/g, ' ').replace(/\w+\.(?=\w+\)? AND|id\b)/g, '')).toSorted();
  }

  it('is brought to the same schema and rules as the embedded one', async () => {
    const test = await openTestHouse();
    const [foreign, own] = [await rulesOf(ownerUrl), await rulesOf(test.ownerUrl)];
    await test.close();
    assert.ok(own.length > 500);
    assert.deepEqual(foreign, own);
  });

  it('binds its owner too: without a scope even the owner sees nothing', async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(
      "begin; set local app.across_customers = 'seed'; insert into account (kind, email) values ('personal', 'a@person.example'); commit",
    );
    await assert.rejects(client.query('select * from account'), /read for "none"/);
    const { rows } = await client
      .query("set app.purpose = 'identify-user'; select * from account")
      .then((answers) => (answers as unknown as pg.QueryResult[])[1]!);
    await client.end();
    assert.deepEqual(rows, []);
  });

  it('can be migrated twice', async () => {
    await migrate(ownerUrl, 'runtime');
  });

  describe('through a transaction-pooling PgBouncer', { skip: bouncer ? false : 'PgBouncer is not installed here' }, () => {
    let pooledUrl: string;

    before(async () => {
      const port = await freePort();
      writeFileSync(join(folder, 'users.txt'), '"kursiv_runtime" "runtime"\n', { mode: 0o644 });
      writeFileSync(
        join(folder, 'pgbouncer.ini'),
        [
          '[databases]',
          `kursiv = host=127.0.0.1 port=${serverPort} dbname=kursiv`,
          '[pgbouncer]',
          'listen_addr = 127.0.0.1',
          `listen_port = ${port}`,
          'auth_type = plain',
          `auth_file = ${folder}/users.txt`,
          'pool_mode = transaction',
          'default_pool_size = 3',
          'unix_socket_dir =',
          'ignore_startup_parameters = extra_float_digits',
          '',
        ].join('\n'),
        { mode: 0o644 },
      );
      processes.push(spawn(bouncer!, ['-q', join(folder, 'pgbouncer.ini')], { ...asPostgres, stdio: 'ignore', cwd: folder }));
      pooledUrl = withDatabase(`postgres://kursiv_runtime:runtime@127.0.0.1:${port}/x`, 'kursiv');
      await untilItAnswers(pooledUrl);
    });

    it('keeps each transaction in its own scope though connections are shared', async () => {
      const database = connectDatabase(pooledUrl, clockAt(new Date()), 8, () => {});
      const seen = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          database.transaction(
            index % 2 ? acrossCustomers('scan') : { purpose: 'identify-user' },
            async (tx) => (await tx.selectFrom('account').select('id').execute()).length,
          ),
        ),
      );
      assert.deepEqual(
        seen,
        Array.from({ length: 60 }, (_, index) => (index % 2 ? 1 : 0)),
      );
      assert.deepEqual(await database.transaction(acrossCustomers('scan'), async (tx) => mapFaults(dataMap, await readCatalog(tx))), []);
      await database.close();
    });

    it('enters in one trip', async () => {
      const database = connectDatabase(pooledUrl, clockAt(new Date()), 2, () => {});
      const { entry } = await database.enter({ tokenHash: Buffer.alloc(32), customerSlug: 'nobody', purpose: 'x' }, []);
      assert.deepEqual(entry, { operator: null, customer: null, actor: null });
      await database.close();
    });

    it('knows that listening does not work there, and polls instead', async () => {
      const pooled = openLive(pooledUrl, createLog('fatal'));
      const direct = openLive(runtimeUrl, createLog('fatal'));
      let woken = 0;
      pooled.subscribe('anything', () => woken++);
      await new Promise((resolve) => setTimeout(resolve, 1_600));
      assert.ok(direct.listening);
      assert.ok(woken >= 1);
      await pooled.close();
      await direct.close();
    });

    it('works through its jobs', async () => {
      const database = connectDatabase(pooledUrl, clockAt(new Date()), 2, () => {});
      const done: string[] = [];
      const runner = await startWorker(pooledUrl, { probe: async ({ id }) => void done.push(id ?? '') }, '', createLog('fatal'));
      await database.transaction({ purpose: 'x' }, (tx) => addJob(tx, 'probe', { id: 'one' }));
      for (const end = Date.now() + 8_000; done.length === 0 && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
      await runner.stop();
      await database.close();
      assert.deepEqual(done, ['one']);
    });
  });
});
