import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { NotFound, redirect, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { answerWithResult } from './attempt.actions.tsx';
import { attemptAt } from './attempt-at.ts';
import { studentOf } from './final-test.actions.tsx';
import { insertReview, listMarkings } from './marking/marking.queries.ts';
import { openAttempt } from './open-attempt.ts';
import { words } from './words.ts';

/** A student asks for a marking to be looked at once more: only when the result is theirs, and only where a person marked. */
async function askForReview(visit: Visit): Promise<Response> {
  const { house } = visit;
  const at = attemptAt(visit);
  const questionId = visit.params['question'] ?? '';
  const text = words[visit.locale].result;
  const { typed } = await readForm(visit.request, z.unknown());
  const body = (typed.one['body'] ?? '').trim();
  const error = body === '' ? text.reviewMissing : body.length > 2000 ? text.reviewTooLong : undefined;
  if (error) return answerWithResult(visit, { questionId, typed: body, error });
  const student = studentOf(visit);
  await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    if (!opened || opened.attempt.passed === null) throw new NotFound();
    const place = { customerId: student.customerId, attemptId: opened.attempt.id };
    if (!(await listMarkings(tx, place)).some((marking) => marking.questionId === questionId)) throw new NotFound();
    await insertReview(tx, place, questionId, body);
  });
  return redirect(href('attemptResult', at));
}

export const reviewActions = { askForReview } satisfies Partial<Record<RouteName, Action>>;
