import { z } from 'zod';
import { readForm, readJson } from '../platform/read-body.ts';
import { NotFound, json, redirect, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { listAttempts, listPagesToReread, listReplies, listTestQuestions, type Student } from './assessment.queries.ts';
import { placeOf, studentOf } from './final-test.actions.tsx';
import { openAttempt } from './open-attempt.ts';
import { AttemptPage, type AttemptPageProps } from './pages/attempt-page.tsx';
import { ResultPage } from './pages/result-page.tsx';
import { savedText } from './save-note.ts';
import { saveReply } from './save-reply.ts';
import { fieldOf, submitAttempt } from './submit-attempt.ts';
import { valuesOf, type Problem } from './read-reply.ts';
import type { Tx } from '../platform/database.ts';
import { queueOf } from './waiting-name.ts';
import { words } from './words.ts';

/** Which attempt the address names. */
function attemptAt(visit: Visit): { customer: string; course: string; number: number } {
  const number = visit.params['number'] ?? '';
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
  return { ...placeOf(visit), number: Number(number) };
}

async function assessing<Result>(visit: Visit, work: (tx: Tx, student: Student) => Promise<Result | undefined>): Promise<Result> {
  const found = await visit.house.database.transaction(scopeOf(visit, 'assess-learning'), (tx) => work(tx, studentOf(visit)));
  if (found === undefined) throw new NotFound();
  return found;
}

const showAttempt = (visit: Visit): Promise<Response> =>
  answerWithAttempt(visit, { confirming: visit.url.searchParams.has('obesvarade'), problems: [] });

async function answerWithAttempt(visit: Visit, said: Pick<AttemptPageProps, 'confirming' | 'problems'>): Promise<Response> {
  const { house, locale } = visit;
  const at = attemptAt(visit);
  const shown = await assessing(visit, async (tx, student) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    if (!opened || opened.attempt.submittedAt !== null) return opened;
    const questions = await listTestQuestions(tx, student.customerId, opened.test.versionId);
    return { ...opened, questions, replies: await listReplies(tx, student.customerId, opened.attempt.id) };
  });
  if (!('questions' in shown)) return redirect(href('attemptResult', at));
  const { title } = words[locale].attempt;
  return page(
    visit,
    { title: title(at.number), status: said.problems.length > 0 ? 422 : 200, scripts: ['attempt'] },
    <AttemptPage locale={locale} at={at} now={house.clock.now()} queue={queueOf(house, shown.attempt.id)} {...shown} {...said} />,
  );
}

const sentReply = z.strictObject({
  question: z.uuid(),
  values: z.array(z.string().max(2_000)).max(50),
  waitedMs: z
    .number()
    .min(0)
    .max(31 * 86_400_000)
    .default(0),
  knownSavedAt: z.iso.datetime().nullable().default(null),
});

async function save(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const at = attemptAt(visit);
  const sent = await readJson(visit.request, sentReply);
  if (!sent) return json({ problem: 'malformed' }, 422);
  const { question: questionId, ...rest } = sent;
  const saved = await assessing(visit, (tx, student) =>
    saveReply(tx, house.clock, student, { courseSlug: at.course, number: at.number }, { questionId, ...rest }),
  );
  if (saved.state === 'closed') return json({ problem: 'closed', result: href('attemptResult', at) }, 409);
  if (saved.state === 'problem') return json({ problem: words[locale].problem[saved.problem] }, 422);
  const progress = words[locale].attempt.answered(saved.answered, saved.questions);
  const values = saved.standing && { values: valuesOf(saved.standing, locale) };
  return json({ savedAt: saved.savedAt.toISOString(), saved: savedText(saved.savedAt, locale), progress, ...values });
}

async function submit(visit: Visit): Promise<Response> {
  const { house } = visit;
  const at = attemptAt(visit);
  const { typed } = await readForm(visit.request, z.unknown());
  const submission = { typed: typed.all, onlySave: typed.one['intent'] === 'save', confirmed: typed.one['confirmed'] === 'yes' };
  const submitted = await assessing(visit, (tx, student) =>
    submitAttempt(tx, house.clock, student, { courseSlug: at.course, number: at.number }, submission),
  );
  switch (submitted.state) {
    case 'handed-in':
      return redirect(href('attemptResult', at));
    case 'saved':
      return redirect(href('attempt', at));
    case 'unanswered':
      return redirect(`${href('attempt', at)}?obesvarade=ja#lamna-in`);
    case 'problems':
      return answerWithAttempt(visit, { confirming: false, problems: withTyped(submitted.problems, typed.all) });
  }
}

const withTyped = (problems: { questionId: string; problem: Problem }[], typed: Record<string, string[]>) =>
  problems.map((problem) => ({ ...problem, typed: typed[fieldOf(problem.questionId)] ?? [] }));

async function showResult(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const at = attemptAt(visit);
  const shown = await assessing(visit, async (tx, student) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    if (!opened || opened.attempt.submittedAt === null) return opened;
    const { customerId } = student;
    const { test, attempt } = opened;
    return {
      test,
      attempt,
      attempts: await listAttempts(tx, customerId, test.enrolmentId),
      questions: await listTestQuestions(tx, customerId, test.versionId),
      replies: await listReplies(tx, customerId, attempt.id),
      toReread: await listPagesToReread(tx, customerId, test.enrolmentId),
    };
  });
  if (!('attempts' in shown)) return redirect(href('attempt', at));
  return page(visit, { title: words[locale].result.title }, <ResultPage locale={locale} at={at} {...shown} />);
}

export const attemptActions = {
  attempt: showAttempt,
  saveAttemptAnswer: save,
  submitAttempt: submit,
  attemptResult: showResult,
} satisfies Partial<Record<RouteName, Action>>;
