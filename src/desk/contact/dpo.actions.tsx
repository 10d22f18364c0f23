import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { page } from '../../ui/page.tsx';
import { bodyField, showSent } from './contact.actions.tsx';
import { dpoWords } from './dpo-words.ts';
import { formWords } from '../open-forms/form-words.ts';
import { DpoPage } from './pages/dpo-page.tsx';
import { sendEnquiry } from '../enquiries/send-enquiry.ts';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';

/** The officer is easy to reach for everyone, account or not (GDPR Art. 38(4)). */
export function dpo(visit: Visit): Response {
  return visit.url.searchParams.has('skickat') ? showSent(visit) : showDpo(visit, emptyForm(visit));
}

/** To the officer's own inbox, which nobody else opens (Art. 38(5)). */
export async function askDpo(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const text = formWords[locale];
  const schema = z.object({ email: emailField(text), body: bodyField(text) });
  const id = randomUUID();
  const taken = await takeForm(visit, { schema, act: 'send', own: ({ email }) => email, free: ({ body }) => body, folder: id });
  if (!taken.ok) return showDpo(visit, taken.form);
  const { clientId, files, value } = taken;
  const isNew = await sendEnquiry(house, operatorOf(visit), { ...value, id, clientId, files, kind: 'dpo', language: locale });
  if (!isNew) await taken.discard();
  return redirect(`${href('dpo')}?skickat=ja`);
}

function showDpo(visit: Visit, form: OpenForm): Response {
  const { locale, actor } = visit;
  const body = <DpoPage operator={operatorOf(visit)} signedIn={actor !== undefined} form={form} locale={locale} />;
  return withRetryAfter(page(visit, { title: dpoWords[locale].title, status: form.status }, body), form);
}
