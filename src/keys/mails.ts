import { acrossCustomers } from '../platform/database.ts';
import type { MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
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

export const keysMails = { 'redeem-key': redeemKey } satisfies Record<string, MailTemplate>;
