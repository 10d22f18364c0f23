import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dataMap } from '../../../data-map/index.ts';
import { emptyForm, formWords, takeForm, withRetryAfter, type OpenFormState } from '../../desk/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { customerOf, NotFound, operatorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { dueBy } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { purchaseLink } from '../purchase-link.ts';
import { findOwnEmail, insertCheckout } from './checkout.queries.ts';
import { findForSale, type ForSale } from './for-sale.queries.ts';
import { AskedPage } from './pages/asked-page.tsx';
import { BuyPage } from './pages/buy-page.tsx';
import { buyingWords } from './words.ts';

type Sale = { course: ForSale; ownEmail: string | undefined };

export async function buyCourse(visit: Visit): Promise<Response> {
  const sale = await findSale(visit);
  return visit.url.searchParams.has('skickat') ? showAsked(visit) : showBuying(visit, sale, emptyForm(visit));
}

/**
 * Notes what somebody wants to buy, and mails the link by which it is ordered: whoever reads at the address decides, and not whoever typed
 * it. Someone who is signed in has proved the address already.
 */
export async function fillInOrder(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const sale = await findSale(visit);
  const { ownEmail } = sale;
  const own = ({ email }: { email: string }) => ownEmail ?? email;
  const taken = await takeForm(visit, { schema: buyForm(locale, ownEmail), act: 'order', own, free: () => '' });
  if (!taken.ok) return showBuying(visit, sale, taken.form);
  const { givenName, familyName } = taken.value;
  const [id, at, email] = [randomUUID(), house.clock.now(), own(taken.value)];
  const { customer_id, course_id } = sale.course;
  const isNew = await house.database.transaction(acrossCustomers('purchase'), async (tx) => {
    const inserted = await insertCheckout(tx, {
      ...{ id, client_id: taken.clientId, customer_id, course_id, email, given_name: givenName, family_name: familyName },
      ...{ language: locale, payment_method: 'invoice', asked_at: at, due_at: dueBy(dataMap.checkout.retention, at) },
    });
    if (inserted && !ownEmail)
      await postMail(tx, house.clock, { to: { address: email }, template: 'confirm-order', language: locale, about: { checkoutId: id } });
    return inserted;
  });
  if (ownEmail && isNew) return redirect(purchaseLink(house, id));
  return redirect(`${href('buyCourse', { customer: customerOf(visit).slug, course: sale.course.slug })}?skickat=ja`);
}

async function findSale(visit: Visit): Promise<Sale> {
  const { house, params, actor } = visit;
  const customerId = customerOf(visit).id;
  const { course, ownEmail } = await house.database.transaction(scopeOf(visit, 'sell'), async (tx) => ({
    course: await findForSale(tx, customerId, params['course']!),
    ownEmail: actor && (await findOwnEmail(tx)),
  }));
  if (!course) throw new NotFound();
  return { course, ownEmail };
}

function buyForm(locale: Locale, ownEmail: string | undefined) {
  const text = buyingWords[locale].buy;
  const name = (missing: string) => z.string(missing).trim().min(1, missing).max(100, text.nameLong);
  return z.object({
    givenName: name(text.givenNameMissing),
    familyName: name(text.familyNameMissing),
    email: ownEmail ? z.string().catch(ownEmail) : emailField(formWords[locale]),
  });
}

function showAsked(visit: Visit): Response {
  const { locale, house } = visit;
  const text = buyingWords[locale].asked;
  const again = { href: visit.path, text: text.again };
  return page(
    visit,
    { title: text.title, width: 'narrow' },
    <AskedPage locale={locale} lead={text.lead} again={again} development={house.development} />,
  );
}

function showBuying(visit: Visit, { course, ownEmail }: Sale, form: OpenFormState): Response {
  const { locale } = visit;
  const props = { locale, course, ownEmail, form, customer: customerOf(visit), contact: operatorOf(visit).contactEmail };
  return withRetryAfter(page(visit, { title: buyingWords[locale].buy.title, status: form.status }, <BuyPage {...props} />), form);
}
