import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { personAt, startBrowser } from '../../tests/support/browser.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  setUpOperator,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';
import { serveHttp } from '../serve-http.ts';
import { href } from '../routes.ts';

// Proof of N-09: one goes on at the very place where one left, on any device.

describe('the place on a page', { timeout: 120_000 }, () => {
  let house: TestHouse;
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveHttp>>;
  let at: { customer: string; course: string };
  let person: Person;
  let cookie: string;
  const post = (position: number, fields: Record<string, string>) =>
    Promise.resolve(house.app.request(href('visitPage', { ...at, position }), formPost({ intent: 'place', ...fields }, cookie)));
  const kept = async () => (await house.owner.query('select place_permille, player, player_second from page_visit')).rows[0];
  const resume = async () => (await house.app.request(href('continueCourse', at), { headers: { cookie } })).headers.get('location');

  before(async () => {
    browser = await startBrowser();
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    const long = Array.from({ length: 80 }, (_, index) => `Stycke ${index} med några ord att läsa.`).join('\n\n');
    const pages = [{ title: 'Lång', minutes: 5, markdown: long, questions: [] }, ...smallCourse.pages];
    const course = await addCourse(house, customer.id, { ...smallCourse, pages });
    at = { customer: customer.slug, course: course.slug };
    person = await addPerson(house, 'Läsare');
    await enrol(house, person, course);
    cookie = await signedIn(house, person);
    server = await serveHttp(house.app, { HOST: '127.0.0.1', PORT: 0 });
    house.house.publicUrl = server.url;
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await house.close();
  });

  test('is kept as a share of the page and a second of its film, and nothing that is no place', async () => {
    assert.equal((await post(1, { place: '430', player: '1', second: '63' })).status, 204);
    assert.deepEqual(await kept(), { place_permille: 430, player: 1, player_second: 63 });
    assert.equal((await post(1, { place: '500' })).status, 204);
    assert.deepEqual(await kept(), { place_permille: 500, player: 1, player_second: 63 }, 'a film that was not touched stays');
    const wrongs: Record<string, string>[] = [
      { place: '1001' },
      { place: '-1' },
      { place: '5', player: '0', second: '1' },
      { place: '5', player: '1', second: '99999999' },
    ];
    for (const wrong of wrongs) await post(1, wrong);
    assert.deepEqual(await kept(), { place_permille: 500, player: 1, player_second: 63 });
    const html = await (await house.app.request(href('coursePage', { ...at, position: 1 }), { headers: { cookie } })).text();
    assert.match(html, /data-place="500" data-player="1" data-second="63"/);
    assert.equal(await resume(), `${href('coursePage', { ...at, position: 1 })}#fortsatt`);
    const other = await signedIn(house, await addPerson(house, 'Annan'));
    assert.equal(
      (await house.app.request(href('visitPage', { ...at, position: 1 }), formPost({ intent: 'place', place: '5' }, other))).status,
      404,
    );
    await house.owner.query('delete from page_visit');
  });

  test('is where the course opens again in a browser', async () => {
    const { context, page } = await personAt(browser, server.url, { javaScript: true });
    await context.addCookies([{ name: 'session', value: cookie.slice('session='.length), url: server.url }]);
    await page.goto(href('coursePage', { ...at, position: 1 }));
    await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    await page.goto(href('notes', at));
    for (let tries = 0; tries < 200 && !(await kept())?.place_permille; tries++) await pause(20);
    const share = (await kept()).place_permille as number;
    assert.ok(share > 250 && share < 750, `${share}`);
    await page.goto(href('continueCourse', at));
    const [top, height] = await page.evaluate<[number, number]>(
      '(() => { const box = document.querySelector("article.prose").getBoundingClientRect(); return [box.top, box.height]; })()',
    );
    assert.ok(Math.abs((-top / height) * 1000 - share) < 15, `${(-top / height) * 1000} is not ${share}`);
    assert.ok(!page.url().includes('#'), 'and the address is the page’s own');
  });
});
