import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMails } from '../../platform/mail/post-mail.ts';
import { listAdmins, takeHandedReminders } from './requests.queries.ts';

export const remindCustomersTask = 'remind-customers';

/**
 * N-42, the one place where customers are reminded. Each day: a week before, two days before, and when the time is out. One mail to
 * each administrator, however many requests wait; it says that something waits, never whose or what.
 */
export async function remindCustomers(house: House): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    for (const { customer_id: customerId, late } of await takeHandedReminders(tx, house.clock.now())) {
      const template = late ? 'handed-overdue' : 'handed-reminder';
      const admins = await listAdmins(tx, customerId);
      await postMails(
        tx,
        house.clock,
        admins.map(({ id, language }) => ({ to: { accountId: id }, template, language, about: { customerId } })),
      );
    }
  });
}
