import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')) as { version: string };

/**
 * Where the browser of the tests lies, unpacked once on a machine. It gets its name when it is whole: the package itself
 * names it at once, and a second test that starts meanwhile runs a half-written file.
 */
export async function chromiumPath(): Promise<string> {
  const folder = join(tmpdir(), `kursiv-chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return join(folder, 'chromium');
}

/** In a process of its own, for which `folder` is where temporary files lie: the package unpacks nowhere else. */
async function unpack(folder: string): Promise<void> {
  const unfinished = await mkdtemp(`${folder}-`);
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: unfinished, NODE_OPTIONS: '' },
  });
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
