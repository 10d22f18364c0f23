import type { House } from '../../platform/house.ts';
import { decide, findHolder, insertHold, lift } from './holds.queries.ts';

export type Asked = { email: string; law: string; reason: string; endsAt: Date };

/** Asks that someone's data be kept although it becomes due (Art. 17(3)). Nothing is held until another person agrees. */
export function askForHold(house: House, actorId: string, { email, law, reason, endsAt }: Asked): Promise<'asked' | 'nobody' | 'oneself'> {
  return house.database.transaction({ purpose: 'accountability', accountId: actorId, across: 'retention' }, async (tx) => {
    const person = await findHolder(tx, email);
    if (!person) return 'nobody';
    if (person.id === actorId) return 'oneself';
    const asked = { account_id: person.id, law, reason, ends_at: endsAt, asked_by: actorId, asked_at: house.clock.now() };
    await insertHold(tx, asked);
    return 'asked';
  });
}

/** Decides as the second person: the database refuses whoever asked, and whoever it is about. False: not theirs to decide. */
export function decideHold(house: House, actorId: string, holdId: string, decision: 'placed' | 'refused' | 'lifted'): Promise<boolean> {
  const now = house.clock.now();
  return house.database.transaction({ purpose: 'accountability', accountId: actorId }, (tx) =>
    decision === 'lifted' ? lift(tx, holdId, actorId, now) : decide(tx, holdId, actorId, decision, now),
  );
}
