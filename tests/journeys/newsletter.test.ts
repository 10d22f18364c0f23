import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { words } from '../../src/desk/newsletters/words.ts';
import { linkWords } from '../../src/desk/open-forms/link-words.ts';
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

  const ways = [
    { name: 'in Swedish with scripts', way: { javaScript: true, width: 1280, locale: 'sv-SE' }, language: 'sv', topic: 'Nya kurser' },
    {
      name: 'in English without scripts, on a phone',
      way: { javaScript: false, width: 390, locale: 'en-GB' },
      language: 'en',
      topic: 'New courses',
    },
  ] as const;
  for (const { name, way, language, topic } of ways) {
    it(`subscribes, changes and leaves, ${name}`, async () => {
      const text = words[language];
      const email = `lasare-${language}@annan.example`;
      const reader = await personAt(journey.browser, journey.url, way);
      const { page } = reader;
      await page.goto('/nyhetsbrev');
      await assertAccessible(journey.browser, page);
      await page.getByLabel(text.email).fill(email);
      await new Promise((resolve) => setTimeout(resolve, 2_100)); // as long as a person needs; the form takes quicker for a robot
      await page.getByRole('button', { name: text.submit }).click();
      await page.getByText(text.topicsMissing).first().waitFor();
      await page.getByLabel(topic).check();
      await page.getByRole('button', { name: text.submit }).click();
      await page.getByRole('heading', { name: linkWords[language].askedTitle }).waitFor();
      await assertAccessible(journey.browser, page);
      await page.goto(await journey.mailedLink(email));
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: text.confirm }).click();
      await page.getByText(text.confirmed).waitFor();
      assert.ok(await page.getByLabel(topic).isChecked());
      await assertAccessible(journey.browser, page);
      await page.getByLabel(topic).uncheck();
      await page.getByRole('button', { name: text.save }).click();
      await page.getByText(text.saved).waitFor();
      assert.ok(!(await page.getByLabel(topic).isChecked()));
      await page.getByLabel(topic).check();
      await page.getByRole('button', { name: text.save }).click();
      await page.getByText(text.saved).waitFor();

      await page.goto(await leaveLink(email));
      await assertAccessible(journey.browser, page);
      await page.getByText(text.leaveLead(topic)).waitFor();
      await page.getByRole('button', { name: text.leave }).click();
      await page.getByRole('heading', { name: text.leftTitle }).waitFor();
      const left = await journey.test.owner.query(
        'select from newsletter_subscription n join newsletter_subscriber s on s.id = n.subscriber_id where s.email = $1',
        [email],
      );
      assert.equal(left.rows.length, 0);
      assert.deepEqual(reader.strayRequests, []);
      assert.deepEqual(reader.problems, []);
      await reader.context.close();
    });
  }

  /** What stands in each letter to the subscriber. */
  async function leaveLink(email: string): Promise<string> {
    const { rows } = await journey.test.owner.query<{ id: string }>(
      'select n.id from newsletter_subscription n join newsletter_subscriber s on s.id = n.subscriber_id where s.email = $1',
      [email],
    );
    return `/nyhetsbrev/avsluta/${journey.test.house.secrets.token('newsletter subscription', rows[0]!.id)}`;
  }
});
