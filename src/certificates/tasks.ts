import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { takeExpiring } from './mail.queries.ts';

/** Tells everyone whose certificate expires within a month, once for each certificate and renewal. */
export async function remindOfExpiry(house: House): Promise<void> {
  for (let more = true; more;) {
    more = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const expiring = await takeExpiring(tx);
      for (const { accountId, language, ...about } of expiring)
        await postMail(tx, house.clock, { to: { accountId }, template: 'certificate-expires', language, about });
      return expiring.length > 0;
    });
  }
}
