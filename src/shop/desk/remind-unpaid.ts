import { acrossCustomers } from '../../platform/database.ts';
import { addDays } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { laterThanOthers, postMails } from '../../platform/mail/post-mail.ts';
import { takeUnpaid } from './purchases.queries.ts';

export const remindUnpaidTask = 'remind-unpaid';

/** A payment takes a few days through the banks. */
const daysAfterDue = 5;
const atATime = 200;

/** Each day: who has not paid five days after the last day is reminded, once. */
export async function remindUnpaid(house: House): Promise<void> {
  const at = house.clock.now();
  for (let taken = atATime; taken === atATime;) {
    taken = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const due = await takeUnpaid(tx, { dueBefore: addDays(at, -daysAfterDue), at, limit: atATime });
      const mails = due.map(({ id, email, language }) => ({
        to: { address: email },
        template: 'purchase-unpaid',
        language,
        about: { purchaseId: id },
      }));
      await postMails(tx, house.clock, mails, { priority: laterThanOthers });
      return due.length;
    });
  }
}
