import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { postMails } from '../platform/mail/post-mail.ts';
import { addPeriod } from '../privacy/index.ts';
import { events, type Event } from './events.ts';
import { judge } from './judge.ts';
import { listWays, putOff, takeReminders, type DueReminder } from './notify.queries.ts';

export const reminderTask = 'remind-unread';
/** Time enough for a message to be read live, so that a conversation under way causes no mail. */
const waitMs = 15_000;
const batch = 500;

/** When what rings now is taken off the bell, and when whoever has not seen it is reminded. */
export const bellTimes = (now: Date): { until: Date; remindAt: Date } => ({
  until: addPeriod(now, dataMap.notification.retention.period),
  remindAt: new Date(now.getTime() + waitMs),
});

/** Those who have not read what rang a while ago get its mail, if they and their customer want it, and when they want it. */
export async function remindUnread(house: House): Promise<void> {
  for (let taken = batch; taken === batch;)
    taken = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const due = await takeReminders(tx, house.clock.now(), batch);
      const alike = Map.groupBy(due, ({ event, customerId }) => `${event} ${customerId}`);
      for (const reminders of alike.values()) await remind(tx, house, reminders);
      return due.length;
    });
}

/** People of one customer, about events of one kind. */
async function remind(tx: Tx, { clock }: House, due: readonly DueReminder[]): Promise<void> {
  const { event, customerId } = due[0]!;
  const { reminder: template }: Event = events[event];
  const now = clock.now();
  const ways = await listWays(tx, event, [...new Set(due.map(({ accountId }) => accountId))], customerId ?? undefined);
  const judged = new Map(ways.map((way) => [way.accountId, { language: way.language, ...judge(event, way, now, template !== undefined) }]));
  // Whose account has been closed since is not among them.
  const told = due.flatMap(({ id, accountId, courseId }) => {
    const one = judged.get(accountId);
    return one ? [{ id, accountId, courseId, ...one }] : [];
  });
  const mails = told.flatMap(({ accountId, language, mailNow, courseId }) =>
    template && mailNow ? [{ to: { accountId }, template, language, about: aboutOf(customerId, courseId) }] : [],
  );
  await postMails(tx, clock, mails);
  await putOff(
    tx,
    told.flatMap(({ id, mailAt }) => (mailAt ? [{ id, mailAt }] : [])),
  );
}

const aboutOf = (customer: string | null, course: string | null): Record<string, string> => ({
  ...(customer ? { customer } : {}),
  ...(course ? { course } : {}),
});
