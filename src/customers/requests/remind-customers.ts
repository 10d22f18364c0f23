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
    const due = await takeHandedReminders(tx, house.clock.now());
    const late = new Set(due.filter((one) => one.late).map(({ customer_id }) => customer_id));
    const admins = await listAdmins(
      tx,
      due.map(({ customer_id }) => customer_id),
    );
    await postMails(
      tx,
      house.clock,
      admins.map(({ id, language, customer_id: customerId }) => {
        const template = late.has(customerId) ? 'handed-overdue' : 'handed-reminder';
        return { to: { accountId: id }, template, language, about: { customerId } };
      }),
    );
  });
}
