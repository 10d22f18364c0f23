import { randomBytes, randomUUID } from 'node:crypto';
import { dataMap } from '../../data-map/index.ts';
import { publishCourse } from '../../src/courses/index.ts';
import { openBatch } from '../../src/keys/index.ts';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import { dayOf } from '../../src/platform/calendar.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { dueBy } from '../../src/privacy/index.ts';
import { vatWithin } from '../../src/shop/price.ts';
import { addAgreement } from './agreements.ts';
import { addContacts } from './contacts.ts';
import { dataskyddIVardagen } from './courses/dataskydd-i-vardagen.ts';
import { readCourse } from './courses/read-course.ts';
import type { WorldCustomer } from './customers.ts';
import { diceFrom, type Dice } from './dice.ts';
import { addHistory } from './history.ts';
import { insertMany } from './insert-many.ts';
import { readFilm } from './read-film.ts';
import { drawOrders, type Buyer, type Order } from './shop-orders.ts';

/** What the operator sells to private persons itself, and who answers for the courses. */
export const worldShop = {
  slug: 'kursiv-privat',
  name: 'Kursiv för privatpersoner',
  kind: 'shop',
  orgNumber: '5529001082',
  staff: [{ givenName: 'Vera', familyName: 'Lundin', email: 'vera@kursiv.example', role: 'course_admin' }],
  domain: 'kursiv.example',
  colleagues: 0,
  students: 60,
  courses: [dataskyddIVardagen, readCourse('hlr-och-forsta-hjalpen'), readCourse('bokforing-for-smaforetagare')],
} as const satisfies WorldCustomer;

/** Fictional numbers, whose last digits check the others. */
const seller = {
  name: 'Kursiv i Norden AB',
  org_number: '5529001074',
  vat_number: 'SE552900107401',
  address: 'Kursivgatan 7, 753 20 Uppsala',
  bankgiro: '9900101',
  payment_days: 30,
};
const { payment_days: _, ...asSold } = seller;
const prices = [49_500, 69_500, 99_500];
const vatPercent = 25;
const accessDays = 365;

type At = { staffId: string; demo: Buyer; begun: Date; now: Date };
type Sold = { courseId: string; versionId: string; batchId: string; title: string; ore: number };

/** The shop, its courses and a year of purchases in every state, with the books that belong to them. */
export async function addShop(tx: Tx, house: House, { staffId, demo, begun, now }: At): Promise<void> {
  const dice = diceFrom(770);
  const customerId = randomUUID();
  const { slug, name, kind, orgNumber } = worldShop;
  await tx.insertInto('customer').values({ id: customerId, slug, name, kind, org_number: orgNumber, created_at: begun }).execute();
  const staff = { customer_id: customerId, account_id: staffId, created_at: begun };
  await tx
    .insertInto('membership')
    .values({ ...staff, role: 'course_admin' })
    .execute();
  await tx
    .insertInto('seller')
    .values({ ...seller, customer_id: customerId, saved_at: begun })
    .execute();
  const sold: Sold[] = [];
  for (const [index, course] of worldShop.courses.entries()) {
    const intro = await readFilm(course.slug);
    const own = { ...course, slug: `${course.slug}-pa-egen-hand`, title: `${course.title}, på egen hand` };
    const place = { customerId, language: 'sv', at: begun, listed: true, intro: intro && { files: house.files, film: intro } } as const;
    const made = await publishCourse(tx, place, own);
    await tx
      .insertInto('course_administrator')
      .values({ ...staff, course_id: made.courseId })
      .execute();
    const batchId = await openBatch(tx, { customerId, courseId: made.courseId, label: 'Sålda i butiken', accessDays });
    const price = { ore: prices[index]!, vat_percent: vatPercent, access_days: accessDays, batch_id: batchId, on_sale: true };
    await tx
      .insertInto('course_price')
      .values({ customer_id: customerId, course_id: made.courseId, ...price, saved_at: begun })
      .execute();
    sold.push({ ...made, batchId, title: own.title, ore: price.ore });
  }
  const orders = drawOrders(dice, now, { demo, others: await listBuyers(tx) });
  await addOrders(tx, dice, { customerId, now }, sold, orders);
  await addAgreement(tx, worldShop, { customerId, begun, now });
  await addContacts(tx, worldShop, { customerId, begun });
}

/** Students of others who buy something for themselves as well. */
function listBuyers(tx: Tx): Promise<Buyer[]> {
  return tx
    .selectFrom('account')
    .select(['id as accountId', 'given_name as givenName', 'family_name as familyName', 'created_at as since'])
    .select((is) => is.ref('email').$notNull().as('email'))
    .where('email', 'like', '%7@person.example')
    .orderBy('email')
    .limit(30)
    .execute();
}

async function addOrders(tx: Tx, dice: Dice, at: { customerId: string; now: Date }, sold: Sold[], orders: Order[]): Promise<void> {
  const { customerId, now } = at;
  const enrolments = new Map<Order, string>();
  for (const [index, course] of sold.entries()) {
    const opened = orders.filter((order) => order.course === index && order.accountId);
    const students = opened.map(({ accountId, orderedAt }) => ({ accountId: accountId!, since: orderedAt }));
    await insertStudents(tx, customerId, students);
    const enrolled = await addHistory(tx, dice, { customerId, ...course }, students, now);
    for (const [place, order] of opened.entries()) enrolments.set(order, enrolled[place]!.enrolmentId);
  }
  const rows = orders.map((order) => rowsOf(order, { customerId, now }, sold[order.course]!, enrolments.get(order)));
  await insertMany(
    tx,
    'course_key',
    rows.map(({ key }) => key),
  );
  await insertMany(
    tx,
    'purchase',
    rows.map(({ purchase }) => purchase),
  );
  await insertMany(tx, 'voucher', vouchersOf(rows.map(({ purchase }) => purchase)));
}

async function insertStudents(tx: Tx, customerId: string, students: readonly { accountId: string; since: Date }[]): Promise<void> {
  const rows = students.map(({ accountId, since }) => ({
    customer_id: customerId,
    account_id: accountId,
    role: 'student',
    created_at: since,
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('membership')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute();
}

function rowsOf(order: Order, { customerId, now }: { customerId: string; now: Date }, course: Sold, enrolmentId: string | undefined) {
  const { buyer, orderedAt } = order;
  const [id, keyId] = [randomUUID(), randomUUID()];
  const undoneAt = order.withdrawnAt ?? order.cancelledAt;
  const isOpened = enrolmentId !== undefined;
  const expiresAt = addMonths(orderedAt, 12);
  // Whom a key is for goes when it is used, and when its time is out.
  const isBound = !isOpened && expiresAt > now;
  const key = {
    ...{ customer_id: customerId, id: keyId, batch_id: course.batchId, created_at: orderedAt, expires_at: expiresAt },
    // Nobody was ever told these keys: what is kept of them is as random as a keyed hash is.
    ...{ key_hash: randomBytes(32), last_three: order.number.slice(0, 3) },
    ...{ redeemed_at: isOpened ? orderedAt : null, enrolment_id: enrolmentId ?? null, blocked_at: undoneAt },
    ...(isBound
      ? { bound_email: buyer.email, bound_given_name: buyer.givenName, bound_family_name: buyer.familyName }
      : { bound_email: null, bound_given_name: null, bound_family_name: null }),
  };
  const purchase = {
    ...{ id, number: order.number, customer_id: customerId, course_id: course.courseId, key_id: keyId, course_title: course.title },
    ...{ email: buyer.email, given_name: buyer.givenName, family_name: buyer.familyName, language: 'sv', payment_method: 'invoice' },
    ...{ ore: course.ore, vat_percent: vatPercent, ordered_at: orderedAt, pay_by: addDays(orderedAt, seller.payment_days) },
    ...{ paid_at: order.paidAt, reminded_at: order.remindedAt, withdrawn_at: order.withdrawnAt, cancelled_at: order.cancelledAt },
    ...{ refunded_at: order.refundedAt, due_at: dueBy(dataMap.purchase.retention, orderedAt) },
  };
  return { key, purchase };
}

type PurchaseRow = ReturnType<typeof rowsOf>['purchase'];

/** Sales and what took them back in the order of their days: numbers without a gap. */
function vouchersOf(purchases: readonly PurchaseRow[]) {
  const events = purchases.flatMap((purchase) => {
    const undoneAt = purchase.withdrawn_at ?? purchase.cancelled_at;
    return [{ purchase, at: purchase.ordered_at, kind: 'sale' }, ...(undoneAt ? [{ purchase, at: undoneAt, kind: 'credit' }] : [])];
  });
  const sales = new Map<string, number>();
  return events
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ purchase, at, kind }, index) => {
      const number = index + 1;
      if (kind === 'sale') sales.set(purchase.id, number);
      return {
        ...{ number, kind, credits: kind === 'credit' ? sales.get(purchase.id)! : null, purchase_id: purchase.id },
        ...{ reference: purchase.number, counterparty: `${purchase.given_name} ${purchase.family_name}` },
        ...{ ore: purchase.ore, vat_ore: vatWithin(purchase.ore, vatPercent), vat_percent: vatPercent, seller: JSON.stringify(asSold) },
        ...{ happened_on: dayOf(at).toString(), made_at: at, due_at: dueBy(dataMap.voucher.retention, at) },
      };
    });
}
