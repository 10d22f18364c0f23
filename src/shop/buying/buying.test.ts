import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { after, before, beforeEach, describe, it } from 'node:test';
import { textOf } from '../../../tests/support/pdf-text.ts';
import { addDays } from '../../platform/clock.ts';
import { buyer, openShop, price, type Shop } from './testing.ts';

/** E-06: a private person buys a course by invoice, without an account, and may change their mind. */
describe('buying a course', () => {
  let shop: Shop;
  before(async () => void (shop = await openShop()));
  beforeEach(async () => {
    await shop.house.owner.query('delete from throttle');
    await shop.house.owner.query('update course_price set ore = $1, on_sale = true', [price]);
  });
  after(() => shop.house.close());

  const count = async (table: string) => (await shop.rows(`select from ${table}`)).length;
  const purchaseOf = async (email: string) =>
    (
      await shop.rows<{ id: string; number: string; key_id: string; withdrawn_at: Date | null }>(
        'select * from purchase where email = $1',
        [email],
      )
    )[0]!;

  it('shows the price on the open page of the course, and everything that is to be told before an order', async () => {
    const course = await shop.textOf(shop.buyPath.replace(/\/kop$/, ''));
    assert.match(course, /Köp kursen för 495\s*kr/);
    const text = await shop.textOf(shop.buyPath);
    for (const told of [
      /495\s*kr, varav 99\s*kr moms \(25 %\)/,
      /365 dagar/,
      /inom 30 dagar/,
      /Lärvik Drift AB/,
      /556677-8899/,
      /ångra dig i 14 dagar/,
      /Allmänna reklamationsnämnden/,
    ])
      assert.match(text, told);
  });

  it('notes nothing but what is filled in, tells what is missing, and loses nothing', async () => {
    const response = await shop.fill(shop.buyPath, { ...buyer, familyName: '', email: 'inte en adress' });
    const text = await response.text();
    assert.equal(response.status, 422);
    assert.match(text, /Skriv ditt efternamn\./);
    assert.match(text, /namn@exempel\.se/);
    assert.match(text, /value="Köpa"/);
    assert.equal(await count('checkout'), 0);
  });

  it('goes all the way: form, mailed link, order, page, invoice, course', async () => {
    const email = 'hela@annan.example';
    const path = await shop.fillIn({ email });
    const mail = await shop.mailTo(email);
    for (const secret of [buyer.givenName, buyer.familyName, '495', 'order 1']) assert.ok(!mail.includes(secret), secret);
    assert.equal(await count('purchase'), 0, 'nothing is ordered by filling in');
    assert.match(await shop.textOf(path), /Beställning med betalningsskyldighet/);
    const ordered = await shop.order(path);
    assert.deepEqual([ordered.status, ordered.headers.get('location')], [303, `${path}?klart=ja`]);
    assert.equal(await count('checkout'), 0);
    const purchase = await purchaseOf(email);
    const page = await shop.get(path);
    assert.equal(page.headers.get('cache-control'), 'private, no-store');
    const text = await page.text();
    for (const told of [purchase.number, /123-4567/, /Öppna kursen/, /Du kan ångra köpet till och med/, /väntar på betalning/])
      assert.match(text, new RegExp(told));
    await shop.send();
    assert.match(await shop.mailTo(email), /Tack för din beställning/);
    const [voucher] = await shop.rows<{ number: number; vat_ore: number; due_at: Date }>('select * from voucher where purchase_id = $1', [
      purchase.id,
    ]);
    assert.equal(voucher!.vat_ore, 9_900);
    const pdf = await shop.get(`${path}/faktura/${voucher!.number}`);
    const said = textOf(Buffer.from(await pdf.arrayBuffer()), inflateSync);
    assert.match(said, /Faktura \d+[\s\S]*SE556677889901[\s\S]*99\s*kr[\s\S]*495\s*kr/);
    await shop.house.owner.query("update seller set address = 'Nygatan 2, 123 45 Lärvik'");
    const again = textOf(Buffer.from(await (await shop.get(`${path}/faktura/${voucher!.number}`)).arrayBuffer()), inflateSync);
    assert.match(said, /Storgatan 1/);
    assert.equal(again, said, 'an invoice is as it was sent, wherever the seller has moved');
    for (const name of [buyer.givenName, buyer.familyName, email])
      assert.ok(!said.includes(name), 'a simplified invoice does not say who buys');
    assert.equal((await shop.get(`${path}/faktura/${voucher!.number + 1000}`)).status, 404);
    const into = await shop.post(`${path}/kurs`, {});
    assert.match(into.headers.get('location') ?? '', /^\/nyckel\/fortsatt\//);
    assert.equal((await shop.get(into.headers.get('location')!)).status, 200);
  });

  it('is one purchase, one key and one voucher however often and at once the button is pressed', async () => {
    const path = await shop.fillIn({ email: 'dubbel@annan.example' });
    const before_ = [await count('course_key'), await count('voucher')];
    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.order(path)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
    assert.equal((await shop.rows("select from purchase where email = 'dubbel@annan.example'")).length, 1);
    assert.deepEqual(
      [await count('course_key'), await count('voucher')],
      before_.map((number) => number + 1),
    );
    await shop.send();
    assert.equal((await shop.mailTo('dubbel@annan.example')).match(/Tack för din beställning/g)?.length, 1);
  });

  it('numbers vouchers without a gap, also when many buy at once and one of them stops', async () => {
    const paths: string[] = [];
    for (let index = 0; index < 6; index++) paths.push(await shop.fillIn({ email: `rad${index}@annan.example` }));
    await shop.house.owner.query("alter table purchase add constraint unlucky check (email <> 'rad3@annan.example')");
    const answers = await Promise.all(paths.map((path) => shop.order(path)));
    await shop.house.owner.query('alter table purchase drop constraint unlucky');
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 303, 303, 303, 303, 500],
    );
    const numbers = (await shop.rows<{ number: number }>('select number from voucher order by number')).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    assert.equal((await shop.order(paths[3]!)).status, 303, 'nothing was lost: it is ordered when it can be');
  });

  it('holds a buyer to no other price than the one that was shown', async () => {
    const path = await shop.fillIn({ email: 'pris@annan.example' });
    await shop.house.owner.query('update course_price set ore = 59500');
    const refused = await shop.order(path);
    const text = await refused.text();
    assert.equal(refused.status, 409);
    assert.match(text, /Priset har ändrats och är nu 595\s*kr/);
    assert.match(text, /name="shown" value="59500"/);
    assert.equal((await shop.rows("select from purchase where email = 'pris@annan.example'")).length, 0);
    assert.equal((await shop.order(path, 59_500)).status, 303);
  });

  it('says so when the course is not for sale any more, or full, and has ordered nothing', async () => {
    const path = await shop.fillIn({ email: 'slut@annan.example' });
    await shop.house.owner.query('update course_price set on_sale = false');
    assert.equal((await shop.get(shop.buyPath)).status, 404);
    const refused = await shop.order(path);
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /går inte att köpa just nu/);
    await shop.house.owner.query('update course_price set on_sale = true');
    await shop.house.owner.query('update agreement set seats = 2 where customer_id = $1', [shop.place.customerId]);
    const full = await shop.order(path);
    assert.equal(full.status, 409);
    assert.match(await full.text(), /Alla platser/);
    assert.equal((await shop.rows("select from purchase where email = 'slut@annan.example'")).length, 0);
    await shop.house.owner.query('update agreement set seats = 1000 where customer_id = $1', [shop.place.customerId]);
    assert.equal((await shop.order(path)).status, 303);
  });

  it('forgets what was filled in and not ordered after a day, and a link that is not whole looks the same', async () => {
    const path = await shop.fillIn({ email: 'glomt@annan.example' });
    shop.pass(86_400 + 60);
    const [old, forged] = [await shop.get(path), await shop.get(`${path.slice(0, -2)}xx`)];
    assert.deepEqual([old.status, forged.status], [404, 404]);
    assert.equal((await shop.order(path)).status, 404);
  });

  it('gives whoever is signed in the purchase without a mail, and a list of their own and nobody else’s', async () => {
    const someone = await shop.someone('Inloggad');
    const filled = await shop.fill(shop.buyPath, { givenName: 'In', familyName: 'Loggad', email: 'annans@annan.example' }, someone);
    const path = filled.headers.get('location')!;
    assert.match(path, /^\/kop\//);
    assert.equal((await shop.order(path, price, someone)).status, 303);
    assert.equal((await purchaseOf(someone.email)).withdrawn_at, null, 'the address is the account’s, whatever was posted');
    assert.equal((await shop.rows("select from purchase where email = 'annans@annan.example'")).length, 0);
    const own = await shop.textOf('/mina-kop', someone);
    assert.match(own, new RegExp((await purchaseOf(someone.email)).number));
    const other = await shop.someone('Granne');
    assert.match(await shop.textOf('/mina-kop', other), /Du har inte köpt något/);
  });

  describe('and changing one’s mind', () => {
    it('takes two steps, closes the course, takes the sale back in the books and is acknowledged with day and hour', async () => {
      const email = 'angrar@annan.example';
      const path = await shop.buy({ email });
      await shop.send();
      const step = await shop.textOf(`${path}/angra`);
      assert.match(step, /Bekräfta att jag ångrar köpet/);
      assert.equal((await purchaseOf(email)).withdrawn_at, null, 'looking is not withdrawing');
      const answers = await Promise.all([1, 2, 3].map(() => shop.post(`${path}/angra`, {})));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303, 303],
      );
      const purchase = await purchaseOf(email);
      assert.ok(purchase.withdrawn_at);
      const kinds = await shop.rows<{ kind: string }>('select kind from voucher where purchase_id = $1 order by number', [purchase.id]);
      assert.deepEqual(
        kinds.map(({ kind }) => kind),
        ['sale', 'credit'],
      );
      const [key] = await shop.rows<{ blocked_at: Date | null }>('select blocked_at from course_key where id = $1', [purchase.key_id]);
      assert.ok(key!.blocked_at);
      await shop.send();
      const mail = await shop.mailTo(email);
      assert.equal(
        mail.match(/Vi bekräftar att du har ångrat ett köp, .*kl\. /g)?.length ?? mail.match(/Vi bekräftar att du har ångrat/g)?.length,
        1,
      );
      assert.match(await shop.textOf(path), /Köpet är avbrutet\. Kursen är stängd/);
      assert.equal((await shop.post(`${path}/kurs`, {})).status, 404);
    });

    it('is possible to the end of the last day, and told to be too late after it', async () => {
      const start = shop.house.clock.now();
      // A Monday: fourteen days later is a Monday too.
      shop.house.clock.moveTo(new Date('2027-02-01T15:00:00Z'));
      const [kept, late] = [await shop.buy({ email: 'sista@annan.example' }), await shop.buy({ email: 'sen@annan.example' })];
      shop.house.clock.moveTo(new Date('2027-02-15T22:59:00Z'));
      await shop.post(`${kept}/angra`, {});
      assert.ok((await purchaseOf('sista@annan.example')).withdrawn_at);
      shop.house.clock.moveTo(new Date('2027-02-15T23:00:01Z'));
      await shop.post(`${late}/angra`, {});
      assert.equal((await purchaseOf('sen@annan.example')).withdrawn_at, null);
      assert.match(await shop.textOf(late), /Ångertiden gick ut den 15 februari 2027/);
      shop.house.clock.moveTo(start);
    });

    it('begins at a page that anyone finds, which tells nobody whether anything was bought', async () => {
      const email = 'letar@annan.example';
      await shop.buy({ email });
      const [known, unknown] = [await shop.post('/angra', { email }), await shop.post('/angra', { email: 'ingen@annan.example' })];
      assert.deepEqual([known.status, known.headers.get('location')], [unknown.status, unknown.headers.get('location')]);
      await shop.send();
      assert.match(await shop.mailTo(email), /Länkar till dina köp[\s\S]*\/kop\//);
      await assert.rejects(shop.mailTo('ingen@annan.example'), /No mail/);
      assert.equal((await shop.post('/angra', { email: 'x' })).status, 422);
    });

    it('closes a course that has been begun', async () => {
      const someone = await shop.someone('Paborjad');
      const path = (await shop.fill(shop.buyPath, { givenName: 'På', familyName: 'Börjad' }, someone)).headers.get('location')!;
      await shop.order(path, price, someone);
      const { key_id } = await purchaseOf(someone.email);
      const [enrolment] = await shop.rows<{ id: string }>(
        `with made as (insert into enrolment (customer_id, course_id, version_id, account_id, source)
           select customer_id, course_id, id, $1, 'key' from course_version where course_id = $2 and published_at is not null limit 1 returning customer_id, id)
         update course_key k set enrolment_id = made.id, redeemed_at = now(), bound_email = null, bound_given_name = null, bound_family_name = null
           from made where k.customer_id = made.customer_id and k.id = $3 returning made.id`,
        [someone.id, shop.place.courseId, key_id],
      );
      assert.match((await shop.post(`${path}/kurs`, {})).headers.get('location') ?? '', /\/fortsatt$/);
      await shop.post(`${path}/angra`, {});
      const [ended] = await shop.rows<{ ends_at: Date | null }>('select ends_at from enrolment where id = $1', [enrolment!.id]);
      assert.ok(ended!.ends_at && ended!.ends_at <= addDays(shop.house.clock.now(), 0));
    });
  });
});
