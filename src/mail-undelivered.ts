import { invitersOf } from './customers/index.ts';
import { recordBounce } from './desk/index.ts';
import { notify } from './notifications/index.ts';
import type { TellUndelivered } from './platform/mail/bounces/take-bounce.ts';

/**
 * Whoever can do something about a mail that did not come through is told, and of nobody else: the person whose own mail it was,
 * at the bell; the one who sent an invitation, without the address. The desk sees it in the case, the operator among what has stuck.
 */
export const tellUndelivered: TellUndelivered = async (tx, house, { address, accountId, template, about, stopped }) => {
  if (stopped) await recordBounce(tx, house, address);
  if (accountId) await notify(tx, house.clock, { event: 'mail-bounced', to: [accountId] });
  const { addressId } = about;
  if (template !== 'invitation' || !addressId) return;
  const invited = await invitersOf(tx, addressId);
  if (invited) await notify(tx, house.clock, { event: 'invitation-bounced', to: invited.senders, customerId: invited.customerId });
};
