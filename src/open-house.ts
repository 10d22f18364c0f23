import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Clock } from './platform/clock.ts';
import { connectDatabase } from './platform/database.ts';
import { attachToEmbeddedPostgres, FolderInUse, startEmbeddedPostgres, type EmbeddedPostgres } from './platform/embedded-postgres/index.ts';
import { filesOnDisk } from './platform/files.ts';
import type { House, Vault } from './platform/house.ts';
import { openLive } from './platform/live.ts';
import { createLog, problemOf, type Log } from './platform/log.ts';
import { mailInOf } from './platform/mail/inbound/mail-in.ts';
import { migrate } from './platform/migrate.ts';
import { backupFoldersOf, readRegisterFile, RegisterFault, unregistered, type Register } from './platform/register.ts';
import { loadSecret, secretsFrom } from './platform/secrets.ts';
import type { Settings } from './platform/settings.ts';

export type OpenHouse = {
  house: House;
  ownerUrl: string;
  runtimeUrl: string;
  /** Ends what is held open, before the server stops. */
  beginClosing(): void;
  close(): Promise<void>;
};
export type Opening = {
  settings: Settings;
  clock: Clock;
  log?: Log;
  onProgress?: (line: string) => void;
  development?: boolean;
  /** A command may work beside the application that has the folder; a second application may not. */
  beside?: boolean;
};

/** Starts what the house stands on: the database (our own or one given), its schema, files and secrets. */
export async function openHouse({ settings, clock, onProgress = () => {}, ...opening }: Opening): Promise<OpenHouse> {
  const dataFolder = resolve(settings.DATA_FOLDER);
  mkdirSync(dataFolder, { recursive: true });
  const register = registerOf(settings, dataFolder);
  const log = opening.log ?? createLog(settings.LOG_LEVEL);
  const secrets = secretsFrom(loadSecret(dataFolder, settings.SECRET));
  const { url, server } = await findServer(settings, dataFolder, onProgress, opening.beside ?? false);
  server?.onExit((reason) => {
    log.fatal({ step: 'database' }, reason);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  });
  try {
    const ownerUrl = url;
    const password = secrets.digest('database role', 'kursiv_runtime').toString('hex');
    await migrate(ownerUrl, settings.DATABASE_RUNTIME_URL ? undefined : password, onProgress);
    const runtimeUrl = settings.DATABASE_RUNTIME_URL ?? asRuntimeRole(ownerUrl, password);
    const database = connectDatabase(runtimeUrl, clock, settings.POOL_SIZE, (error) =>
      log.warn({ step: 'database pool', ...problemOf(error) }, 'a database connection was lost'),
    );
    const live = openLive(runtimeUrl, log);
    const closing = new AbortController();
    const development = opening.development ?? settings.DEVELOPMENT === '1';
    const house: House = {
      database,
      live,
      secrets,
      clock,
      log,
      files: filesOnDisk(join(dataFolder, 'files')),
      attachments: filesOnDisk(join(dataFolder, 'attachments')),
      exports: filesOnDisk(join(dataFolder, 'exports')),
      publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ''),
      closing: closing.signal,
      behindProxy: settings.BEHIND_PROXY === '1',
      outboxFolder: join(dataFolder, 'outbox'),
      mailIn: mailInOf(settings),
      vault: vaultOf(settings, dataFolder, register),
      media: { largestFilmBytes: settings.MEDIA_MAX_MB * 1e6, ffmpeg: settings.FFMPEG, clamd: settings.CLAMD },
      register,
      registerFile: registerPath(settings, dataFolder),
      anchorFile: join(dataFolder, 'look-log-anchors'),
      development,
    };
    return {
      house,
      ownerUrl,
      runtimeUrl,
      beginClosing: () => closing.abort(),
      async close() {
        await live.close();
        await database.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

const registerPath = (settings: Settings, dataFolder: string): string =>
  resolve(settings.REGISTER_FILE ?? join(dataFolder, 'register.json'));

/** Refuses to start while data would go to someone who is not in the register (N-27, N-73). */
export function registerOf(settings: Settings, dataFolder: string): Register {
  const path = registerPath(settings, dataFolder);
  const register = settings.REGISTER_FILE || existsSync(path) ? readRegisterFile(path) : [];
  const missing = unregistered(register, [
    { name: 'MAIL_URL', service: 'mail', url: settings.MAIL_URL },
    { name: 'MAIL_IN_IMAP_URL', service: 'mail', url: settings.MAIL_IN_IMAP_URL },
    { name: 'DATABASE_URL', service: 'database', url: settings.DATABASE_URL },
    { name: 'BACKUP_S3_URL', service: 'backups', url: settings.BACKUP_S3_URL },
    { name: 'CLAMD', service: 'files', url: settings.CLAMD && `tcp://${settings.CLAMD}` },
  ]);
  if (missing.length > 0) throw new RegisterFault(missing.join('\n'));
  return register;
}

export function vaultOf(settings: Settings, dataFolder: string, register: Register): Vault {
  const folders = settings.BACKUP_FOLDERS?.split(',').map((folder) => folder.trim());
  return {
    backupFolders: folders?.filter(Boolean).map((folder) => resolve(folder)) ?? backupFoldersOf(register, dataFolder),
    bucket: bucketOf(settings),
    keyringFolder: resolve(settings.KEYRING_FOLDER ?? join(dataFolder, 'keyring')),
    identityFile: join(dataFolder, 'backup-identity'),
    recipient: settings.BACKUP_RECIPIENT,
  };
}

function bucketOf({ BACKUP_S3_URL: url, BACKUP_S3_REGION: region, BACKUP_S3_KEY_ID: keyId, BACKUP_S3_SECRET: secret }: Settings) {
  return url && keyId && secret ? { url, region, keyId, secret } : undefined;
}

export async function findServer(
  settings: Settings,
  folder: string,
  onProgress: (line: string) => void,
  beside: boolean,
): Promise<{ url: string; server?: EmbeddedPostgres }> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL };
  try {
    const server = await startEmbeddedPostgres({ folder, onProgress });
    return { url: server.url, server };
  } catch (error) {
    if (beside && error instanceof FolderInUse) return { url: await attachToEmbeddedPostgres(folder) };
    throw error;
  }
}

export function asRuntimeRole(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'kursiv_runtime';
  url.password = password;
  return url.href;
}
