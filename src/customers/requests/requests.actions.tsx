import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { afterIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { pdfAnswer } from '../agreement/agreement-pdf.ts';
import { customerAdmin } from '../customer-admin.ts';
import { eraseHanded as eraseAsked, erasePlanOf, receiptOf } from './erase-handed.ts';
import { stepHanded as takeStep } from './hand-over.ts';
import { fieldsOfList, fieldsOfRequest, lookAtHanded } from './look-at-handed.ts';
import { letterPdf } from './letter.ts';
import { HandedRequestPage } from './pages/desk-pages.tsx';
import { HandedListPage } from './pages/handed-list-page.tsx';
import { findHanded, handedPerPage, listHanded, type HandedWanted } from './requests.queries.ts';
import { announceLift } from './restrict-handed.ts';
import { asksErasure, handedStates, isInForce, isTold, latestAnswerBy, requestKinds, type HandedRequest } from './request.ts';
import { handedWords } from './words.ts';

const purpose = 'answer-data-subject';

export const handedRequests = (visit: Visit): Promise<Response> =>
  showList(visit, { email: '', state: undefined, kind: undefined, after: afterIn(visit.url) });

/** By POST: an address that is searched for must not stand in another (E-04). */
export async function searchHanded(visit: Visit): Promise<Response> {
  const { tooLong } = handedWords[visit.locale].list;
  const form = await readForm(
    visit.request,
    z.object({
      text: z.string(tooLong).trim().max(100, tooLong),
      lage: z.enum(handedStates).optional().catch(undefined),
      slag: z.enum(requestKinds).optional().catch(undefined),
      after: z.uuid().optional().catch(undefined),
    }),
  );
  if (!form.ok) {
    const typed = { email: form.typed.one['text'] ?? '', state: undefined, kind: undefined, after: undefined };
    return showList(visit, typed, tooLong);
  }
  const { text, lage, slag, after } = form.value;
  return showList(visit, { email: text, state: lage, kind: slag, after });
}

async function showList(visit: Visit, wanted: HandedWanted, error?: string): Promise<Response> {
  customerAdmin(visit);
  const customer = customerOf(visit);
  const { house, locale } = visit;
  const { rows, next } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const found = error ? [] : await listHanded(tx, customer.id, wanted);
    const rows = found.slice(0, handedPerPage);
    await lookAtHanded(
      tx,
      visit,
      fieldsOfList,
      rows.map(({ id }) => id),
    );
    return { rows, next: found.length > rows.length ? rows.at(-1)?.id : undefined };
  });
  const shown = <HandedListPage {...{ locale, customer, wanted, rows, next, error }} now={house.clock.now()} />;
  return page(visit, { title: handedWords[locale].title, width: 'wide', status: error ? 422 : 200 }, shown);
}

export const handedRequest = (visit: Visit): Promise<Response> => showRequest(visit, {}, []);

async function findOne(visit: Visit): Promise<HandedRequest> {
  customerAdmin(visit);
  return visit.house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const request = await findHanded(tx, customerOf(visit).id, visit.params['handed'] ?? '');
    if (!request) throw new NotFound();
    await lookAtHanded(tx, visit, fieldsOfRequest, [request.id]);
    return request;
  });
}

async function showRequest(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  const request = await findOne(visit);
  const { locale, house, url } = visit;
  const text = handedWords[locale];
  const told = { sparat: text.saved, raderat: text.erased }[url.searchParams.get('besked') ?? ''];
  const saved = told && errors.length === 0 ? { flash: { kind: 'done', text: told } as const } : {};
  const plan = await erasePlanOf(house, managing(visit), request);
  const receipt = receiptOf(house, request);
  const props = { locale, now: house.clock.now(), customer: customerOf(visit), request, plan, receipt, typed, errors };
  return page(visit, { title: text.one, status: errors.length > 0 ? 422 : 200, ...saved }, <HandedRequestPage {...props} />);
}

/** Who erases acts for the customer, and it is the customer's own that goes. */
const managing = (visit: Visit) => ({ ...scopeOf(visit, 'administer-customer'), customerId: customerOf(visit).id });

/** N-43: once more than asked for is no fault, without having read what it does it is. */
export async function eraseHanded(visit: Visit): Promise<Response> {
  const request = await findOne(visit);
  if (!asksErasure(request)) throw new NotFound();
  const text = handedWords[visit.locale];
  const form = await readForm(visit.request, z.object({ understand: z.string().optional() }));
  if (!form.ok || form.value.understand !== 'yes') return showRequest(visit, {}, [{ name: 'understand', text: text.understandNeeded }]);
  const against = await eraseAsked(visit.house, managing(visit), request);
  if (against) return showRequest(visit, {}, [{ name: 'understand', text: text.against[against] }]);
  return redirect(`${href('handedRequest', { customer: customerOf(visit).slug, handed: request.id })}?besked=raderat`);
}

export async function stepHanded(visit: Visit): Promise<Response> {
  const request = await findOne(visit);
  const { wrong } = handedWords[visit.locale];
  const form = await readForm(visit.request, stepForm(visit, request));
  if (!form.ok) return showRequest(visit, form.typed.one, form.errors);
  const { step, note, until } = form.value;
  const decision = { step, note, until: step === 'extended' && until ? endOfDay(until) : undefined };
  if (!(await takeStep(visit.house, scopeOf(visit, purpose), request.id, decision)))
    return showRequest(visit, form.typed.one, [{ name: 'step', text: wrong.notNow }]);
  return redirect(`${href('handedRequest', { customer: customerOf(visit).slug, handed: request.id })}?besked=sparat`);
}

/** Art. 18(3): the person is told, and a week later it is lifted. Once more is no fault. */
export async function liftHanded(visit: Visit): Promise<Response> {
  const request = await findOne(visit);
  await readForm(visit.request, z.object({}));
  if (!isInForce(request)) throw new NotFound();
  await announceLift(visit.house, scopeOf(visit, purpose), request.id);
  return redirect(`${href('handedRequest', { customer: customerOf(visit).slug, handed: request.id })}?besked=sparat`);
}

/** The last day is the person's own, in Swedish time. */
function endOfDay(day: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Stockholm');
  return new Date(next.epochMilliseconds - 1000);
}

function stepForm({ locale }: Visit, request: HandedRequest) {
  const { wrong } = handedWords[locale];
  const latest = latestAnswerBy(request.received_at);
  const isInReach = (day: string | undefined) =>
    z.iso.date().safeParse(day).success && endOfDay(day!) > request.answer_by && endOfDay(day!) <= latest;
  return z
    .object({
      step: z.enum(['answered', 'extended', 'refused'], wrong.step),
      note: z.string().trim().max(5000, wrong.noteLong).default(''),
      until: z.string().optional(),
    })
    .superRefine(({ step, note, until }, context) => {
      if (step !== 'answered' && note.length < 3) context.addIssue({ code: 'custom', path: ['note'], message: wrong.note });
      if (step === 'extended' && !isInReach(until))
        context.addIssue({ code: 'custom', path: ['until'], message: wrong.until(formatDate(latest, locale)) });
    });
}

/** The letter in the asker's own language, as they read it. */
export async function handedLetter(visit: Visit): Promise<Response> {
  const request = await findOne(visit);
  if (!isTold(request.state)) throw new NotFound();
  return pdfAnswer(await letterPdf(request, customerOf(visit).name, request.language), request.language === 'sv' ? 'svar' : 'answer');
}
