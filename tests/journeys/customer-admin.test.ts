import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, inHouse, password, type Person } from '../support/world.ts';

/** A customer's administrator decides who sees whom, gives roles and invites someone, who comes and is let go again. */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in English, without scripts, on a phone', way: { javaScript: false, locale: 'en-GB', width: 390 } },
];
const newcomer = 'vera.vass@annat.example';
const secret = 'gräsklippare vid sjön';

for (const { name, way } of ways) {
  describe(`the customer's administrator, ${name}`, () => {
    let journey: Journey;
    let boss: Someone;
    let guest: Someone;
    let student: Person;
    const customer = '/k/kunskapslyftet';
    const students = `${customer}/kurser/ma-bra-pa-jobbet/studenter`;
    const sv = way.locale !== 'en-GB';
    const looked = async (at: Page) => assertAccessible(journey.browser, at);
    const pathOf = (page: Page) => new URL(page.url()).pathname;

    before(async () => {
      journey = await openJourney();
      boss = await personAt(journey.browser, journey.url, way);
      guest = await personAt(journey.browser, journey.url, way);
      const person = await addPerson(journey.test, 'Kundchefen');
      if (!sv) await journey.test.owner.query("update account set language = 'en' where id = $1", [person.id]);
      student = await addPerson(journey.test, 'Studenten');
      await enrol(journey.test, student, journey.course);
      await inHouse(journey.test, (tx) =>
        tx.insertInto('membership').values({ customer_id: journey.customerId, account_id: person.id, role: 'customer_admin' }).execute(),
      );
      await signIn(boss.page, person.email);
    });
    after(() => journey.close());

    it('1. finds their roles and the rooms that belong to them', async () => {
      await boss.page.goto('/mina-roller');
      await looked(boss.page);
      await boss.page.click(`main a[href="${customer}/vem-ser-vem"]`);
      await looked(boss.page);
    });

    it('2. lets teachers see addresses, and is told so in plain words', async () => {
      await boss.page.check('input[name=teacher][value=email]');
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/besked=sparat/);
      const text = (await boss.page.textContent('main')) ?? '';
      assert.match(text, sv ? /Kursens lärare ser ditt namn, din mejladress/ : /The course’s teachers see your name, your e-mail address/);
      assert.match(text, sv ? /Kursens lärare ser nu mejladress/ : /The course’s teachers now see e-mail address/);
      await boss.page.uncheck('input[name=customer-admin][value=correspondence]');
      await boss.page.uncheck('input[name=course-admin][value=correspondence]');
      await boss.page.click('main form.form > button');
      assert.match((await boss.page.textContent('main')) ?? '', sv ? /Någon måste kunna läsa/ : /Someone must be able to read/);
      await looked(boss.page);
    });

    it('3. finds a member and gives them a role', async () => {
      await boss.page.goto(`${customer}/medlemmar`);
      await looked(boss.page);
      await boss.page.fill('main [name=text]', 'studenten@');
      await boss.page.click('main form button');
      await boss.page.click('main table a');
      await looked(boss.page);
      await boss.page.locator('input[name=teaches]').first().check();
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/besked=sparat/);
      assert.match((await boss.page.textContent('main')) ?? '', sv ? /Lärare/ : /Teacher/);
    });

    it('4. invites someone who has no account, by mail', async () => {
      await boss.page.goto(`${customer}/inbjudningar/ny`);
      await looked(boss.page);
      await boss.page.locator('input[name=courses]').first().check();
      await boss.page.fill('[name=addresses]', newcomer);
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/inbjudningar\?besked=skickad/);
      await looked(boss.page);
    });

    it('5. who opens an account, accepts the terms, reads what it means, and sees exactly what was decided', async () => {
      await guest.page.goto(await journey.mailedLink(newcomer));
      await looked(guest.page);
      await guest.page.fill('[name=givenName]', 'Vera');
      await guest.page.fill('[name=password]', secret);
      await guest.page.click('main form.form > button');
      await guest.page.waitForURL(/villkor\/godkann/);
      await guest.page.click('button[value=accept]');
      await guest.page.waitForURL(/inbjudan/);
      const text = (await guest.page.textContent('main')) ?? '';
      assert.match(text, /GivenKundchefen FamilyKundchefen/);
      assert.match(text, /Må bra på jobbet/);
      await looked(guest.page);
      await guest.page.click('button[value=accept]');
      await guest.page.waitForURL(/mina-roller\?besked=med/);
      await looked(guest.page);
      await guest.page.click(`main a[href="${students}"]`);
      const list = (await guest.page.textContent('main')) ?? '';
      assert.ok(list.includes(student.email) && list.includes(student.givenName));
      assert.equal(await guest.page.locator('main a[href*="inkorg"]').count(), 0, 'teachers do not read the correspondence');
      await looked(guest.page);
    });

    it('6. and is let go again: the access ends at once', async () => {
      await boss.page.goto(`${customer}/inbjudningar`);
      assert.match((await boss.page.textContent('main')) ?? '', /Vera/);
      await looked(boss.page);
      await boss.page.click('main table form button');
      await boss.page.waitForURL(/besked=aterkallad/);
      assert.equal((await guest.page.goto(students))?.status(), 404);
      await guest.page.goto('/mina-roller');
      assert.match(
        (await guest.page.textContent('main')) ?? '',
        sv ? /Du har ingen roll hos någon kund/ : /You have no role at any customer/,
      );
      assert.equal(pathOf(guest.page), '/mina-roller');
      assert.deepEqual([...boss.problems, ...guest.problems, ...boss.strayRequests, ...guest.strayRequests], []);
    });

    it('7. names a contact, who is told by mail, sees who has looked and takes the name away', async () => {
      const told = 'dataskydd@kunskapslyftet.example';
      await boss.page.goto(`${customer}/kontaktuppgifter`);
      await looked(boss.page);
      await boss.page.fill('[name=contact_address]', 'Lärdomsgatan 4');
      await boss.page.fill('[name=contact_email]', 'info@kunskapslyftet.example');
      await boss.page.fill('[name=officer_name]', 'Eivor Hallgren');
      await boss.page.fill('[name=officer_email]', told);
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/besked=sparat/);
      await guest.page.goto(await journey.mailedLink(told));
      const text = (await guest.page.textContent('main')) ?? '';
      assert.match(text, /Eivor Hallgren/);
      assert.match(text, sv ? /Vem som har tittat[\s\S]*administratör/ : /Who has looked[\s\S]*an administrator/);
      await looked(guest.page);
      await guest.page.click('main form button');
      await guest.page.waitForURL(/besked=borttaget/);
      assert.doesNotMatch((await guest.page.textContent('main')) ?? '', /Eivor Hallgren/);
      await looked(guest.page);
    });
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/logga-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.press('[name=password]', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/logga-in');
}
