import { acrossCustomers } from '../../platform/database.ts';
import type { MailFacts, MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { findRemovalAddress, listSent } from './removal.queries.ts';
import { removalWords } from './removal-words.ts';

/** Leaves only when there is something to remove. */
const removeEnquiries: MailTemplate = async (facts) => {
  const { house, language, about } = facts;
  const challengeId = about['challengeId'];
  if (!challengeId || !(await hasSent(facts, challengeId))) return undefined;
  const text = removalWords[language].mail;
  const link = house.publicUrl + href('confirmRemoval', { token: house.secrets.token('challenge', challengeId) });
  return { subject: text.subject, paragraphs: [text.why, link, text.ignore] };
};

function hasSent({ house }: MailFacts, challengeId: string): Promise<boolean> {
  return house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const email = await findRemovalAddress(tx, challengeId, house.clock.now());
    return email !== undefined && (await listSent(tx, email)).length > 0;
  });
}

export const removalMails = { 'remove-enquiries': removeEnquiries } satisfies Record<string, MailTemplate>;
