import { publicBadgeKey } from './certificates/index.ts';
import type { House } from './platform/house.ts';
import { noteSigningKey, publicKeyOf, signingKey } from './privacy/index.ts';

/**
 * At the start: the keys that receipts and badges are signed with are kept by their public half, so that those of an earlier
 * SECRET still verify. A change is told, for it is rarely meant: what only the secret opens does not open any more.
 */
export async function noteSigningKeys(house: House): Promise<void> {
  const changed = await noteSigningKey(house, 'receipt', publicKeyOf(signingKey(house.secrets)));
  await noteSigningKey(house, 'badge', publicBadgeKey(house));
  if (!changed) return;
  house.log.warn(
    { step: 'secret' },
    'SECRET is another than before. Earlier receipts and badges still verify. The keyring of the backups, two-step sign-in and links in mails need the earlier one: put it back if the change was not meant.',
  );
}
