import { z } from 'zod';
import { operatorOnly } from '../../desk/index.ts';
import { dayOf, readDay, startOfDay } from '../../platform/calendar.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { findPurchase } from '../purchase.queries.ts';
import type { PurchaseRow } from '../purchase-state.ts';
import { listVouchersOf, type VoucherRow } from '../voucher.queries.ts';
import { fieldsOfPurchase, lookAtPurchases } from './look-at-purchases.ts';
import { DeskPurchasePage } from './pages/desk-purchase-page.tsx';
import { purchasesWords } from './purchases-words.ts';
import { stepPurchase, steps } from './step-purchase.ts';

export const deskPurchase = (visit: Visit): Promise<Response> => showPurchase(visit, {}, []);

/** One purchase for whoever answers buyers, and that they have looked. */
function findLooked(visit: Visit): Promise<{ purchase: PurchaseRow; vouchers: VoucherRow[] }> {
  operatorOnly(visit, 'support', 'executive');
  const id = visit.params['purchase'] ?? '';
  return visit.house.database.transaction(scopeOf(visit, 'sell'), async (tx) => {
    const purchase = await findPurchase(tx, id);
    if (!purchase) throw new NotFound();
    await lookAtPurchases(tx, visit, 'sell', fieldsOfPurchase, [id]);
    return { purchase, vouchers: await listVouchersOf(tx, id) };
  });
}

async function showPurchase(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  const found = await findLooked(visit);
  const { locale, house, url } = visit;
  const text = purchasesWords[locale].one;
  const told = { sparat: text.saved, skickat: text.sent }[url.searchParams.get('besked') ?? ''];
  const flash = told && errors.length === 0 ? { flash: { kind: 'done', text: told } as const } : {};
  const props = { ...found, locale, now: house.clock.now(), typed, errors };
  return page(
    visit,
    { title: text.title(found.purchase.number), status: errors.length > 0 ? 422 : 200, ...flash },
    <DeskPurchasePage {...props} />,
  );
}

export async function stepDeskPurchase(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const { locale, house } = visit;
  const { wrong } = purchasesWords[locale].one;
  const id = visit.params['purchase'] ?? '';
  const scope = scopeOf(visit, 'sell');
  const purchase = await house.database.transaction(scope, (tx) => findPurchase(tx, id));
  if (!purchase) throw new NotFound();
  const form = await readForm(visit.request, stepForm(visit, purchase));
  if (!form.ok) return showPurchase(visit, form.typed.one, form.errors);
  const { step, paid_on } = form.value;
  const taken = await stepPurchase(house, scope, id, step, step === 'paid' ? paymentTime(paid_on, purchase) : undefined);
  if (!taken) return showPurchase(visit, form.typed.one, [{ name: 'step', text: wrong.notNow }]);
  return redirect(`${href('deskPurchase', { purchase: id })}?besked=${step === 'link' ? 'skickat' : 'sparat'}`);
}

/** A bank tells the day alone: nobody pays before they have ordered. */
function paymentTime(typed: string, { ordered_at }: PurchaseRow): Date {
  const start = startOfDay(readDay(typed)!);
  return start < ordered_at ? ordered_at : start;
}

function stepForm({ locale, house }: Visit, { ordered_at }: PurchaseRow) {
  const { wrong } = purchasesWords[locale].one;
  const [today, first] = [dayOf(house.clock.now()), dayOf(ordered_at)];
  const dayFault = (typed: string): string | undefined => {
    const day = readDay(typed);
    if (!day) return wrong.dayMissing;
    if (Temporal.PlainDate.compare(day, first) < 0) return wrong.dayEarly(formatDate(ordered_at, locale));
    return Temporal.PlainDate.compare(day, today) > 0 ? wrong.dayLate : undefined;
  };
  return z
    .object({ step: z.enum(steps, wrong.step), paid_on: z.string().trim().default(''), understand: z.string().optional() })
    .superRefine(({ step, paid_on, understand }, context) => {
      const fault = step === 'paid' ? dayFault(paid_on) : undefined;
      if (fault) context.addIssue({ code: 'custom', path: ['paid_on'], message: fault });
      if (step === 'cancelled' && understand !== 'yes')
        context.addIssue({ code: 'custom', path: ['understand'], message: wrong.understand });
    });
}
