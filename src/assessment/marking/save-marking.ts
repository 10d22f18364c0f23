import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { isMarkedByHand } from '../question.ts';
import { settleResult } from '../settle-result.ts';
import { answerReview, copyPoints, keepComment, listMarkings, listReviews, upsertMarking } from './marking.queries.ts';
import { holdAnswer } from './queue.queries.ts';

export type MarkingProblem = 'level-missing' | 'lower' | 'answer-missing';
export type Judgement = {
  levels: Record<string, string>;
  comment: string;
  secondLook: boolean;
  /** Keeps the comment for others' answers. */
  keep: boolean;
  /** The reply to a request for a review. */
  answer: string;
};
export type SavedMarking = { state: 'saved' } | { state: 'problem'; problem: MarkingProblem };
type At = { customerId: string; courseId: string; attemptId: string; questionId: string; actorId: string };

/**
 * Keeps how someone marks an answer. Their own latest marking is written over; where someone else marked before, it is one
 * more round, and the latest counts. Once the result is out only a review changes it, and never downwards.
 */
export async function saveMarking(tx: Tx, clock: Clock, at: At, judgement: Judgement): Promise<SavedMarking | undefined> {
  const place = { customerId: at.customerId, attemptId: at.attemptId };
  const answer = await holdAnswer(tx, at, at.attemptId, at.questionId);
  if (!answer || !isMarkedByHand(answer)) return undefined;
  const latest = (await listMarkings(tx, place)).find(({ questionId }) => questionId === at.questionId);
  const review = (await listReviews(tx, place)).find(({ questionId }) => questionId === at.questionId);
  if (answer.isReleased && (!review || review.answer !== null)) return undefined;
  const levels = answer.body.criteria.flatMap(({ id, levels: all }) =>
    all.filter((level) => level.id === judgement.levels[id]).map((level) => ({ id, level })),
  );
  if (levels.length < answer.body.criteria.length) return { state: 'problem', problem: 'level-missing' };
  const points = levels.reduce((sum, { level }) => sum + level.points, 0);
  if (answer.isReleased && points < (latest?.points ?? 0)) return { state: 'problem', problem: 'lower' };
  if (answer.isReleased && judgement.answer === '') return { state: 'problem', problem: 'answer-missing' };
  const isOwn = latest !== undefined && latest.markerId === at.actorId && !answer.isReleased;
  await upsertMarking(tx, place, {
    questionId: at.questionId,
    round: latest ? Math.min(9, latest.round + (isOwn ? 0 : 1)) : 1,
    levels: Object.fromEntries(levels.map(({ id, level }) => [id, level.id])),
    points,
    comment: judgement.comment,
    secondLook: judgement.secondLook && !answer.isReleased,
    markerId: at.actorId,
  });
  if (judgement.keep && judgement.comment !== '') await keepComment(tx, at.customerId, at.courseId, judgement.comment);
  if (!answer.isReleased) return { state: 'saved' };
  await answerReview(tx, place, at.questionId, { answer: judgement.answer, actorId: at.actorId });
  await copyPoints(tx, at.customerId, [at.attemptId]);
  const { enrolmentId, passPercent, submittedAt, accountId, language } = answer;
  await settleResult(tx, { ...place, enrolmentId, passPercent, submittedAt, at: clock.now() });
  const about = { customer: at.customerId, course: at.courseId };
  await postMail(tx, clock, { to: { accountId }, template: 'test-review', language, about });
  return { state: 'saved' };
}
