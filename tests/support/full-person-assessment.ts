import { newCertificateNumber } from '../../src/certificates/certificate-number.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** The final test, its marking and the certificate. */
export async function addAssessmentRows(
  tx: Tx,
  { person, admin, enrolmentId, ids, now, marker, contentKey, question, customer }: About,
): Promise<void> {
  await tx
    .insertInto('attempt')
    .values({
      ...customer,
      id: ids.attempt,
      enrolment_id: enrolmentId,
      number: 1,
      submitted_at: now,
      points: 2,
      max_points: 2,
      passed: true,
    })
    .execute();
  await tx
    .insertInto('attempt_answer')
    .values({
      ...customer,
      attempt_id: ids.attempt,
      question_id: question.id,
      response: JSON.stringify({ text: `provsvar ${marker}` }),
      correct: true,
      points: 1,
    })
    .execute();
  const judged = { ...customer, attempt_id: ids.attempt, question_id: question.id };
  await tx
    .insertInto('extra_time')
    .values({ ...customer, enrolment_id: enrolmentId, minutes: 30 })
    .execute();
  await tx
    .insertInto('handed_file')
    .values({ ...judged, id: ids.handed, content_key: contentKey, type: 'pdf', bytes: 4, uploaded_at: now })
    .execute();
  await tx
    .insertInto('marking')
    .values([
      { ...judged, round: 1, levels: '{}', points: 1, comment: `Bra, ${person.givenName}!`, marker_id: admin.id },
      { ...judged, round: 2, levels: '{}', points: 1, comment: 'Bra!', marker_id: person.id },
    ])
    .execute();
  await tx
    .insertInto('review_request')
    .values({
      ...judged,
      body: `Titta igen, undrar ${marker}`,
      answer: `Det är rätt, ${person.givenName}.`,
      answered_by: admin.id,
      answered_at: now,
    })
    .execute();
  await tx
    .insertInto('certificate')
    .values({ ...customer, enrolment_id: enrolmentId, number: newCertificateNumber() })
    .execute();
}
