import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { holderOfAddress, type Holder, type KeyringHouse } from './keyring.ts';

type Leaving = { id: string; email: string | null; erasure_id: string };

/**
 * Whose lines in the keyring must go when the database is done, for each erasure. They are named by
 * the accounts' ids, so what remains to be done is sealed: no row may lead back to the person.
 */
export async function sealedHolders(house: KeyringHouse, tx: Tx, people: Leaving[]): Promise<string> {
  const ids = people.map(({ id }) => id);
  const former = await tx
    .selectFrom('former_name')
    .select(['account_id', 'email'])
    .where('account_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const sealed = people.map(({ id, email, erasure_id }) => {
    const addresses = [email, ...former.filter((one) => one.account_id === id).map((one) => one.email)].filter((one) => one !== null);
    const holders = [id, ...addresses.map((address) => holderOfAddress(house, address))];
    return [erasure_id, sealHolders(house, holders)];
  });
  return JSON.stringify(Object.fromEntries(sealed));
}

export const sealHolders = (house: Pick<KeyringHouse, 'secrets'>, holders: Holder[]): string =>
  house.secrets.seal('erasure', Buffer.from(JSON.stringify(holders))).toString('base64');

export function openHolders(house: KeyringHouse, sealed: string | null | undefined): Holder[] {
  if (!sealed) return [];
  return JSON.parse(house.secrets.open('erasure', Buffer.from(sealed, 'base64')).toString('utf8')) as Holder[];
}
