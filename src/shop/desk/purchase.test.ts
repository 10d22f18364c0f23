import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import type { PurchaseRow } from '../purchase-state.ts';
import { openShop, type ShopHouse } from './testing.ts';

type Voucher = { number: number; kind: string; credits: number | null; ore: number };

/** E-06: what is done with one purchase, by whoever answers buyers. */
describe('one purchase', () => {
  let shop: ShopHouse;
  let bought: PurchaseRow;
  const start = new Date('2026-11-23T09:00:00Z');
  before(async () => {
    shop = await openShop(start);
    await shop.price();
  });
  beforeEach(async () => {
    shop.house.clock.moveTo(start);
    await shop.house.owner.query('delete from mail; delete from purchase');
    await shop.house.owner.query(
      'alter table voucher disable trigger all; delete from voucher; alter table voucher enable trigger all; delete from course_key',
    );
    bought = await shop.buy('britta@person.example');
  });
  after(() => shop.house.close());

  const path = () => `/butik/kop/${bought.id}`;
  const step = (fields: Record<string, string>, who = shop.support) => shop.post(path(), fields, who);
  const pay = (paid_on = '2026-11-23', who = shop.support) => step({ step: 'paid', paid_on }, who);
  const cancel = (who = shop.support) => step({ step: 'cancelled', understand: 'yes' }, who);
  const row = async () => (await shop.rows<PurchaseRow>('select * from purchase'))[0]!;
  const mails = () =>
    shop.rows<{ template: string; address: string; about: object; language: string }>('select * from mail order by created_at');
  const vouchers = () => shop.rows<Voucher>('select number, kind, credits, ore from voucher order by number');

  it('is shown whole, with its vouchers and what can be done', async () => {
    const { text } = await shop.get(path(), shop.support);
    assert.match(
      text,
      /inte betalt[\s\S]*Britta Bäck[\s\S]*britta@person\.example[\s\S]*Liten kurs[\s\S]*495\u00a0kr, varav 99\u00a0kr moms \(25 %\)/,
    );
    assert.match(text, /försäljning[\s\S]*Betalningen har kommit[\s\S]*Skicka länken igen[\s\S]*Avbryt köpet/);
    assert.doesNotMatch(text, /Pengarna är betalda tillbaka/);
  });

  it('is told as paid on its day, with no mail, and twice is once', async () => {
    shop.house.clock.moveTo(addDays(start, 3));
    assert.equal((await pay('2026-11-24')).status, 303);
    assert.equal((await row()).paid_at?.toISOString(), '2026-11-23T23:00:00.000Z', 'the beginning of the day in Sweden');
    assert.equal((await pay('2026-11-25')).status, 303);
    assert.equal((await row()).paid_at?.toISOString(), '2026-11-23T23:00:00.000Z', 'the first stands');
    assert.deepEqual(await mails(), []);
    assert.match((await shop.get(`${path()}?besked=sparat`, shop.support)).text, /Ändringen är sparad[\s\S]*betalt/);
  });

  it('is paid the same day at the earliest, and today at the latest', async () => {
    assert.equal((await pay('2026-11-23')).status, 303);
    assert.ok((await row()).paid_at! >= bought.ordered_at, 'never before the order');
    await step({ step: 'unpaid' });
    for (const [day, said] of [
      ['2026-11-22', /kan inte ha kommit före beställningen den 23 november 2026/],
      ['2026-11-24', /kan inte vara i framtiden/],
      ['2026-02-30', /Skriv vilken dag/],
      ['', /Skriv vilken dag/],
    ] as const) {
      const { status, text } = await pay(day);
      assert.equal(status, 422, day);
      assert.match(text, said);
      assert.ok(day === '' || text.includes(`value="${day}"`), 'what was typed stands');
    }
    assert.equal((await row()).paid_at, null);
  });

  it('loses a payment that was entered by mistake', async () => {
    await pay();
    assert.equal((await step({ step: 'unpaid' })).status, 303);
    assert.equal((await row()).paid_at, null);
    assert.equal((await step({ step: 'unpaid' })).status, 303, 'twice is once');
  });

  it('is cancelled only by whoever has understood: the key is blocked, the books take it back, and the buyer is told', async () => {
    const { status, text } = await step({ step: 'cancelled' });
    assert.deepEqual([status, /Kryssa i rutan om du vill avbryta/.test(text), (await row()).cancelled_at], [422, true, null]);
    assert.equal((await cancel()).status, 303);
    const [sale, credit] = await vouchers();
    assert.deepEqual([credit?.kind, credit?.credits, credit?.ore, credit?.number], ['credit', sale?.number, 49_500, sale!.number + 1]);
    const [key] = await shop.rows<{ blocked_at: Date | null }>('select blocked_at from course_key where id = $1', [bought.key_id]);
    assert.ok(key?.blocked_at);
    const [mail, ...more] = await mails();
    assert.deepEqual(
      [mail?.template, mail?.address, mail?.about, more.length],
      ['purchase-cancelled', bought.email, { purchaseId: bought.id }, 0],
    );
  });

  it('closes the course for whoever has opened it already', async () => {
    const { rows } = await shop.house.owner.query<{ id: string }>(
      `insert into enrolment (customer_id, id, course_id, version_id, account_id, source)
       select customer_id, gen_random_uuid(), course_id, id, $1, 'key' from course_version limit 1 returning id`,
      [shop.student.id],
    );
    await shop.house.owner.query(
      'update course_key set redeemed_at = created_at, enrolment_id = $1, bound_email = null, bound_given_name = null, bound_family_name = null',
      [rows[0]!.id],
    );
    assert.equal((await cancel()).status, 303);
    const [enrolment] = await shop.rows<{ ends_at: Date | null }>('select ends_at from enrolment where id = $1', [rows[0]!.id]);
    assert.ok(enrolment?.ends_at && Math.abs(enrolment.ends_at.getTime() - start.getTime()) < 60_000);
    await shop.house.owner.query('delete from course_key; delete from enrolment');
  });

  it('is undone once when two press at once, and paid back once', async () => {
    await pay();
    const answers = await Promise.all([cancel(), cancel(shop.executive), cancel(), cancel(shop.executive)]);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
    assert.equal((await vouchers()).length, 2);
    assert.match((await shop.get(path(), shop.support)).text, /ska betalas tillbaka[\s\S]*Betala först tillbaka 495/);
    const refunds = await Promise.all([1, 2, 3].map(() => step({ step: 'refunded' })));
    assert.deepEqual(new Set(refunds.map(({ status }) => status)), new Set([303]));
    assert.deepEqual(
      (await mails()).map(({ template }) => template),
      ['purchase-cancelled', 'purchase-refunded'],
    );
    assert.ok((await row()).refunded_at);
  });

  it('is paid once when two press at once', async () => {
    await Promise.all([pay(), pay('2026-11-23', shop.executive), pay()]);
    assert.ok((await row()).paid_at);
  });

  it('refuses what cannot be done now, and says so', async () => {
    for (const fields of [{ step: 'refunded' }, { step: 'delete' }, {}] as Record<string, string>[]) {
      const { status } = await step(fields);
      assert.equal(status, 422, JSON.stringify(fields));
    }
    await pay();
    await cancel();
    await step({ step: 'refunded' });
    const { status, text } = await step({ step: 'unpaid' });
    assert.deepEqual([status, /hunnit ändras/.test(text)], [422, true], 'money that is gone was there');
  });

  it('is to be refunded when the money comes after it was cancelled', async () => {
    await cancel();
    assert.match((await shop.get(path(), shop.support)).text, /Köpet är redan avbrutet/);
    assert.equal((await pay()).status, 303);
    assert.match((await shop.get(path(), shop.support)).text, /ska betalas tillbaka/);
  });

  it('is held by the floor: nobody makes, removes or enters anything past an order, and a buyer changes nothing alone', async () => {
    const { database } = shop.house.house;
    await shop.house.owner.query('update purchase set email = $1', [shop.student.email]);
    const run = (who: { id: string }, text: string) =>
      database.transaction({ purpose: 'sell', accountId: who.id }, async (tx) =>
        Number((await sql.raw(text).execute(tx)).numAffectedRows ?? 0),
      );
    assert.equal(await run(shop.student, 'update purchase set paid_at = ordered_at'), 0, 'a buyer sees it, and no more');
    for (const who of [shop.support, shop.executive, shop.student]) {
      assert.equal(await run(who, 'delete from purchase'), 0);
      const again = `insert into purchase select (p).* from (select jsonb_populate_record(p, '{"id": "${shop.student.id}", "number": "X"}') as p from purchase p) s`;
      await assert.rejects(run(who, again), /row-level security/, who.givenName);
      const voucher = 'insert into voucher select (v).* from (select jsonb_populate_record(v, \'{"number": 99}\') as v from voucher v) s';
      await assert.rejects(run(who, voucher), /row-level security/, who.givenName);
      await assert.rejects(run(who, 'update voucher set ore = 1'), /permission denied/);
    }
  });

  it('sends the link again as often as somebody asks', async () => {
    assert.equal((await step({ step: 'link' })).to, `${path()}?besked=skickat`);
    await step({ step: 'link' });
    const sent = await mails();
    assert.deepEqual(
      sent.map(({ template, address }) => [template, address]),
      [
        ['purchase-link', bought.email],
        ['purchase-link', bought.email],
      ],
    );
  });
});
