import { stores } from '../../../data-map/index.ts';
import { addPeriod } from '../retention-plan.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { forgetOldChoices } from './choices/note-choices.ts';
import { clearForgotten, forgetUnused, type KeyringHouse } from './keyring.ts';
import { listBackups, removeOldBackups } from './places/backups-there.ts';
import { placesOf } from './places/places-of.ts';
import { isAlone } from './write-backup.ts';

export { asRoleOf, drill, findLastDrill, type Drill } from './drill.ts';
export { drillHoldsDays, drillWhereNoneHolds } from './first-drill.ts';
export { restore, type Restored } from './restore.ts';
export { forgetCustomer } from './keyring.ts';
export { BackupRefused } from './backup-refused.ts';
export { noteChoices, noteMissingChoices, type NotingHouse } from './choices/note-choices.ts';
export { refuseUnfinishedRestore } from './unfinished-restore.ts';
export { checkPlaces } from './check-places.ts';
export { listBackups } from './places/backups-there.ts';
export { folderPlace } from './places/folder.ts';
export { olderFormatGoneBy } from './older-format.ts';
export { placesOf } from './places/places-of.ts';
export { verifyBackups } from './verify-backup.ts';
export { writeBackup, type Backup } from './write-backup.ts';

/**
 * Removes backups that are older than the map says, what only they used, and the keys that only they used. A place that does not
 * answer is told and tried again the next night: nothing else of the sweep waits for it.
 */
export async function sweepBackups(house: KeyringHouse & Pick<House, 'log'>): Promise<{ removed: number; forgotten: number }> {
  const now = house.clock.now();
  const removed = await house.database.transaction(acrossCustomers('backup'), async (tx) => {
    if (!(await isAlone(tx))) return 0; // one is being made: it may be about to name what would be removed
    const { count, failed } = await removeOldBackups(placesOf(house.vault, house.clock), now);
    await clearForgotten(house);
    if (failed.length > 0) house.log.error({ step: 'backup', count: failed.length }, 'old backups could not be removed');
    return count;
  });
  await forgetOldChoices(house);
  const { retention } = stores.backups;
  const horizonMs = addPeriod(new Date(0), retention).getTime();
  return { removed, forgotten: await forgetUnused(house, new Date(now.getTime() - horizonMs)) };
}

export const hasBackup = async ({ vault, clock }: Pick<KeyringHouse, 'vault' | 'clock'>): Promise<boolean> =>
  (await listBackups(placesOf(vault, clock))).length > 0;
