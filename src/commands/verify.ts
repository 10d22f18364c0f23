import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSecret, secretsFrom } from '../platform/secrets.ts';
import { readSettings, SettingsError } from '../platform/settings.ts';
import { checkSigned, publicKeyOf, signingKey, verifyLookLog } from '../privacy/index.ts';
import { text, type Command, type Given } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  usage: 'verify [log | receipt <file> [--key K]]',
  means: 'Says whether the look-log was changed afterwards, or whether a receipt is ours and unchanged (exit 1: it is not)',
  options: { key: { type: 'string' } },
  run(given) {
    const [what = 'log'] = given.positionals;
    if (what === 'log') return verifyLog();
    if (what === 'receipt') return Promise.resolve(verifyReceipt(given));
    throw new SettingsError('Say what to verify: log or receipt.');
  },
};

const verifyLog = (): Promise<number> =>
  withHouse(async ({ house }) => {
    const { links, anchors, redacted, faults } = await verifyLookLog(house);
    for (const fault of faults) console.error(fault);
    console.log(
      `${links} looks, ${anchors} anchors, ${redacted} looks by people who have been erased. ${faults.length === 0 ? 'Nothing was changed.' : 'The log has been changed.'}`,
    );
    return faults.length === 0 ? 0 : 1;
  });

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
