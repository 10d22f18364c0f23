import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { browserFamily } from './browser-family.ts';
import { openChallenge } from './challenge.ts';
import { takeChallenge } from './challenge.queries.ts';
import { findCredentials } from './credential.queries.ts';
import { askForNewPasskey, readNewPasskey } from './passkey.ts';
import { insertPasskey, listPasskeys } from './passkey.queries.ts';

export function openNewPasskeyQuestion(visit: Visit) {
  const { house, operator } = visit;
  const { accountId } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    const account = await findCredentials(tx, accountId);
    const options = await askForNewPasskey(house, {
      accountId,
      email: account?.email ?? '',
      name: `${account?.given_name ?? ''} ${account?.family_name ?? ''}`.trim(),
      operator: operator?.name ?? 'Kursiv',
      passkeys: await listPasskeys(tx, accountId),
    });
    return { options, setCookie: await openChallenge(tx, house, 'passkey', { accountId, nonce: options.challenge }) };
  });
}

/** Keeps the new passkey under the name of the browser that made it. */
export function registerPasskey(visit: Visit, challengeId: string, answer: unknown): Promise<boolean> {
  const { house, request } = visit;
  const { accountId, language } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => {
    const challenge = await takeChallenge(tx, challengeId, 'passkey', house.clock.now());
    const made = challenge?.account_id === accountId && challenge.nonce ? await readNewPasskey(house, answer, challenge.nonce) : undefined;
    if (!made) return false;
    const kept = await insertPasskey(tx, {
      account_id: accountId,
      credential_id: made.id,
      public_key: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: (made.transports ?? []).slice(0, 8),
      name: browserFamily(request.headers.get('user-agent')),
      created_at: house.clock.now(),
    });
    if (kept) await postMail(tx, house.clock, { to: { accountId }, template: 'passkey-added', language });
    return kept;
  });
}
