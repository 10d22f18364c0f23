import { z } from 'zod';
import { annexNow } from '../../privacy/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Operator, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { findOwnName } from '../members.queries.ts';
import { nameOf } from '../name-of.ts';
import { findCustomer } from '../register/register.queries.ts';
import { acceptDataTerms as accept } from './accept-data-terms.ts';
import { agreementPdf as makePdf, pdfAnswer } from './agreement-pdf.ts';
import { findAgreement, listAgreements } from './agreement.queries.ts';
import { changeAgreement } from './change-agreement.ts';
import { dataTerms } from './data-terms.ts';
import { listAcceptances } from './data-terms.queries.ts';
import { AgreementPage, type AgreementPageProps } from './pages/agreement-page.tsx';
import { DataProcessingPage } from './pages/data-processing-page.tsx';
import { EndedPage } from './pages/ended-page.tsx';
import { agreementWords } from './words.ts';

/** Changes with the form, so that the proof tells which form was answered. */
const form = 'agreement 1: position, one box, nothing ticked beforehand';

const operatorOf = (visit: Visit): Operator => visit.operator!;
const termsFor = (visit: Visit) => dataTerms(visit.locale, { customer: customerOf(visit).name, operator: operatorOf(visit).name });

export const agreement = (visit: Visit): Promise<Response> => agreementPage(visit, undefined);

async function agreementPage(visit: Visit, refused: AgreementPageProps['refused']): Promise<Response> {
  customerAdmin(visit);
  const { locale, house, url } = visit;
  const customer = customerOf(visit);
  const facts = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => ({
    agreements: await listAgreements(tx, customer.id),
    acceptances: await listAcceptances(tx, customer.id),
  }));
  const text = agreementWords[locale].agreement;
  const told = Object.entries(text.said).find(([name]) => name === url.searchParams.get('besked'))?.[1];
  const flash = told && !refused ? { flash: { kind: 'done', text: told } as const } : {};
  const props = { locale, now: house.clock.now(), customer, operator: operatorOf(visit).name, terms: termsFor(visit), refused, ...facts };
  return page(visit, { title: text.title, status: refused ? 422 : 200, ...flash }, <AgreementPage {...props} />);
}

const refuse = (visit: Visit, typed: Record<string, string>, errors: FieldError[]) =>
  agreementPage(visit, { id: visit.params['agreement']!, typed, errors });

/** Art. 28(9): accepted in writing, which includes electronic form, by someone who may act for the customer. */
export async function acceptDataTerms(visit: Visit): Promise<Response> {
  const accountId = customerAdmin(visit);
  const { house, locale, params } = visit;
  const customer = customerOf(visit);
  const text = agreementWords[locale].agreement;
  const filled = await readForm(
    visit.request,
    z.object({
      title: z.string(text.titleMissing).trim().min(1, text.titleMissing).max(100, text.titleLong),
      accept: z.literal('yes', text.acceptMissing),
    }),
  );
  if (!filled.ok) return refuse(visit, filled.typed.one, filled.errors);
  await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    if (!(await findAgreement(tx, customer.id, params['agreement']!))) throw new NotFound();
    const name = nameOf(await findOwnName(tx, accountId));
    const parties = {
      customerId: customer.id,
      agreementId: params['agreement']!,
      customer: customer.name,
      operator: operatorOf(visit).name,
    };
    const by = { accountId, email: null, name, title: filled.value.title, formFingerprint: form };
    await accept(tx, { ...parties, language: locale }, by, house.clock.now());
  });
  return redirect(`${href('agreement', { customer: customer.slug })}?besked=godkant`);
}

export async function giveNotice(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { house, locale, params } = visit;
  const customer = customerOf(visit);
  const text = agreementWords[locale].agreement;
  const filled = await readForm(visit.request, z.object({ sure: z.literal('yes', text.sureMissing) }));
  if (!filled.ok) return refuse(visit, filled.typed.one, filled.errors);
  const outcome = await house.database.transaction({ ...scopeOf(visit, 'administer-customer'), across: 'agreement' }, (tx) =>
    changeAgreement(tx, { customerId: customer.id, id: params['agreement']! }, { change: 'notice', by: 'customer' }, house.clock.now()),
  );
  if (outcome === 'not there') throw new NotFound();
  if (outcome === 'ended') return refuse(visit, {}, [{ name: 'sure', text: text.ended }]);
  return redirect(`${href('agreement', { customer: customer.slug })}?besked=uppsagt`);
}

export async function agreementPdf(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { house, locale, params } = visit;
  const customer = customerOf(visit);
  const facts = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => ({
    agreement: await findAgreement(tx, customer.id, params['agreement']!),
    acceptances: await listAcceptances(tx, customer.id),
    orgNumber: (await findCustomer(tx, customer.id))?.org_number ?? null,
  }));
  const { agreement } = facts;
  if (!agreement) throw new NotFound();
  const acceptance = facts.acceptances.find(({ agreement_id }) => agreement_id === agreement.id);
  const parties = { customer: { name: customer.name, orgNumber: facts.orgNumber }, operator: operatorOf(visit) };
  const pdf = await makePdf({ locale, now: house.clock.now(), agreement, acceptance, terms: termsFor(visit), ...parties });
  return pdfAnswer(pdf, locale === 'sv' ? 'avtal' : 'agreement');
}

export async function dataProcessing(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { locale } = visit;
  const annex = await annexNow(visit);
  return page(
    visit,
    { title: annex.made.title, width: 'wide' },
    <DataProcessingPage
      locale={locale}
      customer={customerOf(visit)}
      operator={operatorOf(visit).name}
      annex={annex}
      terms={termsFor(visit)}
    />,
  );
}

/** What a customer's people meet once its agreement has ended. */
export function agreementEnded(visit: Visit): Response {
  const { locale } = visit;
  const customer = customerOf(visit);
  const isAdmin = visit.actor?.roles.includes('customer_admin') ?? false;
  return page(
    visit,
    { title: agreementWords[locale].ended.title, status: 410, width: 'narrow' },
    <EndedPage locale={locale} customer={customer} endedAt={new Date(customer.endedAt!)} isAdmin={isAdmin} />,
  );
}
