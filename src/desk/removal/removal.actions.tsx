import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { formWords } from '../open-forms/form-words.ts';
import { minutesToWait } from '../open-forms/limits.ts';
import { linkEnded, showAsked, showConfirm } from '../open-forms/confirmed-by-link.tsx';
import { RemovalDonePage, RemovalPage } from './removal-pages.tsx';
import { askAddress, removeByLink, sentByLink } from './remove-enquiries.ts';
import { removalWords } from './removal-words.ts';

export function removal(visit: Visit): Response {
  const { locale, url } = visit;
  const text = removalWords[locale];
  if (url.searchParams.has('borttaget'))
    return page(visit, { title: text.doneTitle, width: 'narrow' }, <RemovalDonePage locale={locale} />);
  return url.searchParams.has('skickat') ? showAsked(visit, text.asked, { to: 'removal', text: text.again }) : showRemoval(visit, '', []);
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
  const text = removalWords[locale];
  return showConfirm(visit, {
    title: text.title,
    lead: sent.length > 0 ? text.found(String(sent.length)) : text.nothing,
    items: sent.map(({ kind, created_at }) => text.each[kind](formatDate(created_at, locale))),
    children: <p>{text.final}</p>,
    action: href('removeEnquiries', { token }),
    button: { text: sent.length > 0 ? text.confirm : text.confirmNothing, kind: 'danger' },
  });
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
  const { title } = removalWords[locale];
  return page(visit, { title, status, width: 'narrow' }, <RemovalPage locale={locale} typed={typed} errors={errors} />);
}
