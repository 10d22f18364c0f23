import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import { newContentKey } from '../../src/platform/sealed-file.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { Person } from './world.ts';

type Whose = { marker: string; person: Person; admin: Person; decider: string; customerId: string };

/** What hangs on someone's rights: a warning they have appealed, and one that they gave and one whose appeal they answered. */
export async function addRights(tx: Tx, { marker, person, admin, decider, customerId }: Whose, now: Date): Promise<void> {
  const times = { decided_at: now, appeal_until: addDays(now, 30) };
  const warning = { kind: 'warning', rule: 'punkt 4', ...times };
  await tx
    .insertInto('terms_decision')
    .values([
      {
        ...warning,
        client_id: randomUUID(),
        account_id: person.id,
        decided_by: admin.id,
        reason: `Det som ${marker} skrev`,
        appeal: `${marker} håller inte med`,
        appealed_at: now,
      },
      {
        ...warning,
        client_id: randomUUID(),
        account_id: admin.id,
        decided_by: person.id,
        reason: `Skrivet av ${person.givenName}`,
        appeal: 'Nej',
        appealed_at: now,
        answered_by: decider,
        answered_at: now,
        outcome: 'lifted',
        answer: 'Det var inget brott.',
      },
      {
        ...warning,
        client_id: randomUUID(),
        account_id: admin.id,
        decided_by: decider,
        reason: 'Något annat',
        appeal: 'Nej',
        appealed_at: now,
        answered_by: person.id,
        answered_at: now,
        outcome: 'upheld',
        answer: `Så tycker ${person.givenName} också`,
      },
    ])
    .execute();
  await tx
    .insertInto('own_export')
    .values({
      account_id: person.id,
      client_id: randomUUID(),
      language: 'sv',
      content_key: newContentKey(),
      requested_at: now,
      finished_at: now,
      expires_at: addDays(now, 7),
    })
    .execute();
  const handed = {
    customer_id: customerId,
    kind: 'access',
    language: 'sv',
    received_at: now,
    answer_by: addDays(now, 30),
    handed_at: now,
    due_at: addDays(now, 400),
  };
  await tx
    .insertInto('customer_request')
    .values([
      {
        ...handed,
        request_id: randomUUID(),
        // Lifted already: what is set aside is another test's.
        kind: 'restriction',
        restricted_at: now,
        lifts_at: now,
        lifted_at: now,
        email: person.email,
        body: `${marker} undrar`,
        state: 'answered',
        note: `Hej ${marker}`,
        stepped_by: admin.id,
        stepped_at: now,
      },
      {
        ...handed,
        request_id: randomUUID(),
        email: admin.email,
        body: 'Undrar',
        state: 'answered',
        note: `Skrivet av ${person.givenName}`,
        stepped_by: person.id,
        stepped_at: now,
      },
    ])
    .execute();
}
