import type { House } from './platform/house.ts';
import { startWorker } from './platform/jobs.ts';
import { sendMail, type MailPost } from './platform/mail/send-mail.ts';
import { folderTransport, smtpTransport } from './platform/mail/transport.ts';
import type { Settings } from './platform/settings.ts';
import { mailTemplates } from './mail-templates.ts';
import { sweep } from './privacy/index.ts';

/** Every night at 03.10 what is due goes. */
const crontab = '10 3 * * * sweep ?jobKey=sweep';

/** The background work: mails out, and the nightly sweep. */
export async function startWork(
  house: House,
  runtimeUrl: string,
  settings: Pick<Settings, 'MAIL_URL' | 'MAIL_FROM'>,
): Promise<{ stop(): Promise<void> }> {
  const transport = settings.MAIL_URL ? smtpTransport(settings.MAIL_URL) : folderTransport(house.outboxFolder);
  const post: MailPost = { transport, templates: mailTemplates, from: settings.MAIL_FROM };
  const runner = await startWorker(
    runtimeUrl,
    {
      'send-mail': (payload, attempt) => sendMail(house, post, payload, attempt),
      sweep: async () => void (await sweep(house)),
    },
    crontab,
    house.log,
  );
  return {
    async stop() {
      await runner.stop();
      transport.close();
    },
  };
}
