import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { goOffline, personAt, startBrowser, type Person as AtComputer } from '../../tests/support/browser.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, setUpOperator, signedIn, type Person } from '../../tests/support/world.ts';
import { serveHttp } from '../serve-http.ts';

describe('answers and a lost connection', { timeout: 120_000 }, () => {
  let house: TestHouse;
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveHttp>>;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let people = 0;
  const root = '/k/nordhammar/kurser/liten-kurs';
  const responses = async (table: 'answer' | 'attempt_answer') =>
    (await house.owner.query(`select response from ${table} order by response::text`)).rows.map((row) => row.response);

  async function student(): Promise<Person> {
    const person = await addPerson(house, `Elev${++people}`);
    await enrol(house, person, course);
    return person;
  }

  async function deviceOf(person: Person): Promise<AtComputer> {
    const device = await personAt(browser, server.url, { javaScript: true });
    await device.context.addCookies([
      { name: 'session', value: (await signedIn(house, person)).slice('session='.length), url: server.url },
    ]);
    return device;
  }

  before(async () => {
    browser = await startBrowser();
    house = await openTestHouse();
    await setUpOperator(house);
    course = await addCourse(house, (await addCustomer(house)).id);
    server = await serveHttp(house.app, { HOST: '127.0.0.1', PORT: 0 });
    house.house.publicUrl = server.url;
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await house.close();
  });

  test('an answer given offline waits through a closed page, is sent once, and says why it is right', async () => {
    const { context, page } = await deviceOf(await student());
    await page.goto(`${root}/sidor/1`);
    const question = page.locator('#fraga-2');
    await goOffline({ context, page });
    await question.getByRole('textbox').fill('ord');
    await question.getByRole('button', { name: 'Svara' }).click();
    await question.getByText('Väntar på nätet').waitFor();
    assert.deepEqual(await responses('answer'), []);
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(`${root}/sidor/1`);
    await later.locator('#fraga-2').getByText('Ordet är ord.').waitFor();
    await later
      .locator('#fraga-2')
      .getByText(/Sparat \d{1,2}\.\d\d/)
      .waitFor();
    assert.deepEqual(await responses('answer'), [{ text: 'ord' }]);
    assert.equal(await later.evaluate(() => Object.keys(localStorage).length), 0);
    await context.close();
  });

  test('a note as long as a note may be, in letters that take the most room, is saved at once', async () => {
    const { context, page } = await deviceOf(await student());
    await page.goto(`${root}/sidor/1`);
    await page.getByText('Anteckna').click();
    await page.locator('#anteckning').fill('学'.repeat(10_000));
    await page.locator('.own-note').getByRole('button').click();
    await page.locator('.own-note').getByText('Anteckningen är sparad.').waitFor();
    const { rows } = await house.owner.query('select length(body) as length from note');
    assert.deepEqual(rows, [{ length: 10_000 }]);
    await context.close();
  });

  test('nobody else at the same computer sends what waits', async () => {
    const { context, page } = await deviceOf(await student());
    await page.goto(`${root}/sidor/1`);
    await goOffline({ context, page });
    await page.locator('#fraga-2').getByRole('textbox').fill('mitt');
    await page.locator('#fraga-2').getByRole('button', { name: 'Svara' }).click();
    await page.getByText('Väntar på nätet').waitFor();
    await page.close();
    await context.setOffline(false);
    const other = await student();
    await context.addCookies([{ name: 'session', value: (await signedIn(house, other)).slice('session='.length), url: server.url }]);
    const theirs = await context.newPage();
    await theirs.goto(`${root}/sidor/1`);
    await theirs.waitForTimeout(500);
    assert.equal(await theirs.locator('#fraga-2').getByRole('textbox').inputValue(), '');
    const sent = await house.owner.query('select from answer a join enrolment e on e.id = a.enrolment_id where e.account_id = $1', [
      other.id,
    ]);
    assert.equal(sent.rowCount, 0);
    await context.close();
  });

  test('the test goes on when the network is back; a later answer from another device stands', async () => {
    const person = await student();
    const laptop = await deviceOf(person);
    await laptop.page.goto(`${root}/slutprov`);
    await laptop.page.getByRole('button', { name: 'Börja provet' }).click();
    await laptop.page.getByRole('timer').getByText('minuter kvar').waitFor();
    // The time is written by the server: what keeps answers must have come as well.
    await laptop.page.waitForLoadState('load');
    await goOffline(laptop);
    await laptop.page.getByLabel('Falskt').check();
    await laptop.page.getByLabel('2. Hur många?').fill('9');
    // A request that was on its way as the network went is given its fifteen seconds.
    await laptop.page.getByText('Väntar på nätet').nth(1).waitFor({ timeout: 25_000 });
    await laptop.page.getByRole('button', { name: 'Lämna in provet' }).click();
    await laptop.page.getByText('Du är utan nät just nu.').waitFor();

    const phone = await deviceOf(person);
    await laptop.page.waitForTimeout(5_500);
    await phone.page.goto(`${root}/slutprov/1`);
    await phone.page.getByLabel('2. Hur många?').fill('2,5');
    await phone.page.getByText(/Sparat/).waitFor();

    await laptop.context.setOffline(false);
    await laptop.page.getByText('2 av 2 frågor besvarade.').waitFor();
    // Our own rules forbid the page to evaluate text, so the test asks again and again instead of waiting inside the page.
    for (let asked = 0; (await laptop.page.inputValue('input[inputmode=decimal]')) !== '2,5' && asked < 100; asked++)
      await laptop.page.waitForTimeout(50);
    assert.equal(await laptop.page.inputValue('input[inputmode=decimal]'), '2,5');
    assert.deepEqual(await responses('attempt_answer'), [{ number: 2.5 }, { value: false }]);
    await laptop.page.getByRole('button', { name: 'Lämna in provet' }).click();
    await laptop.page.getByRole('heading', { name: 'Godkänt', exact: true }).waitFor();
    await Promise.all([laptop.context.close(), phone.context.close()]);
  });

  test('what is answered before the script has come is saved all the same', async () => {
    const person = await student();
    const { context, page } = await deviceOf(person);
    let arrive = () => {};
    const onItsWay = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/attempt[^/]*\.js/, async (route) => {
      await onItsWay;
      await route.continue();
    });
    await page.goto(`${root}/slutprov`);
    await page.getByRole('button', { name: 'Börja provet' }).click({ noWaitAfter: true });
    await page.getByLabel('Falskt').check();
    await page.getByLabel('2. Hur många?').fill('3,5');
    arrive();
    await page.getByText('2 av 2 frågor besvarade.').waitFor();
    const { rows } = await house.owner.query(
      `select response from attempt_answer a join attempt t on t.id = a.attempt_id join enrolment e on e.id = t.enrolment_id
        where e.account_id = $1 order by response::text`,
      [person.id],
    );
    assert.deepEqual(rows, [{ response: { number: 3.5 } }, { response: { value: false } }]);
    await context.close();
  });

  test('an answer that is on its way when the test is handed in is taken back, for the form carries it', async () => {
    const { context, page, problems } = await deviceOf(await student());
    await page.goto(`${root}/slutprov`);
    await page.getByRole('button', { name: 'Börja provet' }).click();
    await page.getByRole('timer').getByText('minuter kvar').waitFor();
    await house.owner.query('begin');
    await house.owner.query('select from attempt for update');
    const onItsWay = page.waitForRequest(/svar$/);
    const takenBack = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/svar'));
    await page.getByLabel('Sant').check();
    await page.getByLabel('2. Hur många?').fill('2,5');
    await onItsWay;
    assert.notEqual(await page.evaluate(() => Object.keys(localStorage).length), 0, 'kept until the test is there');
    const pressed = page.getByRole('button', { name: 'Lämna in provet' }).click();
    await takenBack;
    await house.owner.query('commit');
    await pressed;
    await page.getByRole('heading', { name: 'Godkänt', exact: true }).waitFor();
    for (let asked = 0; (await page.evaluate(() => Object.keys(localStorage).length)) > 0 && asked < 100; asked++)
      await page.waitForTimeout(50);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, 'and then no longer');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('when the time is out the page hands itself in', async () => {
    const { context, page } = await deviceOf(await student());
    await page.goto(`${root}/slutprov`);
    await page.getByRole('button', { name: 'Börja provet' }).click();
    await page.getByLabel('Sant').check();
    await page.getByText(/Sparat/).waitFor();
    const start = house.clock.now();
    house.clock.moveTo(new Date(start.getTime() + 30 * 60_000 - 1_500));
    await page.reload();
    await page.waitForURL(/resultat/);
    await page.getByText('Tiden tog slut, så svaren som du hade sparat lämnades in.').waitFor();
    house.clock.moveTo(start);
    await context.close();
  });

  test('the page that is read is remembered, also in a tab one comes back to', async () => {
    const person = await student();
    const { context, page } = await deviceOf(person);
    await page.goto(`${root}/sidor/1`);
    const second = await context.newPage();
    const told = (tab: Page) => tab.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 204);
    // A tab that one has left says nothing more; here all tabs are visible, so the other has said it first.
    const toldBefore = told(second);
    await second.goto(`${root}/sidor/2`);
    await toldBefore;
    await page.bringToFront();
    const toldAgain = told(page);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await toldAgain;
    const phone = await deviceOf(person);
    await phone.page.goto(`${root}/fortsatt`);
    assert.equal(new URL(phone.page.url()).pathname, `${root}/sidor/1`);
    await Promise.all([context.close(), phone.context.close()]);
  });
});
