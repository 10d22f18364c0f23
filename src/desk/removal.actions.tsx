import { z } from 'zod';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { emailField } from '../sign-in/index.ts';
import { page } from '../ui/page.tsx';
import { formWords } from './form-words.ts';
import { minutesToWait } from './limits.ts';
import { linkEnded, neverStored } from './own-enquiry.actions.tsx';
import { ConfirmRemovalPage, RemovalAskedPage, RemovalDonePage, RemovalPage } from './pages/removal-pages.tsx';
import { askAddress, removeByLink, sentByLink } from './remove-enquiries.ts';
import { sentWords } from './sent-words.ts';

export function removal(visit: Visit): Response {
  const { locale, house, url } = visit;
  const text = sentWords[locale].removal;
  if (url.searchParams.has('borttaget'))
    return page(visit, { title: text.doneTitle, width: 'narrow' }, <RemovalDonePage locale={locale} />);
  if (!url.searchParams.has('skickat')) return showRemoval(visit, '', []);
  const asked = <RemovalAskedPage locale={locale} development={house.development} />;
  return page(visit, { title: text.askedTitle, width: 'narrow' }, asked);
}

/** The same answer whether or not the address has ever written to us (N-41). */
export async function askForRemoval(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const text = formWords[locale];
  const form = await readForm(visit.request, z.object({ email: emailField(text) }));
  const typed = form.typed.one['email'] ?? '';
  if (!form.ok) return showRemoval(visit, typed, form.errors);
  const minutes = await minutesToWait(visit, 'removal', form.value.email);
  if (minutes) return tooMany(visit, typed, minutes);
  await askAddress(house, form.value.email, locale);
  return redirect(`${href('removal')}?skickat=ja`);
}

export async function confirmRemoval(visit: Visit): Promise<Response> {
  const { locale, house, params } = visit;
  const token = params['token']!;
  const sent = await sentByLink(house, token);
  if (!sent) return linkEnded(visit, 'removal');
  const { title } = sentWords[locale].removal;
  return neverStored(page(visit, { title, width: 'narrow' }, <ConfirmRemovalPage locale={locale} token={token} sent={sent} />));
}

export async function removeEnquiries(visit: Visit): Promise<Response> {
  const isDone = await removeByLink(visit.house, visit.params['token']!);
  return isDone ? redirect(`${href('removal')}?borttaget=ja`) : linkEnded(visit, 'removal');
}

function tooMany(visit: Visit, typed: string, minutes: number): Response {
  const text = formWords[visit.locale];
  const response = showRemoval(visit, typed, [{ name: 'email', text: text.tooMany(text.minutes(minutes)) }], 429);
  response.headers.set('retry-after', String(minutes * 60));
  return response;
}

function showRemoval(visit: Visit, typed: string, errors: FieldError[], status = errors.length > 0 ? 422 : 200): Response {
  const { locale } = visit;
  const { title } = sentWords[locale].removal;
  return page(visit, { title, status, width: 'narrow' }, <RemovalPage locale={locale} typed={typed} errors={errors} />);
}
