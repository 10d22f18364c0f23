import { notify } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { laterThanOthers } from '../../platform/mail/post-mail.ts';
import type { Cell } from '../visibility.ts';
import { addToNotice, endNotice, listCells, listStudentsToTell, lockNotice } from './notice.queries.ts';

export const tellStudentsTask = 'tell-students';

/** Boxes that are ticked one after the other make one mail, and one ticked by mistake can be taken back. */
const waitSeconds = 300;
const batch = 1_000;

/** The students will be told that more is shown of them (Art. 13(3)): in the transaction of the change. */
export async function promiseToTell(tx: Tx, customerId: string, more: readonly Omit<Cell, 'shown'>[]): Promise<void> {
  if (more.length === 0) return;
  const noticeId = await addToNotice(tx, customerId, more);
  await addJob(tx, tellStudentsTask, { customerId, noticeId }, { key: `${tellStudentsTask} ${noticeId}`, waitSeconds });
}

/**
 * Tells everyone who has a course open with the customer, each once, in statements of a thousand people. All of it or nothing:
 * a job that is tried anew tells nobody twice, and no list of those who have been told has to be kept.
 */
export async function tellStudents(house: House, { customerId = '', noticeId = '' }: Record<string, string>): Promise<void> {
  const place = { customerId, noticeId };
  await house.database.transaction({ purpose: 'deliver-course', customerId, staffOf: customerId }, async (tx) => {
    if (!(await lockNotice(tx, place))) return;
    const isTrue = (await listCells(tx, place)).length > 0;
    for (let after: string | undefined, more = isTrue; more;) {
      const to = await listStudentsToTell(tx, customerId, after, batch);
      const mail = { template: 'visibility-changed', about: place, priority: laterThanOthers };
      await notify(tx, house.clock, { event: 'visibility-changed', to, customerId, mail });
      after = to.at(-1);
      more = to.length === batch;
    }
    await endNotice(tx, place);
  });
}
