import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { chromiumPath } from './chromium.ts';

/** One PostgreSQL server for a whole test run; each test gets a clone of the migrated template. */
export const templateName = 'kursiv_template';
export const testSecret = 'a secret that is only ever used in tests';

export function testServerUrl(): string {
  const url = process.env['KURSIV_TEST_SERVER'];
  if (!url) throw new Error('Run tests with --test-global-setup=tests/support/test-server.ts.');
  return url;
}

let server: EmbeddedPostgres | undefined;
let folder: string | undefined;

export async function globalSetup(): Promise<void> {
  folder = mkdtempSync(join(roomForServer(), 'kursiv-tests-'));
  // The browser beside it, so that the tests that start together find it whole.
  [server] = await Promise.all([startTestServer(folder, { durable: false }), chromiumPath()]);
}

/** A server with the template; from then on the test houses of this process, and of those it starts, lie there. */
export async function startTestServer(folder: string, { durable }: { durable: boolean }): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ folder, durable, maxConnections: 300 });
  const client = new pg.Client({ connectionString: started.url });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const templateUrl = new URL(started.url);
  templateUrl.pathname = `/${templateName}`;
  await migrate(templateUrl.href, secretsFrom(testSecret).digest('database role', 'kursiv_runtime').toString('hex'));
  // Test files run in processes of their own, which inherit the environment.
  process.env['KURSIV_TEST_SERVER'] = started.url;
  return started;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

/**
 * In memory where there is room: hundreds of databases of 400 files each are made and thrown away, and a seventh of the
 * run was the disk's file system looking for numbers for the new files that were not just given back by the old.
 */
function roomForServer(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 4e9 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
