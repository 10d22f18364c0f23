/** Tables that no backup holds, and why. Every other table of the schema is in every backup. */
export const leftOut: Record<string, string> = {
  session: 'people sign in again after a restore',
  challenge: 'links and codes hold for a day at most; after a restore a new one is asked for',
  supplier_notice_address: 'an address that is being erased must not come back; a notice that is still waiting is then sent without it',
  seat_count: 'seats are counted anew when someone asks',
  seat_change: 'it says which counts no longer hold, and none are restored',
  throttle: 'counts of tries end within a day',
  migration: 'written by the migrations themselves; the names and hashes stand first in the backup',
};

/** A column that names a person though its table is nobody's: only while an erasure runs. */
export const namesMeanwhile: Record<string, string> = { erasure: 'account_id' };
