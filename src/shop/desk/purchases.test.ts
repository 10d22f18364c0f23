import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { looksUntold } from '../../../tests/support/looks-untold.ts';
import { href } from '../../routes.ts';
import { addPerson, signedIn } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { looksAt, verifyLookLog } from '../../privacy/index.ts';
import { purchaseLink } from '../purchase-link.ts';
import { purchaseState, purchaseStates, type PurchaseRow } from '../purchase-state.ts';
import { countWaiting, listPurchases, type PurchasesWanted } from './purchases.queries.ts';
import { openShop, type ShopHouse } from './testing.ts';

type Look = { id: string; purpose: string; room: string; fields: string[]; actor_id: string };

/** E-06: whoever answers buyers finds what was bought, and those who bought are told who has looked (N-60). */
describe('the list of purchases', () => {
  let shop: ShopHouse;
  const start = new Date('2026-11-23T09:00:00Z');
  before(async () => {
    shop = await openShop(start);
    await shop.price();
  });
  beforeEach(() => shop.house.owner.query('delete from purchase; delete from access_log; delete from look_link'));
  after(() => shop.house.close());

  /** Rows past the way in, each some minutes older than the one before. */
  const addPurchases = (count: number, set = '', name = 'kopare') =>
    shop.house.owner
      .query(
        `insert into purchase (id, customer_id, course_title, email, given_name, family_name, language, payment_method, ore, vat_percent,
         ordered_at, pay_by, due_at)
       select gen_random_uuid(), $1, 'Kurs ' || n, $4 || n || '@person.example', 'Karin', 'Kvist', 'sv', 'invoice', 49500, 25,
         $2::timestamptz - n * interval '1 hour', $2::timestamptz - n * interval '1 hour' + interval '30 days', $2::timestamptz + interval '3 years'
       from generate_series(1, $3::int) n;`,
        [shop.customerId, start, count, name],
      )
      .then(() => (set ? shop.house.owner.query(`update purchase set ${set} where email like $1`, [`${name}%`]) : undefined));
  const looks = () => shop.rows<Look>('select * from access_log order by at, id');

  it('is for whoever answers buyers and for the management', async () => {
    const { id } = await shop.buy('nagon@person.example');
    for (const who of [shop.dpo, shop.staff, shop.student])
      for (const path of ['/butik/kop', `/butik/kop/${id}`]) {
        assert.equal((await shop.get(path, who)).status, 404);
        assert.equal((await shop.post(path, { search: 'nagon@person.example', step: 'paid' }, who)).status, 404);
      }
    for (const who of [shop.support, shop.executive])
      for (const path of ['/butik/kop', `/butik/kop/${id}`]) assert.equal((await shop.get(path, who)).status, 200);
    assert.equal((await shop.get(`/butik/kop/${randomUUID()}`, shop.support)).status, 404);
  });

  it('says who is missing when there is nobody yet', async () => {
    const { text } = await shop.get('/butik/kop', shop.support);
    assert.match(text, /Inget köp väntar på betalning[\s\S]*Inga köp än/);
    assert.deepEqual(await looks(), []);
  });

  it('shows what was bought and not by whom, and is one look for all of its lines', async () => {
    await addPurchases(3);
    const { text } = await shop.get('/butik/kop', shop.support);
    assert.match(text, /Kurs 1[\s\S]*Kurs 2[\s\S]*Kurs 3/);
    assert.doesNotMatch(text, /person\.example|Kvist/);
    const [look, ...more] = await looks();
    assert.deepEqual([look?.purpose, look?.room, look?.actor_id, more.length], ['sell', 'shop', shop.support.id, 0]);
    assert.ok(look?.fields.includes('purchase.number') && !look.fields.includes('purchase.email'));
    assert.equal((await shop.rows('select from purchase_look')).length, 3);
  });

  it('tells a buyer with an account, and each buyer on the purchase’s own page, of every look', async () => {
    const buyer = await addPerson(shop.house, 'Kopare');
    const { id } = await shop.buy(buyer.email);
    await shop.get('/butik/kop', shop.support);
    const { text } = await shop.get(`/butik/kop/${id}`, shop.executive);
    assert.match(text, /kopare@person\.example/);
    const told = await shop.rows<{ account_id: string }>('select account_id from access_log_subject');
    assert.deepEqual([told.length, told[0]?.account_id, told[1]?.account_id], [2, buyer.id, buyer.id]);
    const seen = await looksAt(shop.house.house, 'sell', id);
    assert.deepEqual(
      seen.map(({ room, purpose, fields }) => [room, purpose, fields.includes('purchase.given_name')]),
      [
        ['shop', 'sell', true],
        ['shop', 'sell', false],
      ],
    );
    assert.deepEqual((await verifyLookLog(shop.house.house)).faults, []);
    assert.equal(await looksUntold(shop.house), 0);
    const page = await shop.get(purchaseLink(shop.house.house, id));
    assert.match(page.text, /den som hjälper till med köp[\s\S]*Hela köpet[\s\S]*Köpets rad i en lista/);
    const cookie = await signedIn(shop.house, buyer);
    const own = await shop.get(href('myData'), { ...buyer, cookie });
    assert.match(own.text, /sälja en kurs till dig och hjälpa dig med köpet/, 'and in the account');
    const links = await shop.rows<{ others: number }>('select others from look_link order by number');
    assert.deepEqual(
      links.map(({ others }) => others),
      [1, 1],
      'and the log of looks counts whom it was told to',
    );
  });

  it('is read a page at a time, each purchase once, newest first', async () => {
    await addPurchases(120);
    const seen: string[] = [];
    let path: string | undefined = '/butik/kop';
    let pages = 0;
    for (; path; pages++) {
      const { text } = await shop.get(path, shop.support);
      seen.push(...[...text.matchAll(/>(Kurs \d+)</g)].map(([, title]) => title!));
      path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.deepEqual([pages, seen.length], [3, 120]);
    assert.deepEqual(
      seen,
      Array.from({ length: 120 }, (_, index) => `Kurs ${index + 1}`),
    );
    assert.equal((await looks()).length, 3, 'a page is a look');
  });

  it('is searched by a whole number or a whole address, which stand in no address of a page', async () => {
    await addPurchases(3);
    const [one] = await shop.rows<PurchaseRow>("select * from purchase where course_title = 'Kurs 2'");
    const search = (text: string) => shop.post('/butik/kop', { search: text, lage: '', after: '' }, shop.support);
    for (const typed of [one!.number, ` ${one!.number.toLowerCase().slice(0, 4)}-${one!.number.slice(4)} `, 'KOPARE2@person.example']) {
      const { text } = await search(typed);
      assert.ok(text.includes('Kurs 2') && !text.includes('Kurs 1') && !text.includes('Kurs 3'), typed);
      assert.doesNotMatch(text, /href="[^"]*kopare2/i);
    }
    for (const part of ['kopare2', '@person.example', '%', one!.number.slice(0, 7)])
      assert.match((await search(part)).text, /Inget köp har det numret/, part);
    const [byAddress] = await shop.rows<Look>("select * from access_log where 'purchase.email' = any(fields)");
    assert.ok(byAddress, 'whoever searches by an address knows whose purchase it is');
    const long = await search('x'.repeat(300));
    assert.deepEqual([long.status, /högst 254 tecken/.test(long.text)], [422, true]);
    const all = await search('');
    assert.deepEqual([all.status, all.to], [303, '/butik/kop']);
  });

  const inEachState = async () => {
    const day = `timestamptz '${start.toISOString()}'`;
    await addPurchases(2, '', 'vantar');
    await addPurchases(3, `pay_by = ${day} - interval '1 day'`, 'sen');
    await addPurchases(4, `paid_at = ${day}`, 'betalt');
    await addPurchases(1, `withdrawn_at = ${day}`, 'angrat');
    await addPurchases(2, `cancelled_at = ${day}, paid_at = ${day}`, 'ater');
    await addPurchases(1, `withdrawn_at = ${day}, paid_at = ${day}, refunded_at = ${day}`, 'klart');
  };

  it('is narrowed by state, as the state is worked out for one', async () => {
    await inEachState();
    const all = await shop.rows<PurchaseRow>('select * from purchase');
    for (const state of purchaseStates) {
      const found = await shop.house.house.database.transaction({ purpose: 'sell', accountId: shop.support.id }, (tx) =>
        listPurchases(tx, { state, search: '', after: undefined }).execute(),
      );
      const wanted = all.filter((one) => purchaseState(one, start) === state).map(({ id }) => id);
      assert.deepEqual(found.map(({ id }) => id).toSorted(), wanted.toSorted(), state);
      assert.equal(found.length, { unpaid: 2, overdue: 3, paid: 4, undone: 1, 'to refund': 2, refunded: 1 }[state]);
    }
    const { text } = await shop.get('/butik/kop?lage=overdue', shop.support);
    assert.match(text, /2 väntar på betalning[\s\S]*3 har förfallit[\s\S]*2 ska betalas tillbaka/);
    assert.match((await shop.get('/butik/kop?lage=refunded&efter=skräp', shop.support)).text, /Kurs 1/);
  });

  it('reads no more than it shows, however many have bought', async () => {
    await addPurchases(30_000, 'paid_at = ordered_at', 'manga');
    await inEachState();
    await shop.house.owner.query('analyze purchase');
    const wanted: (PurchasesWanted & { index: RegExp })[] = [
      { state: undefined, search: '', after: undefined, index: /purchase_ordered/ },
      { state: undefined, search: '', after: { at: start, id: randomUUID() }, index: /purchase_ordered/ },
      { state: undefined, search: 'manga7@person.example', after: undefined, index: /purchase_email/ },
      { state: undefined, search: 'ABCD2345', after: undefined, index: /purchase_number_key/ },
      { state: 'unpaid', search: '', after: undefined, index: /purchase_unpaid/ },
      { state: 'overdue', search: '', after: { at: start, id: randomUUID() }, index: /purchase_unpaid/ },
      { state: 'paid', search: '', after: undefined, index: /purchase_ordered/ },
      { state: 'undone', search: '', after: undefined, index: /purchase_undone/ },
      { state: 'to refund', search: '', after: undefined, index: /purchase_(to_refund|undone)/ },
      { state: 'refunded', search: '', after: undefined, index: /purchase_undone/ },
    ];
    await shop.house.house.database.transaction({ purpose: 'sell', accountId: shop.support.id }, async (tx) => {
      for (const { index, ...one } of wanted) {
        const plan = await planOf((explain) => explain.execute(tx), listPurchases(tx, one).compile());
        assert.match(plan, index, JSON.stringify(one));
        assert.doesNotMatch(plan, /Seq Scan on purchase/, JSON.stringify(one));
      }
      const counting = await planOf((explain) => explain.execute(tx), countWaiting.compile(tx));
      assert.doesNotMatch(counting, /Seq Scan on purchase/);
      assert.match(counting, /purchase_unpaid[\s\S]*purchase_(to_refund|undone)/);
    });
  });

  type Explain = ReturnType<typeof sql.raw<{ 'QUERY PLAN': string }>>;
  async function planOf(
    run: (explain: Explain) => Promise<{ rows: { 'QUERY PLAN': string }[] }>,
    { sql: text, parameters }: { sql: string; parameters: readonly unknown[] },
  ): Promise<string> {
    const literal = (value: unknown) =>
      typeof value === 'number' ? String(value) : `'${value instanceof Date ? value.toISOString() : String(value)}'`;
    const inlined = text.replace(/\$(\d+)/g, (_, number: string) => literal(parameters[Number(number) - 1]));
    const { rows } = await run(sql.raw<{ 'QUERY PLAN': string }>(`explain ${inlined}`));
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it('goes when it is due, and with it what it says of the buyer', async () => {
    await addPurchases(1);
    shop.house.clock.moveTo(addDays(start, 3 * 365 + 2));
    assert.match((await shop.get('/butik/kop', shop.support)).text, /Inga köp än/);
    shop.house.clock.moveTo(start);
  });
});
