export type CertificateState = 'valid' | 'expired' | 'revoked' | 'replaced';

type Dates = { expiresAt: Date | null; revokedAt: Date | null; replacedBy: string | null };

/** What holds of a certificate now. Revoked is said before all else. */
export function stateOf({ expiresAt, revokedAt, replacedBy }: Dates, now: Date): CertificateState {
  if (revokedAt) return 'revoked';
  if (replacedBy) return 'replaced';
  return expiresAt && expiresAt <= now ? 'expired' : 'valid';
}
