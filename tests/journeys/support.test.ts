import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { appoint } from '../../src/desk/index.ts';
import { fetchMail } from '../../src/platform/mail/inbound/fetch-mail.ts';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { rawMail, startMailbox, type Mailbox } from '../support/mailbox.ts';
import { addPerson, inHouse, password, type Person } from '../support/world.ts';

/** E-07, N-11: support works through cases that came by mail and by form; the person follows theirs in their account. */
const at = 'svar@kursiv.example';
let journey: Journey;
let mailbox: Mailbox;
let asker: Person;
let support: Person;

before(async () => {
  [journey, mailbox] = await Promise.all([openJourney(), startMailbox()]);
  journey.test.house.mailIn = { address: at, imapUrl: mailbox.url, secret: undefined };
  [asker, support] = [await addPerson(journey.test, 'Fragaren', {}), await addPerson(journey.test, 'Supporten')];
  await appoint(journey.test.house, support.email, 'support');
  await inHouse(journey.test, (tx) =>
    tx
      .insertInto('canned_answer')
      .values({
        desk: 'support',
        title: 'Ny nyckel',
        text_sv: 'Be om en ny nyckel.',
        text_en: 'Ask for a new key.',
        client_id: support.id,
        changed_at: journey.test.clock.now(),
      })
      .execute(),
  );
});
after(async () => {
  await mailbox.close();
  await journey.close();
});

async function arrive(id: string, subject: string, body: string): Promise<void> {
  mailbox.put(rawMail({ from: asker.email, to: at, subject, body, id }));
  await fetchMail(journey.test.house);
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { rows } = await journey.test.owner.query("select from inbound_mail where state = 'waiting'");
    if (rows.length === 0) return;
  }
  throw new Error('The mail was not handled.');
}

async function signIn(person: Person, way: Way): Promise<Someone> {
  const someone = await personAt(journey.browser, journey.url, way);
  const english = way.locale === 'en-GB';
  await someone.page.goto('/logga-in');
  await someone.page.getByLabel(english ? 'E-mail address' : 'Mejladress').fill(person.email);
  await someone.page.getByLabel(english ? 'Password' : 'Lösenord', { exact: true }).fill(password);
  const name = english ? 'Sign in' : 'Logga in';
  await someone.page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await someone.page.waitForURL(/\/(hem|villkor)/);
  return someone;
}

describe('support, in Swedish with scripts', () => {
  let staff: Someone;
  before(async () => {
    await arrive('one', 'Min nyckel', 'Min nyckel fungerar inte.');
    await arrive('two', 'En sak till', 'Kursen heter Må bra på jobbet.');
    staff = await signIn(support, { javaScript: true, width: 1280 });
  });
  after(() => staff.context.close());

  it('the response times show what is most urgent, without telling who wrote', async () => {
    const { page } = staff;
    await page.goto('/arenden/svarstider');
    await assertAccessible(journey.browser, page);
    assert.equal(await page.getByText(asker.email).count(), 0);
    await page.goto('/arenden');
    await assertAccessible(journey.browser, page);
    assert.equal(await page.getByRole('link', { name: asker.email }).count(), 2);
  });

  it('a case is searched for, taken on, put together and answered from a template', async () => {
    const { page } = staff;
    await page.getByLabel('Sök ärende').fill('Min nyckel');
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    await page.getByRole('link', { name: asker.email }).click();
    await page.getByText('Min nyckel fungerar inte.').waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Vem sköter ärendet?').selectOption({ label: 'GivenSupporten FamilySupporten (du)' });
    await page.getByRole('button', { name: 'Spara ansvarig' }).click();
    await page.getByText('Ansvarig är sparad.').waitFor();
    await page.getByRole('button', { name: 'Lägg ihop ärendena' }).click();
    await page.getByText('Kursen heter Må bra på jobbet.').waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Svar', { exact: true }).fill('Hej!');
    await page.getByLabel('Svarsmall').selectOption({ label: 'Ny nyckel' });
    await page.getByRole('button', { name: 'Infoga mallen' }).click();
    assert.equal(await page.getByLabel('Svar', { exact: true }).inputValue(), 'Hej!\n\nBe om en ny nyckel.');
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByText('Svaret är skickat.').waitFor();
    await page.getByText('Väntar på avsändaren').first().waitFor();
  });

  it('the person finds the case in their account and writes back; support solves it', async () => {
    const person = await signIn(asker, { javaScript: true });
    await person.page.goto('/kontakt');
    await person.page.getByRole('link', { name: 'Mina ärenden' }).click();
    await assertAccessible(journey.browser, person.page);
    await person.page.getByRole('main').getByRole('link').first().click();
    await person.page.getByText('Be om en ny nyckel.').waitFor();
    await person.page.getByRole('textbox', { name: 'Meddelande' }).fill('Tack, det gick.');
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    await person.page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await person.page.getByText('Det är skickat.').waitFor();
    assert.deepEqual([person.problems, person.strayRequests], [[], []]);
    await person.context.close();

    await staff.page.reload();
    await staff.page.getByText('Tack, det gick.').waitFor();
    await staff.page.getByRole('button', { name: 'Markera som löst', exact: true }).click();
    await staff.page.goto('/arenden?lage=solved');
    await staff.page.getByRole('link', { name: asker.email }).waitFor();
  });
});

describe('support, in English without scripts on a phone', () => {
  it('writes a canned answer, answers a case with it, and reads what the person writes back', async () => {
    await arrive('three', 'Key', 'Where do I enter the key?');
    const way = { javaScript: false, width: 390, locale: 'en-GB' } as const;
    await journey.test.owner.query("update account set language = 'en' where id = any($1)", [[support.id, asker.id]]);
    const staff = await signIn(support, way);
    const { page } = staff;
    await page.goto('/arenden/svarsmallar');
    await assertAccessible(journey.browser, page);
    await page.getByLabel('What it is called', { exact: true }).fill('Where to enter a key');
    await page.getByLabel('Text in Swedish').fill('På sidan Lös in nyckel.');
    await page.getByLabel('Text in English').fill('On the page Redeem a key.');
    await page.getByRole('button', { name: 'Save the canned answer' }).click();
    await page.getByText('The canned answer has been saved.').waitFor();
    await page.goto('/arenden?lage=new');
    await page.getByRole('link', { name: asker.email }).click();
    await page.getByLabel('Canned answer').selectOption({ label: 'Where to enter a key' });
    await page.getByRole('button', { name: 'Insert the text' }).click();
    assert.equal(await page.getByLabel('Answer', { exact: true }).inputValue(), 'On the page Redeem a key.');
    await page.getByRole('button', { name: 'Send and mark as solved' }).click();
    await page.getByText('The answer has been sent.').waitFor();
    await assertAccessible(journey.browser, page);

    const person = await signIn(asker, way);
    await person.page.goto('/mina-arenden');
    await assertAccessible(journey.browser, person.page);
    await person.page.getByRole('main').getByRole('link').first().click();
    await person.page.getByText('On the page Redeem a key.').waitFor();
    await person.page.getByRole('textbox', { name: 'Message' }).fill('It worked, thank you.');
    await person.page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'picture.txt', mimeType: 'text/plain', buffer: Buffer.from('what I see') });
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    await person.page.getByRole('button', { name: 'Send', exact: true }).click();
    await person.page.getByText('It has been sent.').waitFor();
    await assertAccessible(journey.browser, person.page);
    await person.context.close();

    await page.reload();
    await page.getByText('It worked, thank you.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'picture.txt' }).click()]);
    assert.equal(await readFile(await download.path(), 'utf8'), 'what I see');
    assert.deepEqual([staff.problems, staff.strayRequests], [[], []]);
    await staff.context.close();
  });
});
