import { stores } from '../../../data-map/index.ts';
import { addPeriod } from '../retention-plan.ts';
import { forgetUnusedAddresses, type KeyringHouse } from './keyring.ts';
import { listBackups, removeOldBackups } from './places.ts';

export { asRoleOf, drill, findLastDrill, type Drill } from './drill.ts';
export { restore, type Restored } from './restore.ts';
export { BackupRefused } from './backup-refused.ts';
export { writeBackup, type Backup } from './write-backup.ts';

/** Removes backups that are older than the map says, and the keys that only they used. */
export async function sweepBackups(house: KeyringHouse): Promise<{ removed: number; forgotten: number }> {
  const now = house.clock.now();
  const removed = await removeOldBackups(house.vault.backupFolders, now);
  const { retention } = stores.backups;
  const horizonMs = addPeriod(new Date(0), retention).getTime();
  return { removed, forgotten: await forgetUnusedAddresses(house, new Date(now.getTime() - horizonMs)) };
}

export const hasBackup = async ({ vault }: Pick<KeyringHouse, 'vault'>): Promise<boolean> =>
  (await listBackups(vault.backupFolders)).length > 0;
