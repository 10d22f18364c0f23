import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { asRuntimeRole } from '../../src/open-house.ts';
import { clockAt, type MovableClock } from '../../src/platform/clock.ts';
import { connectDatabase } from '../../src/platform/database.ts';
import { filesOnDisk } from '../../src/platform/files.ts';
import type { House } from '../../src/platform/house.ts';
import { openLive } from '../../src/platform/live.ts';
import { readRegister, type Register } from '../../src/platform/register.ts';
import { createLog } from '../../src/platform/log.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { createApp } from '../../src/app.tsx';
import { templateName, testSecret, testServerUrl } from './test-server.ts';

export type TestHouse = {
  house: House;
  clock: MovableClock;
  app: ReturnType<typeof createApp>;
  /** A connection as the owner, past row-level security, for looking at everything. */
  owner: pg.Client;
  ownerUrl: string;
  runtimeUrl: string;
  folder: string;
  /** Every line that was logged. */
  logLines: string[];
  close(): Promise<void>;
};

/** All on one machine, and one supplier of mail. */
const testRegister: Register = readRegister([
  {
    name: 'Larvik drift',
    services: ['database', 'files', 'backups', 'keyring', 'log', 'paper'],
    own: true,
    place: 'Lärvik',
    country: 'SE',
    parentCountry: 'SE',
    safeguard: 'eea',
    keeper: 'kontorschefen',
    checked: '2026-06-01',
  },
  {
    name: 'Brevbäraren AB',
    services: ['mail'],
    place: 'Oslo',
    country: 'NO',
    parentCountry: 'NO',
    safeguard: 'eea',
    agreement: { signed: '2026-01-15', reference: 'PUB 2026-1' },
  },
]);

/** A whole house of its own for one test: a clone of the migrated template, its own folder and clock. */
export async function openTestHouse(options: { at?: Date; template?: string } = {}): Promise<TestHouse> {
  const serverUrl = testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(serverUrl, `create database ${name} template ${options.template ?? templateName}`);
  const ownerUrl = withDatabase(serverUrl, name);
  const secrets = secretsFrom(testSecret);
  const runtimeUrl = asRuntimeRole(ownerUrl, secrets.digest('database role', 'kursiv_runtime').toString('hex'));
  const clock = clockAt(options.at ?? new Date('2026-11-23T09:00:00Z'));
  const folder = mkdtempSync(join(tmpdir(), 'kursiv-test-'));
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => void logLines.push(line) });
  const database = connectDatabase(runtimeUrl, clock, 4, () => {});
  const live = openLive(runtimeUrl, log);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const closing = new AbortController();
  const house: House = {
    database,
    live,
    secrets,
    clock,
    log,
    files: filesOnDisk(join(folder, 'files')),
    attachments: filesOnDisk(join(folder, 'attachments')),
    exports: filesOnDisk(join(folder, 'exports')),
    publicUrl: 'http://localhost',
    closing: closing.signal,
    behindProxy: false,
    outboxFolder: join(folder, 'outbox'),
    mailIn: undefined,
    vault: {
      backupFolders: [join(folder, 'backups')],
      keyringFolder: join(folder, 'keyring'),
      identityFile: join(folder, 'backup-identity'),
      recipient: undefined,
    },
    media: { largestFilmBytes: 5e6, ffmpeg: 'ffmpeg', clamd: undefined },
    register: testRegister,
    registerFile: join(folder, 'register.json'),
    anchorFile: join(folder, 'look-log-anchors'),
    development: true,
  };
  return {
    house,
    clock,
    app: createApp(house),
    owner,
    ownerUrl,
    runtimeUrl,
    folder,
    logLines,
    async close() {
      closing.abort();
      await live.close();
      await database.close();
      await owner.end();
      await asOwner(serverUrl, `drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const newId = () => randomUUID();

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asOwner(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
