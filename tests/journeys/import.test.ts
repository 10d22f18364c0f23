import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { password } from '../support/world.ts';

/** N-03: what was written elsewhere is brought in, and a course is taken along as a file. With and without scripts. */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in English, without scripts, on a phone', way: { javaScript: false, locale: 'en-GB', width: 390 } },
];
const gift = '::Isen:: Hur tjock is bär dig? {=10 cm #Ja. ~2 cm#Nej.}\n\nIsen är hal. {TRUE}\n\nEn text utan fråga.';

for (const { name, way } of ways) {
  describe(`bringing in what exists, ${name}`, () => {
    let journey: Journey;
    let author: Someone;
    let page: Page;
    const sv = way.locale !== 'en-GB';
    const list = '/k/kunskapslyftet/kurser-att-skota';
    const course = '/k/kunskapslyftet/kurser/is-fran-fil';
    const looked = () => assertAccessible(journey.browser, page);
    const main = async () => (await page.textContent('main')) ?? '';
    const send = () => page.click('main form.form > button');

    before(async () => {
      journey = await openJourney();
      await journey.test.owner.query('update account set language = $2 where id = $1', [journey.admin.id, sv ? 'sv' : 'en']);
      author = await personAt(journey.browser, journey.url, way);
      page = author.page;
      await page.goto('/logga-in');
      await page.fill('[name=email]', journey.admin.email);
      await page.fill('[name=password]', password);
      await page.click('main form button:not([type=button])');
      await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
      await page.goto(`${list}/ny`);
      await page.fill('[name=title]', 'Is från fil');
      await page.fill('[name=tagline]', 'Om is.');
      await page.fill('[name=description]', 'Om is.');
      await page.selectOption('[name=language]', 'sv');
      await send();
      await page.waitForURL(`**${course}/utkast`);
    });
    after(() => journey.close());

    it('1. sees what becomes of each question in a GIFT file, and saves them', async () => {
      await page.click('a[href$="/utkast/fragor/fil"]');
      await looked();
      await send();
      assert.match(await main(), sv ? /Välj en fil/ : /Choose a file/);
      await looked();
      await page.setInputFiles('[name=file]', { name: 'is.gift', mimeType: 'text/plain', buffer: Buffer.from(gift) });
      await send();
      assert.match(
        await main(),
        sv ? /2 frågor följer med[\s\S]*ställer ingen fråga/ : /2 questions will come along[\s\S]*asks no question/,
      );
      await looked();
      await send();
      await page.waitForURL(/utkast\/slutprov/);
      assert.match(await main(), /Hur tjock is bär dig\?[\s\S]*Isen är hal/);
    });

    it('2. takes the course along as a file and brings it in again', async () => {
      const zip = await page.request.get(`${course}/paket`);
      assert.equal(zip.headers()['content-type'], 'application/zip');
      await page.goto(list);
      await page.click(`a[href="${list}/paket"]`);
      await looked();
      await page.setInputFiles('[name=file]', { name: 'is.zip', mimeType: 'application/zip', buffer: Buffer.from(gift) });
      await send();
      assert.match(await main(), sv ? /ingen hel ZIP-fil/ : /not a whole ZIP file/);
      await looked();
      await page.setInputFiles('[name=file]', { name: 'is.zip', mimeType: 'application/zip', buffer: await zip.body() });
      await send();
      await page.waitForURL(`**${course}-2/utkast`);
      assert.match(await main(), sv ? /2 frågor/ : /2 questions/);
      assert.deepEqual([author.problems.filter((problem) => !/status of 422/.test(problem)), author.strayRequests], [[], []]);
    });
  });
}
