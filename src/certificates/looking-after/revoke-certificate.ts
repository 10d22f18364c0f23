import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { newCertificateNumber } from '../certificate-number.ts';
import { holdCertificate, insertReplacement, markRevoked } from './looking-after.queries.ts';

type Which = { customerId: string; courseId: string; certificateId: string };

/** Takes a certificate out of force, once. Its holder is told that it happened and where the reason stands. */
export async function revokeCertificate(tx: Tx, house: House, which: Which, reason: string): Promise<'done' | 'not there'> {
  const { customerId, courseId, certificateId } = which;
  const found = await holdCertificate(tx, customerId, courseId, certificateId);
  if (!found) return 'not there';
  if (!(await markRevoked(tx, customerId, certificateId, reason))) return 'done';
  const to = { accountId: found.accountId };
  const language = found.language === 'en' ? 'en' : 'sv';
  await postMail(tx, house.clock, { to, template: 'certificate-revoked', language, about: { customerId, certificateId } });
  return 'done';
}

/** Gives a certificate a new number, as when a name has been corrected: the old one points on. Twice is once. */
export async function replaceCertificate(tx: Tx, { customerId, courseId, certificateId }: Which): Promise<string | undefined> {
  const found = await holdCertificate(tx, customerId, courseId, certificateId);
  if (!found) return undefined;
  if (found.revokedAt || found.replacedBy) return found.id;
  return insertReplacement(tx, customerId, certificateId, newCertificateNumber());
}
