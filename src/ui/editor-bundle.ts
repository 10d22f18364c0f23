import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { browserTarget } from './browser-modules.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src', 'enhancements', 'editor');
const cache = join(root, 'node_modules', '.cache', 'kursiv');

/**
 * The block editor and what it stands on as one browser module. It is made once for each state of its sources, and kept
 * beside the packages; where nothing can be written there, once a process.
 */
export async function bundleEditor(): Promise<string> {
  const kept = join(cache, `editor-${stateOf()}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const code = await bundle();
    keep(kept, code);
    return code;
  }
}

/** The sources, how they are put together, and the versions of all packages. */
function stateOf(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const name of readdirSync(folder).toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
  for (const beside of [join(folder, '..', 'new-id.ts'), import.meta.filename]) hash.update(readFileSync(beside));
  return hash.digest('hex').slice(0, 16);
}

async function bundle(): Promise<string> {
  const made = await rolldown({
    input: join(folder, 'index.ts'),
    platform: 'browser',
    transform: { target: browserTarget },
    logLevel: 'silent',
  });
  try {
    const { output } = await made.generate({ format: 'esm', minify: true, comments: false, codeSplitting: false });
    return output[0].code;
  } finally {
    await made.close();
  }
}

function keep(path: string, code: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A read-only installation: it is made again at the next start.
  }
}
