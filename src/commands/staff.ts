import { appoint, dismiss, operatorRoles } from '../desk/index.ts';
import { SettingsError } from '../platform/settings.ts';
import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const staff: Command = {
  usage: 'staff <e-mail> <role> [--end]',
  means: `Gives someone with an account a role with the operator, or ends it (role: ${operatorRoles.join(', ')})`,
  options: { end: { type: 'boolean' } },
  run: ({ positionals, values }) =>
    withHouse(async ({ house }) => {
      const [email = '', given] = positionals;
      const role = operatorRoles.find((one) => one === given);
      if (!role) throw new SettingsError(`The role must be one of ${operatorRoles.join(', ')}.`);
      const done = await (values['end'] ? dismiss(house, email, role) : appoint(house, email, role));
      if (!done)
        throw new SettingsError(values['end'] ? 'Nobody with that address has the role.' : 'There is no account with that address.');
      console.log(values['end'] ? 'The role is ended.' : 'The role is given.');
      return 0;
    }),
};
