import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formWords, minutesToWait } from '../../desk/index.ts';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { page } from '../../ui/page.tsx';
import { purchaseLink } from '../purchase-link.ts';
import { insertFinding, listOwnPurchases } from './checkout.queries.ts';
import { AskedPage } from './pages/asked-page.tsx';
import { FindPage, OwnPurchasesPage } from './pages/own-purchases-page.tsx';
import { buyingWords } from './words.ts';

/** Reachable from every page, also without the link to the purchase (EU 2023/2673). */
export function findPurchases(visit: Visit): Response {
  const { locale, url, house } = visit;
  if (!url.searchParams.has('skickat')) return showFinding(visit, '', []);
  const text = buyingWords[locale].asked;
  const again = { href: href('findPurchases'), text: text.again };
  return page(
    visit,
    { title: text.title, width: 'narrow' },
    <AskedPage locale={locale} lead={text.leadFind} again={again} development={house.development} />,
  );
}

/** The same answer, and the same work, whether or not anything was bought with the address (N-41). */
export async function mailPurchases(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const text = formWords[locale];
  const form = await readForm(visit.request, z.object({ email: emailField(text) }));
  const typed = form.typed.one['email'] ?? '';
  if (!form.ok) return showFinding(visit, typed, form.errors);
  const minutes = await minutesToWait(visit, 'findPurchases', form.value.email);
  if (minutes) return tooMany(visit, typed, minutes);
  const { email } = form.value;
  const [id, at] = [randomUUID(), house.clock.now()];
  await house.database.transaction(acrossCustomers('purchase'), async (tx) => {
    await insertFinding(tx, { id, email, at, expiresAt: addDays(at, 1) });
    await postMail(tx, house.clock, { to: { address: email }, template: 'own-purchases', language: locale, about: { challengeId: id } });
  });
  return redirect(`${href('findPurchases')}?skickat=ja`);
}

export async function ownPurchases(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const purchases = await house.database.transaction(scopeOf(visit, 'sell'), listOwnPurchases);
  const rows = purchases.map((purchase) => ({ purchase, link: purchaseLink(house, purchase.id) }));
  const { title } = buyingWords[locale].own;
  return page(visit, { title }, <OwnPurchasesPage locale={locale} now={house.clock.now()} rows={rows} />);
}

function tooMany(visit: Visit, typed: string, minutes: number): Response {
  const text = formWords[visit.locale];
  const response = showFinding(visit, typed, [{ name: 'email', text: text.tooMany(text.minutes(minutes)) }], 429);
  response.headers.set('retry-after', String(minutes * 60));
  return response;
}

function showFinding(visit: Visit, typed: string, errors: FieldError[], status = errors.length > 0 ? 422 : 200): Response {
  const { locale, actor } = visit;
  const { title } = buyingWords[locale].find;
  return page(
    visit,
    { title, status, width: 'narrow' },
    <FindPage locale={locale} typed={typed} errors={errors} signedIn={actor !== undefined} />,
  );
}
