import { acrossCustomers } from '../platform/database.ts';
import { notify } from '../notifications/index.ts';
import type { House } from '../platform/house.ts';
import { takeExpiring } from './mail.queries.ts';

/** Tells everyone whose certificate expires within a month, once for each certificate and renewal. */
export async function remindOfExpiry(house: House): Promise<void> {
  for (let more = true; more;) {
    more = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const expiring = await takeExpiring(tx);
      for (const { accountId, courseId, ...about } of expiring) {
        const mail = { template: 'certificate-expires', about };
        await notify(tx, house.clock, { event: 'certificate-expires', to: [accountId], customerId: about.customerId, courseId, mail });
      }
      return expiring.length > 0;
    });
  }
}
