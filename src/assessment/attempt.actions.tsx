import { z } from 'zod';
import { readJson } from '../platform/read-body.ts';
import { readUpload } from '../platform/read-upload.ts';
import { NotFound, json, redirect, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { listAttempts, listPagesToReread, listReplies, listAttemptQuestions, type Student } from './assessment.queries.ts';
import { looksLikePersonalNumber } from '../platform/personal-number.ts';
import { withOptionsShuffled } from './arrange.ts';
import { attemptAt } from './attempt-at.ts';
import { studentOf } from './final-test.actions.tsx';
import { listHandedFiles } from './handed-file.queries.ts';
import { keepFile, largestForm } from './keep-file.ts';
import { listMarkings, listReviews } from './marking/marking.queries.ts';
import { openAttempt, type OpenedAttempt } from './open-attempt.ts';
import type { Question } from './question.ts';
import { AttemptPage, type AttemptPageProps } from './pages/attempt-page.tsx';
import { ResultPage, type ResultPageProps } from './pages/result-page.tsx';
import { savedText } from './save-note.ts';
import { saveReply } from './save-reply.ts';
import { fieldOf, submitAttempt } from './submit-attempt.ts';
import { valuesOf, type Problem } from './read-reply.ts';
import type { Tx } from '../platform/database.ts';
import { queueOf } from './waiting-name.ts';
import { words } from './words.ts';

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
  const found = await assessing(visit, async (tx, student) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    if (!opened || opened.attempt.submittedAt !== null) return opened;
    const place = { customerId: student.customerId, attemptId: opened.attempt.id };
    const questions = await listAttemptQuestions(tx, place.customerId, place.attemptId);
    const replies = await listReplies(tx, place.customerId, place.attemptId);
    return { ...opened, questions: shown(opened, questions), replies, files: await listHandedFiles(tx, place) };
  });
  if (!('questions' in found)) return redirect(href('attemptResult', at));
  const { title } = words[locale].attempt;
  return page(
    visit,
    { title: title(at.number), status: said.problems.length > 0 ? 422 : 200, scripts: ['attempt', 'question-parts'] },
    <AttemptPage locale={locale} at={at} now={house.clock.now()} queue={queueOf(house, found.attempt.id)} {...found} {...said} />,
  );
}

/** The questions with their options in the attempt's own order. */
const shown = ({ test, attempt }: OpenedAttempt, questions: Question[]): Question[] =>
  test.shuffleOptions ? questions.map((question) => withOptionsShuffled(question, attempt.seed)) : questions;

const sentReply = z.strictObject({
  question: z.uuid(),
  values: z.array(z.string().max(20_000)).max(50),
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
  const warning = looksLikePersonalNumber(sent.values.join(' ')) ? { warning: words[locale].personalNumber } : {};
  return json({ savedAt: saved.savedAt.toISOString(), saved: savedText(saved.savedAt, locale), progress, ...values, ...warning });
}

async function submit(visit: Visit): Promise<Response> {
  const { house } = visit;
  const at = attemptAt(visit);
  const { typed, files } = await readUpload(visit.request, largestForm);
  const refused = await keepFiles(visit, files);
  const submission = {
    typed: typed.all,
    onlySave: typed.one['intent'] === 'save' || refused.length > 0,
    confirmed: typed.one['confirmed'] === 'yes',
  };
  const submitted = await assessing(visit, (tx, student) =>
    submitAttempt(tx, house.clock, student, { courseSlug: at.course, number: at.number }, submission),
  );
  if (submitted.state !== 'handed-in' && refused.length > 0) {
    const problems = [...refused, ...(submitted.state === 'problems' ? submitted.problems : [])];
    return answerWithAttempt(visit, { confirming: false, problems: withTyped(problems, typed.all) });
  }
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

/** Without a script the files come with the form. */
async function keepFiles(visit: Visit, files: { name: string; content: Uint8Array }[]) {
  const at = attemptAt(visit);
  const refused: { questionId: string; problem: Problem }[] = [];
  for (const { name, content } of files) {
    const questionId = name.replace(/^q-/, '');
    const kept = await keepFile(visit, { student: studentOf(visit), courseSlug: at.course, number: at.number, questionId, content });
    if (kept?.state === 'problem') refused.push({ questionId, problem: kept.problem });
  }
  return refused;
}

const withTyped = (problems: { questionId: string; problem: Problem }[], typed: Record<string, string[]>) =>
  problems.map((problem) => ({ ...problem, typed: typed[fieldOf(problem.questionId)] ?? [] }));

const showResult = (visit: Visit): Promise<Response> => answerWithResult(visit);

export async function answerWithResult(visit: Visit, refused?: ResultPageProps['refused']): Promise<Response> {
  const { house, locale } = visit;
  const at = attemptAt(visit);
  const shown = await assessing(visit, async (tx, student) => {
    const opened = await openAttempt(tx, house.clock, student, at.course, at.number);
    if (!opened || opened.attempt.submittedAt === null) return opened;
    const { customerId } = student;
    const { test, attempt } = opened;
    const place = { customerId, attemptId: attempt.id };
    return {
      test,
      attempt,
      attempts: await listAttempts(tx, customerId, test.enrolmentId),
      questions: await listAttemptQuestions(tx, customerId, attempt.id),
      replies: await listReplies(tx, customerId, attempt.id),
      toReread: await listPagesToReread(tx, customerId, test.enrolmentId),
      files: await listHandedFiles(tx, place),
      markings: await listMarkings(tx, place),
      reviews: await listReviews(tx, place),
    };
  });
  if (!('attempts' in shown)) return redirect(href('attempt', at));
  return page(
    visit,
    { title: words[locale].result.title, status: refused ? 422 : 200, scripts: ['attempt-over'] },
    <ResultPage
      locale={locale}
      at={at}
      now={house.clock.now()}
      queue={queueOf(house, shown.attempt.id)}
      {...shown}
      {...(refused ? { refused } : {})}
    />,
  );
}

export const attemptActions = {
  attempt: showAttempt,
  saveAttemptAnswer: save,
  submitAttempt: submit,
  attemptResult: showResult,
} satisfies Partial<Record<RouteName, Action>>;
