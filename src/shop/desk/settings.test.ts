import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addCourse, addCustomer, smallCourse } from '../../../tests/support/world.ts';
import { openShop, seller, type ShopHouse } from './testing.ts';

type Price = { ore: number; vat_percent: number; access_days: number | null; batch_id: string; on_sale: boolean };

/** E-06: who sells, and what a course costs. */
describe('the shop as the management sees it', () => {
  let shop: ShopHouse;
  before(async () => void (shop = await openShop()));
  beforeEach(() => shop.house.owner.query('delete from course_price; delete from key_batch; delete from seller'));
  after(() => shop.house.close());

  const saveSeller = (fields: Record<string, string> = {}, who = shop.executive) =>
    shop.post('/butik', { seller: shop.customerId, ...seller, ...fields }, who);
  const savePrice = (fields: Record<string, string> = {}, who = shop.executive) =>
    shop.post(`/butik/kurser/${shop.courseId}`, { price: '495', vat_percent: '25', access_days: '365', on_sale: 'yes', ...fields }, who);
  const price = async () => (await shop.rows<Price>('select * from course_price'))[0];

  it('is the management’s alone: for everyone else there is no such page', async () => {
    await saveSeller();
    for (const who of [shop.support, shop.dpo, shop.staff, shop.student]) {
      for (const path of [
        '/butik',
        `/butik/kurser/${shop.courseId}`,
        '/butik/verifikat',
        '/butik/verifikat/bok.csv',
        '/butik/verifikat/bok.se',
      ])
        assert.equal((await shop.get(path, who)).status, 404, `${who.givenName} ${path}`);
      assert.equal((await saveSeller({ name: 'Annan AB' }, who)).status, 404);
      assert.equal((await savePrice({}, who)).status, 404);
    }
    assert.equal(await price(), undefined);
    assert.equal((await shop.rows<{ name: string }>('select name from seller'))[0]?.name, seller.name);
  });

  it('is held by the floor: the database takes no price and no seller from anyone else', async () => {
    await shop.price();
    const { database } = shop.house.house;
    const [row] = await shop.rows<{ only_one: boolean }>('select * from seller');
    for (const who of [shop.support, shop.dpo, shop.staff, shop.student])
      for (const set of ["update seller set bankgiro = '9900101'", 'update course_price set ore = 100', 'delete from course_price']) {
        const scope = { purpose: 'sell', accountId: who.id, customerId: shop.customerId };
        const changed = await database.transaction(scope, async (tx) => Number((await sql.raw(set).execute(tx)).numAffectedRows ?? 0));
        assert.equal(changed, 0, `${who.givenName}: ${set}`);
      }
    const insert = `insert into seller select (jsonb_populate_record(null::seller, '${JSON.stringify(row)}'::jsonb)).*`;
    await shop.house.owner.query('delete from course_price; delete from seller');
    const refused = database.transaction({ purpose: 'sell', accountId: shop.support.id }, (tx) => sql.raw(insert).execute(tx));
    await assert.rejects(refused, /row-level security/);
  });

  it('keeps who sells, and shows it again', async () => {
    assert.equal((await saveSeller()).status, 303);
    const [row] = await shop.rows<Record<string, string>>('select * from seller');
    assert.deepEqual([row?.['org_number'], row?.['bankgiro'], row?.['customer_id']], ['5560160680', '9912346', shop.customerId]);
    const { text } = await shop.get('/butik?besked=sparat', shop.executive);
    assert.match(text, /Ändringarna är sparade[\s\S]*Liten kurs[\s\S]*value="SE556016068001"/);
  });

  it('says what is wrong with each number, and loses nothing of what was typed', async () => {
    const wrong = { org_number: '556016-0681', vat_number: 'SE55', bankgiro: '991-2347', payment_days: '5', address: ' ', seller: 'x' };
    const { status, text } = await saveSeller(wrong);
    assert.equal(status, 422);
    for (const said of [
      /organisationsnumret med tio siffror/,
      /SE och tolv siffror/,
      /bankgironumret med sju/,
      /10 till 60/,
      /Skriv adressen/,
      /Välj vems/,
    ])
      assert.match(text, said);
    for (const typed of ['556016-0681', 'SE55', '991-2347', 'Lärvik Drift AB']) assert.ok(text.includes(typed), typed);
    assert.deepEqual(await shop.rows('select from seller'), []);
  });

  it('opens a batch with the price, keeps it while the days are the same, and opens another with other days', async () => {
    await saveSeller();
    assert.equal((await savePrice({ price: '1 495,50 kr' })).status, 303);
    const first = (await price())!;
    assert.deepEqual([first.ore, first.vat_percent, first.access_days, first.on_sale], [149_550, 25, 365, true]);
    await savePrice({ price: '99.5', vat_percent: '6' });
    const second = (await price())!;
    assert.deepEqual([second.ore, second.vat_percent, second.batch_id === first.batch_id], [9950, 6, true]);
    await savePrice({ access_days: '' });
    const third = (await price())!;
    assert.deepEqual([third.access_days, third.batch_id === first.batch_id], [null, false]);
    const batches = await shop.rows<{ access_days: number | null; label: string }>('select * from key_batch order by created_at');
    assert.deepEqual(
      batches.map((batch) => [batch.access_days, batch.label]),
      [
        [365, 'Sålda i butiken'],
        [null, 'Sålda i butiken'],
      ],
    );
  });

  it('opens one batch for two who save at once', async () => {
    await saveSeller();
    await Promise.all([savePrice(), savePrice(), savePrice()]);
    assert.equal((await shop.rows('select from key_batch')).length, 1);
  });

  it('takes a course off sale, and those who have bought keep it', async () => {
    await shop.price();
    const bought = await shop.buy('kvar@person.example');
    await savePrice({ on_sale: '' });
    assert.equal((await price())?.on_sale, false);
    const [key] = await shop.rows<{ blocked_at: Date | null }>('select blocked_at from course_key where id = $1', [bought.key_id]);
    assert.equal(key?.blocked_at, null);
    await shop.house.owner.query(
      'delete from purchase; alter table voucher disable trigger all; delete from voucher; delete from course_key',
    );
  });

  it('refuses a price that is none, too low or above what a simplified invoice is for', async () => {
    await saveSeller();
    for (const [typed, said] of [
      ['', /Skriv priset i kronor/],
      ['1.500', /Skriv priset i kronor/],
      ['-5', /Skriv priset i kronor/],
      ['gratis', /Skriv priset i kronor/],
      ['0,50', /minst 1 krona/],
      ['4000,01', /högst 4 000 kronor/],
    ] as const) {
      const { status, text } = await savePrice({ price: typed, access_days: '90' });
      assert.equal(status, 422, typed);
      assert.match(text, said, typed);
      assert.ok(text.includes('value="90"'), 'what else was typed stands');
    }
    assert.equal((await savePrice({ vat_percent: '7' })).status, 422);
    assert.equal((await savePrice({ access_days: '0' })).status, 422);
    assert.equal(await price(), undefined);
    assert.equal((await savePrice({ price: '4000' })).status, 303);
  });

  it('sells the courses of the chosen customer alone, a page at a time', async () => {
    await saveSeller();
    const other = await addCustomer(shop.house, 'annan');
    const theirs = await addCourse(shop.house, other.id, { ...smallCourse, slug: 'annans', title: 'Annans kurs' });
    assert.equal((await shop.get(`/butik/kurser/${theirs.courseId}`, shop.executive)).status, 404);
    for (let number = 0; number < 50; number++)
      await addCourse(shop.house, shop.customerId, {
        ...smallCourse,
        slug: `kurs-${number}`,
        title: `Kurs ${String(number).padStart(2, '0')}`,
      });
    const { text } = await shop.get('/butik', shop.executive);
    assert.ok(text.includes('Kurs 49') && !text.includes('Liten kurs') && !text.includes('Annans kurs'));
    const next = /href="([^"]+efter=[^"]+)"/.exec(text)?.[1] ?? '';
    const second = await shop.get(next, shop.executive);
    assert.ok(second.text.includes('Liten kurs') && !second.text.includes('Kurs 49'));
  });
});
