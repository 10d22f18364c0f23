import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHouse, type OpenHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { readSettings } from '../../src/platform/settings.ts';

export type BenchHouse = OpenHouse & { owner: pg.Client; folder: string };

/** A house of its own in a folder that goes with it: embedded PostgreSQL, durable as in use. */
export async function inBenchHouse(work: (open: BenchHouse) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kursiv-bench-'));
  const open = await openHouse({ settings: readSettings({ DATA_FOLDER: folder, PORT: '0' }), clock: systemClock, log: createLog('fatal') });
  const owner = new pg.Client({ connectionString: open.ownerUrl });
  await owner.connect();
  try {
    await work({ ...open, owner, folder });
  } finally {
    await owner.end();
    await open.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Someone to act, of whom nothing is known. */
export async function addActor(owner: pg.Client): Promise<string> {
  const id = randomUUID();
  await owner.query("insert into account (id, kind, created_at) values ($1, 'pseudonym', now())", [id]);
  return id;
}

/** Where it was measured, so that a reader can weigh the figures. */
export async function conditions(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ version: string; fsync: string; commit: string }>(
    "select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
  );
  const [{ version, fsync, commit } = { version: '', fsync: '', commit: '' }] = rows;
  const { cpus, loadavg, totalmem } = await import('node:os');
  const load = loadavg()[0]!.toFixed(1);
  return `PostgreSQL ${version} (embedded, fsync ${fsync}, synchronous_commit ${commit}), Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; load ${load} when the run began.`;
}
