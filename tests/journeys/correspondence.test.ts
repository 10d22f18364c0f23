import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, password } from '../support/world.ts';

/** N-08: a student and an administrator, each at a computer of their own: files, mended words, marks, saved replies, done. */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in English, the student on a phone without scripts', way: { javaScript: false, locale: 'en-GB', width: 390 } },
];

for (const { name, way } of ways) {
  describe(`the correspondence, ${name}`, () => {
    let journey: Journey;
    let student: Someone;
    let admin: Someone;
    let threadPath: string;
    const sv = way.locale !== 'en-GB';
    const course = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet';
    const say = (swedish: string, english: string) => (sv ? swedish : english);
    /** With a script the page follows by itself. */
    const current = async (page: Page, has: string | RegExp) => {
      for (let tries = 0; page === student.page && !way.javaScript && tries < 30; tries += 1) {
        await page.goto(`${course}/korrespondens`);
        if ((await page.getByText(has).count()) > 0) break;
      }
      await page.getByText(has).first().waitFor();
    };

    before(async () => {
      journey = await openJourney();
      const person = await addPerson(journey.test, 'Studenten');
      await enrol(journey.test, person, journey.course);
      if (!sv) await journey.test.owner.query("update account set language = 'en' where id = $1", [person.id]);
      student = await personAt(journey.browser, journey.url, way);
      admin = await personAt(journey.browser, journey.url, { javaScript: true });
      await signIn(student.page, person.email);
      await signIn(admin.page, journey.admin.email);
    });
    after(async () => {
      assert.deepEqual([...student.problems, ...admin.problems], []);
      await journey.close();
    });

    it('1. the student writes from a course page, with the page and a file', async () => {
      const { page } = student;
      await page.goto(`${course}/sidor/2`);
      if (way.width) await page.locator('button.aside-open').click();
      await page.locator(`a[href="${course}/korrespondens?sida=2"]`).first().click();
      assert.ok(await page.isChecked('[name=page]'));
      await page.fill('#field-body', 'Vad betyder detta? Jag undrar som Zebrafink.');
      await page.setInputFiles('[name=files]', { name: 'Min bild.txt', mimeType: 'image/png', buffer: Buffer.from('en anteckning') });
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: say('Skicka meddelande', 'Send message') }).click();
      await page.getByText('Min bild.txt').waitFor();
      assert.match((await page.textContent('.message-state')) ?? '', sv ? /Skickat/ : /Sent/);
      assert.equal(await page.inputValue('#field-body'), '');
      await assertAccessible(journey.browser, page);
    });

    it('2. it comes into the inbox by itself; the administrator opens it, and the student sees that it is read', async () => {
      await admin.page.goto('/k/kunskapslyftet/inkorg');
      await assertAccessible(journey.browser, admin.page);
      await admin.page.getByText('Väntar på svar').first().waitFor();
      await admin.page.getByRole('link', { name: /GivenStudenten/ }).click();
      threadPath = new URL(admin.page.url()).pathname;
      await admin.page.getByText('Om sidan 2').waitFor();
      await assertAccessible(journey.browser, admin.page);
      const [download] = await Promise.all([admin.page.waitForEvent('download'), admin.page.getByText('Min bild.txt').click()]);
      assert.equal(download.suggestedFilename(), 'Min bild.txt');
      if (!way.javaScript) await student.page.goto(`${course}/korrespondens`);
      await student.page.locator('.message-state', { hasText: say('Läst', 'Read') }).waitFor();
    });

    it('3. the student mends their words, and the administrator sees it without doing anything', async () => {
      const { page } = student;
      await page.locator('.message-actions summary', { hasText: say('Ändra', 'Edit') }).click();
      await page.locator('.message-actions textarea').fill('Vad betyder detta ord? Jag undrar som Zebrafink.');
      await page.getByRole('button', { name: say('Spara ändringen', 'Save the change') }).click();
      await page.getByText(say('ändrat', 'edited'), { exact: true }).waitFor();
      await current(admin.page, 'Vad betyder detta ord?');
      await admin.page.getByText('ändrat', { exact: true }).waitFor();
    });

    it('4. the administrator saves a reply, puts it in, and the draft is there at another computer', async () => {
      const { page } = admin;
      await page.getByRole('link', { name: 'Spara svar som du ofta skriver' }).click();
      await page.fill('#field-title', 'Ordlistan');
      await page.fill('#field-body', 'Ordet förklaras i ordlistan.');
      await page.check('[name=shared]');
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: 'Spara svaret' }).click();
      await page.getByRole('link', { name: 'Ordlistan' }).waitFor();
      await page.goto(threadPath);
      await page.fill('#field-body', 'Hej! ');
      await page.getByRole('button', { name: 'Lägg in svaret' }).click();
      assert.equal(await page.inputValue('#field-body'), 'Hej! Ordet förklaras i ordlistan.');
      await page.getByText(/^Utkastet sparades/).waitFor();
      const elsewhere = await personAt(journey.browser, journey.url, { javaScript: false });
      await signIn(elsewhere.page, journey.admin.email);
      await elsewhere.page.goto(threadPath);
      assert.equal(await elsewhere.page.inputValue('#field-body'), 'Hej! Ordet förklaras i ordlistan.');
      await elsewhere.page.fill('#field-body', 'Hej igen.');
      await elsewhere.page.getByRole('button', { name: 'Lägg in svaret' }).click();
      assert.equal(await elsewhere.page.inputValue('#field-body'), 'Hej igen.\n\nOrdet förklaras i ordlistan.');
      await elsewhere.context.close();
    });

    it('4 b. one of many replies is searched for, with what is written and a chosen file left as they are', async () => {
      const { page } = admin;
      await journey.test.owner.query(`insert into saved_reply (customer_id, account_id, client_id, created_at, title, body, shared)
        select customer_id, account_id, gen_random_uuid(), created_at, 'Rad ' || lpad(n::text, 3, '0'), 'Svar ' || n, false
        from saved_reply, generate_series(1, 250) n`);
      await page.goto(threadPath);
      await page.fill('#field-body', 'Se hit: ');
      await page.setInputFiles('[name=files]', { name: 'kvar.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
      await page.fill('#field-reply_search', 'rad 25');
      await page.keyboard.press('Enter');
      await page.getByText('1 svar stämmer').waitFor();
      await assertAccessible(journey.browser, page);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'reply');
      assert.equal(await page.inputValue('#field-body'), 'Se hit: ');
      assert.equal(await page.locator('[name=files]').evaluate((input: HTMLInputElement) => input.files?.length), 1);
      await page.getByRole('button', { name: 'Lägg in svaret' }).click();
      assert.equal(await page.inputValue('#field-body'), 'Se hit: Svar 250');
      await page.fill('#field-reply_search', 'finns inte');
      await page.getByRole('button', { name: 'Sök svar' }).click();
      await page.getByText('Inget sparat svar stämmer').waitFor();
      assert.equal(await page.inputValue('#field-body'), 'Se hit: Svar 250');
      await journey.test.owner.query("delete from saved_reply where title like 'Rad %'");
      await page.goto(threadPath);
      await page.fill('#field-body', 'Hej! Ordet förklaras i ordlistan.');
    });

    it('5. the answer comes to the student, takes itself back, comes anew, and is read', async () => {
      const { page } = admin;
      await page.getByRole('button', { name: 'Skicka meddelande' }).click();
      await current(student.page, 'Hej! Ordet förklaras i ordlistan.');
      await page.locator('.mine .message-state', { hasText: 'Läst' }).waitFor();
      await page.locator('.message-actions summary', { hasText: 'Ta bort' }).click();
      await page.getByRole('button', { name: 'Ta bort meddelandet' }).click();
      await current(student.page, say('Meddelandet är borttaget', 'The message has been deleted'));
      assert.equal(await student.page.getByText('Hej! Ordet förklaras').count(), 0);
      await page.fill('#field-body', 'Hej! Det står i ordlistan.');
      await page.getByRole('button', { name: 'Skicka meddelande' }).click();
      await current(student.page, 'Hej! Det står i ordlistan.');
    });

    it('6. the administrator takes the thread on and marks it as done; it is taken up when the student writes', async () => {
      const { page } = admin;
      await page.selectOption('[name=colleague]', { label: 'GivenAdministratören FamilyAdministratören' });
      await page.getByRole('button', { name: 'Spara ansvarig' }).click();
      await page.getByRole('button', { name: 'Markera som klar' }).click();
      await page.getByRole('button', { name: 'Öppna igen' }).waitFor();
      await page.goto('/k/kunskapslyftet/inkorg?ansvar=me&lage=done');
      await page.getByRole('cell', { name: 'Klar' }).waitFor();
      await assertAccessible(journey.browser, page);
      await page.goto('/k/kunskapslyftet/inkorg?ansvar=me');
      await page.getByRole('cell', { name: 'Klar' }).waitFor();
      await student.page.fill('#field-body', 'Tack! En fråga till.');
      await student.page.getByRole('button', { name: say('Skicka meddelande', 'Send message') }).click();
      await page.getByRole('cell', { name: 'Väntar på svar' }).waitFor();
      await assertAccessible(journey.browser, student.page);
    });
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/logga-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.click('main form button:not([type=button])');
  await page.waitForURL((url) => !url.pathname.includes('logga-in'));
}
