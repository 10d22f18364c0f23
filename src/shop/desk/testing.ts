import { randomUUID } from 'node:crypto';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  type Person,
} from '../../../tests/support/world.ts';
import { appoint } from '../../desk/index.ts';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { placeOrder } from '../place-order.ts';
import type { PurchaseRow } from '../purchase-state.ts';

export type Someone = Person & { cookie: string };
type Fields = Record<string, string>;

/** The operator's desk for buyers, with its people, a customer whose course is sold, and ways to do what they would. */
export type ShopHouse = {
  house: TestHouse;
  customerId: string;
  courseId: string;
  support: Someone;
  dpo: Someone;
  executive: Someone;
  /** An administrator of the customer whose courses are sold. */
  staff: Someone;
  student: Someone;
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  get(path: string, who?: Someone): Promise<{ status: number; text: string }>;
  post(path: string, fields: Fields, who?: Someone): Promise<{ status: number; text: string; to: string | null }>;
  /** Sets the price of the course, as the management does. */
  price(fields?: Fields): Promise<void>;
  /** An order as a buyer places it. */
  buy(email: string, name?: { given: string; family: string }): Promise<PurchaseRow>;
};

export const seller = {
  name: 'Lärvik Drift AB',
  org_number: '556016-0680',
  vat_number: 'SE556016068001',
  address: 'Storgatan 1, 123 45 Lärvik',
  bankgiro: '991-2346',
  payment_days: '30',
};

export async function openShop(at = new Date('2026-11-23T09:00:00Z')): Promise<ShopHouse> {
  const house = await openTestHouse({ at });
  await setUpOperator(house);
  const { id: customerId } = await addCustomer(house, 'butiken');
  const { courseId } = await addCourse(house, customerId);
  const someone = async (marker: string): Promise<Someone> => {
    const person = await addPerson(house, marker);
    const cookie = await signedIn(house, person);
    await house.owner.query("update session set expires_at = '2031-01-01' where account_id = $1", [person.id]);
    return { ...person, cookie };
  };
  const [support, dpo, executive] = [await someone('Support'), await someone('Ombud'), await someone('Ledning')];
  const [staff, student] = [await someone('Administrator'), await someone('Student')];
  await appoint(house.house, support.email, 'support');
  await appoint(house.house, dpo.email, 'dpo');
  await appoint(house.house, executive.email, 'executive');
  await inHouse(house, (tx) =>
    tx
      .insertInto('membership')
      .values([
        { customer_id: customerId, account_id: staff.id, role: 'customer_admin' },
        { customer_id: customerId, account_id: student.id, role: 'student' },
      ])
      .execute(),
  );
  const headers = (who?: Someone) => ({ 'accept-language': 'sv', ...(who ? { cookie: who.cookie } : {}) });
  const get: ShopHouse['get'] = async (path, who) => {
    const response = await house.app.request(path, { headers: headers(who) });
    return { status: response.status, text: await response.text() };
  };
  const post: ShopHouse['post'] = async (path, fields, who) => {
    const response = await house.app.request(path, formPost(fields, who?.cookie));
    return { status: response.status, text: await response.text(), to: response.headers.get('location') };
  };
  return {
    ...{ house, customerId, courseId, support, dpo, executive, staff, student, get, post },
    rows: async <Row>(sql: string, values: unknown[] = []) => (await house.owner.query(sql, values)).rows as Row[],
    async price(fields = {}) {
      await post('/butik', { seller: customerId, ...seller }, executive);
      const price = { price: '495', vat_percent: '25', access_days: '365', on_sale: 'yes', ...fields };
      const { status, text } = await post(`/butik/kurser/${courseId}`, price, executive);
      if (status !== 303) throw new Error(`The price is not taken: ${status} ${text.slice(0, 200)}`);
    },
    async buy(email, { given, family } = { given: 'Britta', family: 'Bäck' }) {
      const purchase = await house.house.database.transaction(acrossCustomers('purchase'), async (tx) => {
        const id = randomUUID();
        const now = house.clock.now();
        const filled = { email, given_name: given, family_name: family, language: 'sv', payment_method: 'invoice' };
        await tx
          .insertInto('checkout')
          .values({
            id,
            client_id: randomUUID(),
            customer_id: customerId,
            course_id: courseId,
            ...filled,
            asked_at: now,
            due_at: addDays(now, 1),
          })
          .execute();
        const { ore } = await tx.selectFrom('course_price').select('ore').where('course_id', '=', courseId).executeTakeFirstOrThrow();
        const ordered = await placeOrder(tx, house.house, id, ore);
        if (typeof ordered !== 'object') throw new Error(`Nothing is ordered: ${ordered}.`);
        return ordered;
      });
      // The mail that confirms the order is not what these tests are about.
      await house.owner.query("delete from mail where template = 'order-placed'");
      return purchase;
    },
  };
}
