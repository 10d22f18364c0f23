import type { Tx } from '../platform/database.ts';
import { insertCertificate } from './certificates.queries.ts';
import { newCertificateNumber } from './certificate-number.ts';

/** Issues the certificate of a completed course, once: a second time changes nothing. */
export async function issueCertificate(tx: Tx, issue: { customerId: string; enrolmentId: string; at: Date }): Promise<void> {
  await insertCertificate(tx, { ...issue, number: newCertificateNumber() });
}
