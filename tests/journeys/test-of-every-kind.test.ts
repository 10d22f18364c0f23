import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openExam, pdf, type Exam } from '../../src/assessment/testing.ts';
import { href } from '../../src/routes.ts';
import { serveHttp } from '../../src/serve-http.ts';
import { assertAccessible, personAt, startBrowser, type Person } from '../support/browser.ts';

// Proof of N-07: a test of every kind by keyboard alone, with and without scripts, and its marking.

for (const javaScript of [true, false]) {
  describe(`a test of every kind by keyboard, ${javaScript ? 'with' : 'without'} scripts`, () => {
    let exam: Exam;
    let server: Awaited<ReturnType<typeof serveHttp>>;
    let browser: Browser;
    let student: Awaited<ReturnType<Exam['newStudent']>>;
    let someone: Person;

    before(async () => {
      browser = await startBrowser();
      exam = await openExam();
      server = await serveHttp(exam.house.app, { HOST: '127.0.0.1', PORT: 0 });
      exam.house.house.publicUrl = server.url;
      student = await exam.newStudent();
      someone = await signIn(student.cookie);
    });
    after(async () => {
      await browser.close();
      await server.stop();
      await exam.house.close();
    });

    async function signIn(cookie: string): Promise<Person> {
      const person = await personAt(browser, server.url, { javaScript });
      const [name = '', value = ''] = cookie.split('=');
      await person.context.addCookies([{ name, value, url: server.url }]);
      return person;
    }

    const press = async (page: Page, selector: string, key: string) => {
      await page.locator(selector).focus();
      await page.keyboard.press(key);
    };
    /** Chooses in a list with the arrow keys alone. */
    const choose = async (page: Page, selector: string, value: string) => {
      const list = page.locator(selector);
      const values = await list
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as unknown as { value: string }).value));
      await list.focus();
      for (let step = 0; step < values.indexOf(value); step++) await page.keyboard.press('ArrowDown');
      assert.equal(await list.inputValue(), value);
    };
    const saved = async (page: Page, id: string) => {
      if (javaScript) await page.locator(`[data-question="${id}"] .saved`, { hasText: 'Sparat' }).waitFor();
    };

    it('is begun, answered and handed in', async () => {
      const { page } = someone;
      await page.goto(href('finalTest', exam.at));
      await assertAccessible(browser, page);
      await press(page, 'main form button', 'Enter');
      await page.waitForURL(/slutprov\/1$/);
      await assertAccessible(browser, page);
      for (const { id, kind, prompt, body } of await exam.asked(student.enrolmentId)) {
        const field = `#field-q-${id}`;
        const parts = body as Record<string, { id: string; right: string; options?: { id: string; correct: boolean }[] }[]>;
        switch (kind) {
          case 'true-false':
            await press(page, prompt.includes('två') ? `${field}-2` : field, 'Space');
            break;
          case 'blanks':
            await page.locator(field).focus();
            await page.keyboard.type('ett');
            await choose(page, `${field}-2`, parts['text']!.flatMap(({ options = [] }) => options).find(({ correct }) => correct)!.id);
            break;
          case 'match':
            for (const [index, left] of parts['lefts']!.entries())
              await choose(page, index === 0 ? field : `${field}-${index + 1}`, `${left.id}:${left.right}`);
            break;
          case 'order':
            await order(
              page,
              id,
              parts['items']!.map((item) => item.id),
            );
            break;
          case 'hotspot':
            await press(page, field, 'Space');
            break;
          case 'free':
            await page.locator(field).focus();
            await page.keyboard.type('Jag skriver med egna ord.');
            break;
          case 'file':
            await page.setInputFiles(field, { name: 'åsas ritning.pdf', mimeType: 'application/pdf', buffer: pdf });
            break;
        }
        await saved(page, id);
      }
      if (javaScript) {
        await page.reload();
        assert.equal(await page.locator('textarea').inputValue(), 'Jag skriver med egna ord.');
        assert.match(await page.locator('main').innerText(), /Inlämnad fil: PDF/);
      }
      await press(page, '#lamna-in button:last-of-type', 'Enter');
      await page.waitForURL(/resultat$/);
      assert.match(await page.locator('h1').innerText(), /Provet är inlämnat/);
      await assertAccessible(browser, page);
      const [sum] = await exam.rows(
        'select sum(a.points)::int as points, count(*)::int as answers from attempt_answer a join attempt t on t.id = a.attempt_id where t.enrolment_id = $1',
        [student.enrolmentId],
      );
      assert.deepEqual(sum, { points: 12, answers: 8 });
    });

    /** With scripts by the buttons that move, else by choosing a place for each. */
    async function order(page: Page, id: string, wanted: string[]): Promise<void> {
      const part = page.locator(`[data-question="${id}"]`);
      const rowOf = (item: string) => part.locator(`li:has(option[value="${item}:1"])`);
      if (!javaScript) {
        for (const [index, item] of wanted.entries()) {
          await rowOf(item).locator('select').focus();
          for (let step = 0; step <= index; step++) await page.keyboard.press('ArrowDown');
        }
        return;
      }
      for (const [index, item] of wanted.entries()) {
        for (let guard = 0; guard < 5; guard++) {
          const at = await rowOf(item).evaluate((row) =>
            [...(row as unknown as { parentElement: { children: unknown[] } }).parentElement.children].indexOf(row),
          );
          if (at === index) break;
          await rowOf(item).getByRole('button', { name: 'Flytta upp' }).focus();
          await page.keyboard.press('Enter');
        }
      }
    }

    it('is marked by keyboard, and the result comes to the student', async () => {
      const { page, problems, strayRequests } = await signIn(exam.cookies.admin);
      await page.goto(href('marking', exam.at));
      await assertAccessible(browser, page);
      for (const prompt of ['Berätta med egna ord.', 'Lämna in en ritning.']) {
        await page.goto(href('marking', exam.at));
        await page.getByRole('link', { name: prompt }).focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/rattning\/.+\//);
        await assertAccessible(browser, page);
        for (const group of await page.locator('fieldset:has(input[type=radio])').all()) {
          await group.locator('input').last().focus();
          await page.keyboard.press('Space');
        }
        await page.getByLabel('Kommentar till studenten').focus();
        await page.keyboard.type('Tydligt.');
        await page.getByRole('button', { name: 'Spara och rätta nästa' }).focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/rattning$/);
      }
      await page.getByRole('button', { name: 'Lämna ut resultaten' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/besked=lamnat-ut/);
      assert.deepEqual([problems, strayRequests], [[], []]);
      await someone.page.goto(href('attemptResult', { ...exam.at, number: 1 }));
      assert.match(await someone.page.locator('h1').innerText(), /Godkänt/);
      await assertAccessible(browser, someone.page);
      assert.deepEqual([someone.problems, someone.strayRequests], [[], []]);
    });

    it('the other desks read well too', async () => {
      const { page } = await signIn(exam.cookies.admin);
      for (const path of [href('testTerms', exam.at), href('itemStatistics', exam.at)]) {
        await page.goto(path);
        await assertAccessible(browser, page);
      }
      await page.request.post(href('beginDraft', exam.at), { headers: { 'sec-fetch-site': 'same-origin' }, form: {} });
      for (const kind of ['blanks', 'match', 'order', 'hotspot', 'free', 'file']) {
        await page.goto(`${href('newQuestion', exam.at)}?slag=${kind}`);
        await assertAccessible(browser, page);
      }
      for (const path of [href('draftTest', exam.at), href('previewTest', exam.at), href('previewPage', { ...exam.at, position: 1 })]) {
        await page.goto(path);
        await assertAccessible(browser, page);
      }
    });
  });
}
