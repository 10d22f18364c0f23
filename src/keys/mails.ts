import { acrossCustomers } from '../platform/database.ts';
import type { MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { formatDateTime } from '../ui/format.ts';
import { batchWords } from './batch-words.ts';
import { findKeyChallenge } from './challenge.queries.ts';
import { findKeyById } from './keys.queries.ts';
import { keyState } from './key-state.ts';
import { words } from './words.ts';

/** The link to whoever holds a key. Nothing is sent once the link or the key has ended. */
const redeemKey: MailTemplate = async ({ house, language, about }) => {
  const challengeId = about['challengeId'] ?? '';
  const key = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const challenge = await findKeyChallenge(tx, challengeId);
    return challenge && findKeyById(tx, challenge.key_id);
  });
  if (!key || keyState(key, house.clock.now()) !== 'open') return undefined;
  const text = words[language].mail;
  const course = key.course_title;
  const link = house.publicUrl + href('continueWithKey', { token: house.secrets.token('challenge', challengeId) });
  return {
    subject: text.subject(course),
    paragraphs: [key.bound_email ? text.bound(course) : text.open(course), text.continue, link, text.notYou],
  };
};

/** The link that an administrator sends to the one a key is bound to. */
const keyInvitation: MailTemplate = async ({ house, language, about }) => {
  const challengeId = about['challengeId'] ?? '';
  const found = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const challenge = await findKeyChallenge(tx, challengeId);
    const key = challenge && (await findKeyById(tx, challenge.key_id));
    return key && { key, expiresAt: challenge.expires_at };
  });
  if (!found || keyState(found.key, house.clock.now()) !== 'open' || found.key.bound_email === null) return undefined;
  const { course_title: course, customer_name: customer, expires_at: keyExpiresAt } = found.key;
  const text = batchWords[language].mail;
  const last = found.expiresAt < keyExpiresAt ? found.expiresAt : keyExpiresAt;
  const link = house.publicUrl + href('continueWithKey', { token: house.secrets.token('challenge', challengeId) });
  return {
    subject: text.subject(course),
    paragraphs: [
      text.lead(customer, course),
      text.open(formatDateTime(last, language)),
      link,
      text.later(customer),
      words[language].mail.notYou,
    ],
  };
};

export const keysMails = { 'redeem-key': redeemKey, 'key-invitation': keyInvitation } satisfies Record<string, MailTemplate>;
