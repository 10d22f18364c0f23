import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { About } from './full-person-about.ts';

/** A thread with the course’s administrator, with files, drafts and replies. */
export async function addCorrespondenceRows(
  tx: Tx,
  { person, admin, place, enrolmentId, ids, now, marker, contentKey, customer, account }: About,
): Promise<void> {
  await tx
    .insertInto('correspondence')
    .values({ ...customer, id: ids.thread, enrolment_id: enrolmentId, course_id: place.courseId, last_sequence: 2, last_sent_at: now })
    .execute();
  await tx
    .insertInto('message')
    .values([
      {
        ...customer,
        id: ids.message,
        correspondence_id: ids.thread,
        sequence: 1,
        author_id: person.id,
        from_student: true,
        client_id: randomUUID(),
        body: `Hej, jag heter ${person.givenName} och undrar ${marker}`,
      },
      {
        ...customer,
        correspondence_id: ids.thread,
        sequence: 2,
        author_id: admin.id,
        from_student: false,
        client_id: randomUUID(),
        body: `Hej ${person.givenName} ${person.familyName}, tidigare Forr${marker}! Skriv till ${person.email} om något är oklart.`,
      },
    ])
    .execute();
  const file = { ...customer, correspondence_id: ids.thread, place: 1, type: 'text/plain', bytes: 9, content_key: contentKey };
  await tx
    .insertInto('attachment')
    .values([
      { ...file, id: ids.attachment, message_sequence: 1, author_id: person.id, from_student: true, name: `fil ${marker}.txt` },
      { ...file, message_sequence: 2, author_id: admin.id, from_student: false, name: `till ${person.givenName}.txt` },
    ])
    .execute();
  await tx
    .insertInto('message_draft')
    .values(
      [person.id, admin.id].map((account_id) => ({
        ...customer,
        correspondence_id: ids.thread,
        account_id,
        body: `påbörjat ${marker}`,
        saved_at: now,
        due_at: addDays(now, 90),
      })),
    )
    .execute();
  await tx
    .insertInto('thread_assignment')
    .values({ ...customer, correspondence_id: ids.thread, ...account, assigned_at: now })
    .execute();
  const reply = { ...customer, ...account, created_at: now };
  await tx
    .insertInto('saved_reply')
    .values([
      { ...reply, id: ids.reply, client_id: randomUUID(), title: `Eget ${marker}`, body: `Mitt svar ${marker}`, shared: false },
      { ...reply, client_id: randomUUID(), title: 'Delat svar', body: `Hälsningar ${person.givenName}`, shared: true },
    ])
    .execute();
}
