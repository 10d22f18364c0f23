import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { courseStatistics } from '../../src/people/index.ts';
import { addMonths } from '../../src/platform/clock.ts';
import { scan, sweep } from '../../src/privacy/index.ts';
import { assertAccessible, goOffline, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { inHouse, password as adminPassword } from '../support/world.ts';

/**
 * One person walks all the way through the house: visitor, key, course, correspondence, final test,
 * certificate, own data, gone (E-20). With and without scripts, in Swedish, and once in English.
 */
const ways: { name: string; way: Way; phone?: boolean }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in Swedish, without scripts, on a phone', way: { javaScript: false, width: 390 } },
  { name: 'in English, with scripts', way: { javaScript: true, locale: 'en-GB' } },
];
const newcomer = { email: 'tindra.vallmo@person.example', givenName: 'Tindra', familyName: 'Vallmo' };
const secret = 'gräsklippare vid sjön';
const question = 'Hur lång ska en mikropaus vara? Jag undrar som Zebrafink.';

for (const { name, way } of ways) {
  describe(`the walk, ${name}`, () => {
    let journey: Journey;
    let someone: Someone;
    let admin: Someone;
    let page: Page;
    const course = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet';
    const sv = way.locale !== 'en-GB';
    const path = () => new URL(page.url()).pathname;
    const looked = async (at = page) => assertAccessible(journey.browser, at);
    const submit = (button: string) => page.click(`main ${button}`);

    before(async () => {
      journey = await openJourney();
      someone = await personAt(journey.browser, journey.url, way);
      admin = await personAt(journey.browser, journey.url, { javaScript: true });
      page = someone.page;
    });
    after(() => journey.close());

    it('1. a visitor finds the course and its film; no cookie is set and no other host is asked', async () => {
      await page.goto('/');
      await looked();
      await page.goto('/kurser');
      await looked();
      await page.click(`a[href="${course}"]`);
      await looked();
      const film = await page.locator('video[src], video source').first().getAttribute('src');
      assert.ok(film);
      const part = await fetch(journey.url + film, { headers: { range: 'bytes=0-1023' } });
      assert.equal(part.status, 206);
      assert.equal((await part.arrayBuffer()).byteLength, 1024);
      assert.equal(await page.locator('video track[kind=captions]').count(), 2);
      assert.deepEqual(await someone.context.cookies(), []);
      assert.deepEqual(someone.strayRequests, []);
    });

    it('2. they redeem a key bound to their address, choose a password, and meet the terms', async () => {
      const key = await journey.makeKey(newcomer);
      await page.goto('/nyckel');
      await looked();
      const swapped = key.slice(0, 4) + (key[4] === 'A' ? 'B' : 'A') + key.slice(5);
      await page.fill('[name=key]', swapped);
      await submit('form button');
      if (!way.javaScript) assert.match((await page.textContent('main')) ?? '', sv ? /[Nn]yckel/ : /[Kk]ey/);
      assert.equal(path(), '/nyckel');
      await page.fill('[name=key]', ` ${key.toLowerCase().replaceAll('-', ' ')} `);
      await submit('form button');
      await page.waitForURL(/nyckel\/agare/);
      assert.ok(!(await page.content()).includes(newcomer.email), 'whoever found the key does not learn whose it is');
      await looked();
      await submit('form button');
      await page.goto(await journey.mailedLink(newcomer.email));
      await looked();
      assert.equal(await page.inputValue('[name=givenName]'), newcomer.givenName);
      await page.fill('[name=password]', 'kort');
      await submit('form > button');
      assert.match((await page.textContent('main')) ?? '', sv ? /tecken/ : /characters/);
      await page.fill('[name=password]', secret);
      await submit('form > button');
      await page.waitForURL(/villkor\/godkann/);
      await looked();
      await page.goto('/hem');
      assert.equal(path(), '/villkor/godkann', 'nothing else is open before the terms are answered');
      await page.click('button[value=refuse]');
      assert.ok(
        await page.locator('a[href="/mina-uppgifter/utdrag"], a[href="/mina-uppgifter"]').count(),
        'refusing leaves export and closing',
      );
      await page.click('button[value=accept]');
    });

    it('3. before joining they see exactly what the administrators will see, and decide', async () => {
      if (!path().includes('/nyckel/ga-med/')) await page.goto(await journey.mailedLink(newcomer.email));
      if (!path().includes('/nyckel/ga-med/')) await page.waitForURL(/nyckel\/ga-med/);
      const text = (await page.textContent('main')) ?? '';
      for (const seen of [newcomer.email, newcomer.givenName, journey.admin.givenName]) assert.ok(text.includes(seen), seen);
      await looked();
      await page.click('button[value=join]');
      await page.waitForURL(new RegExp(`${course}/sidor/1$`));
    });

    it('4. they read, answer, get a reason, and go on exactly there on another device', async () => {
      await looked();
      const exercise = page.locator('section.question').first();
      await exercise.locator('input:not([type=hidden])').first().focus();
      const kind = await exercise.locator('input:not([type=hidden])').first().getAttribute('type');
      if (kind === 'text') await exercise.locator('input[type=text]').fill('3');
      else await exercise.locator('input:not([type=hidden])').first().check();
      if (way.javaScript) await goOffline(someone);
      await exercise.locator('button').click();
      if (way.javaScript) {
        await page.waitForTimeout(500);
        await someone.context.setOffline(false);
        await page.evaluate(() => globalThis.dispatchEvent(new Event('online')));
      }
      await exercise
        .getByText(/Sparat|Saved/)
        .first()
        .waitFor();
      const saved = await inHouse(journey.test, (tx) => tx.selectFrom('answer').select('id').execute());
      assert.equal(saved.length, 1, 'an answer given while the net was gone is there once');
      await page.click('button[value=next]');
      await page.waitForURL(/sidor\/2$/);
      await page.click('button[value=next]');
      await page.waitForURL(/sidor\/3$/);
      await page.waitForTimeout(400);

      const elsewhere = await personAt(journey.browser, journey.url, { ...way, width: 390 });
      await signIn(elsewhere.page, newcomer.email, secret);
      await elsewhere.page.goto('/hem');
      await looked(elsewhere.page);
      await elsewhere.page.click('main a[href*="fortsatt"], main a[href*="/sidor/"]');
      assert.equal(new URL(elsewhere.page.url()).pathname, `${course}/sidor/3`);
      await elsewhere.context.close();
    });

    it('5. they write to the administrator, who is beside them and answers, live', async () => {
      await signIn(admin.page, journey.admin.email, adminPassword);
      await page.goto(`${course}/korrespondens`);
      assert.match(
        (await page.textContent('h1')) ?? '',
        sv ? /Korrespondens, kurs ”Må bra på jobbet”/ : /Correspondence, course “?”?Må bra på jobbet/,
      );
      await looked();
      await page.fill('#field-body', question);
      await submit('form[data-compose] button');
      await page.getByText('Zebrafink').first().waitFor();
      await untilStored(journey, 1); // the page shows it at once, before the server has it
      await admin.page.goto('/k/kunskapslyftet/inkorg');
      await looked(admin.page);
      await admin.page.click(`main a:has-text("${newcomer.givenName}")`);
      await admin.page.getByText('Zebrafink').first().waitFor();
      await looked(admin.page);
      await admin.page.fill('#field-body', `Hej ${newcomer.givenName}! En minut räcker.`);
      if (way.javaScript) await goOffline(someone);
      await admin.page.click('main form[data-compose] button');
      await admin.page.getByText('En minut räcker.').first().waitFor();
      await untilStored(journey, 2);
      if (way.javaScript) await someone.context.setOffline(false);
      else await page.reload();
      await page.getByText('En minut räcker.').first().waitFor({ timeout: 30_000 });
      await page.fill('#field-body', 'Tack så mycket!');
      await submit('form[data-compose] button');
      await page.getByText('Tack så mycket!').first().waitFor();
      await admin.page.getByText('Tack så mycket!').first().waitFor({ timeout: 30_000 });
      await untilStored(journey, 3);
      const bodies = await inHouse(journey.test, (tx) =>
        tx.selectFrom('message').select(['sequence', 'body']).orderBy('sequence').execute(),
      );
      assert.deepEqual(
        bodies.map(({ sequence, body }) => [sequence, body]),
        [
          [1, question],
          [2, `Hej ${newcomer.givenName}! En minut räcker.`],
          [3, 'Tack så mycket!'],
        ],
      );
    });

    it('6. they sit the final test and get a certificate that a stranger can verify', async () => {
      await page.goto(`${course}/slutprov`);
      await looked();
      await submit('form button');
      await page.waitForURL(/slutprov\/1$/);
      await looked();
      await answerAll(page, journey);
      await page.click('#lamna-in button:not([value=save])');
      await page.waitForURL(/slutprov\/1\/resultat/);
      assert.match((await page.textContent('main')) ?? '', sv ? /Godkänt/ : /Passed/);
      await looked();
      await page.goto(`${course}/kursintyg`);
      await looked();
      const pdf = await page.request.get(`${journey.url}${course}/kursintyg.pdf`);
      assert.equal(pdf.headers()['content-type'], 'application/pdf');
      const bytes = (await pdf.body()).toString('latin1');
      assert.ok(bytes.startsWith('%PDF-') && bytes.includes('/MarkInfo') && bytes.includes('/Lang'), 'a tagged PDF with its language');
      const verification = (await page.getAttribute('a[href^="/intyg/"]', 'href'))!;
      const stranger = await personAt(journey.browser, journey.url, way);
      await stranger.page.goto(verification);
      assert.ok(!(await stranger.page.content()).includes(newcomer.familyName), 'the name is not shown before the holder wants it');
      await page.click('button[name=show]');
      await stranger.page.reload();
      assert.ok((await stranger.page.content()).includes(newcomer.familyName));
      await looked(stranger.page);
      await page.click('button[name=show]');
      await stranger.page.reload();
      assert.ok(!(await stranger.page.content()).includes(newcomer.familyName), 'and no longer once it is withdrawn');
      await stranger.context.close();
    });

    it("7. the administrator sees the course's students: exactly the allowed fields", async () => {
      await admin.page.goto(`${course}/studenter`);
      const row = (await admin.page.textContent('main table')) ?? '';
      for (const shown of [newcomer.givenName, newcomer.familyName, newcomer.email]) assert.ok(row.includes(shown), shown);
      assert.ok(!row.includes('Zebrafink'));
      await looked(admin.page);
      await admin.page.goto(`${course}/statistik`);
      await looked(admin.page);
    });

    it('8. they see all that is held about them, who has looked, correct their name and take it with them', async () => {
      await page.goto('/mina-uppgifter');
      await looked();
      const text = (await page.textContent('main')) ?? '';
      assert.ok(text.includes('Kunden kunskapslyftet'), 'who has looked');
      await page.fill('[name=given_name]', 'Tindra-Li');
      await submit('form > button');
      assert.equal(await page.inputValue('[name=given_name]'), 'Tindra-Li');
      await page.goto('/mina-uppgifter/utdrag');
      await looked();
      assert.ok((await page.textContent('main'))!.includes('Zebrafink'));
      const file = await page.request.get(`${journey.url}/mina-uppgifter/utdrag.json`);
      const extract = (await file.json()) as { tables: { table: string; rows: unknown[] }[] };
      assert.ok(JSON.stringify(extract).includes('Tindra-Li') && extract.tables.length > 15);
      assert.ok(!JSON.stringify(extract).includes(journey.admin.email));
    });

    it('9. they close the account; six months on they are nobody, and the course remembers its figures', async () => {
      const statistics = () => inHouse(journey.test, (tx) => courseStatistics(tx, journey.customerId, journey.course.courseId));
      const before_ = await statistics();
      const ids = await inHouse(journey.test, async (tx) => {
        const account = await tx.selectFrom('account').select('id').where('email', '=', newcomer.email).executeTakeFirstOrThrow();
        const enrolment = await tx.selectFrom('enrolment').select('id').where('account_id', '=', account.id).executeTakeFirstOrThrow();
        return [account.id, enrolment.id];
      });
      await page.goto('/mina-uppgifter/avsluta');
      await looked();
      await page.click('form:has(input[value=close]) button');
      await looked();
      await page.goto('/hem');
      assert.equal(path(), '/logga-in');

      journey.test.clock.moveTo(addMonths(journey.test.clock.now(), 6));
      const counts = await sweep(journey.test.house);
      assert.equal(counts['account erased'], 1);
      for (const mark of ['Tindra', 'Vallmo', newcomer.email, 'Zebrafink', 'Tack så mycket', ...ids]) {
        assert.deepEqual(await scan(journey.test.house, mark, [journey.test.folder]), [], mark);
        assert.deepEqual(
          journey.test.logLines.filter((line) => line.includes(mark)),
          [],
          `log: ${mark}`,
        );
      }
      assert.deepEqual(await statistics(), before_);
      const left = await inHouse(journey.test, (tx) => tx.selectFrom('message').select(['sequence', 'body']).orderBy('sequence').execute());
      assert.deepEqual(left, [
        { sequence: 1, body: '' },
        { sequence: 2, body: 'Hej […]! En minut räcker.' },
        { sequence: 3, body: '' },
      ]);
      assert.deepEqual(
        [someone.problems, admin.problems].flat().filter((problem) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/.test(problem)),
        [],
      );
      assert.deepEqual([...someone.strayRequests, ...admin.strayRequests], []);
    });
  });
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/logga-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.press('[name=password]', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/logga-in');
}

async function untilStored(journey: Journey, count: number): Promise<void> {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const messages = await inHouse(journey.test, (tx) => tx.selectFrom('message').select('id').execute());
    if (messages.length >= count) return;
    if (Date.now() > end) throw new Error(`${messages.length} of ${count} messages are stored.`);
  }
}

type Body = { options?: { id: string; correct: boolean }[]; answer?: boolean | number; accepted?: string[] };

/** Answers every question of the final test rightly, as its form shows it. */
async function answerAll(page: Page, journey: Journey): Promise<void> {
  const questions = await inHouse(journey.test, (tx) =>
    tx
      .selectFrom('question')
      .select(['id', 'body'])
      .where('version_id', '=', journey.course.versionId)
      .where('page_id', 'is', null)
      .execute(),
  );
  for (const { id, body } of questions) {
    const { options, answer, accepted } = body as Body;
    const field = (value?: string) => `[name="q-${id}"]${value === undefined ? '' : `[value="${value}"]`}`;
    if (options) for (const option of options.filter(({ correct }) => correct)) await page.check(field(option.id));
    else if (typeof answer === 'boolean') await page.check(field(String(answer)));
    else await page.fill(field(), accepted ? accepted[0]! : String(answer).replace('.', ','));
  }
  await page.waitForTimeout(300);
}
