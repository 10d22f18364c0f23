import type { Tx } from '../../src/platform/database.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { About } from './full-person-about.ts';

/** Signing in, and what the person is called. */
export async function addAccountRows(tx: Tx, { person, ids, now, later, marker, account }: About): Promise<void> {
  await tx
    .updateTable('account')
    .set({ given_name: `Forr${marker}` })
    .where('id', '=', person.id)
    .execute();
  await tx.updateTable('account').set({ given_name: person.givenName }).where('id', '=', person.id).execute();
  await tx
    .insertInto('passkey')
    .values({ ...account, credential_id: `cred-${marker}`, public_key: Buffer.from(marker), name: `Nyckel ${marker}` })
    .execute();
  await tx
    .insertInto('second_factor')
    .values({ ...account, secret: Buffer.from(marker), confirmed_at: now })
    .execute();
  await tx
    .insertInto('recovery_code')
    .values({ ...account, code_hash: sha256(marker) })
    .execute();
  await tx
    .insertInto('session')
    .values({ ...account, token_hash: sha256(`token ${marker}`), expires_at: later, browser: `Firefox ${marker}` })
    .execute();
  await tx
    .insertInto('challenge')
    .values([
      { id: ids.challenge, kind: 'reset-password', ...account, expires_at: later },
      { kind: 'redeem-key', email: person.email, expires_at: later },
    ])
    .execute();
}
