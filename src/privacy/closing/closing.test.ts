import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, addMonths } from '../../platform/clock.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator, signedIn } from '../../../tests/support/world.ts';
import { closeAccount, privacyMails, reopenAccount, sweep, warnBeforeErasure } from '../index.ts';

/** E-20: active → closed, with a way back → warned → nobody; and the plan with the law before anything is done. */
describe('closing an account', () => {
  let test: TestHouse;
  const start = new Date('2026-08-31T10:00:00Z');
  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
  });
  after(() => test.close());

  const warnings = async (accountId: string) =>
    (await test.owner.query("select from mail where template = 'erasure-coming' and account_id = $1", [accountId])).rowCount;
  const facts = (accountId: string) => ({
    house: test.house,
    language: 'sv' as const,
    givenName: '',
    accountId,
    about: {},
    operatorName: 'Lärvik',
  });
  const page = async (cookie: string) =>
    (await test.app.request('/mina-uppgifter/avsluta', { headers: { cookie, 'accept-language': 'sv' } })).text();

  it('is followed by one warning, a month before the end and not a day earlier, however often the job runs', async () => {
    const person = await addPerson(test, 'Varnad');
    const active = await addPerson(test, 'Aktiv');
    await closeAccount(test.house, person.id);
    test.clock.moveTo(addDays(addMonths(start, 5), -4)); // the end is 28 February, so a month before is 28 January
    assert.equal(await warnBeforeErasure(test.house), 0);
    test.clock.moveTo(new Date('2027-01-28T10:00:01Z'));
    const [first, second] = await Promise.all([warnBeforeErasure(test.house), warnBeforeErasure(test.house)]);
    assert.equal(first + second, 1, 'two at once warn once');
    assert.equal(await warnBeforeErasure(test.house), 0);
    assert.deepEqual([await warnings(person.id), await warnings(active.id)], [1, 0]);
    const mail = await privacyMails['erasure-coming'](facts(person.id));
    assert.match(mail?.paragraphs.join('\n') ?? '', /Den 28 februari 2027 tas dina personuppgifter bort[\s\S]*\/mina-uppgifter\/avsluta/);
    const cookie = await signedIn(test, person);
    assert.match(await page(cookie), /Den 28 januari 2027 mejlade vi dig om det/);
    assert.match(
      await (await test.app.request('/mina-uppgifter', { headers: { cookie, 'accept-language': 'sv' } })).text(),
      /28 januari 2027/,
    );
    test.clock.moveTo(new Date('2027-02-28T10:00:01Z'));
    assert.equal((await sweep(test.house))['account erased'], 1);
  });

  it('leads back: who comes back is not mailed, and is warned anew the next time', async () => {
    test.clock.moveTo(start);
    const person = await addPerson(test, 'Angrande');
    await closeAccount(test.house, person.id);
    test.clock.moveTo(addDays(addMonths(start, 5), 1));
    assert.equal(await warnBeforeErasure(test.house), 1);
    await reopenAccount(test.house, person.id);
    assert.equal(await privacyMails['erasure-coming'](facts(person.id)), undefined, 'the mail had not left yet');
    await closeAccount(test.house, person.id);
    assert.equal(await warnBeforeErasure(test.house), 0);
    test.clock.moveTo(addMonths(test.clock.now(), 5));
    test.clock.moveTo(addDays(test.clock.now(), 3));
    assert.equal(await warnBeforeErasure(test.house), 1);
    assert.equal(await warnings(person.id), 2);
  });

  it('is told of on the officer’s page: how many have closed and how many are warned', async () => {
    const officer = await addPerson(test, 'Doris');
    await inHouse(test, (tx) => tx.insertInto('operator_staff').values({ account_id: officer.id, role: 'dpo' }).execute());
    const cookie = await signedIn(test, officer);
    const text = await (await test.app.request('/gallring', { headers: { cookie, 'accept-language': 'sv' } })).text();
    assert.match(text, /Avslutade, inte varnade än<\/dt><dd>0<[\s\S]*Varnade<\/dt><dd>1</);
  });

  it('shows the whole plan first: what goes, what is nobody’s, what must be kept, by which law and until when', async () => {
    test.clock.moveTo(start);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    const person = await addFullPerson(test, 'Planerare', course, admin);
    await test.owner.query(
      `update legal_hold set decided_by = $2, decided_at = now(), decision = 'placed', law = 'bokföringslagen 7 kap. 2 §', ends_at = '2030-01-01'
       where account_id = $1 and asked_by <> $2 and decision is null`,
      [person.id, (await addPerson(test, 'Andra')).id],
    );
    const text = await page(await signedIn(test, person));
    for (const told of [
      /Det här raderas[\s\S]*artikel 17[\s\S]*Ditt konto[\s\S]*mejladress/,
      /blir kvar som ingens[\s\S]*skäl 26[\s\S]*Dina svar i kursen/,
      /är andras[\s\S]*ditt namn tas bort/,
      /måste sparas[\s\S]*bokföringslagen 7 kap\. 2 §[\s\S]*2030/,
      /artikel 5\.2[\s\S]*2029/,
      // E-21: what a law keeps of a purchase, and until when.
      /måste sparas[\s\S]*Det du har köpt[\s\S]*konsumentköplagen[\s\S]*2029[\s\S]*Vår bokföring[\s\S]*bokföringslagen[\s\S]*2034/,
      /Brevbäraren AB \(artikel 19\)/,
      /den 28 februari 2027/,
    ])
      assert.match(text, told);
    assert.ok(text.indexOf('Det här raderas') < text.indexOf('Radera allt nu'), 'the plan stands before the button');
    const empty = await page(await signedIn(test, await addPerson(test, 'Ny')));
    assert.ok(!empty.includes('bokföringslagen') && empty.includes('Ingen lag kräver'));
  });
});
