import type { Clock } from '../../../platform/clock.ts';
import type { Vault } from '../../../platform/house.ts';
import { bucketPlace } from './bucket.ts';
import { folderPlace } from './folder.ts';
import type { Place } from './place.ts';

/** All places of the settings: every backup is written to each of them. */
export function placesOf({ backupFolders, bucket }: Vault, clock: Clock): Place[] {
  return [...backupFolders.map(folderPlace), ...(bucket ? [bucketPlace(bucket, clock)] : [])];
}
