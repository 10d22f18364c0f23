import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { appoint } from '../../src/desk/index.ts';
import { readMail } from '../../src/desk/site/read-mail.ts';
import { scan } from '../../src/privacy/index.ts';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, password, type Person } from '../support/world.ts';

/** N-11, N-12, N-72, E-08: a visitor writes, asks for a quote, is answered, and has everything removed. */
const ways: { name: string; way: Way }[] = [
  { name: 'with scripts', way: { javaScript: true } },
  { name: 'without scripts, on a phone', way: { javaScript: false, width: 390 } },
];

let journey: Journey;
let support: Person;
let dpo: Person;
before(async () => {
  journey = await openJourney();
  [support, dpo] = [await addPerson(journey.test, 'Supporten'), await addPerson(journey.test, 'Ombudet')];
  await appoint(journey.test.house, support.email, 'support');
  await appoint(journey.test.house, dpo.email, 'dpo');
});
after(() => journey.close());

/** As long as a person takes; what comes back sooner is taken for a robot's. */
const think = () => new Promise((resolve) => setTimeout(resolve, 2_200));

for (const [index, { name, way }] of ways.entries()) {
  describe(`writing to the operator, ${name}`, () => {
    let visitor: Someone;
    const email = `besokare${index}@annan.example`;
    before(async () => void (visitor = await personAt(journey.browser, journey.url, way)));
    after(() => visitor.context.close());

    it('the contact page is reached from the foot of a page, and takes a question (E-08, N-11)', async () => {
      const { page } = visitor;
      await page.goto('/kurser');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Kontakta oss' }).click();
      await assertAccessible(journey.browser, page);
      await page.getByLabel('Din mejladress').fill('inte en adress');
      await page.getByRole('textbox', { name: 'Meddelande' }).fill('Hur löser jag in min nyckel?');
      await page.getByRole('button', { name: 'Skicka', exact: true }).click();
      await page.getByRole('link', { name: /ska se ut som/ }).waitFor();
      await assertAccessible(journey.browser, page);
      assert.equal(await page.getByRole('textbox', { name: 'Meddelande' }).inputValue(), 'Hur löser jag in min nyckel?');
      await page.getByLabel('Din mejladress').fill(email);
      await think();
      await page.getByRole('button', { name: 'Skicka', exact: true }).click();
      await page.getByRole('heading', { name: 'Tack, det är skickat' }).waitFor();
      await assertAccessible(journey.browser, page);
    });

    it('the page for companies takes a request for a quote (N-11)', async () => {
      const { page } = visitor;
      await page.goto('/foretag');
      await assertAccessible(journey.browser, page);
      await page.getByLabel('Organisation').fill(`Resebolaget ${index}`);
      await page.getByLabel('Ditt namn').fill('Rese Närsson');
      await page.getByLabel('Din mejladress').fill(email);
      await page.getByLabel('Ungefär hur många').fill('35');
      await think();
      await page.getByRole('button', { name: 'Skicka frågan' }).click();
      await page.getByRole('heading', { name: 'Tack, det är skickat' }).waitFor();
    });

    it('support answers, and the visitor reads it behind the link and writes back', async () => {
      const staff = await signIn(support, way);
      await staff.page.goto('/arenden');
      await assertAccessible(journey.browser, staff.page);
      await staff.page.getByRole('row', { name: 'Fråga till oss' }).getByRole('link', { name: email }).click();
      await assertAccessible(journey.browser, staff.page);
      await staff.page.getByLabel('Svar', { exact: true }).fill('Skriv in den på sidan Lös in nyckel.');
      await staff.page.getByRole('button', { name: 'Skicka svaret' }).click();
      await staff.page.getByText('Svaret är skickat.').waitFor();
      assert.deepEqual([staff.problems, staff.strayRequests], [[], []]);
      await staff.context.close();

      const { page } = visitor;
      await page.goto(await linkIn('Du har fått svar', email));
      await page.getByText('Skriv in den på sidan Lös in nyckel.').waitFor();
      await assertAccessible(journey.browser, page);
      await page.getByRole('textbox', { name: 'Meddelande' }).fill('Tack, det gick bra.');
      await think();
      await page.getByRole('button', { name: 'Skicka', exact: true }).click();
      await page.getByText('Det är skickat.').waitFor();
    });

    it('what is written to the officer comes to the officer alone (N-72)', async () => {
      const { page } = visitor;
      await page.goto('/kontakt');
      await page.getByLabel('Dataskyddsombudet').check();
      await page.getByLabel('Din mejladress').fill(email);
      await page.getByRole('textbox', { name: 'Meddelande' }).fill(`Vad vet ni om mig ${index}?`);
      await think();
      await page.getByRole('button', { name: 'Skicka', exact: true }).click();
      await page.getByRole('heading', { name: 'Tack, det är skickat' }).waitFor();
      const officer = await signIn(dpo, way);
      await officer.page.goto('/arenden/ombudet');
      await assertAccessible(journey.browser, officer.page);
      await officer.page.getByRole('link', { name: email }).click();
      await officer.page.getByText(`Vad vet ni om mig ${index}?`).waitFor();
      assert.equal((await officer.page.goto('/arenden'))?.status(), 404);
      await officer.context.close();
    });

    it('asked for on the contact page, everything is removed, the request too (N-12)', async () => {
      const { page } = visitor;
      await page.goto('/kontakt');
      await page.getByLabel('Mejladressen du använde').fill(email);
      await page.getByRole('button', { name: 'Skicka länken' }).click();
      await page.getByRole('heading', { name: 'Titta i din mejl' }).waitFor();
      await assertAccessible(journey.browser, page);
      await page.goto(await linkIn('Ta bort det du har skickat', email));
      await page.getByText('Fråga om pris, skickad').waitFor();
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: 'Ta bort allt' }).click();
      await page.getByRole('heading', { name: 'Det är borttaget' }).waitFor();
      for (const marker of [email, `Resebolaget ${index}`, `Vad vet ni om mig ${index}?`, 'Rese Närsson']) {
        assert.deepEqual(await scan(journey.test.house, marker, [journey.test.folder]), [], marker);
      }
      assert.deepEqual([visitor.problems, visitor.strayRequests], [[], []]);
    });
  });
}

async function signIn(person: Person, way: Way): Promise<Someone> {
  const someone = await personAt(journey.browser, journey.url, way);
  await someone.page.goto('/logga-in');
  await someone.page.getByLabel('Mejladress').fill(person.email);
  await someone.page.getByLabel('Lösenord', { exact: true }).fill(password);
  await someone.page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click();
  await someone.page.waitForURL(/\/hem/);
  return someone;
}

async function linkIn(subject: string, address: string): Promise<string> {
  const folder = journey.test.house.outboxFolder;
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith('.eml'))) {
      const mail = readMail(await readFile(join(folder, name), 'latin1').catch(() => ''));
      const link = mail.to === address && mail.subject === subject && mail.text.split(/\s/).find((word) => word.startsWith(journey.url));
      if (link) return link;
    }
  }
  throw new Error(`No mail "${subject}" came.`);
}
