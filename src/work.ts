import type { House } from './platform/house.ts';
import { startWorker } from './platform/jobs.ts';
import { sendMail, type MailPost } from './platform/mail/send-mail.ts';
import { folderTransport, smtpTransport } from './platform/mail/transport.ts';
import type { Settings } from './platform/settings.ts';
import { mailTemplates } from './mail-templates.ts';
import { anchorLookLog, drill, sweep, verifyLookLog, writeBackup } from './privacy/index.ts';

/** Every night a backup at 01.40 and at 03.10 what is due goes; on Sundays at 04.20 a backup is tried. */
const crontab = [
  '40 1 * * * backup ?jobKey=backup&max=3',
  '10 3 * * * sweep ?jobKey=sweep',
  '20 4 * * 0 drill ?jobKey=drill&max=3',
  '30 3 * * * anchor-look-log ?jobKey=anchor-look-log&max=3',
].join('\n');

/** The background work: mails out, the nightly backup and sweep, and the weekly restore drill. */
export async function startWork(
  house: House,
  { ownerUrl, runtimeUrl }: { ownerUrl: string; runtimeUrl: string },
  settings: Pick<Settings, 'MAIL_URL' | 'MAIL_FROM'>,
): Promise<{ stop(): Promise<void> }> {
  const transport = settings.MAIL_URL ? smtpTransport(settings.MAIL_URL) : folderTransport(house.outboxFolder);
  const post: MailPost = { transport, templates: mailTemplates, from: settings.MAIL_FROM };
  const runner = await startWorker(
    runtimeUrl,
    {
      'send-mail': (payload, attempt) => sendMail(house, post, payload, attempt),
      sweep: async () => void (await sweep(house)),
      backup: () => backUp(house),
      'anchor-look-log': () => anchorAndVerify(house),
      drill: async () => void (await drill(house, { ownerUrl, runtimeUrl })),
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
}
