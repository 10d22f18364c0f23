import { z } from 'zod';
import { operatorOf, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { page } from '../../ui/page.tsx';
import { formWords } from '../open-forms/form-words.ts';
import { showAsked } from '../open-forms/confirmed-by-link.tsx';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';
import { RequestPage, RequestRemovedPage } from './pages/request-page.tsx';
import { requestKinds } from './request.ts';
import { sendRequest as send } from './send-request.ts';
import { requestWords } from './words.ts';

/** The rights of Art. 15–22 for whoever has no account, or would rather write. */
export function requestForm(visit: Visit): Response {
  const { locale, url } = visit;
  const text = requestWords[locale];
  if (url.searchParams.has('borttagen'))
    return page(visit, { title: text.removedTitle, width: 'narrow' }, <RequestRemovedPage locale={locale} />);
  const isSent = url.searchParams.has('skickat');
  return isSent ? showAsked(visit, text.asked, { to: 'requestForm', text: text.again }) : showForm(visit, emptyForm(visit));
}

/** The address to give to someone who reads English, whatever their browser says. */
export const requestFormInEnglish = (visit: Visit): Response => requestForm({ ...visit, locale: 'en' });

/** The same answer whether or not the address is known to us (N-41). */
export async function sendRequest(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const text = requestWords[locale];
  const schema = z.object({
    kind: z.enum(requestKinds, text.kindMissing),
    email: emailField(formWords[locale]),
    body: z.string().trim().max(5000, text.bodyTooLong).default(''),
  });
  const taken = await takeForm(visit, { schema, act: 'request', own: ({ email }) => email, free: ({ body }) => body });
  if (!taken.ok) return showForm(visit, taken.form);
  await send(house, { ...taken.value, clientId: taken.clientId, language: locale });
  return redirect(`${href('requestForm')}?skickat=ja`);
}

function showForm(visit: Visit, form: OpenForm): Response {
  const { locale } = visit;
  const body = <RequestPage locale={locale} operator={operatorOf(visit).name} form={form} />;
  return withRetryAfter(page(visit, { title: requestWords[locale].title, status: form.status }, body), form);
}
