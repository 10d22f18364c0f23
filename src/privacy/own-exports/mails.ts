import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { listOwnExports } from './own-exports.queries.ts';
import { ownExportWords } from './words.ts';

/** Leads to the page, never to the file: whoever reads the mail still has to sign in. */
export const ownExportMails = {
  async 'own-export-ready'({ house, language, accountId = '' }) {
    const exports = await house.database.transaction(acrossCustomers('export'), (tx) => listOwnExports(tx, accountId));
    const ready = exports.find(({ finished_at }) => finished_at);
    if (!ready) return undefined;
    const text = ownExportWords[language].mail;
    return { subject: text.subject, paragraphs: [text.text(formatDate(ready.expires_at, language)), house.publicUrl + href('ownExports')] };
  },
} satisfies Record<string, MailTemplate>;
