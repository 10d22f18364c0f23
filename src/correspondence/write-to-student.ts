import { sql } from 'kysely';
import { readsCorrespondence } from '../people/index.ts';
import { addDays, type Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { askIn, sendMessage } from './send-message.ts';
import { findThread, threadToAnswer } from './thread.queries.ts';

export type FirstWord = { accountId: string; customerId: string; enrolmentId: string; clientId: string; body: string };

/**
 * Writes to a student who has not asked anything, in their thread with the course, which begins with this if it must. Once a day:
 * 'too soon' when the student heard from the course within that time, or was reminded of it. Undefined for whoever may not.
 */
export async function writeToStudent(tx: Tx, clock: Clock, word: FirstWord): Promise<{ thread: string } | 'too soon' | undefined> {
  const { accountId, customerId, enrolmentId, clientId, body } = word;
  const id = await openThread(tx, word, clock.now());
  const source = id ? threadToAnswer({ accountId, customerId, thread: id }) : undefined;
  const thread = source && (await findThread(tx, source));
  if (!thread?.has_student) return undefined;
  const since = addDays(clock.now(), -1);
  const { rows } = await sql<{ own: boolean; heard: boolean }>`
    select app.heard_since(${customerId}, ${enrolmentId}, ${since}) as heard, exists (select from message m
      where m.customer_id = ${customerId} and m.correspondence_id = ${thread.id} and not m.from_student
        and m.deleted_at is null and m.sent_at > ${since} and m.client_id = ${clientId}) as own`.execute(tx);
  if (rows[0]?.own) return { thread: thread.id };
  if (rows[0]?.heard) return 'too soon';
  await sendMessage({ build: tx, clock, ask: askIn(tx) }, source!, { name: 'administrator', accountId }, { clientId, body });
  return { thread: thread.id };
}

/** The thread of a student in a course whose correspondence the actor reads. Held, so that two who write at once are told apart. */
async function openThread(tx: Tx, { accountId, customerId, enrolmentId }: FirstWord, at: Date): Promise<string | undefined> {
  const enrolment = await tx
    .selectFrom('enrolment as e')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'e.customer_id').onRef('course.id', '=', 'e.course_id'))
    .select(['e.id', 'e.course_id'])
    .where('e.customer_id', '=', customerId)
    .where('e.id', '=', enrolmentId)
    .where(readsCorrespondence(accountId))
    .executeTakeFirst();
  if (!enrolment) return undefined;
  await tx
    .insertInto('correspondence')
    .values({ customer_id: customerId, enrolment_id: enrolmentId, course_id: enrolment.course_id, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute();
  const thread = await tx
    .selectFrom('correspondence')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('enrolment_id', '=', enrolmentId)
    .forUpdate()
    .executeTakeFirst();
  return thread?.id;
}
