import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { appoint } from '../../src/desk/index.ts';
import { companyWords } from '../../src/desk/contact/company-words.ts';
import { contactWords } from '../../src/desk/contact/contact-words.ts';
import { sentWords } from '../../src/desk/contact/sent-words.ts';
import { deskWords } from '../../src/desk/enquiries/desk-words.ts';
import { mailWords } from '../../src/desk/enquiries/mail-words.ts';
import { ownWords } from '../../src/desk/enquiries/own-words.ts';
import { formWords } from '../../src/desk/open-forms/form-words.ts';
import { linkWords } from '../../src/desk/open-forms/link-words.ts';
import { removalWords } from '../../src/desk/removal/removal-words.ts';
import { listMails } from '../../src/desk/site/read-mail.ts';
import { fileWords } from '../../src/ui/file-words.ts';
import { scan } from '../../src/privacy/index.ts';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, password, type Person } from '../support/world.ts';

/** N-11, N-12, N-72, E-08: a visitor writes, asks for a quote, is answered, and has everything removed. */
const ways: { name: string; way: Way; language: 'sv' | 'en' }[] = [
  { name: 'with scripts', way: { javaScript: true, width: 1280 }, language: 'sv' },
  { name: 'in English without scripts, on a phone', way: { javaScript: false, width: 390, locale: 'en-GB' }, language: 'en' },
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

for (const [index, { name, way, language }] of ways.entries()) {
  const [contact, form, sent] = [contactWords[language], formWords[language], sentWords[language]];
  const [company, own, removal, desk] = [companyWords[language], ownWords[language], removalWords[language], deskWords[language]];
  describe(`writing to the operator, ${name}`, () => {
    let visitor: Someone;
    const email = `besokare${index}@annan.example`;
    before(async () => {
      visitor = await personAt(journey.browser, journey.url, way);
      await journey.test.owner.query('update account set language = $1 where id = any($2)', [language, [support.id, dpo.id]]);
    });
    after(() => visitor.context.close());

    it('the contact page is reached from the foot of a page, and takes a question (E-08, N-11)', async () => {
      const { page } = visitor;
      await page.goto('/kurser');
      await page.getByRole('contentinfo').getByRole('link', { name: contact.title }).click();
      await assertAccessible(journey.browser, page);
      await page.getByLabel(form.email).fill('inte en adress');
      await page.getByRole('textbox', { name: form.body }).fill('Hur löser jag in min nyckel?');
      await page.getByRole('button', { name: contact.send, exact: true }).click();
      await page.getByRole('link', { name: form.emailWrong }).waitFor();
      await assertAccessible(journey.browser, page);
      assert.equal(await page.getByRole('textbox', { name: form.body }).inputValue(), 'Hur löser jag in min nyckel?');
      await page.getByLabel(form.email).fill(email);
      await page
        .getByLabel(fileWords[language].label)
        .setInputFiles({ name: 'nyckeln.txt', mimeType: 'text/plain', buffer: Buffer.from('ABC-DEF-GHJ') });
      await think();
      await page.getByRole('button', { name: contact.send, exact: true }).click();
      await page.getByRole('heading', { name: sent.title }).waitFor();
      await assertAccessible(journey.browser, page);
    });

    it('the page for companies takes a request for a quote (N-11)', async () => {
      const { page } = visitor;
      await page.goto('/foretag');
      await assertAccessible(journey.browser, page);
      await page.getByLabel(company.form.organisation).fill(`Resebolaget ${index}`);
      await page.getByLabel(company.form.name).fill('Rese Närsson');
      await page.getByLabel(form.email).fill(email);
      await page.getByLabel(company.form.people).fill('35');
      await think();
      await page.getByRole('button', { name: company.form.send }).click();
      await page.getByRole('heading', { name: sent.title }).waitFor();
    });

    it('support answers, and the visitor reads it behind the link and writes back', async () => {
      const staff = await signIn(support, way);
      await staff.page.goto('/arenden');
      await assertAccessible(journey.browser, staff.page);
      await staff.page.getByRole('row', { name: desk.kinds.question }).getByRole('link', { name: email }).click();
      await assertAccessible(journey.browser, staff.page);
      assert.equal(await savedFrom(staff.page, 'nyckeln.txt'), 'ABC-DEF-GHJ');
      const plan = { name: 'så gör du.txt', mimeType: 'text/plain', buffer: Buffer.from('Skriv den.') };
      await staff.page.getByLabel(fileWords[language].label).setInputFiles(plan);
      await staff.page.getByLabel(desk.enquiry.answer, { exact: true }).fill('Skriv in den på sidan Lös in nyckel.');
      await staff.page.getByRole('button', { name: desk.enquiry.send }).click();
      await staff.page.getByText(desk.enquiry.sent).waitFor();
      assert.deepEqual([staff.problems, staff.strayRequests], [[], []]);
      await staff.context.close();

      const { page } = visitor;
      await page.goto(await linkIn(mailWords[language].answered.subject, email));
      await page.getByText('Skriv in den på sidan Lös in nyckel.').waitFor();
      assert.equal(await savedFrom(page, 'så gör du.txt'), 'Skriv den.');
      await assertAccessible(journey.browser, page);
      await page.getByRole('textbox', { name: form.body }).fill('Tack, det gick bra.');
      await think();
      await page.getByRole('button', { name: contact.send, exact: true }).click();
      await page.getByText(own.sent).waitFor();
    });

    it('what is written to the officer comes to the officer alone, who answers (N-72)', async () => {
      const { page } = visitor;
      await page.goto('/kontakt');
      await page.getByLabel(contact.toDpo).check();
      await page.getByLabel(form.email).fill(email);
      await page.getByRole('textbox', { name: form.body }).fill(`Vad vet ni om mig ${index}?`);
      await think();
      await page.getByRole('button', { name: contact.send, exact: true }).click();
      await page.getByRole('heading', { name: sent.title }).waitFor();
      const officer = await signIn(dpo, way);
      await officer.page.goto('/arenden/ombudet');
      await assertAccessible(journey.browser, officer.page);
      await officer.page.getByRole('link', { name: email }).click();
      await officer.page.getByText(`Vad vet ni om mig ${index}?`).waitFor();
      await officer.page.getByLabel(desk.enquiry.answer, { exact: true }).fill(`Det här vet vi om dig ${index}.`);
      await officer.page.getByRole('button', { name: desk.enquiry.send }).click();
      await officer.page.getByText(desk.enquiry.sent).waitFor();
      await assertAccessible(journey.browser, officer.page);
      assert.equal((await officer.page.goto('/arenden'))?.status(), 404);
      await officer.context.close();
      await page.goto(await linkIn(mailWords[language].answered.subject, email, 1));
      await page.getByText(`Det här vet vi om dig ${index}.`).waitFor();
    });

    it('asked for on the contact page, everything is removed, the request too (N-12)', async () => {
      const { page } = visitor;
      await page.goto('/kontakt');
      await page.getByLabel(removal.email).fill(email);
      await page.getByRole('button', { name: removal.ask }).click();
      await page.getByRole('heading', { name: linkWords[language].askedTitle }).waitFor();
      await assertAccessible(journey.browser, page);
      await page.goto(await linkIn(removal.mail.subject, email));
      await page.getByText(removal.each.quote('').trim()).waitFor();
      await assertAccessible(journey.browser, page);
      await page.getByRole('button', { name: removal.confirm }).click();
      await page.getByRole('heading', { name: removal.doneTitle }).waitFor();
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
  const [email, word, button] = way.locale === 'en-GB' ? ['E-mail address', 'Password', 'Sign in'] : ['Mejladress', 'Lösenord', 'Logga in'];
  await someone.page.getByLabel(email).fill(person.email);
  await someone.page.getByLabel(word, { exact: true }).fill(password);
  await someone.page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await someone.page.waitForURL(/\/hem/);
  return someone;
}

/** The link of the newest mail of that subject but `older`. */
async function linkIn(subject: string, address: string, older = 0): Promise<string> {
  const folder = journey.test.house.outboxFolder;
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const mails = (await listMails(folder)).filter((mail) => mail.to === address && mail.subject === subject);
    const link = mails.length > older && mails[0]!.text.split(/\s/).find((word) => word.startsWith(journey.url));
    if (link) return link;
  }
  throw new Error(`No mail "${subject}" came.`);
}

async function savedFrom(page: Someone['page'], name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  assert.equal(download.suggestedFilename(), name);
  return readFile(await download.path(), 'utf8');
}
