import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { House } from '../platform/house.ts';
import { loadSecret, secretsFrom } from '../platform/secrets.ts';
import { readSettings, SettingsError } from '../platform/settings.ts';
import { BackupRefused, checkSigned, publicKeyOf, signingKey, verifyBackups, verifyLookLog } from '../privacy/index.ts';
import { text, type Command, type Given } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  usage: 'verify [log | backup [FILE] | receipt FILE [--key K]]',
  means:
    'Says whether the look-log was changed afterwards, reads the newest backup of each place to its last byte, or says whether a receipt is ours and unchanged (exit 1: a fault)',
  options: { key: { type: 'string' } },
  run(given) {
    const [what = 'log', path] = given.positionals;
    if (what === 'log') return withHouse(({ house }) => verifyLog(house));
    if (what === 'backup') return withHouse(({ house }) => verifyBackup(house, path));
    if (what === 'receipt') return Promise.resolve(verifyReceipt(given));
    throw new SettingsError('Say what to verify: log, backup or receipt.');
  },
};

async function verifyLog(house: House): Promise<number> {
  const { links, anchors, redacted, faults } = await verifyLookLog(house);
  for (const fault of faults) console.error(fault);
  console.log(
    `${links} looks, ${anchors} anchors, ${redacted} looks by people who have been erased. ${faults.length === 0 ? 'Nothing was changed.' : 'The log has been changed.'}`,
  );
  return faults.length === 0 ? 0 : 1;
}

async function verifyBackup(house: House, path: string | undefined): Promise<number> {
  try {
    const verified = await verifyBackups(house, path);
    if (verified.length === 0) console.error('There is no backup.');
    for (const { place, name, rows, files } of verified) {
      const faults = files.missing + files.damaged;
      console.log(
        `${name} in ${place}: ${rows} rows and ${files.files} files are whole${faults > 0 ? `, ${files.missing} missing, ${files.damaged} damaged` : ''}.`,
      );
    }
    return verified.length > 0 && verified.every(({ files }) => files.missing + files.damaged === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    console.error(error.message);
    return 1;
  }
}

const verdicts = {
  genuine: 'The receipt is genuine: nothing in it was changed.',
  changed: 'The receipt has been changed.',
  'other-key': 'The receipt is signed with another key.',
  unreadable: 'This is not a receipt.',
};

/** Needs no database: the key is given, or worked out from the installation's secret. */
function verifyReceipt(given: Given): number {
  const path = given.positionals[1];
  if (!path) throw new SettingsError('Say which file the receipt is in.');
  const { state } = checkSigned(readText(path), text(given, 'key') ?? ownKey());
  console.log(verdicts[state]);
  return state === 'genuine' ? 0 : 1;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`The file ${path} cannot be read.`);
  }
}

function ownKey(): string {
  const settings = readSettings(process.env);
  return publicKeyOf(signingKey(secretsFrom(loadSecret(resolve(settings.DATA_FOLDER), settings.SECRET))));
}
