import { z } from 'zod';
import { readOrgNumber } from '../../customers/index.ts';
import { operatorOnly } from '../../desk/index.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, operatorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn } from '../../ui/asked-list.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { highestOre, lowestOre, vatRates } from '../price.ts';
import { readKronor, writeKronor } from './kronor.ts';
import { CoursePage } from './pages/course-page.tsx';
import { ShopPage } from './pages/shop-page.tsx';
import { readBankgiro, readVatNumber } from '../seller-numbers.ts';
import { setPrice } from './set-price.ts';
import {
  coursesPerPage,
  findSeller,
  findShopCourse,
  isSellable,
  listSellable,
  listShopCourses,
  saveSeller as save,
  type ShopCourse,
} from './settings.queries.ts';
import { settingsWords } from './settings-words.ts';

export const shopDesk = (visit: Visit): Promise<Response> => showShop(visit, undefined, []);

async function showShop(visit: Visit, typed: Record<string, string> | undefined, errors: FieldError[]): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { locale, house, url } = visit;
  const text = settingsWords[locale];
  const after = afterIn(url);
  const seller = await house.database.transaction(scopeOf(visit, 'sell'), findSeller);
  const customers = await house.database.transaction(choosing(visit), (tx) => listSellable(tx, seller?.customer_id));
  const found = seller
    ? await house.database.transaction(ofSeller(visit, seller.customer_id), (tx) => listShopCourses(tx, seller.customer_id, after))
    : [];
  const courses = found.slice(0, coursesPerPage);
  const next = found.length > courses.length ? courses.at(-1)?.id : undefined;
  const props = { locale, seller, customers, courses, next, isFirst: !after, typed, errors };
  return page(visit, { title: text.title, status: errors.length > 0 ? 422 : 200, ...saved(visit, errors) }, <ShopPage {...props} />);
}

const saved = ({ url, locale }: Visit, errors: FieldError[]) =>
  url.searchParams.get('besked') === 'sparat' && errors.length === 0
    ? { flash: { kind: 'done', text: settingsWords[locale].saved } as const }
    : {};

/** Which customers there are is known to those who look after them. */
const choosing = (visit: Visit) => scopeOf(visit, 'administer-customer');
/** The published courses of the one customer, as a visitor there sees them. */
const ofSeller = (visit: Visit, customerId: string) => ({ ...scopeOf(visit, 'sell'), customerId });

export async function saveSeller(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'executive');
  const { locale, house } = visit;
  const form = await readForm(visit.request, sellerForm(locale));
  if (!form.ok) return showShop(visit, form.typed.one, form.errors);
  const { seller: customer_id, name, org_number, vat_number, address, bankgiro, payment_days } = form.value;
  const isThere = await house.database.transaction(choosing(visit), (tx) => isSellable(tx, customer_id));
  if (!isThere) return showShop(visit, form.typed.one, [{ name: 'seller', text: settingsWords[locale].seller.customerMissing }]);
  await house.database.transaction(scopeOf(visit, 'sell'), (tx) =>
    save(tx, { customer_id, name, org_number, vat_number, address, bankgiro, payment_days, saved_at: house.clock.now() }),
  );
  return redirect(`${href('shopDesk')}?besked=sparat`);
}

/** What is typed, as it is kept; or the sentence that says what is wrong. */
const readAs = <Value,>(read: (typed: string) => Value | undefined, message: string) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const value = read(typed);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const wholeNumber = (least: number, most: number) => (typed: string) => {
  const number = Number(typed.trim());
  return /^\d{1,5}$/.test(typed.trim()) && number >= least && number <= most ? number : undefined;
};

function sellerForm(locale: Locale) {
  const text = settingsWords[locale].seller;
  return z.object({
    seller: z.uuid(text.customerMissing),
    name: z.string(text.nameMissing).trim().min(1, text.nameMissing).max(200, text.nameLong),
    org_number: readAs(readOrgNumber, text.orgNumberWrong),
    vat_number: readAs(readVatNumber, text.vatNumberWrong),
    address: z.string(text.addressMissing).trim().min(1, text.addressMissing).max(300, text.addressLong),
    bankgiro: readAs(readBankgiro, text.bankgiroWrong),
    payment_days: readAs(wholeNumber(10, 60), text.daysWrong),
  });
}

export async function shopCourse(visit: Visit): Promise<Response> {
  const { course } = await findSold(visit);
  return coursePage(visit, course, typedOf(course), []);
}

async function findSold(visit: Visit): Promise<{ customerId: string; course: ShopCourse }> {
  operatorOnly(visit, 'executive');
  const { database } = visit.house;
  const seller = await database.transaction(scopeOf(visit, 'sell'), findSeller);
  if (!seller) throw new NotFound();
  const customerId = seller.customer_id;
  const course = await database.transaction(ofSeller(visit, customerId), (tx) =>
    findShopCourse(tx, customerId, visit.params['sold'] ?? ''),
  );
  if (!course) throw new NotFound();
  return { customerId, course };
}

const typedOf = ({ ore, vat_percent, access_days, on_sale }: ShopCourse): Record<string, string> => ({
  price: ore === null ? '' : writeKronor(ore),
  vat_percent: String(vat_percent ?? vatRates[0]),
  access_days: access_days === null ? '' : String(access_days),
  on_sale: on_sale === false ? '' : 'yes',
});

function coursePage(visit: Visit, course: ShopCourse, typed: Record<string, string>, errors: FieldError[]): Response {
  const status = errors.length > 0 ? 422 : 200;
  return page(
    visit,
    { title: course.title, status, ...saved(visit, errors) },
    <CoursePage {...{ locale: visit.locale, course, typed, errors }} />,
  );
}

export async function saveShopCourse(visit: Visit): Promise<Response> {
  const { customerId, course } = await findSold(visit);
  const { locale, house } = visit;
  const form = await readForm(visit.request, priceForm(locale));
  if (!form.ok) return coursePage(visit, course, form.typed.one, form.errors);
  const { price: ore, vat_percent, access_days: accessDays, on_sale } = form.value;
  const sold = { customerId, courseId: course.id, label: settingsWords[operatorOf(visit).language].batch };
  const price = { ore, vatPercent: Number(vat_percent), accessDays, onSale: on_sale === 'yes' };
  if (!(await setPrice(house, scopeOf(visit, 'sell'), sold, price))) throw new NotFound();
  return redirect(`${href('shopCourse', { sold: course.id })}?besked=sparat`);
}

function priceForm(locale: Locale) {
  const text = settingsWords[locale].course;
  return z.object({
    price: readAs(readKronor, text.priceWrong)
      .refine((ore) => ore >= lowestOre, text.priceLow)
      .refine((ore) => ore <= highestOre, text.priceHigh),
    vat_percent: z.enum(vatRates.map(String) as [string, ...string[]], text.vatMissing),
    access_days: readAs((typed) => (typed.trim() === '' ? null : wholeNumber(1, 3650)(typed)), text.daysWrong),
    on_sale: z.string().optional(),
  });
}
