import { remindOfExpiry } from './certificates/index.ts';
import type { House } from './platform/house.ts';
import { startWorker } from './platform/jobs.ts';
import { sendMail, type MailPost } from './platform/mail/send-mail.ts';
import { fetchMail } from './platform/mail/inbound/fetch-mail.ts';
import { takeMail, takeUpWaiting } from './platform/mail/inbound/take-mail.ts';
import { folderTransport, smtpTransport } from './platform/mail/transport.ts';
import type { Settings } from './platform/settings.ts';
import { mailTakers } from './mail-takers.ts';
import { mailTemplates } from './mail-templates.ts';
import { drill, sweep, writeBackup } from './privacy/index.ts';

/** Every night a backup at 01.40 and at 03.10 what is due goes; on Sundays at 04.20 a backup is tried. */
const nightly = ['40 1 * * * backup ?jobKey=backup&max=3', '10 3 * * * sweep ?jobKey=sweep', '20 4 * * 0 drill ?jobKey=drill&max=3'];
/** Whose certificate expires within a month is told in the morning. */
const mornings = '0 6 * * * remind-certificates ?jobKey=remind-certificates&max=3';
/** A mailbox is read every minute: a failed reading is simply followed by the next. */
const everyMinute = '* * * * * fetch-mail ?jobKey=fetch-mail&max=1';

/** The background work: mails out and in, the nightly backup and sweep, and the weekly restore drill. */
export async function startWork(
  house: House,
  { ownerUrl, runtimeUrl }: { ownerUrl: string; runtimeUrl: string },
  settings: Pick<Settings, 'MAIL_URL' | 'MAIL_FROM'>,
): Promise<{ stop(): Promise<void> }> {
  const transport = settings.MAIL_URL ? smtpTransport(settings.MAIL_URL) : folderTransport(house.outboxFolder);
  const post: MailPost = { transport, templates: mailTemplates, from: settings.MAIL_FROM };
  await takeUpWaiting(house);
  const runner = await startWorker(
    runtimeUrl,
    {
      'send-mail': (payload, attempt) => sendMail(house, post, payload, attempt),
      'fetch-mail': () => fetchMail(house),
      'take-mail': (payload, attempt) => takeMail(house, mailTakers, payload, attempt),
      sweep: async () => void (await sweep(house)),
      'remind-certificates': () => remindOfExpiry(house),
      backup: () => backUp(house),
      drill: async () => void (await drill(house, { ownerUrl, runtimeUrl })),
    },
    [...nightly, mornings, ...(house.mailIn?.imapUrl ? [everyMinute] : [])].join('\n'),
    house.log,
  );
  return {
    async stop() {
      await runner.stop();
      transport.close();
    },
  };
}

/** A place that could not be written is an error that is told, though the other places have theirs. */
async function backUp(house: House): Promise<void> {
  const { failed } = await writeBackup(house);
  if (failed.length > 0) house.log.error({ step: 'backup', count: failed.length }, 'backup places could not be written');
}
