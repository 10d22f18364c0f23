import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, personAt } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';

/** Someone without an account subscribes, confirms, and leaves again: with and without scripts. */
describe('a reader of newsletters', () => {
  let journey: Journey;
  before(async () => {
    journey = await openJourney();
    await journey.test.owner.query(
      `insert into newsletter_topic (title_sv, title_en, lead_sv, lead_en, client_id, created_at)
       values ('Nya kurser', 'New courses', 'När en ny kurs finns.', 'When a course is there.', gen_random_uuid(), now())`,
    );
  });
  after(() => journey.close());

  for (const javaScript of [true, false]) {
    it(`subscribes and leaves ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const email = `lasare${javaScript ? 1 : 2}@annan.example`;
      const reader = await personAt(journey.browser, journey.url, { javaScript, width: javaScript ? 1280 : 390 });
      const { page } = reader;
      await page.goto('/nyhetsbrev');
      await assertAccessible(journey.browser, page);
      await page.getByLabel('Din mejladress').fill(email);
      await new Promise((resolve) => setTimeout(resolve, 2_100)); // as long as a person needs; the form takes quicker for a robot
      await page.getByRole('button', { name: 'Prenumerera' }).click();
      await page.getByText('Kryssa i minst ett ämne.').first().waitFor();
      await page.getByLabel('Nya kurser').check();
      await page.getByRole('button', { name: 'Prenumerera' }).click();
      await page.getByRole('heading', { name: 'Titta i din mejl' }).waitFor();
      await page.goto(await journey.mailedLink(email));
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: 'Ja, jag vill prenumerera' }).click();
      await page.getByText('Tack, nu prenumererar du.').waitFor();
      assert.ok(await page.getByLabel('Nya kurser').isChecked());
      await assertAccessible(journey.browser, page);
      await page.getByLabel('Nya kurser').uncheck();
      await page.getByRole('button', { name: 'Spara mina val' }).click();
      await page.getByText('Dina val är sparade.').waitFor();
      assert.ok(!(await page.getByLabel('Nya kurser').isChecked()));
      assert.deepEqual(reader.strayRequests, []);
      assert.deepEqual(reader.problems, []);
      await reader.context.close();
    });
  }
});
