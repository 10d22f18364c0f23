import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { deskMails } from './mails.ts';
import { remindUnpaid } from './remind-unpaid.ts';
import { openShop, type ShopHouse } from './testing.ts';

/** E-06: who has not paid is reminded once, five days after the last day. */
describe('the reminder of an invoice', () => {
  let shop: ShopHouse;
  const start = new Date('2026-11-23T09:00:00Z');
  before(async () => {
    shop = await openShop(start);
    await shop.price();
  });
  after(() => shop.house.close());

  const reminded = async () =>
    (await shop.rows<{ address: string }>("select address from mail where template = 'purchase-unpaid' order by address")).map(
      ({ address }) => address,
    );
  const at = async (days: number) => {
    shop.house.clock.moveTo(addDays(start, days));
    await remindUnpaid(shop.house.house);
    await remindUnpaid(shop.house.house);
    return reminded();
  };

  it('goes once to each who has neither paid nor undone the purchase, and never before', async () => {
    await shop.buy('sen@person.example');
    for (const [email, set] of [
      ['betald@person.example', 'paid_at = ordered_at'],
      ['angrad@person.example', 'withdrawn_at = ordered_at'],
      ['avbruten@person.example', 'cancelled_at = ordered_at'],
    ]) {
      const { id } = await shop.buy(email!);
      await shop.house.owner.query(`update purchase set ${set} where id = $1`, [id]);
    }
    assert.deepEqual(await at(30), []);
    assert.deepEqual(await at(34.9), []);
    assert.deepEqual(await at(35.1), ['sen@person.example']);
    assert.deepEqual(await at(36), ['sen@person.example']);
    assert.deepEqual(await at(90), ['sen@person.example'], 'once and not again');
    shop.house.clock.moveTo(start);
  });

  it('reaches many by two at once, each once', async () => {
    await shop.house.owner.query('delete from mail');
    await shop.house.owner.query(
      `insert into purchase (id, customer_id, course_title, email, given_name, family_name, language, payment_method, ore, vat_percent,
         ordered_at, pay_by, due_at)
       select gen_random_uuid(), $1, 'Kurs', 'manga' || n || '@person.example', 'Karin', 'Kvist', 'sv', 'invoice', 49500, 25,
         $2::timestamptz - interval '60 days', $2::timestamptz - interval '30 days', $2::timestamptz + interval '1 year'
       from generate_series(1, 450) n`,
      [shop.customerId, start],
    );
    await Promise.all([remindUnpaid(shop.house.house), remindUnpaid(shop.house.house)]);
    const addresses = await reminded();
    assert.deepEqual([addresses.length, new Set(addresses).size], [450, 450]);
  });

  it('is not sent to whoever has paid while it lay in the outbox', async () => {
    const { id } = await shop.buy('ivag@person.example');
    const facts = {
      house: shop.house.house,
      language: 'sv',
      givenName: '',
      accountId: undefined,
      about: { purchaseId: id },
      operatorName: 'Lärvik',
    } as const;
    const text = await deskMails['purchase-unpaid'](facts);
    assert.ok(text && text.paragraphs.some((part) => part.includes(id)));
    assert.doesNotMatch(JSON.stringify(text), /Britta|Bäck|Liten kurs|495/, 'the mail says nothing of the purchase (N-53)');
    await shop.house.owner.query('update purchase set paid_at = ordered_at where id = $1', [id]);
    assert.equal(await deskMails['purchase-unpaid'](facts), undefined);
  });
});
