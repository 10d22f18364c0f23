import { randomUUID } from 'node:crypto';
import { sendMail } from '../../platform/mail/send-mail.ts';
import { folderTransport } from '../../platform/mail/transport.ts';
import { mailTemplates } from '../../mail-templates.ts';
import { inHouse, addCourse, addCustomer } from '../../../tests/support/world.ts';
import { openDesk, type DeskHouse, type Someone } from '../../desk/testing.ts';
import { makeAgreement } from '../../customers/index.ts';
import { openBatch } from '../../keys/index.ts';

export const buyer = { givenName: 'Köpa', familyName: 'Köpmark', email: 'kopa@annan.example' };
export const price = 49_500;

/** The operator's desk, and a customer of its own with a course for sale; ways to buy it as anyone would. */
export type Shop = DeskHouse & {
  place: { customerId: string; courseId: string; customerSlug: string; courseSlug: string };
  buyPath: string;
  /** Fills in, opens the mailed link, and gives its path. */
  fillIn(fields?: Partial<typeof buyer>): Promise<string>;
  /** Fills in and orders; gives the purchase's path. */
  buy(fields?: Partial<typeof buyer>): Promise<string>;
  order(path: string, shown?: number, who?: Someone): Promise<Response>;
  send(): Promise<void>;
};

export async function openShop(): Promise<Shop> {
  const desk = await openDesk();
  const { house } = desk;
  const customer = await addCustomer(house, 'butiken');
  const course = await addCourse(house, customer.id);
  const place = { customerId: customer.id, courseId: course.courseId, customerSlug: customer.slug, courseSlug: course.slug };
  await sellCourse(desk, place);
  const buyPath = `/k/${customer.slug}/kurser/${course.slug}/kop`;
  const send = async () => {
    const post = { transport: folderTransport(house.house.outboxFolder), templates: mailTemplates, from: 'kursiv@kursiv.example' };
    const waiting = await inHouse(house, (tx) =>
      tx.selectFrom('mail').select('id').where('state', '=', 'queued').orderBy('created_at').execute(),
    );
    for (const { id } of waiting) await sendMail(house.house, post, { mailId: id }, { number: 1, last: false });
  };
  const order: Shop['order'] = (path, shown = price, who) => desk.post(path, { shown: String(shown) }, who);
  const fillIn: Shop['fillIn'] = async (fields = {}) => {
    const who = { ...buyer, ...fields };
    const response = await desk.fill(buyPath, who);
    if (response.status !== 303) throw new Error(`The form was answered with ${response.status}.`);
    await send();
    return desk.linkTo(who.email, '/kop/');
  };
  const buy: Shop['buy'] = async (fields) => {
    const path = await fillIn(fields);
    const response = await order(path);
    if (response.status !== 303) throw new Error(`The order was answered with ${response.status}.`);
    return path;
  };
  return { ...desk, place, buyPath, fillIn, buy, order, send };
}

async function sellCourse({ house }: DeskHouse, { customerId, courseId }: Shop['place']): Promise<void> {
  await inHouse(house, async (tx) => {
    const at = house.clock.now();
    await tx.updateTable('course').set({ listed_at: at }).where('id', '=', courseId).execute();
    await tx
      .insertInto('seller')
      .values({
        customer_id: customerId,
        name: 'Lärvik Drift AB',
        org_number: '5566778899',
        vat_number: 'SE556677889901',
        address: 'Storgatan 1, 123 45 Lärvik',
        bankgiro: '1234567',
        payment_days: 30,
        saved_at: at,
      })
      .execute();
    const terms = {
      clientId: randomUUID(),
      startsAt: at,
      periodMonths: 12,
      renews: true,
      noticeMonths: 1,
      seats: 1_000,
      lines: [],
      courses: [],
    };
    await makeAgreement(tx, { ...terms, id: randomUUID(), customerId, language: 'sv' }, at);
    const batch_id = await openBatch(tx, { customerId, courseId, label: 'Butiken', accessDays: 365 });
    await tx
      .insertInto('course_price')
      .values({
        customer_id: customerId,
        course_id: courseId,
        ore: price,
        vat_percent: 25,
        access_days: 365,
        batch_id,
        on_sale: true,
        saved_at: at,
      })
      .execute();
  });
}
