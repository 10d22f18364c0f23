/** A backup that is not restored, with the reason for whoever asked. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}
