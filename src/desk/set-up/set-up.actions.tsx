import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { locales, type Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { insertOperator } from './set-up.queries.ts';
import { publishFirstDocuments } from './first-documents.ts';
import { SetUpPage } from './set-up-page.tsx';
import { words } from './words.ts';

/** The first visit of an empty installation. Once somebody runs it, this page is no more. */
export function setUp(visit: Visit): Response {
  return visit.operator ? redirect(href('start')) : setUpPage(visit, {}, []);
}

export async function saveSetUp(visit: Visit): Promise<Response> {
  if (visit.operator) return redirect(href('start'));
  const form = await readForm(visit.request, operatorForm(visit.locale));
  if (!form.ok) return setUpPage(visit, form.typed.one, form.errors);
  const { database, clock, register } = visit.house;
  await database.transaction(acrossCustomers('set-up'), async (tx) => {
    // Whoever was first decides; a second press finds it done.
    if (await insertOperator(tx, form.value)) await publishFirstDocuments(tx, clock.now(), register);
  });
  return redirect(href('start'));
}

function operatorForm(locale: Locale) {
  const text = words[locale];
  const name = (missing: string) => z.string(missing).trim().min(1, missing).max(200, text.tooLong);
  return z.object({
    name: name(text.nameMissing),
    contactEmail: emailField(text.contact),
    dpoName: name(text.dpoNameMissing),
    dpoEmail: emailField(text.dpo),
    language: z.enum(locales, text.languageMissing),
  });
}

function setUpPage(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Response {
  const { locale } = visit;
  const { title } = words[locale];
  return page(
    visit,
    { title, status: errors.length > 0 ? 422 : 200, width: 'narrow' },
    <SetUpPage typed={typed} errors={errors} locale={locale} />,
  );
}
