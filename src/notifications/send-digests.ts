import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMails } from '../platform/mail/post-mail.ts';
import { takeDue } from './notify.queries.ts';

const batch = 500;

/** Collected mail whose time has come, part by part: who is taken and who gets a mail are one act. */
export async function sendDigests(house: House): Promise<void> {
  const now = house.clock.now();
  for (let taken = batch; taken === batch;)
    taken = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const due = await takeDue(tx, now, batch);
      await postMails(
        tx,
        house.clock,
        due.to.map(({ accountId, language }) => ({ to: { accountId }, template: 'notifications', language })),
      );
      return due.taken;
    });
}
