import { purposes, type Purpose } from '../../data-map/index.ts';
import { noteChoices, type NotingHouse } from './backup/index.ts';

type Kept = NotingHouse;

/** Art. 18: until it is lifted nobody else reads the person's data, but for storage, claims and the person's own access. */
export const restrict = (house: Kept, accountId: string): Promise<void> => begin(house, accountId, { kind: 'restriction' });
export const liftRestriction = (house: Kept, accountId: string): Promise<void> => end(house, accountId, { kind: 'restriction' });

/** The purposes a person may object to: those that rest on a legitimate interest (Art. 21(1)). */
export const objectionable = (Object.keys(purposes) as Purpose[]).filter((purpose) => purposes[purpose].basis === 'interest');

/** Art. 21: from now on the person's data is not read for this purpose. */
export async function objectTo(house: Kept, accountId: string, purpose: Purpose): Promise<void> {
  if (!objectionable.includes(purpose)) throw new RangeError(`Nobody can object to ${purpose}: it does not rest on a legitimate interest.`);
  await begin(house, accountId, { kind: 'objection', purpose });
}
export const withdrawObjection = (house: Kept, accountId: string, purpose: Purpose): Promise<void> =>
  end(house, accountId, { kind: 'objection', purpose });

/** What the person has restricted and objected to, as it stands now. */
export function listRestrictions(house: Kept, accountId: string) {
  return house.database.transaction({ purpose: 'accountability', accountId }, (tx) =>
    tx
      .selectFrom('restriction')
      .select(['kind', 'purpose', 'began_at'])
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

type What = { kind: 'restriction' } | { kind: 'objection'; purpose: Purpose };

async function begin(house: Kept, accountId: string, what: What): Promise<void> {
  const { database, clock } = house;
  await database.transaction({ purpose: 'accountability', accountId }, async (tx) => {
    await tx
      .insertInto('restriction')
      .values({ ...what, account_id: accountId, began_at: clock.now() })
      .onConflict((on) => on.doNothing())
      .execute();
  });
  await noteChoices(house, { accountId });
}

async function end(house: Kept, accountId: string, what: What): Promise<void> {
  const { database, clock } = house;
  await database.transaction({ purpose: 'accountability', accountId }, async (tx) => {
    await tx
      .updateTable('restriction')
      .set({ ended_at: clock.now() })
      .where('account_id', '=', accountId)
      .where('kind', '=', what.kind)
      .where('purpose', 'is not distinct from', 'purpose' in what ? what.purpose : null)
      .where('ended_at', 'is', null)
      .execute();
  });
  await noteChoices(house, { accountId });
}
