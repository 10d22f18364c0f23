import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { findProbe } from './probes.ts';
import { listFaults } from './results.queries.ts';
import { trustWords } from './words.ts';

/** To the data protection officer, about the service and never about a person. */
export const trustMails = {
  async 'proof-broken'({ house, language, about }) {
    const probe = findProbe(about['proof'] ?? '');
    const faults = await house.database.transaction(acrossCustomers('mail'), listFaults);
    // A fault that was mended before the mail was made is no longer news.
    if (!probe || !faults.some(({ proof }) => proof === probe.id)) return undefined;
    const text = trustWords[language].mail;
    return {
      subject: text.subject,
      paragraphs: [
        text.why(probe.title[language]),
        ...(probe.remedy ? [probe.remedy[language]] : []),
        text.look,
        house.publicUrl + href('proof', { proof: probe.id }),
        text.once,
      ],
    };
  },
} satisfies Record<string, MailTemplate>;
