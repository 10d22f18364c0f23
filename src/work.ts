import { sendWebhook, webhookTask } from './api/index.ts';
import { remindOfExpiry } from './certificates/index.ts';
import { remindOfDeadlines } from './learning/index.ts';
import { tellStudents, tellStudentsTask } from './people/index.ts';
import { makeMissingStream, makeStreamsTask, prepareFilm } from './courses/index.ts';
import { liftRestrictionsOfCustomers, makeCustomerExport, remindCustomers, remindCustomersTask } from './customers/index.ts';
import { acrossCustomers } from './platform/database.ts';
import type { House } from './platform/house.ts';
import { addJob, startWorker } from './platform/jobs.ts';
import { sendMail, type MailPost } from './platform/mail/send-mail.ts';
import { fetchMail } from './platform/mail/inbound/fetch-mail.ts';
import { takeMail, takeUpWaiting } from './platform/mail/inbound/take-mail.ts';
import { folderTransport, smtpTransport } from './platform/mail/transport.ts';
import type { Settings } from './platform/settings.ts';
import {
  announceTask,
  announceTerms,
  liftRestrictionsOfRequests,
  raiseAlarm,
  ringProof,
  remindOfRequests,
  remindTask,
  sendDueIssues,
  sendTask,
  watchService,
  watchTask,
} from './desk/index.ts';
import { mailTakers } from './mail-takers.ts';
import { remindUnpaid, remindUnpaidTask } from './shop/index.ts';
import { tellUndelivered } from './mail-undelivered.ts';
import { mailTemplates } from './mail-templates.ts';
import { digestTask, reminderTask, remindUnread, sendDigests } from './notifications/index.ts';
import {
  anchorLookLog,
  drill,
  drillWhereNoneHolds,
  faultTask,
  makeOwnExport,
  noteMissingChoices,
  ownExportTask,
  proveAll,
  rewriteErased,
  sendNotice,
  sweep,
  tellTask,
  verifyLookLog,
  warnBeforeErasure,
  warnTask,
  writeBackup,
} from './privacy/index.ts';

/** When what is done, in UTC: the night's work, then what looks every few minutes whether its time has come. */
const schedule = [
  '40 1 * * * backup ?jobKey=backup&max=3',
  '10 3 * * * sweep ?jobKey=sweep',
  '30 3 * * * anchor-look-log ?jobKey=anchor-look-log&max=3',
  '20 4 * * 0 drill ?jobKey=drill&max=3',
  '50 3 * * * rewrite-erased ?jobKey=rewrite-erased&max=3',
  `40 22 * * * ${makeStreamsTask} ?jobKey=${makeStreamsTask}&max=3`,
  '25 * * * * prove ?jobKey=prove&max=3',
  // Whose certificate expires within a month is told in the morning.
  '0 6 * * * remind-certificates ?jobKey=remind-certificates&max=3',
  // And whose last day in a course is near.
  '5 6 * * * remind-deadlines ?jobKey=remind-deadlines&max=3',
  // Who has closed their account is told a month before it is anonymised.
  `50 5 * * * ${warnTask} ?jobKey=${warnTask}&max=3`,
  // Those who have opened an account since are told of terms to come.
  `10 5 * * * ${announceTask} ?jobKey=${announceTask}`,
  `30 5 * * * ${remindTask} ?jobKey=${remindTask}&max=3`,
  `35 5 * * * ${remindCustomersTask} ?jobKey=${remindCustomersTask}&max=3`,
  // Who has not paid for what they bought is reminded, once.
  `40 5 * * * ${remindUnpaidTask} ?jobKey=${remindUnpaidTask}&max=3`,
  // What people have been told is lifted today (Art. 18(3)).
  '15 5 * * * lift-restrictions ?jobKey=lift-restrictions&max=3',
  `*/5 * * * * ${sendTask} ?jobKey=${sendTask}`,
  `*/5 * * * * ${digestTask} ?jobKey=${digestTask}`,
  `*/10 * * * * ${watchTask} ?jobKey=${watchTask}&max=1`,
  // Read live, nothing is sent; else within a minute or so.
  `* * * * * ${reminderTask} ?jobKey=${reminderTask}&max=1`,
];
/** A mailbox is read every minute: a failed reading is simply followed by the next. */
const mailbox = '* * * * * fetch-mail ?jobKey=fetch-mail&max=1';

/** The background work: mails out and in, the nightly backup and sweep, and the weekly restore drill. */
export async function startWork(
  house: House,
  { ownerUrl, runtimeUrl }: { ownerUrl: string; runtimeUrl: string },
  settings: Pick<Settings, 'MAIL_URL' | 'MAIL_FROM'>,
): Promise<{ stop(): Promise<void> }> {
  const transport = settings.MAIL_URL ? smtpTransport(settings.MAIL_URL) : folderTransport(house.outboxFolder);
  const post: MailPost = { transport, templates: mailTemplates, from: settings.MAIL_FROM, tellUndelivered };
  await takeUpWaiting(house);
  const runner = await startWorker(
    runtimeUrl,
    {
      'send-mail': (payload, attempt) => sendMail(house, post, payload, attempt),
      'fetch-mail': () => fetchMail(house),
      'take-mail': (payload, attempt) => takeMail(house, mailTakers, payload, attempt),
      [webhookTask]: (payload) => sendWebhook(house, payload),
      'prepare-film': (payload) => prepareFilm(house, payload),
      [makeStreamsTask]: (payload) => makeMissingStream(house, payload),
      [announceTask]: () => announceTerms(house),
      [digestTask]: () => sendDigests(house),
      [reminderTask]: () => remindUnread(house),
      [remindTask]: () => remindOfRequests(house),
      'lift-restrictions': () => liftRestrictions(house),
      [remindCustomersTask]: () => remindCustomers(house),
      [remindUnpaidTask]: () => remindUnpaid(house),
      [sendTask]: () => sendDueIssues(house),
      'raise-alarm': (payload) => raiseAlarm(house, payload),
      [faultTask]: (payload) => ringProof(house, payload),
      [watchTask]: () => watchService(house),
      'customer-export': (payload, attempt) => makeCustomerExport(house, payload, attempt.last),
      [ownExportTask]: (payload, attempt) => makeOwnExport(house, payload, attempt.last),
      [tellTask]: (payload, attempt) => sendNotice(house, payload, attempt),
      sweep: async () => void (await sweep(house)),
      'remind-certificates': () => remindOfExpiry(house),
      'remind-deadlines': () => remindOfDeadlines(house),
      [tellStudentsTask]: (payload) => tellStudents(house, payload),
      backup: () => backUp(house),
      prove: async () => void (await proveAll(house)),
      [warnTask]: async () => void (await warnBeforeErasure(house)),
      'anchor-look-log': () => anchorAndVerify(house),
      'rewrite-erased': async () => void (await rewriteErased(house, ownerUrl)),
      drill: () => drillAndProve(house, { ownerUrl, runtimeUrl }),
    },
    [...schedule, ...(house.mailIn?.imapUrl ? [mailbox] : [])].join('\n'),
    house.log,
  );
  return {
    async stop() {
      await runner.stop();
      transport.close();
    },
  };
}

/** Verified each night before it is anchored: a log that has been changed is told of, and not sealed as it is. */
async function anchorAndVerify(house: House): Promise<void> {
  const { faults } = await verifyLookLog(house);
  if (faults.length > 0) house.log.error({ step: 'look log', count: faults.length }, 'the look-log has been changed: run kursiv verify');
  else await anchorLookLog(house);
}

/** A place that could not be written is an error that is told, though the other places have theirs. */
async function backUp(house: House): Promise<void> {
  const { failed } = await writeBackup(house);
  if (failed.length > 0) house.log.error({ step: 'backup', count: failed.length }, 'backup places could not be written');
  await noteMissingChoices(house);
  await drillWhereNoneHolds(house);
}

/** What a drill finds is among the proofs at once, and told if it is a fault, without waiting for the hour. */
async function drillAndProve(house: House, urls: { ownerUrl: string; runtimeUrl: string }): Promise<void> {
  await drill(house, urls);
  await house.database.transaction(acrossCustomers('backup'), (tx) => addJob(tx, 'prove', {}, { key: 'prove', maxAttempts: 3 }));
}

async function liftRestrictions(house: House): Promise<void> {
  await liftRestrictionsOfRequests(house);
  await liftRestrictionsOfCustomers(house);
}
