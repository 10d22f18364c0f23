import { randomUUID } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import { Feedback, assessmentWords, mark, savedText } from '../assessment/index.ts';
import { readForm } from '../platform/read-body.ts';
import { NotFound, json, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { answerQuestion, type Answered } from './answer-question.ts';
import { addressOf, renderWith, studentOf } from './course-page.actions.tsx';
import { answerField, exerciseAnchor } from './pages/exercise.tsx';

const fields = z.object({ client_id: z.uuid().catch(() => randomUUID()) });

export async function saveAnswer(visit: Visit): Promise<Response> {
  const { house, params } = visit;
  const form = await readForm(visit.request, fields);
  const values = form.typed.all[answerField] ?? [];
  const clientId = form.ok ? form.value.client_id : randomUUID();
  const sent = { courseSlug: params['course'] ?? '', questionId: params['question'] ?? '', clientId, values };
  const answered = await house.database.transaction(scopeOf(visit, 'assess-learning'), (tx) =>
    answerQuestion(tx, house.clock, studentOf(visit), sent),
  );
  if (!answered) throw new NotFound();
  if (visit.request.headers.get('accept') === 'application/json') return answerWithJson(visit, answered);
  const { pagePosition: position, order } = answered;
  if (answered.state === 'problem') return renderWith(visit, position, { questionId: sent.questionId, values, problem: answered.problem });
  return redirect(`${href('coursePage', { ...addressOf(visit), position })}#${exerciseAnchor(order)}`);
}

/** The same answer for the browser's queue: what to show where it was asked. */
function answerWithJson({ locale }: Visit, answered: Answered): Response {
  if (answered.state === 'problem') return json({ problem: assessmentWords[locale].problem[answered.problem] }, 422);
  const { question, reply, language, at } = answered;
  const feedback = <Feedback mark={mark(question, reply)} language={language} locale={locale} saved={savedText(at, locale)} />;
  return json({ feedback: renderToString(feedback) });
}
