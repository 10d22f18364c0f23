import { SettingsError } from '../platform/settings.ts';
import { verifyLookLog } from '../privacy/index.ts';
import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  usage: 'verify [log]',
  means: 'Reads the look-log from its beginning and says whether anything in it was changed afterwards (exit 1: it was)',
  run: ({ positionals }) =>
    withHouse(async ({ house }) => {
      const [what = 'log'] = positionals;
      if (what !== 'log') throw new SettingsError('Say what to verify: log.');
      const { links, anchors, redacted, faults } = await verifyLookLog(house);
      for (const fault of faults) console.error(fault);
      console.log(
        `${links} looks, ${anchors} anchors, ${redacted} looks by people who have been erased. ${faults.length === 0 ? 'Nothing was changed.' : 'The log has been changed.'}`,
      );
      return faults.length === 0 ? 0 : 1;
    }),
};
