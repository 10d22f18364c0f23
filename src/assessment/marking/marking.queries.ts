import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

type Place = { customerId: string; attemptId: string };
export type Marking = {
  questionId: string;
  round: number;
  levels: Record<string, string>;
  points: number;
  comment: string;
  secondLook: boolean;
  markerId: string;
};

/** How each answer of an attempt was marked last. */
export async function listMarkings(tx: Tx, { customerId, attemptId }: Place): Promise<Marking[]> {
  const { rows } = await sql<Marking>`
    select distinct on (question_id) question_id as "questionId", round, levels, points, comment, second_look as "secondLook",
      marker_id as "markerId"
    from marking where customer_id = ${customerId} and attempt_id = ${attemptId}
    order by question_id, round desc`.execute(tx);
  return rows;
}

/** The row of the round is written over by whoever wrote it; a replayed post is the same row. */
export async function upsertMarking(tx: Tx, { customerId, attemptId }: Place, marking: Marking): Promise<void> {
  const said = {
    levels: JSON.stringify(marking.levels),
    points: marking.points,
    comment: marking.comment,
    second_look: marking.secondLook,
    marker_id: marking.markerId,
    marked_at: sql<Date>`app.now()`,
  };
  await tx
    .insertInto('marking')
    .values({ customer_id: customerId, attempt_id: attemptId, question_id: marking.questionId, round: marking.round, ...said })
    .onConflict((on) => on.columns(['customer_id', 'attempt_id', 'question_id', 'round']).doUpdateSet(said))
    .execute();
}

export type Review = { questionId: string; body: string; requestedAt: Date; answer: string | null };

export async function listReviews(tx: Tx, { customerId, attemptId }: Place): Promise<Review[]> {
  return tx
    .selectFrom('review_request')
    .select(['question_id as questionId', 'body', 'requested_at as requestedAt', 'answer'])
    .where('customer_id', '=', customerId)
    .where('attempt_id', '=', attemptId)
    .execute();
}

/** One request for each answer: the same sent twice is one. */
export async function insertReview(tx: Tx, { customerId, attemptId }: Place, questionId: string, body: string): Promise<void> {
  await tx
    .insertInto('review_request')
    .values({ customer_id: customerId, attempt_id: attemptId, question_id: questionId, body, requested_at: sql<Date>`app.now()` })
    .onConflict((on) => on.doNothing())
    .execute();
}

export async function answerReview(
  tx: Tx,
  { customerId, attemptId }: Place,
  questionId: string,
  reply: { answer: string; actorId: string },
): Promise<void> {
  await tx
    .updateTable('review_request')
    .set({ answer: reply.answer, answered_by: reply.actorId, answered_at: sql<Date>`app.now()` })
    .where('customer_id', '=', customerId)
    .where('attempt_id', '=', attemptId)
    .where('question_id', '=', questionId)
    .where('answered_at', 'is', null)
    .execute();
}

/** What people gave, written where the sum is made from. */
export async function copyPoints(tx: Tx, customerId: string, attemptIds: readonly string[]): Promise<void> {
  await sql`
    update attempt_answer a set points = m.points, correct = m.points >= q.points
    from (select distinct on (attempt_id, question_id) attempt_id, question_id, points from marking
          where customer_id = ${customerId} and attempt_id = any(${attemptIds}::uuid[])
          order by attempt_id, question_id, round desc) m
    join question q on q.customer_id = ${customerId} and q.id = m.question_id
    where a.customer_id = ${customerId} and a.attempt_id = m.attempt_id and a.question_id = m.question_id`.execute(tx);
}

/** Comments that are kept for using again, newest first. */
export async function listComments(tx: Tx, customerId: string, courseId: string): Promise<{ id: string; body: string }[]> {
  return tx
    .selectFrom('marking_comment')
    .select(['id', 'body'])
    .where('customer_id', '=', customerId)
    .where('course_id', '=', courseId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}

export async function keepComment(tx: Tx, customerId: string, courseId: string, body: string): Promise<void> {
  await tx
    .insertInto('marking_comment')
    .values({ customer_id: customerId, course_id: courseId, body })
    .onConflict((on) => on.doNothing())
    .execute();
}
