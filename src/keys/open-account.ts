import { acrossCustomers } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { hashPassword, startSession } from '../sign-in/index.ts';
import { insertAccount, insertPassword } from './challenge.queries.ts';

type Opening = { email: string; givenName: string; familyName: string; password: string; language: 'sv' | 'en'; userAgent: string | null };

/** Opens an account for an address that has just been proven, and signs its owner in. */
export async function openAccountFor(house: House, opening: Opening): Promise<{ setCookie: string } | undefined> {
  const hash = await hashPassword(opening.password);
  return house.database.transaction(acrossCustomers('key redemption'), async (tx) => {
    const account = await insertAccount(tx, opening);
    if (!account) return undefined;
    await insertPassword(tx, account.id, hash);
    return startSession(tx, house, account.id, opening.userAgent);
  });
}
