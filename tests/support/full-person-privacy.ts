import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** Consent, looks, restriction and holds; a role with the operator. */
export async function addPrivacyRows(tx: Tx, { person, admin, place, ids, now, marker, account }: About): Promise<void> {
  await tx
    .insertInto('ledger')
    .values({
      ...account,
      event: 'consent',
      about: 'publish-certificate-name',
      state: 'given',
      version: 1,
      text_hash: 'x',
      language: 'sv',
      at: now,
    })
    .execute();
  await tx
    .insertInto('access_log')
    .values([
      {
        id: ids.look,
        actor_id: admin.id,
        customer_id: place.customerId,
        purpose: 'correspond',
        room: 'people',
        fields: ['account.email'],
        due_at: addDays(now, 365),
      },
      {
        id: ids.own,
        actor_id: person.id,
        customer_id: place.customerId,
        purpose: 'correspond',
        room: 'people',
        fields: ['account.email'],
        due_at: addDays(now, 365),
      },
    ])
    .execute();
  await tx
    .insertInto('access_log_subject')
    .values([
      { log_id: ids.look, account_id: person.id },
      { log_id: ids.own, account_id: admin.id },
    ])
    .execute();
  await tx.insertInto('account').values({ id: ids.decider, kind: 'pseudonym' }).execute();
  await tx
    .insertInto('restriction')
    .values({ ...account, kind: 'restriction', began_at: now, ended_at: now })
    .execute();
  const hold = { law: `Lagen ${marker}`, reason: `Tvist med ${marker}`, ends_at: addDays(now, -1) };
  await tx
    .insertInto('legal_hold')
    .values([
      { ...hold, ...account, asked_by: admin.id },
      {
        ...hold,
        account_id: admin.id,
        law: 'Bokföringslagen',
        reason: `${person.givenName} bad om det`,
        asked_by: person.id,
        decided_by: ids.decider,
        decided_at: now,
        decision: 'refused',
      },
    ])
    .execute();
  await tx
    .insertInto('operator_staff')
    .values({ ...account, role: 'executive' })
    .execute();
}
