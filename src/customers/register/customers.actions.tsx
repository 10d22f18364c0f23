import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, chosenIn, searchedIn } from '../../ui/asked-list.ts';
import { formatShortDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { readOrgNumber } from '../agreement/org-number.ts';
import { emptyTyped, type Typed } from '../agreement/pages/terms-fields.tsx';
import { linesOf, startsField, termsFields } from '../agreement/terms-form.ts';
import { termsWords } from '../agreement/terms-words.ts';
import { openCustomer } from './open-customer.ts';
import { CustomersPage } from './pages/customers-page.tsx';
import { NewCustomerPage } from './pages/new-customer-page.tsx';
import { customerKinds, customersPerPage, findCustomer, hasOrgNumber, listCustomers, states, type Wanted } from './register.queries.ts';
import { runsCustomers } from './runs-customers.ts';
import { registerWords } from './words.ts';

export async function customers(visit: Visit): Promise<Response> {
  runsCustomers(visit);
  const { locale, house } = visit;
  const wanted = wantedIn(visit.url);
  const found = await house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) => listCustomers(tx, wanted));
  const rows = found.slice(0, customersPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  return page(
    visit,
    { title: registerWords[locale].list.title, width: 'wide' },
    <CustomersPage locale={locale} wanted={wanted} rows={rows} next={next} />,
  );
}

const wantedIn = (url: URL): Wanted => ({
  text: searchedIn(url),
  kind: chosenIn(url, 'slag', customerKinds),
  state: chosenIn(url, 'lage', states),
  order: chosenIn(url, 'ordning', ['slut']) ? 'end' : 'name',
  after: afterIn(url),
});

export async function newCustomer(visit: Visit): Promise<Response> {
  runsCustomers(visit);
  return formPage(visit, emptyTyped);
}

/** The id in the form is the customer's own: the same form twice makes one customer. */
export async function createCustomer(visit: Visit): Promise<Response> {
  const actorId = runsCustomers(visit);
  const { house, locale } = visit;
  const form = await readForm(visit.request, customerForm(visit));
  const typed = { values: form.typed.one, courses: [] };
  if (!form.ok) return formPage(visit, { ...typed, errors: form.errors });
  const { value } = form;
  const { lines, errors } = linesOf(value, locale);
  if (errors.length > 0) return formPage(visit, { ...typed, errors });
  const { client_id: id, name, kind, org, email, language, starts, seats, months, renews, notice } = value;
  const scope = { ...scopeOf(visit, 'administer-customer'), customerId: id, across: 'agreement' } as const;
  const made = await house.database.transaction(scope, async (tx) => {
    if (await findCustomer(tx, id)) return 'made';
    if (org && (await hasOrgNumber(tx, org))) return 'taken';
    const agreement = {
      clientId: id,
      startsAt: starts,
      periodMonths: months,
      renews: renews === 'yes',
      noticeMonths: notice,
      seats,
      lines,
    };
    await openCustomer(tx, house, { id, name, kind, orgNumber: org, language, email, actorId, agreement });
    return 'made';
  });
  if (made === 'taken') return formPage(visit, { ...typed, errors: [{ name: 'org', text: registerWords[locale].make.orgNumberTaken }] });
  return redirect(`${href('customerCard', { organisation: id })}?besked=skapad`);
}

function customerForm({ locale }: Visit) {
  const text = registerWords[locale].make;
  return z.object({
    ...termsFields(locale),
    client_id: z.uuid().catch(() => randomUUID()),
    name: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(200, text.nameLong),
    kind: z.enum(customerKinds, text.kindMissing),
    org: orgNumberField(termsWords[locale].form.orgNumberWrong),
    email: z
      .string(text.emailMissing)
      .trim()
      .toLowerCase()
      .min(1, text.emailMissing)
      .max(254, text.emailWrong)
      .pipe(z.email(text.emailWrong)),
    language: z.enum(['sv', 'en'], text.languageMissing),
    starts: startsField(locale),
  });
}

/** May be left out: a shop of our own has none of its own. */
const orgNumberField = (message: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return null;
      const number = readOrgNumber(typed);
      if (number) return number;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

function formPage(visit: Visit, typed: Typed): Response {
  const { locale, house } = visit;
  return page(
    visit,
    { title: registerWords[locale].make.title, status: typed.errors.length > 0 ? 422 : 200 },
    <NewCustomerPage locale={locale} typed={typed} clientId={randomUUID()} today={formatShortDate(house.clock.now())} />,
  );
}
