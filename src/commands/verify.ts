import { SettingsError } from '../platform/settings.ts';
import type { House } from '../platform/house.ts';
import { BackupRefused, verifyBackups, verifyLookLog } from '../privacy/index.ts';
import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  usage: 'verify [log | backup [FILE]]',
  means: 'Says whether the look-log was changed afterwards, or reads the newest backup of each place to its last byte (exit 1: a fault)',
  run: ({ positionals }) =>
    withHouse(async ({ house }) => {
      const [what = 'log', path] = positionals;
      if (what === 'log') return verifyLog(house);
      if (what === 'backup') return verifyBackup(house, path);
      throw new SettingsError('Say what to verify: log or backup.');
    }),
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
