import type { House } from '../../platform/house.ts';
import type { RegisterEntry } from '../../platform/register.ts';
import { href } from '../../routes.ts';
import { publicKeyOf, signingKey } from '../receipts/signing-key.ts';

/** Where a supplier is told, and the key its answers are signed with. */
export type Recipient = { url: string; publicKey: string };

/** The key of the stand-in is its own: what it signs is never taken for ours. */
export const standInKey = (house: Pick<House, 'secrets'>) => signingKey(house.secrets, 'stand-in supplier');

/** Undefined when the supplier has no address for notices: then it is told by hand. */
export function recipientOf(
  house: Pick<House, 'secrets' | 'development' | 'publicUrl'>,
  { erasureNotices }: Pick<RegisterEntry, 'erasureNotices'>,
): Recipient | undefined {
  if (erasureNotices !== 'stand-in') return erasureNotices;
  return house.development ? { url: house.publicUrl + href('standInSupplier'), publicKey: publicKeyOf(standInKey(house)) } : undefined;
}
