import { recordLook } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, actorOf, customerOf, redirect, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { href, idPattern, type RouteName } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { z } from 'zod';
import { listHandedFiles } from '../handed-file.queries.ts';
import { isMarkedByHand } from '../question.ts';
import { sendHandedFile } from '../send-handed-file.ts';
import { listComments, listMarkings, listReviews } from './marking.queries.ts';
import { MarkPage } from './pages/mark-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';
import {
  countQueue,
  findCourseToMark,
  findNeighbours,
  holdAnswer,
  listOpenReviews,
  listReady,
  reviewsPerPage,
  type AnswerToMark,
  type MarkedCourse,
  type ReviewPlace,
} from './queue.queries.ts';
import { releaseResults } from './release-results.ts';
import { saveMarking } from './save-marking.ts';
import { markingWords } from './words.ts';

type Room = { tx: Tx; course: MarkedCourse; where: { customerId: string; courseId: string }; actorId: string };

/** One transaction in the course of the address, for whoever may mark in it. */
function asMarker<Result>(visit: Visit, work: (room: Room) => Promise<Result>): Promise<Result> {
  const customerId = customerOf(visit).id;
  const actorId = actorOf(visit).accountId;
  return visit.house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const course = await findCourseToMark(tx, actorId, customerId, visit.params['course']!);
    if (!course) throw new NotFound();
    return work({ tx, course, where: { customerId, courseId: course.id }, actorId });
  });
}

const placeOf = (visit: Visit) => ({ customer: customerOf(visit).slug, course: visit.params['course']! });

/** The request that the page before ended with, as two ids: an attempt may have several. */
function reviewIn({ url }: Visit): ReviewPlace | undefined {
  const [attemptId = '', questionId = ''] = (url.searchParams.get('efter') ?? '').split('.');
  return idPattern.test(attemptId) && idPattern.test(questionId) ? { attemptId, questionId } : undefined;
}

async function marking(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const after = reviewIn(visit);
  const text = markingWords[locale].queue;
  const shown = await asMarker(visit, async ({ tx, course, where, actorId }) => ({
    course,
    queue: await countQueue(tx, where, actorId),
    found: await listOpenReviews(tx, where, after),
    ready: (await listReady(tx, where, 200)).length,
  }));
  const reviews = shown.found.slice(0, reviewsPerPage);
  const last = shown.found.length > reviewsPerPage ? reviews.at(-1) : undefined;
  const props = { reviews, next: last && `${last.attemptId}.${last.questionId}`, isFirst: !after };
  const released = visit.url.searchParams.get('besked') === 'lamnat-ut';
  return page(
    visit,
    { title: text.title(shown.course.title), ...(released ? { flash: { kind: 'done' as const, text: text.released } } : {}) },
    <QueuePage locale={locale} at={placeOf(visit)} {...shown} {...props} />,
  );
}

async function release(visit: Visit): Promise<Response> {
  await readForm(visit.request, z.unknown());
  await asMarker(visit, ({ tx, where }) => releaseResults(tx, visit.house.clock, where));
  return redirect(`${href('marking', placeOf(visit))}?besked=lamnat-ut`);
}

/** The answer of the address. The look is recorded: whose answer it was, though the marker is not told. */
async function answerToMark(visit: Visit, { tx, where, actorId }: Room): Promise<AnswerToMark> {
  const answer = await holdAnswer(tx, where, visit.params['attempt']!, visit.params['question']!);
  if (!answer) throw new NotFound();
  await recordLook(tx, visit.house.clock, {
    actorId,
    customerId: where.customerId,
    purpose: 'assess-learning',
    room: 'assessment',
    fields: ['attempt_answer.response'],
    subjects: [answer.accountId],
  });
  return answer;
}

const markAnswer = (visit: Visit): Promise<Response> => render(visit);

async function render(visit: Visit, typed?: Record<string, string>, errors: FieldError[] = []): Promise<Response> {
  const { locale } = visit;
  const shown = await asMarker(visit, async (room) => {
    const { tx, where, course, actorId } = room;
    const answer = await answerToMark(visit, room);
    if (!isMarkedByHand(answer)) throw new NotFound();
    const place = { customerId: where.customerId, attemptId: answer.attemptId };
    const latest = (await listMarkings(tx, place)).find(({ questionId }) => questionId === answer.id);
    return {
      course,
      answer,
      // Whoever takes a second look judges for themselves.
      latest: latest && (latest.markerId === actorId || answer.isReleased) ? latest : undefined,
      isSecond: latest !== undefined && latest.markerId !== actorId && !answer.isReleased,
      review: (await listReviews(tx, place)).find(({ questionId }) => questionId === answer.id),
      file: (await listHandedFiles(tx, place)).find(({ questionId }) => questionId === answer.id),
      comments: await listComments(tx, where.customerId, course.id),
      neighbours: await findNeighbours(tx, where, answer.attemptId, answer.id),
    };
  });
  return page(
    visit,
    { title: markingWords[locale].mark.title, status: errors.length > 0 ? 422 : 200 },
    <MarkPage locale={locale} at={placeOf(visit)} typed={typed} errors={errors} {...shown} />,
  );
}

async function save(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request, z.unknown());
  const text = markingWords[visit.locale].mark;
  const chosen = (typed.all['reuse'] ?? []).filter((line) => line.length <= 2000).slice(0, 20);
  const comment = [typed.one['comment']?.trim() ?? '', ...chosen].filter((part) => part !== '').join('\n\n');
  const answer = typed.one['answer']?.trim() ?? '';
  const tooLong = (['comment', 'answer'] as const).filter((name) => (name === 'comment' ? comment : answer).length > 4000);
  if (tooLong.length > 0)
    return render(
      visit,
      typed.one,
      tooLong.map((name) => ({ name, text: text.tooLong })),
    );
  const judgement = {
    levels: Object.fromEntries(
      Object.entries(typed.one).flatMap(([name, value]) => (name.startsWith('level-') ? [[name.slice(6), value]] : [])),
    ),
    comment,
    secondLook: typed.one['second-look'] === 'yes',
    keep: typed.one['keep'] === 'yes',
    answer,
  };
  const { saved, next } = await asMarker(visit, async ({ tx, where, actorId }) => {
    const at = { ...where, attemptId: visit.params['attempt']!, questionId: visit.params['question']!, actorId };
    const saved = await saveMarking(tx, visit.house.clock, at, judgement);
    if (!saved) throw new NotFound();
    return { saved, next: (await findNeighbours(tx, where, at.attemptId, at.questionId)).nextUnmarked };
  });
  if (saved.state === 'problem') return render(visit, typed.one, [problemAt(saved.problem, text)]);
  const at = placeOf(visit);
  return redirect(next ? href('markAnswer', { ...at, attempt: next, question: visit.params['question']! }) : href('marking', at));
}

const problemAt = (
  problem: 'level-missing' | 'lower' | 'answer-missing',
  text: (typeof markingWords)['sv' | 'en']['mark'],
): FieldError => ({
  name: problem === 'answer-missing' ? 'answer' : 'levels',
  text: text.problem[problem],
});

/** The file of an answer, for whoever marks it. */
async function markedFile(visit: Visit): Promise<Response> {
  const { house } = visit;
  const file = await asMarker(visit, async (room) => {
    const { attemptId, id } = await answerToMark(visit, room);
    return (await listHandedFiles(room.tx, { customerId: room.where.customerId, attemptId })).find(({ questionId }) => questionId === id);
  });
  const response = file && (await sendHandedFile(house, customerOf(visit).id, file));
  if (!response) throw new NotFound();
  return response;
}

export const markingActions = { marking, releaseResults: release, markAnswer, saveMarking: save, markedFile } satisfies Partial<
  Record<RouteName, Action>
>;
