import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { owner } from './cluster.ts';

/** The address of the server that the running application has in this folder, for a command beside it. */
export async function attachToEmbeddedPostgres(folder: string): Promise<string> {
  const [pidFile, password] = await Promise.all([
    readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'),
    readFile(join(folder, 'postgres-password'), 'utf8'),
  ]);
  const port = pidFile.split('\n')[3]?.trim();
  return `postgres://${owner}:${encodeURIComponent(password.trim())}@127.0.0.1:${port}/kursiv`;
}
