import { issueCertificate } from '../certificates/index.ts';
import type { Tx } from '../platform/database.ts';
import { pointsToPass } from './attempt.ts';
import { completeEnrolment, sumPoints, writeResult, type Summed } from './result.queries.ts';

export type ToSettle = { customerId: string; attemptId: string; enrolmentId: string; passPercent: number; submittedAt: Date; at: Date };

/**
 * Sums up a marked attempt and makes the result the student's. Whoever passes has completed the course and gets the
 * certificate in the same transaction. Done again after a review, it says the new sum and never issues a second certificate.
 */
export async function settleResult(tx: Tx, settling: ToSettle): Promise<Summed & { passed: boolean }> {
  const { customerId, attemptId, enrolmentId, passPercent, submittedAt, at } = settling;
  const sum = await sumPoints(tx, { customerId, attemptId });
  const passed = sum.points >= pointsToPass(passPercent, sum.maxPoints);
  await writeResult(tx, { customerId, attemptId }, { ...sum, passed });
  if (passed) {
    await completeEnrolment(tx, customerId, enrolmentId, submittedAt);
    await issueCertificate(tx, { customerId, enrolmentId, at, passedAt: submittedAt });
  }
  return { ...sum, passed };
}
