import { addCourseTraces } from './full-person-courses.ts';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { About } from './full-person-about.ts';

/** Keys, and what the person does in the course. */
export async function addLearningRows(
  tx: Tx,
  { person, place, enrolmentId, ids, now, marker, page, question, customer }: About,
): Promise<void> {
  await tx
    .insertInto('key_batch')
    .values({ ...customer, id: ids.batch, course_id: place.courseId, label: 'parti' })
    .execute();
  await tx
    .insertInto('course_key')
    .values([
      {
        ...customer,
        batch_id: ids.batch,
        key_hash: sha256(`used ${marker}`),
        last_three: 'AAA',
        expires_at: addDays(now, 300),
        redeemed_at: now,
        enrolment_id: enrolmentId,
      },
      {
        ...customer,
        batch_id: ids.batch,
        key_hash: sha256(`bound ${marker}`),
        last_three: 'BBB',
        expires_at: addDays(now, 300),
        bound_email: person.email,
        bound_given_name: person.givenName,
        bound_family_name: person.familyName,
      },
    ])
    .execute();
  await tx
    .updateTable('enrolment')
    .set({ resume_page_id: page.id, last_active_at: now, completed_at: now })
    .where('id', '=', enrolmentId)
    .execute();
  await tx
    .insertInto('page_visit')
    .values({
      ...customer,
      enrolment_id: enrolmentId,
      page_id: page.id,
      completed_at: now,
      place_permille: 430,
      player: 1,
      player_second: 63,
    })
    .execute();
  await tx
    .insertInto('reflection')
    .values({ ...customer, enrolment_id: enrolmentId, page_id: page.id, box: 'tankar', body: `för mig själv ${marker}` })
    .execute();
  const onPage = { ...customer, enrolment_id: enrolmentId, page_id: page.id };
  await tx
    .insertInto('note')
    .values({ ...onPage, body: `anteckning ${marker}` })
    .execute();
  await tx.insertInto('bookmark').values(onPage).execute();
  await addCourseTraces(tx, onPage);
  await tx
    .insertInto('own_deadline')
    .values({ ...customer, enrolment_id: enrolmentId, waiver_reason: `slipper ${marker}` })
    .execute();
  await tx
    .insertInto('answer')
    .values({
      ...customer,
      enrolment_id: enrolmentId,
      question_id: question.id,
      client_id: randomUUID(),
      response: JSON.stringify({ text: `svar ${marker}` }),
      correct: true,
    })
    .execute();
}
