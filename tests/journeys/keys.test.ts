import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { textOf } from '../support/pdf-text.ts';
import { password } from '../support/world.ts';

/** N-04: an administrator makes keys, prints them, follows them and sends bound ones; their owner comes in. */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in English, without scripts, on a phone', way: { javaScript: false, locale: 'en-GB', width: 390 } },
];
const invited = 'tindra.vallmo@person.example';

for (const { name, way } of ways) {
  describe(`the keys' journey, ${name}`, () => {
    let journey: Journey;
    let someone: Someone;
    let page: Page;
    let keys: string[];
    const main = async () => (await page.textContent('main')) ?? '';
    const looked = () => assertAccessible(journey.browser, page);
    const press = (selector: string) => page.click(`main ${selector}`);

    before(async () => {
      journey = await openJourney();
      someone = await personAt(journey.browser, journey.url, way);
      page = someone.page;
      await page.goto('/logga-in');
      await page.fill('[name=email]', journey.admin.email);
      await page.fill('[name=password]', password);
      await press('form button:not([type=button])');
      await page.waitForURL(/\/(hem|villkor)/);
      if (page.url().includes('villkor')) await page.click('button[value=accept]');
      if (way.locale) await someone.context.addCookies([{ name: 'language', value: 'en', url: journey.url }]);
    });
    after(() => journey.close());

    it('1. makes a batch, from the page of the course’s students', async () => {
      await page.goto('/k/kunskapslyftet/kurser/ma-bra-pa-jobbet/studenter');
      await page.click('main a[href="/k/kunskapslyftet/nycklar"]');
      await looked();
      await page.click('main a[href="/k/kunskapslyftet/nycklar/parti"]');
      await looked();
      await page.fill('[name=label]', 'Arbetslag Norr');
      await page.fill('[name=count]', 'många');
      await press('form button');
      assert.equal(await page.inputValue('[name=label]'), 'Arbetslag Norr');
      await looked();
      await page.fill('[name=count]', '9');
      await press('form button');
      await looked();
      keys = await page.locator('main tbody strong').allTextContents();
      assert.equal(keys.length, 9);
    });

    it('2. takes the sheet and the file with them; no address holds a key', async () => {
      const take = async (path: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), press(`form[action$="${path}"] button`)]);
        return readFile(await download.path());
      };
      const sheet = textOf(await take('/nyckelblad'), inflateSync);
      for (const key of keys) assert.equal(sheet.split(key).length, 2);
      const file = (await take('/fil')).toString('utf8');
      for (const key of keys) assert.ok(file.includes(key));
      for (const key of keys) assert.ok(!page.url().includes(key));
    });

    it('3. follows the batch: hands out, undoes, blocks one', async () => {
      await press('a[href*="/nycklar/"].button');
      await looked();
      for (const key of keys) assert.ok(!(await page.content()).includes(key));
      await press('section form button[value=hand-out]');
      await looked();
      await press('form[action$="/angra"] button');
      await page.locator('main tbody input').first().check();
      await press('button[value=block]');
      await looked();
      await page.click('main nav a[href$="sparrade"]');
      assert.equal(await page.locator('main tbody tr').count(), 1);
      await looked();
    });

    it('4. pastes a list, reads what would happen, changes their mind, makes the keys', async () => {
      await page.goto('/k/kunskapslyftet/nycklar/lista');
      await looked();
      const list = `Namn;Mejl\nTindra Vallmo;${invited}\nNågon;fel adress\n`;
      if (way.javaScript) {
        await page.setInputFiles('#list-file', { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
        await page.waitForFunction(() => document.querySelector('textarea')!.value.includes('Tindra'));
      } else {
        assert.equal(await page.locator('#list-file').isVisible(), false);
        await page.fill('[name=list]', list);
      }
      await page.fill('[name=label]', 'Nyanställda');
      await press('form > button');
      await page.waitForSelector('main .badge');
      await looked();
      await press('button[name=change]');
      await page.waitForSelector('[name=list]');
      assert.ok((await page.inputValue('[name=list]')).includes(invited));
      await press('form > button');
      await page.waitForSelector('main .badge');
      await press('form button.primary');
      await page.waitForSelector('main tbody strong');
      assert.ok((await main()).includes(invited));
      await looked();
    });

    it('5. sends the key to its owner, who comes in by the link of the mail', async () => {
      await press('a[href*="/nycklar/"].button');
      await looked();
      await press('button[value=send].primary');
      const link = await journey.mailedLink(invited);
      const owner = await personAt(journey.browser, journey.url, way);
      await owner.page.goto(link);
      assert.equal(await owner.page.inputValue('[name=givenName]'), 'Tindra');
      await assertAccessible(journey.browser, owner.page);
      assert.deepEqual([...owner.problems, ...someone.problems], []);
      assert.deepEqual([...owner.strayRequests, ...someone.strayRequests], []);
    });

    it('6. replaces a lost key, and the old one opens nothing', async () => {
      await page.goto('/k/kunskapslyftet/nycklar');
      await page.click('main tbody a:has-text("Arbetslag Norr")');
      await page
        .locator('main tbody tr', { hasText: keys[0]!.slice(-3) })
        .locator('input')
        .first()
        .check();
      await press('button.danger');
      await page.waitForSelector('main tbody strong');
      const fresh = await page.locator('main tbody strong').allTextContents();
      assert.equal(fresh.length, 1);
      await looked();
      const stranger = await personAt(journey.browser, journey.url, way);
      await stranger.page.goto('/nyckel');
      await stranger.page.fill('[name=key]', fresh[0]!);
      await stranger.page.click('main form button');
      await stranger.page.waitForURL(/nyckel\/agare/);
    });
  });
}
