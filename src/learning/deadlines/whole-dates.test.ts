import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { personAt, startBrowser } from '../../../tests/support/browser.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator, signedIn } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { serveHttp } from '../../serve-http.ts';

let house: TestHouse;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveHttp>>;
before(async () => {
  browser = await startBrowser();
  house = await openTestHouse();
  await setUpOperator(house);
  server = await serveHttp(house.app, { HOST: '127.0.0.1', PORT: 0 });
  house.house.publicUrl = server.url;
});
after(async () => {
  await browser.close();
  await server.stop();
  await house.close();
});

it('a day that is half written is not taken for no day', async () => {
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id);
  const author = await addPerson(house, 'Lärare');
  await makeStaff(house, author, customer.id, course.courseId);
  const { context, page, problems } = await personAt(browser, server.url, { javaScript: true });
  await context.addCookies([{ name: 'session', value: (await signedIn(house, author)).slice('session='.length), url: server.url }]);
  const address = href('deadlines', { customer: customer.slug, course: course.slug });
  const plan = async () => (await house.owner.query<{ due_on: string }>('select due_at::date::text as due_on from course_plan')).rows;
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));

  await page.goto(address);
  const day = page.locator('input[name=due_on]').first();
  await day.focus();
  await page.keyboard.type('12');
  assert.equal(await day.inputValue(), '');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('input[name=due_on]'));
  assert.deepEqual([sent, await plan()], [0, []]);

  await day.fill('2027-01-31');
  await Promise.all([page.waitForURL(/besked=sparat/), page.keyboard.press('Enter')]);
  assert.equal((await plan())[0]!.due_on, '2027-01-31');
  assert.deepEqual(problems, []);
});
