import { z } from 'zod';
import { handOver, namedWords, pdfAnswer, placesOf, type NameRow } from '../../customers/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, NotFound, operatorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { whomToTell } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { readPlace, writePlace } from '../enquiries/inbox-place.ts';
import { operatorOnly } from '../operations/operator-only.ts';
import { correctionsOf, correctionsShape } from './corrections.ts';
import { decideRequest } from './decide-request.ts';
import { requestDeskWords } from './desk-words.ts';
import { letterPdf, toldStep } from './letter.ts';
import { fieldsOfList, fieldsOfRequest, lookAtRequests } from './look-at-requests.ts';
import { announceLift } from './lift-restriction.ts';
import { DeskListPage } from './pages/desk-list-page.tsx';
import { DeskRequestPage } from './pages/desk-request-page.tsx';
import { isInForce, isOver, latestAnswerBy, requestKinds, type DataRequest } from './request.ts';
import { findRequest, listRequests, listSteps, requestsPerPage, type RequestsWanted } from './requests.queries.ts';

export const dataRequests = (visit: Visit): Promise<Response> =>
  showList(visit, { over: false, email: '', kind: undefined, after: readPlace(visit.url.searchParams.get('efter')) });

/** By POST: an address that is searched for must not stand in another (E-04). */
export async function searchDataRequests(visit: Visit): Promise<Response> {
  const { tooLong } = requestDeskWords[visit.locale].list;
  const form = await readForm(
    visit.request,
    z.object({
      search: z.string(tooLong).trim().max(100, tooLong),
      lage: z.literal('avslutade').optional().catch(undefined),
      slag: z.enum(requestKinds).optional().catch(undefined),
      after: z.string().catch(''),
    }),
  );
  if (!form.ok) {
    const typed = { over: false, email: form.typed.one['search'] ?? '', kind: undefined, after: undefined };
    return showList(visit, typed, tooLong);
  }
  const { search, lage, slag, after } = form.value;
  return showList(visit, { over: lage !== undefined, email: search, kind: slag, after: readPlace(after) });
}

async function showList(visit: Visit, wanted: RequestsWanted, error?: string): Promise<Response> {
  operatorOnly(visit, 'dpo');
  const { locale, house } = visit;
  const found = await house.database.transaction(scopeOf(visit, 'answer-data-subject'), async (tx) => {
    const found = error ? [] : await listRequests(tx, wanted);
    const shown = found.slice(0, requestsPerPage).map(({ id }) => id);
    await lookAtRequests(tx, visit, fieldsOfList, shown);
    return found;
  });
  const rows = found.slice(0, requestsPerPage);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const next = last && writePlace({ isWaiting: !wanted.over, at: last.answer_by, id: last.id });
  const props = { locale, now: house.clock.now(), wanted, rows, next, error };
  return page(visit, { title: requestDeskWords[locale].title, width: 'wide', status: error ? 422 : 200 }, <DeskListPage {...props} />);
}

export const dataRequest = (visit: Visit): Promise<Response> => showRequest(visit, {}, []);

export async function findForDesk(visit: Visit) {
  operatorOnly(visit, 'dpo');
  const id = visit.params['request'] ?? '';
  return visit.house.database.transaction(scopeOf(visit, 'answer-data-subject'), async (tx) => {
    const request = await findRequest(tx, id);
    if (!request) throw new NotFound();
    await lookAtRequests(tx, visit, fieldsOfRequest, [id]);
    return { request, steps: await listSteps(tx, id) };
  });
}

export async function showRequest(
  visit: Visit,
  typed: Record<string, string>,
  errors: FieldError[],
  names?: readonly NameRow[],
): Promise<Response> {
  const { locale, house, url } = visit;
  const text = requestDeskWords[locale];
  const found = await findForDesk(visit);
  const said = url.searchParams.get('besked');
  const done = said === 'namn' ? namedWords[locale].removed : text.saved;
  const saved = said === null ? {} : { flash: { kind: 'done', text: done } as const };
  const me = actorOf(visit).accountId;
  const places = await placesOf(house, me, found.request);
  const suppliers = whomToTell(house.register).map(({ supplier }) => supplier.name);
  const props = { ...found, places, suppliers, locale, now: house.clock.now(), me, typed, errors, names };
  return page(visit, { title: text.one, status: errors.length > 0 ? 422 : 200, ...saved }, <DeskRequestPage {...props} />);
}

export async function stepRequest(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const { wrong } = requestDeskWords[locale];
  const { request } = await findForDesk(visit);
  const form = await readForm(visit.request, stepForm(visit, request));
  if (!form.ok) return showRequest(visit, form.typed.one, form.errors);
  const { step, note, until } = form.value;
  const corrections = request.kind === 'rectification' ? correctionsOf(form.value) : {};
  const decision = { step, note, until: step === 'extended' && until ? endOfDay(until) : undefined, corrections };
  if (!(await decideRequest(house, scopeOf(visit, 'answer-data-subject'), request.id, decision)))
    return showRequest(visit, form.typed.one, [{ name: 'step', text: wrong.notNow }]);
  return redirect(`${href('dataRequest', { request: request.id })}?besked=sparat`);
}

/** N-43: the part that a customer answers for goes to its own desk, with the same clock. Only once the asker has shown who they are. */
export async function handOverRequest(visit: Visit): Promise<Response> {
  const { request } = await findForDesk(visit);
  const form = await readForm(visit.request, z.object({ organisation: z.uuid() }));
  const isProved = request.state !== 'received' && request.state !== 'identity';
  if (!form.ok || !isProved || isOver(request.state)) throw new NotFound();
  const { id, kind, email, body, language, received_at, answer_by } = request;
  const asked = { id, kind, email, body, language, received_at, answer_by };
  if (!(await handOver(visit.house, actorOf(visit).accountId, asked, form.value.organisation))) throw new NotFound();
  return redirect(`${href('dataRequest', { request: id })}?besked=sparat`);
}

/** Art. 18(3): the person is told, and a week later it is lifted. Once more is no fault. */
export async function liftRequest(visit: Visit): Promise<Response> {
  const { request } = await findForDesk(visit);
  await readForm(visit.request, z.object({}));
  if (!isInForce(request)) throw new NotFound();
  await announceLift(visit.house, scopeOf(visit, 'answer-data-subject'), request.id);
  return redirect(`${href('dataRequest', { request: request.id })}?besked=sparat`);
}

/** The last day is the person's own, in Swedish time. */
function endOfDay(day: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Stockholm');
  return new Date(next.epochMilliseconds - 1000);
}

function stepForm({ locale }: Visit, request: DataRequest) {
  const { wrong, corrections } = requestDeskWords[locale];
  const latest = latestAnswerBy(request.received_at);
  const isInReach = (day: string | undefined) =>
    day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && endOfDay(day) > request.answer_by && endOfDay(day) <= latest;
  return z
    .object({
      step: z.enum(['identified', 'answered', 'extended', 'refused'], wrong.step),
      note: z.string().trim().max(5000, wrong.noteLong).default(''),
      until: z.string().optional(),
      ...correctionsShape(locale),
    })
    .superRefine(({ step, note, until, ...typed }, context) => {
      const needsReason = step === 'refused' || step === 'extended';
      const corrects = request.kind === 'rectification' && step === 'answered';
      if (corrects && note === '' && Object.keys(correctionsOf(typed)).length === 0)
        context.addIssue({ code: 'custom', path: ['note'], message: corrections.nothing });
      if (needsReason && note.length < 3) context.addIssue({ code: 'custom', path: ['note'], message: wrong.note });
      if (step === 'extended' && !isInReach(until))
        context.addIssue({ code: 'custom', path: ['until'], message: wrong.until(formatDate(latest, locale)) });
    });
}

/** The letter as the person gets it; `?sprak=` shows it in the other language. */
export async function dataRequestLetter(visit: Visit): Promise<Response> {
  const { request, steps } = await findForDesk(visit);
  const step = toldStep(steps);
  if (!step) throw new NotFound();
  const asked = visit.url.searchParams.get('sprak');
  const locale = asked === 'sv' || asked === 'en' ? asked : request.language;
  return pdfAnswer(await letterPdf({ request, step, locale }, operatorOf(visit)), locale === 'sv' ? 'svar' : 'answer');
}
