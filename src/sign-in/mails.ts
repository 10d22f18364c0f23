import { acrossCustomers } from '../platform/database.ts';
import type { MailFacts, MailTemplate, MailText } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { findChallenge, type ChallengeKind } from './challenge.queries.ts';
import { findAccountByEmail } from './credential.queries.ts';
import { mailWords } from './mail-words.ts';

/** No mail here greets by name: some go to an address that nobody has proved to be theirs (N-53). */
export const signInMails: Record<string, MailTemplate> = {
  async 'reset-password'(facts) {
    const challenge = await challengeIn(facts, 'reset-password');
    const { subject, why, link, ignore } = mailWords[facts.language].resetPassword;
    return challenge?.account_id ? { subject, paragraphs: [why, link, linkFor(facts, 'resetPassword', challenge.id), ignore] } : undefined;
  },
  async 'confirm-email'(facts) {
    const challenge = await challengeIn(facts, 'change-email');
    if (!challenge?.email) return undefined;
    if (await isTaken(facts, challenge.email)) return emailTaken(facts);
    const { subject, why, link, ignore } = mailWords[facts.language].confirmEmail;
    return { subject, paragraphs: [why, link, linkFor(facts, 'confirmEmail', challenge.id), ignore] };
  },
  'email-changed': (facts) => notice(facts, 'emailChanged', 'contact'),
  'password-changed': (facts) => notice(facts, 'passwordChanged', 'forgotPassword'),
  'passkey-added': (facts) => notice(facts, 'passkeyAdded', 'account'),
  'second-factor-added': (facts) => notice(facts, 'secondFactorAdded', 'contact'),
  'second-factor-removed': (facts) => notice(facts, 'secondFactorRemoved', 'forgotPassword'),
};

type Notice = 'emailChanged' | 'passwordChanged' | 'passkeyAdded' | 'secondFactorAdded' | 'secondFactorRemoved';

function notice({ house, language }: MailFacts, what: Notice, where: 'contact' | 'forgotPassword' | 'account'): MailText {
  const { subject, why, link } = mailWords[language][what];
  return { subject, paragraphs: [why, link, house.publicUrl + href(where)] };
}

function emailTaken({ house, language }: MailFacts): MailText {
  const { emailTaken: text, ignore } = mailWords[language];
  return { subject: text.subject, paragraphs: [text.why, text.link, house.publicUrl + href('signIn'), ignore] };
}

/** The token exists only in the mail: neither the database nor the queue can open anything. */
function linkFor({ house }: MailFacts, route: 'resetPassword' | 'confirmEmail', challengeId: string): string {
  return house.publicUrl + href(route, { token: house.secrets.token('challenge', challengeId) });
}

function challengeIn({ house, about: { challengeId } }: MailFacts, kind: ChallengeKind) {
  if (!challengeId) return undefined;
  return house.database.transaction(acrossCustomers('mail'), (tx) => findChallenge(tx, challengeId, kind, house.clock.now()));
}

async function isTaken({ house }: MailFacts, email: string): Promise<boolean> {
  return (await house.database.transaction(acrossCustomers('mail'), (tx) => findAccountByEmail(tx, email))) !== undefined;
}
