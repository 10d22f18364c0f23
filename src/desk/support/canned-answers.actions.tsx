import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { deskWords } from '../enquiries/desk-words.ts';
import type { Desk } from '../enquiries/enquiry.ts';
import {
  cannedAnswerOrders,
  cannedAnswersPerPage,
  deleteCannedAnswer,
  findCannedAnswer,
  insertCannedAnswer,
  listCannedAnswersInOrder,
  updateCannedAnswer,
} from './canned-answer.queries.ts';
import { CannedAnswerPage, CannedAnswersPage, type CannedForm } from './pages/canned-answers-page.tsx';

const empty = (): CannedForm => ({ clientId: randomUUID(), typed: {}, errors: [] });

export const cannedAnswers = (visit: Visit) => showList(visit, empty());
export const cannedAnswer = (visit: Visit) => showOne(visit);

export async function addCannedAnswer(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, schemaFor(visit));
  if (!form.ok) return showList(visit, kept(form.typed, form.errors));
  const { client_id: clientId, ...answer } = form.value;
  await visit.house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) =>
    insertCannedAnswer(tx, { ...answer, clientId, desk: deskIn(visit), at: visit.house.clock.now() }),
  );
  return redirect(`${href('cannedAnswers')}?klart=sparad`);
}

export async function saveCannedAnswer(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, schemaFor(visit));
  if (!form.ok) return showOne(visit, kept(form.typed, form.errors));
  const { title, text_sv, text_en } = form.value;
  const isSaved = await visit.house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) =>
    updateCannedAnswer(tx, { id: visit.params['answer']!, title, text_sv, text_en }, visit.house.clock.now()),
  );
  if (!isSaved) throw new NotFound();
  return redirect(`${href('cannedAnswers')}?klart=sparad`);
}

export async function removeCannedAnswer(visit: Visit): Promise<Response> {
  deskIn(visit);
  await visit.house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) => deleteCannedAnswer(tx, visit.params['answer']!));
  return redirect(`${href('cannedAnswers')}?klart=borttagen`);
}

/** Whoever serves both desks keeps the support's here. */
function deskIn(visit: Visit): Desk {
  const { operatorRoles } = actorOf(visit);
  const desk = (['support', 'dpo'] as const).find((one) => operatorRoles.includes(one));
  if (!desk) throw new NotFound();
  return desk;
}

function schemaFor({ locale }: Visit) {
  const { nameMissing, textMissing } = deskWords[locale].canned;
  const text = z.string(textMissing).trim().min(1, textMissing).max(5_000, textMissing);
  return z.object({
    title: z.string(nameMissing).trim().min(1, nameMissing).max(100, nameMissing),
    text_sv: text,
    text_en: text,
    client_id: z.uuid().catch(() => randomUUID()),
  });
}

const kept = ({ one }: FormValues, errors: FieldError[]): CannedForm => ({
  clientId: z.uuid().safeParse(one['client_id']).data ?? randomUUID(),
  typed: one,
  errors,
});

async function showList(visit: Visit, form: CannedForm): Promise<Response> {
  const { locale, house, url } = visit;
  const desk = deskIn(visit);
  const wanted = { text: searchedIn(url), order: orderIn(url, cannedAnswerOrders), after: afterIn(url) };
  const found = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) => listCannedAnswersInOrder(tx, desk, wanted));
  const rows = found.slice(0, cannedAnswersPerPage);
  const next = found.length > cannedAnswersPerPage ? rows.at(-1)?.id : undefined;
  const text = deskWords[locale].canned;
  const done = { sparad: text.saved, borttagen: text.removed }[url.searchParams.get('klart') as 'sparad' | 'borttagen'];
  const flash = done && form.errors.length === 0 ? { flash: { kind: 'done', text: done } as const } : {};
  const status = form.errors.length > 0 ? 422 : 200;
  return page(visit, { title: text.title, status, ...flash }, <CannedAnswersPage {...{ locale, desk, wanted, rows, next, form }} />);
}

async function showOne(visit: Visit, refused?: CannedForm): Promise<Response> {
  const { locale, house, params } = visit;
  const desk = deskIn(visit);
  const found = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) => findCannedAnswer(tx, params['answer']!));
  if (found?.desk !== desk) throw new NotFound();
  const { title, text_sv, text_en } = found;
  const form = refused ?? { ...empty(), typed: { title, text_sv, text_en } };
  return page(
    visit,
    { title: deskWords[locale].canned.edit, status: refused ? 422 : 200 },
    <CannedAnswerPage locale={locale} id={found.id} form={form} />,
  );
}
