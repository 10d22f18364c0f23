import { holderAtCustomer, holderOfAddress, type Holder, type KeyringHouse } from './keyring.ts';

type Leaving = { id: string; email: string | null; erasure_id: string; former: string[] };

/**
 * Whose lines in the keyring must go when the database is done, for each erasure. They are named by
 * the accounts' ids, so what remains to be done is sealed: no row may lead back to the person.
 */
export function sealedHolders(house: KeyringHouse, people: Leaving[]): Record<string, string> {
  const sealed = people.map(({ id, email, erasure_id, former }) => {
    const addresses = new Set([email, ...former].filter((one) => one !== null));
    return [erasure_id, sealHolders(house, [id, ...[...addresses].map((address) => holderOfAddress(house, address))])];
  });
  return Object.fromEntries(sealed) as Record<string, string>;
}

/** The same of what one customer alone has erased: the person's own line stays. */
export function sealedAtCustomer(house: KeyringHouse, customerId: string, accounts: string[], addresses: string[]): string {
  const people = [...accounts, ...new Set(addresses.map((address) => holderOfAddress(house, address)))];
  return sealHolders(
    house,
    people.map((person) => holderAtCustomer(person, customerId)),
  );
}

export const sealHolders = (house: Pick<KeyringHouse, 'secrets'>, holders: Holder[]): string =>
  house.secrets.seal('erasure', Buffer.from(JSON.stringify(holders))).toString('base64');

export function openHolders(house: KeyringHouse, sealed: string | null | undefined): Holder[] {
  if (!sealed) return [];
  return JSON.parse(house.secrets.open('erasure', Buffer.from(sealed, 'base64')).toString('utf8')) as Holder[];
}
