import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { formWords } from '../open-forms/form-words.ts';
import { ContactPage } from './pages/contact-page.tsx';
import { SentPage } from './pages/sent-page.tsx';
import { sendEnquiry } from '../enquiries/send-enquiry.ts';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';
import { contactWords } from './contact-words.ts';
import { sentWords } from './sent-words.ts';

export function contact(visit: Visit): Response {
  return visit.url.searchParams.has('skickat') ? showSent(visit) : showContact(visit, emptyForm(visit));
}

export async function sendContact(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const operator = operatorOf(visit);
  const id = randomUUID();
  const rules = { schema: contactForm(locale), act: 'send', own: ({ email }: { email: string }) => email, folder: id } as const;
  const taken = await takeForm(visit, { ...rules, free: ({ body }) => body });
  if (!taken.ok) return showContact(visit, taken.form);
  const { to, email, body } = taken.value;
  const { clientId, files } = taken;
  if (!(await sendEnquiry(house, operator, { id, clientId, kind: to, email, body, files, language: locale }))) await taken.discard();
  return redirect(`${href('contact')}?skickat=ja`);
}

export const bodyField = ({ bodyMissing, bodyTooLong }: { bodyMissing: string; bodyTooLong: string }) =>
  z.string(bodyMissing).trim().min(1, bodyMissing).max(5_000, bodyTooLong);

function contactForm(locale: Locale) {
  const text = formWords[locale];
  return z.object({ to: z.enum(['question', 'dpo']).catch('question'), email: emailField(text), body: bodyField(text) });
}

/** Also after the price form: what happens next is the same. */
export function showSent(visit: Visit): Response {
  const { locale, house } = visit;
  return page(visit, { title: sentWords[locale].title }, <SentPage locale={locale} development={house.development} />);
}

function showContact(visit: Visit, form: OpenForm): Response {
  const { locale, actor } = visit;
  const { title } = contactWords[locale];
  return withRetryAfter(
    page(
      visit,
      { title, status: form.status },
      <ContactPage operator={operatorOf(visit)} signedIn={actor !== undefined} form={form} locale={locale} />,
    ),
    form,
  );
}
