import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, personAt } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';

/** N-01, N-02: whoever looks around leaves nothing and is followed by nobody. E-08, N-72: everyone finds us from every page. */
describe('a visitor', () => {
  let journey: Journey;
  const course = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet';
  const pages = [
    '/',
    '/kurser',
    course,
    '/nyckel',
    '/logga-in',
    '/losenord',
    '/kontakt',
    '/villkor',
    '/integritetspolicy',
    '/kakor',
    '/fortroende',
    '/fortroende/map-complete',
    '/lagring',
    '/leverantorer',
    '/dokument',
    '/dokument/privacy-policy',
    '/dokument/privacy-policy/1',
    '/tillganglighet',
    '/intyg/K-2222-2222-2222',
  ];

  before(async () => {
    journey = await openJourney();
  });
  after(() => journey.close());

  for (const way of [
    { javaScript: true, locale: 'sv-SE' },
    { javaScript: false, locale: 'sv-SE', width: 390 },
    { javaScript: true, locale: 'en-GB', width: 390 },
  ] as const) {
    it(`reads every open page (${way.locale}, ${way.javaScript ? 'with' : 'without'} scripts): nothing is stored, nobody else is asked, and we are a link away`, async () => {
      const someone = await personAt(journey.browser, journey.url, way);
      for (const path of pages) {
        await someone.page.goto(path);
        assert.equal(await someone.page.getAttribute('html', 'lang'), way.locale.slice(0, 2), path);
        await assertAccessible(journey.browser, someone.page);
        assert.equal(await someone.page.locator('footer a[href="/kontakt"]').count(), 1, path);
        const stored = way.javaScript ? await someone.page.evaluate(() => localStorage.length + sessionStorage.length) : 0;
        assert.equal(stored, 0, path);
      }
      assert.deepEqual(await someone.context.cookies(), []);
      assert.deepEqual(someone.strayRequests, []);
      assert.deepEqual(someone.problems, []);
      await someone.context.close();
    });
  }

  it('finds the data protection officer on the contact page', async () => {
    const someone = await personAt(journey.browser, journey.url, { javaScript: false });
    await someone.page.goto('/kontakt');
    assert.ok((await someone.page.textContent('main'))?.includes('Doris Dahl'));
    assert.equal(await someone.page.locator('a[href="mailto:dso@larvik.example"]').count(), 1);
    await someone.context.close();
  });

  it('gets the start page in 50 kB, fonts and all, and needs no script for it', async () => {
    const someone = await personAt(journey.browser, journey.url, { javaScript: true });
    let bytes = 0;
    const scripts: string[] = [];
    someone.page.on('requestfinished', async (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
    });
    await someone.page.goto('/', { waitUntil: 'networkidle' });
    await someone.page.evaluate(() => document.fonts.ready);
    assert.ok(bytes > 5_000 && bytes <= 50_000, `${bytes} bytes`);
    assert.deepEqual(scripts, []);
    await someone.context.close();
  });

  it('chooses English once and keeps it, also without scripts', async () => {
    const someone = await personAt(journey.browser, journey.url, { javaScript: false });
    await someone.page.goto('/kurser');
    await someone.page.click('button:has-text("English") >> visible=true');
    assert.equal(new URL(someone.page.url()).pathname, '/kurser');
    assert.equal(await someone.page.getAttribute('html', 'lang'), 'en');
    await someone.page.goto('/');
    assert.equal(await someone.page.getAttribute('html', 'lang'), 'en');
    assert.deepEqual(
      (await someone.context.cookies()).map(({ name }) => name),
      ['language'],
    );
    await someone.context.close();
  });

  it('gets by with the keyboard alone: from the address to the key', async () => {
    const someone = await personAt(journey.browser, journey.url, { javaScript: true });
    await someone.page.goto('/');
    await someone.page.keyboard.press('Tab');
    assert.equal(
      await someone.page.evaluate(() => document.activeElement?.getAttribute('href')),
      '#content',
      'the first stop leads past the menu',
    );
    await someone.page.keyboard.press('Enter');
    for (let stops = 0; stops < 12; stops++) {
      await someone.page.keyboard.press('Tab');
      if ((await someone.page.evaluate(() => document.activeElement?.getAttribute('href'))) === '/nyckel') break;
    }
    await someone.page.keyboard.press('Enter');
    await someone.page.waitForURL(/\/nyckel$/);
    await someone.page.keyboard.press('Tab');
    for (let stops = 0; stops < 20 && (await someone.page.evaluate(() => document.activeElement?.getAttribute('name'))) !== 'key'; stops++)
      await someone.page.keyboard.press('Tab');
    await someone.page.keyboard.type('abc');
    await someone.page.keyboard.press('Enter');
    await someone.page.getByText('Nyckeln ska ha nio tecken').first().waitFor();
    await someone.context.close();
  });

  it('reads in the dark as well, with enough contrast', async () => {
    const context = await journey.browser.newContext({ baseURL: journey.url, colorScheme: 'dark', locale: 'sv-SE' });
    const page = await context.newPage();
    await page.goto(course);
    const [ink, paper] = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    assert.notEqual(ink, paper);
    assert.match(paper, /rgb\((\d{1,2}), (\d{1,2}), (\d{1,2})\)/, 'a dark page');
    await context.close();
  });
});
