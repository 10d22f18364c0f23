import type { Tx } from '../platform/database.ts';
import { insertCertificate, renewCertificate } from './certificates.queries.ts';
import { newCertificateNumber } from './certificate-number.ts';

type Issue = { customerId: string; enrolmentId: string; at: Date; /** When the test that was passed was handed in. */ passedAt?: Date };

/**
 * Issues the certificate of a completed course, or renews one that is about to expire. Said again of the same pass, as after
 * a review, it changes nothing: nor does a pass from before a revocation bring the certificate back.
 */
export async function issueCertificate(tx: Tx, { passedAt, ...issue }: Issue): Promise<void> {
  const pass = { ...issue, passedAt: passedAt ?? issue.at };
  if (await insertCertificate(tx, { ...pass, number: newCertificateNumber() })) return;
  await renewCertificate(tx, pass);
}
