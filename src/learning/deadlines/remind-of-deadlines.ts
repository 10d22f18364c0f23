import { notify } from '../../notifications/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { listCustomersToRemind, takeReminders } from './reminder.queries.ts';

/**
 * Tells everyone whose last day is a week or a day away, once for each. One customer at a time, for what courses are for: who
 * is reminded is read as whoever looks after the courses would read it, and nobody else is named in what is sent (N-53).
 */
export async function remindOfDeadlines(house: House): Promise<void> {
  const customers = await house.database.transaction(acrossCustomers('mail'), listCustomersToRemind);
  for (const customerId of customers) {
    await house.database.transaction({ purpose: 'deliver-course', customerId, staffOf: customerId }, async (tx) => {
      for (const { enrolmentId, accountId, courseId } of await takeReminders(tx, customerId)) {
        const mail = { template: 'deadline-near', about: { customerId, enrolmentId } };
        await notify(tx, house.clock, { event: 'deadline-near', to: [accountId], customerId, courseId, mail });
      }
    });
  }
}
