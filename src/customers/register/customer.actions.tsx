import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Scope, Tx } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { controllerSeen } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { formatShortDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { findSeats, listAgreements, listCoursesSought } from '../agreement/agreement.queries.ts';
import { changeAgreement as change, type Change } from '../agreement/change-agreement.ts';
import { listAcceptances } from '../agreement/data-terms.queries.ts';
import { makeAgreement } from '../agreement/make-agreement.ts';
import { coursesSought, cutCourses, seeksCourses } from '../agreement/courses-sought.ts';
import { emptyTyped, type Typed } from '../agreement/pages/terms-fields.tsx';
import { linesOf, startsField, termsFields } from '../agreement/terms-form.ts';
import { termsWords } from '../agreement/terms-words.ts';
import { listCourses } from '../members.queries.ts';
import { CustomerPage } from './pages/customer-page.tsx';
import { NewAgreementPage } from './pages/new-customer-page.tsx';
import { findCustomer, listAdminIds, saveNote, type CustomerRow } from './register.queries.ts';
import { runsCustomers } from './runs-customers.ts';
import { registerWords } from './words.ts';

const idOf = (visit: Visit): string => visit.params['organisation']!;
const cardOf = (visit: Visit, said: keyof (typeof registerWords)['sv']['card']['said']) =>
  redirect(`${href('customerCard', { organisation: idOf(visit) })}?besked=${said}`);

/** The operator's own scope, with this customer's courses in it and none of its people. */
const scope = (visit: Visit): Scope => ({ ...scopeOf(visit, 'administer-customer'), customerId: idOf(visit) });

async function theCustomer(tx: Tx, visit: Visit): Promise<CustomerRow> {
  const found = await findCustomer(tx, idOf(visit));
  if (!found) throw new NotFound();
  return found;
}

export const customerCard = (visit: Visit): Promise<Response> => card(visit, {}, []);

async function card(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  runsCustomers(visit);
  const { locale, house, url } = visit;
  const facts = await house.database.transaction(scope(visit), async (tx) => ({
    customer: await theCustomer(tx, visit),
    agreements: await listAgreements(tx, idOf(visit)),
    acceptances: await listAcceptances(tx, idOf(visit)),
    seats: await findSeats(tx, idOf(visit)),
  }));
  const controller = (await controllerSeen(visit, idOf(visit), scope(visit), 'desk'))!;
  const { said } = registerWords[locale].card;
  const told = Object.entries(said).find(([name]) => name === url.searchParams.get('besked'))?.[1];
  const flash = told && errors.length === 0 ? { flash: { kind: 'done', text: told } as const } : {};
  return page(
    visit,
    { title: facts.customer.name, width: 'wide', status: errors.length > 0 ? 422 : 200, ...flash },
    <CustomerPage locale={locale} now={house.clock.now()} typed={typed} errors={errors} controller={controller} {...facts} />,
  );
}

export async function saveCustomerNote(visit: Visit): Promise<Response> {
  runsCustomers(visit);
  const { noteLong } = registerWords[visit.locale].card;
  const form = await readForm(visit.request, z.object({ note: z.string(noteLong).trim().max(5000, noteLong) }));
  if (!form.ok) return card(visit, form.typed.one, form.errors);
  await visit.house.database.transaction(scope(visit), async (tx) => {
    await theCustomer(tx, visit);
    await saveNote(tx, idOf(visit), form.value.note, visit.house.clock.now());
  });
  return cardOf(visit, 'anteckning');
}

const changeForm = z.discriminatedUnion('change', [
  z.object({ change: z.literal('notice') }),
  z.object({ change: z.literal('renew') }),
  z.object({ change: z.literal('end') }),
  z.object({
    change: z.literal('seats'),
    seats: z
      .string()
      .trim()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(1_000_000)),
  }),
]);

export async function changeAgreement(visit: Visit): Promise<Response> {
  runsCustomers(visit);
  const { house, locale, params } = visit;
  const { faults } = registerWords[locale].card;
  const agreementId = params['agreement']!;
  const form = await readForm(visit.request, changeForm);
  const refuse = (text: string) => card(visit, { ...form.typed.one, agreement: agreementId }, [{ name: 'seats', text }]);
  if (!form.ok) return refuse(faults.seats);
  const wanted: Change = form.value.change === 'notice' ? { change: 'notice', by: 'operator' } : form.value;
  const outcome = await house.database.transaction({ ...scope(visit), across: 'agreement' }, async (tx) => {
    const done = await change(tx, { customerId: idOf(visit), id: agreementId }, wanted, house.clock.now());
    if (done === 'changed' && wanted.change === 'notice') await tellAdmins(tx, visit, agreementId);
    return done;
  });
  if (outcome === 'not there') throw new NotFound();
  return outcome === 'changed' ? cardOf(visit, 'andrat') : refuse(faults[outcome]);
}

async function tellAdmins(tx: Tx, visit: Visit, agreementId: string): Promise<void> {
  for (const { id, language } of await listAdminIds(tx, idOf(visit))) {
    const about = { customerId: idOf(visit), agreementId };
    await postMail(tx, visit.house.clock, { to: { accountId: id }, template: 'agreement-noticed', language, about });
  }
}

export const newAgreement = (visit: Visit): Promise<Response> => agreementPage(visit, emptyTyped);

export async function createAgreement(visit: Visit): Promise<Response> {
  runsCustomers(visit);
  const { house, locale } = visit;
  const rule = z.object({
    ...termsFields(locale),
    client_id: z.uuid().catch(() => randomUUID()),
    language: z.enum(['sv', 'en'], registerWords[locale].make.languageMissing),
    starts: startsField(locale),
  });
  const form = await readForm(visit.request, rule);
  const typed = { values: form.typed.one, courses: form.typed.all['courses'] ?? [] };
  if (seeksCourses(form.typed)) return agreementPage(visit, { ...typed, errors: [] });
  if (!form.ok) return agreementPage(visit, { ...typed, errors: form.errors });
  const { client_id: clientId, courses, language, starts, seats, months, renews, notice } = form.value;
  const { lines, errors } = linesOf(form.value, locale);
  if (errors.length > 0) return agreementPage(visit, { ...typed, errors });
  const terms = { language, startsAt: starts, periodMonths: months, renews: renews === 'yes', noticeMonths: notice, seats, courses, lines };
  const outcome = await house.database.transaction(scope(visit), async (tx) => {
    await theCustomer(tx, visit);
    const known = new Set((await listCourses(tx, idOf(visit))).map(({ id }) => id));
    if (!courses.every((id) => known.has(id))) return 'unknown';
    return makeAgreement(tx, { ...terms, id: randomUUID(), clientId, customerId: idOf(visit) }, house.clock.now());
  });
  if (outcome === 'unknown')
    return agreementPage(visit, { ...typed, errors: [{ name: 'courses', text: termsWords[locale].form.coursesUnknown }] });
  if (outcome === 'overlaps')
    return agreementPage(visit, { ...typed, errors: [{ name: 'starts', text: registerWords[locale].card.faults.overlaps }] });
  return cardOf(visit, 'avtal');
}

async function agreementPage(visit: Visit, typed: Typed): Promise<Response> {
  runsCustomers(visit);
  const { locale, house } = visit;
  const sought = coursesSought(typed);
  const facts = await house.database.transaction(scope(visit), async (tx) => ({
    customer: await theCustomer(tx, visit),
    ...cutCourses(await listCoursesSought(tx, idOf(visit), sought), sought),
  }));
  return page(
    visit,
    { title: registerWords[locale].make.agreementTitle, status: typed.errors.length > 0 ? 422 : 200 },
    <NewAgreementPage locale={locale} typed={typed} clientId={randomUUID()} today={formatShortDate(house.clock.now())} {...facts} />,
  );
}
