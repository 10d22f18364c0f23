import type { Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';

type KeysHouse = Pick<House, 'database' | 'clock'>;
type Use = 'receipt' | 'badge';

const scope: Scope = { purpose: 'accountability' };

/** Every public key that has signed for this use, the newest first. */
export function listSigningKeys({ database }: KeysHouse, use: Use): Promise<string[]> {
  return database.transaction(scope, async (tx) => {
    const rows = await tx.selectFrom('signing_key').select('public_key').where('use', '=', use).orderBy('since', 'desc').execute();
    return rows.map(({ public_key }) => public_key);
  });
}

/** Keeps a key that signs from now on. True: another signed before it, so the secret that makes the keys has been changed. */
export function noteSigningKey({ database, clock }: KeysHouse, use: Use, publicKey: string): Promise<boolean> {
  return database.transaction(scope, async (tx) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('signing_key')
      .values({ use, public_key: publicKey, since: clock.now() })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return false;
    const others = await tx.selectFrom('signing_key').select('use').where('use', '=', use).where('public_key', '<>', publicKey).execute();
    return others.length > 0;
  });
}
