import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';
import { migrate } from '../src/platform/migrate.ts';
import { dataMap } from '../data-map/index.ts';
import { openApiDocument } from '../src/api/index.ts';
import { mapAs, mapFileNames, mapFormats } from '../src/privacy/index.ts';
import { rulesAsSql } from '../src/privacy/rules-in-force.ts';
import { acrossCustomers, connectDatabase } from '../src/platform/database.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readCatalog } from '../src/privacy/catalog.ts';
import { plansAsSql } from '../src/privacy/kept-plans.ts';
import { describeSchema } from './describe-schema.ts';

/**
 * Writes what follows from the map, db/rules.sql and the map in open formats, and the document of the API; migrates a blank database and writes what follows
 * from that: db/schema.sql, db/types.ts and the engine's plans, db/plans.sql.
 */
for (const format of mapFormats) await writeFile(new URL(`../docs/data-map/${mapFileNames[format]}`, import.meta.url), mapAs(format));
await writeFile(new URL('../docs/api/openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
await writeFile(new URL('rules.sql', import.meta.url), rulesAsSql(dataMap));
const folder = await mkdtemp(join(tmpdir(), 'kursiv-generate-'));
const server = await startEmbeddedPostgres({ folder, durable: false });
try {
  await migrate(server.url, 'generate');
  const database = connectDatabase(server.url, systemClock, 1, () => {});
  const catalog = await database.transaction(acrossCustomers('scan'), readCatalog);
  await writeFile(new URL('plans.sql', import.meta.url), plansAsSql(dataMap, catalog));
  await database.close();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await writeFile(new URL('schema.sql', import.meta.url), await describeSchema(client));
  await client.end();
  await promisify(execFile)('kysely-codegen', [
    '--dialect',
    'postgres',
    '--url',
    server.url,
    '--out-file',
    'db/types.ts',
    '--exclude-pattern',
    'graphile_worker.*',
    '--type-mapping',
    '{"int8":"number"}',
    '--log-level',
    'error',
  ]);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
