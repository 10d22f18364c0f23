import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asRuntimeRole, findServer, registerOf, vaultOf } from '../open-house.ts';
import { systemClock } from '../platform/clock.ts';
import { filesOnDisk } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { loadSecret, secretsFrom } from '../platform/secrets.ts';
import { readSettings, SettingsError } from '../platform/settings.ts';
import {
  asRoleOf,
  BackupRefused,
  drill as drillHouse,
  folderPlace,
  placesOf,
  restore as restoreInto,
  writeBackup,
} from '../privacy/index.ts';
import { text, type Command } from './command.ts';
import { progress, withHouse } from './with-house.ts';

export const backup: Command = {
  usage: 'backup [--to FOLDER …]',
  means: 'Writes a backup to every backup folder and bucket (or to these folders), encrypted, each person under a key of their own',
  options: { to: { type: 'string', multiple: true } },
  run: ({ values }) =>
    withHouse(async ({ house }) => {
      const places = Array.isArray(values['to'])
        ? values['to'].map((folder) => folderPlace(resolve(String(folder))))
        : placesOf(house.vault, house.clock);
      const { paths, failed, rows, bytes, files, missingFiles } = await writeBackup(house, places);
      for (const path of paths) console.log(path);
      console.log(`${rows} rows, ${bytes} bytes, and ${files} files beside them.`);
      if (missingFiles > 0) console.error(`${missingFiles} rows have a file that is missing or is another than they say.`);
      for (const { place, problem } of failed) console.error(`${place} could not be written: ${problem}`);
      return failed.length === 0 ? 0 : 1;
    }),
};

/** Opens no house: the database it is to live in is still empty. */
export const restore: Command = {
  usage: 'restore FILE [--into URL]',
  means: 'Reads a backup (a file, or the name of one in a backup place) and its files back into an empty database, without the erased',
  options: { into: { type: 'string' } },
  async run(given) {
    const path = given.positionals[0];
    if (!path) throw new SettingsError('Say which backup to restore.');
    const into = text(given, 'into');
    const settings = readSettings({ ...process.env, ...(into ? { DATABASE_URL: into } : {}) });
    const folder = resolve(settings.DATA_FOLDER);
    mkdirSync(folder, { recursive: true });
    const secrets = secretsFrom(loadSecret(folder, settings.SECRET));
    const { url: ownerUrl, server } = await findServer(settings, folder, progress, false);
    const password = secrets.digest('database role', 'kursiv_runtime').toString('hex');
    const existing = settings.DATABASE_RUNTIME_URL;
    const outboxFolder = join(folder, 'outbox');
    const register = registerOf(settings, folder);
    const house = {
      secrets,
      clock: systemClock,
      vault: vaultOf(settings, folder, register),
      outboxFolder,
      files: filesOnDisk(join(folder, 'files')),
      attachments: filesOnDisk(join(folder, 'attachments')),
      exports: filesOnDisk(join(folder, 'exports')),
      log: createLog('warn'),
      // An erasure that was on its way is carried out, and its suppliers told, as in the house itself.
      register,
      publicUrl: settings.PUBLIC_URL ?? '',
      development: false,
    };
    try {
      // A role whose password is the operator's own affair keeps it.
      const target = existing
        ? { ownerUrl, runtimeUrl: asRoleOf(existing, ownerUrl), runtimePassword: undefined }
        : { ownerUrl, runtimeUrl: asRuntimeRole(ownerUrl, password), runtimePassword: password };
      const { rows, forgottenRows, madeAt, resumed, chosen, files } = await restoreInto(house, resolve(path), target, {
        onProgress: progress,
      });
      console.log(`The backup of ${madeAt.toISOString()} is restored: ${rows} rows. Rows of people erased since: ${forgottenRows}.`);
      console.log(`Files: ${files.files} are back, ${files.missing} are in no place, ${files.damaged} are damaged.`);
      if (chosen > 0)
        console.log(`What people have chosen since (restrictions, objections, consents, newsletters) and is in force again: ${chosen}.`);
      if (resumed > 0) console.log(`Erasures that were on their way and have now been carried out: ${resumed}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
      console.error(error.message);
      return 1;
    } finally {
      await server?.stop();
    }
  },
};

export const drill: Command = {
  usage: 'drill [--marker TEXT …]',
  means: 'Restores the newest backup into a scratch database, checks it, records the result and drops it (exit 1: failed)',
  options: { marker: { type: 'string', multiple: true } },
  run: ({ values }) =>
    withHouse(async ({ house, ownerUrl, runtimeUrl }) => {
      const markers = Array.isArray(values['marker']) ? values['marker'].map(String) : [];
      const { state, problem, rows, forgottenRows, files, backupMadeAt } = await drillHouse(house, { ownerUrl, runtimeUrl }, markers);
      console.log(
        `${state}${problem ? `: ${problem}` : ''}. Backup of ${backupMadeAt?.toISOString() ?? '–'}, ${rows} rows, ${forgottenRows} of people erased since, ${files.files} files.`,
      );
      return state === 'passed' ? 0 : 1;
    }),
};
