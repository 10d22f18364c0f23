import { z } from 'zod';
import { acrossCustomers } from '../platform/database.ts';
import { readForm } from '../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { emailField } from '../sign-in/index.ts';
import { page } from '../ui/page.tsx';
import { stateText } from './fault-text.ts';
import { keyState } from './key-state.ts';
import { findKeyById, type KeyRow } from './keys.queries.ts';
import { minutesToWaitForMail } from './limits.ts';
import { ClosedPage } from './pages/closed-page.tsx';
import { KeyOwnerPage, LinkSentPage } from './pages/key-owner-page.tsx';
import { sendLinkTo } from './send-key-link.ts';
import { words } from './words.ts';

export async function keyOwner(visit: Visit): Promise<Response> {
  const key = await keyOfToken(visit);
  if (keyState(key, visit.house.clock.now()) !== 'open') return closedKey(visit, key);
  if (!visit.url.searchParams.has('skickat')) return ownerPage(visit, key, {});
  const { locale, house, params } = visit;
  return page(
    visit,
    { title: words[locale].owner.sentTitle, width: 'narrow' },
    <LinkSentPage locale={locale} token={params['token']!} isBound={key.bound_email !== null} development={house.development} />,
  );
}

export async function sendKeyLink(visit: Visit): Promise<Response> {
  const { locale, house, params } = visit;
  const key = await keyOfToken(visit);
  if (keyState(key, house.clock.now()) !== 'open') return closedKey(visit, key);
  const form = await readForm(visit.request, z.object(key.bound_email === null ? { email: emailField(words[locale].owner) } : {}));
  const typed = form.typed.one['email'];
  if (!form.ok) return ownerPage(visit, key, { typed, error: form.errors[0]?.text });
  const email = key.bound_email ?? (form.value as { email: string }).email;
  const minutes = await minutesToWaitForMail(visit, { keyId: key.id, email });
  if (minutes !== undefined) return tooMany(visit, key, typed, minutes);
  await sendLinkTo(house, { keyId: key.id, email, language: locale });
  return redirect(`${href('keyOwner', { token: params['token']! })}?skickat=ja`);
}

/** The key whose holder was given this address; anything else is not found. */
export async function keyOfToken({ house, params }: Visit): Promise<KeyRow> {
  const keyId = house.secrets.readToken('key', params['token']!);
  const key = keyId && (await house.database.transaction(acrossCustomers('key redemption'), (tx) => findKeyById(tx, keyId)));
  if (!key) throw new NotFound();
  return key;
}

/** The key was open a while ago and is not any more. */
export function closedKey(visit: Visit, key: KeyRow): Response {
  const { locale } = visit;
  const state = keyState(key, visit.house.clock.now());
  const text = stateText(state === 'open' ? 'used' : state, key, locale);
  const { title } = words[locale].closed;
  return page(
    visit,
    { title, status: 410, width: 'narrow' },
    <ClosedPage locale={locale} title={title} text={text} signedIn={visit.actor !== undefined} />,
  );
}

function tooMany(visit: Visit, key: KeyRow, typed: string | undefined, minutes: number): Response {
  const text = words[visit.locale];
  const response = ownerPage(visit, key, { typed, error: text.fault.tooMany(text.minutes(minutes)), status: 429 });
  response.headers.set('retry-after', String(minutes * 60));
  return response;
}

type Shown = { typed?: string | undefined; error?: string | undefined; status?: number };

function ownerPage(visit: Visit, key: KeyRow, { typed, error, status = error ? 422 : 200 }: Shown): Response {
  const { locale, params } = visit;
  return page(
    visit,
    { title: words[locale].owner.title, status, width: 'narrow' },
    <KeyOwnerPage locale={locale} token={params['token']!} isBound={key.bound_email !== null} typed={typed} error={error} />,
  );
}
