import { z } from 'zod';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { parseNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { companyWords } from './company-words.ts';
import { showSent } from './contact.actions.tsx';
import { formWords } from '../open-forms/form-words.ts';
import { CompanyPage } from './pages/company-page.tsx';
import { sendEnquiry } from '../enquiries/send-enquiry.ts';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';

export function companyServices(visit: Visit): Response {
  return visit.url.searchParams.has('skickat') ? showSent(visit) : showCompany(visit, emptyForm(visit));
}

export async function askForQuote(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const operator = operatorOf(visit);
  const taken = await takeForm(visit, {
    schema: quoteForm(locale),
    act: 'send',
    own: ({ email }) => email,
    free: ({ body, courses }) => `${body}\n${courses}`,
  });
  if (!taken.ok) return showCompany(visit, taken.form);
  const { people_count: peopleCount, ...facts } = taken.value;
  await sendEnquiry(house, operator, { ...facts, peopleCount, clientId: taken.clientId, kind: 'quote', language: locale });
  return redirect(`${href('companyServices')}?skickat=ja`);
}

const mostPeople = 1_000_000;

function quoteForm(locale: Locale) {
  const form = formWords[locale];
  const text = companyWords[locale].form;
  const short = (missing: string, most: number) =>
    z
      .string(missing)
      .trim()
      .min(1, missing)
      .max(most, text.tooLong(String(most)));
  return z.object({
    organisation: short(text.organisationMissing, 200),
    name: short(text.nameMissing, 100),
    email: emailField(form),
    people_count: z
      .string(text.peopleMissing)
      .transform((typed) => parseNumber(typed))
      .pipe(z.int(text.peopleMissing).min(1, text.peopleMissing).max(mostPeople, text.peopleMissing)),
    courses: z.string().trim().max(500, text.tooLong('500')).default(''),
    body: z.string().trim().max(5_000, form.bodyTooLong).default(''),
  });
}

function showCompany(visit: Visit, form: OpenForm): Response {
  const { locale } = visit;
  const { title, description } = companyWords[locale];
  return withRetryAfter(page(visit, { title, description, status: form.status }, <CompanyPage locale={locale} form={form} />), form);
}
