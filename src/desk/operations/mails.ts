import { countDead } from '../../platform/mail/dead-letters.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { alarmWords } from './alarm-words.ts';
import type { Alarm } from './alarms.ts';

/** To those who run the service, about the service and never about a person. */
export const operationsMails = {
  'keys-guessed': ({ house, language }) => {
    const text = alarmWords[language].guessed;
    return { subject: text.subject, paragraphs: [text.what, text.slowed, text.look, house.publicUrl + href('operations'), text.once] };
  },
  async 'something-stuck'({ house, language }) {
    const { mails, jobs } = await countDead(house.database);
    // What has been put right before the mail was made is no longer news.
    if (mails + jobs === 0) return undefined;
    const text = alarmWords[language].stuck;
    return {
      subject: text.subject,
      paragraphs: [text.what(String(mails), String(jobs)), text.look, house.publicUrl + href('deadLetters'), text.once],
    };
  },
} satisfies Record<Alarm, MailTemplate>;
