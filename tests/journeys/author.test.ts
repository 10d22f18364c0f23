import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { password } from '../support/world.ts';

/** N-03: an administrator makes a course alone, from nothing to the catalogue. With and without scripts. */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in English, without scripts, on a phone', way: { javaScript: false, locale: 'en-GB', width: 390 } },
];

for (const { name, way } of ways) {
  describe(`an author's day, ${name}`, () => {
    let journey: Journey;
    let author: Someone;
    let page: Page;
    const sv = way.locale !== 'en-GB';
    const list = '/k/kunskapslyftet/kurser-att-skota';
    const course = '/k/kunskapslyftet/kurser/sakert-pa-isen';
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
    });
    after(() => journey.close());

    it('1. creates a course', async () => {
      await page.goto(list);
      await looked();
      await page.click(`a[href="${list}/ny"]`);
      await looked();
      await page.fill('[name=title]', 'Säkert på isen');
      await page.fill('[name=tagline]', 'Du kan avgöra om isen håller.');
      await page.fill('[name=description]', 'En kort kurs om is.');
      await page.fill('[name=outcomes]', 'Du mäter isen.\nDu har med dig isdubbar.');
      await page.selectOption('[name=language]', 'sv');
      await send();
      await page.waitForURL(`**${course}/utkast`);
      await looked();
    });

    it('2. writes two pages, each saved and shown', async () => {
      await writePage('Hur tjock är isen?', '## Mät\n\nMät isen **ofta**. Tio centimeter kärnis bär dig.\n\n> [!TIPS]\n> Ta med ispik.');
      await writePage('Om du går igenom', '## Lugn\n\nVänd dig mot hållet du kom från. Använd isdubbarna.');
      await page.goto(`${course}/utkast`);
      assert.deepEqual(await page.locator('.arranged a').allTextContents(), ['Hur tjock är isen?', 'Om du går igenom']);
      await page.locator('.arrange button[name=to]').nth(1).press('Enter');
      await page.waitForURL(/#sida-/);
      assert.deepEqual(await page.locator('.arranged a').allTextContents(), ['Om du går igenom', 'Hur tjock är isen?']);
      await page.locator('.arrange button[name=remove]').first().press('Enter');
      await page.waitForURL(/borttaget=/);
      assert.equal(await page.locator('.arranged li').count(), 1);
      await looked();
      await page.click('.undo button');
      await page.waitForURL(/#sida-/);
      assert.equal(await page.locator('.arranged li').count(), 2);
      await looked();
    });

    async function writePage(title: string, text: string): Promise<void> {
      await page.goto(`${course}/utkast`);
      await page.fill('[name=title]', title);
      await send();
      await page.waitForURL(/utkast\/sidor\//);
      // The block editor has a journey of its own.
      if (way.javaScript) await page.click('a[href$="?skriv=markdown"]');
      await page.fill('[name=text]', text);
      const opened = await page.textContent('[data-saved]');
      if (way.javaScript) {
        await page.locator('[data-preview] h2').waitFor();
        await page.locator('[data-saved]', { hasText: /^Sparat \d+\.\d\d$/ }).waitFor();
        assert.equal(await page.locator('button[value=save]').isVisible(), false, 'there is no button to forget');
      } else {
        await page.click('button[value=show]');
        assert.equal(await page.locator('[data-preview] h2').count(), 1);
        await page.click('button[value=save]');
        await page.waitForURL(/besked=sparat/);
      }
      await looked();
      await page.reload();
      assert.equal((await page.inputValue('[name=text]')).trim(), text, `given back as it was (${opened})`);
    }

    it('3. asks a question on a page and two in the final test', async () => {
      await page.goto(`${course}/utkast`);
      await page.click('.arranged li:last-child a');
      await page.click('a[href*="slag=single"]');
      await looked();
      await page.fill('[name=prompt]', 'Hur tjock ska kärnisen vara?');
      await page.fill('[name=option-1]', 'Tio centimeter');
      await page.fill('[name=why-1]', 'Då bär den en människa.');
      await page.fill('[name=option-2]', 'Tre centimeter');
      await page.fill('[name=why-2]', 'Då brister den.');
      await page.check('#correct-1');
      await send();
      await page.waitForURL(/utkast\/sidor\//);
      assert.match(await main(), /Hur tjock ska kärnisen vara\?/);
      await page.goto(`${course}/utkast/kontroll`);
      assert.match(await main(), sv ? /Slutprovet har inga frågor/ : /The final test has no questions/);
      await looked();
      await page.click('main li a[href$="/utkast/slutprov"]');
      await looked();
      await page.click('a[href*="slag=number"]');
      await looked();
      await page.fill('[name=prompt]', 'Hur många isdubbar behöver du?');
      await page.fill('[name=answer]', 'två');
      await send();
      assert.match(await main(), sv ? /Skriv svaret som ett tal/ : /Write the answer as a number/);
      await page.fill('[name=answer]', '2');
      await page.fill('[name=why]', 'En i varje hand.');
      await send();
      await page.waitForURL(/utkast\/slutprov/);
      await page.click('a[href*="slag=true-false"]');
      await page.fill('[name=prompt]', 'Du kan lita på gammal is.');
      await page.fill('[name=why]', 'Den blir svag på våren.');
      await send();
      await page.waitForURL(/utkast\/slutprov/);
      await page.fill('[name=passPercent]', '70');
      await page.fill('[name=maxAttempts]', '2');
      await page.locator('[name=passPercent]').press('Enter');
      await page.waitForURL(/besked=sparat/);
    });

    it('4. looks at it as a student, and nothing is recorded', async () => {
      await page.goto(`${course}/utkast/som-student/2`);
      await looked();
      await page.locator('section.question input[type=radio]').first().check();
      await page.click('section.question button');
      await page.locator('section.question .notice').waitFor();
      assert.match(
        await main(),
        sv ? /Då bär den en människa[\s\S]*Svaret är inte sparat/ : /Då bär den en människa[\s\S]*The answer is not saved/,
      );
      await page.goto(`${course}/utkast/som-student/slutprov`);
      await looked();
      const { rows } = await journey.test.owner.query('select from answer union all select from page_visit');
      assert.equal(rows.length, 0);
    });

    it('5. is stopped by the check, follows its link, puts it right and publishes', async () => {
      await page.goto(`${course}/utkast/kontroll`);
      assert.match(await main(), sv ? /inget rätt svar/ : /no right answer/);
      await page.click('main li a[href*="/fragor/"]');
      await page.check('[name=answer][value=false]');
      await send();
      await page.waitForURL(/utkast\/slutprov/);
      await page.goto(`${course}/utkast/kontroll`);
      await looked();
      await send();
      await page.waitForURL(/besked=publicerad/);
      await looked();
    });

    it('6. finds the course in the catalogue, as a visitor does', async () => {
      const visitor = await personAt(journey.browser, journey.url, way);
      await visitor.page.goto('/kurser');
      await visitor.page.click(`a[href="${course}"]`);
      assert.match((await visitor.page.textContent('main')) ?? '', /Säkert på isen[\s\S]*Du mäter isen[\s\S]*Om du går igenom[\s\S]*70/);
      await visitor.context.close();
      assert.deepEqual([author.problems.filter((problem) => !/status of 422/.test(problem)), author.strayRequests], [[], []]);
    });

    if (way.javaScript) {
      it('7. of two authors on one page the second is warned while writing, and sees both texts', async () => {
        await page.goto(`${course}/utkast`);
        await send();
        await page.click('.arranged li:first-child a');
        await page.click('a[href$="?skriv=markdown"]');
        await page.waitForURL(/skriv=markdown/);
        const second = await author.context.newPage();
        await second.goto(page.url());
        await page.fill('[name=text]', 'Den enas ord.');
        await page.locator('[data-saved]', { hasText: /^Sparat \d+\.\d\d$/ }).waitFor();
        await second.fill('[name=text]', 'Den andras ord.');
        await second.locator('[data-saved].error').waitFor();
        await second.click('button[value=save]');
        await second.locator('.their-text').waitFor();
        assert.match((await second.textContent('.their-text')) ?? '', /Den enas ord\./);
        assert.equal(await second.inputValue('[name=text]'), 'Den andras ord.');
        await second.close();
      });

      it('8. what is written while the network is gone is saved when it is back', async () => {
        await page.reload();
        await author.context.setOffline(true);
        await page.fill('[name=text]', 'Skrivet utan nät.');
        await page.locator('[data-saved].error', { hasText: 'Väntar på nätet' }).waitFor();
        await author.context.setOffline(false);
        await page.locator('[data-saved]', { hasText: /^Sparat \d+\.\d\d$/ }).waitFor();
        await page.reload();
        assert.equal(await page.inputValue('[name=text]'), 'Skrivet utan nät.');
      });
    }
  });
}
