import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { appoint } from '../../src/desk/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import { acrossCustomers } from '../../src/platform/database.ts';
import { placeOrder } from '../../src/shop/place-order.ts';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, password, type Person } from '../support/world.ts';

/** E-06: the management sets a price, support looks after what is bought, and the books are read. */
let journey: Journey;
let chief: Person;
let support: Person;

before(async () => {
  journey = await openJourney();
  [chief, support] = [await addPerson(journey.test, 'Chefen'), await addPerson(journey.test, 'Supporten')];
  await appoint(journey.test.house, chief.email, 'executive');
  await appoint(journey.test.house, support.email, 'support');
});
after(() => journey.close());

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

const buy = (email: string) =>
  journey.test.house.database.transaction(acrossCustomers('purchase'), async (tx) => {
    const [id, now] = [randomUUID(), journey.test.clock.now()];
    const { customerId: customer_id, courseId: course_id } = journey.course;
    const filled = { email, given_name: 'Berit', family_name: 'Boman', language: 'sv', payment_method: 'invoice' };
    await tx
      .insertInto('checkout')
      .values({ id, client_id: randomUUID(), customer_id, course_id, ...filled, asked_at: now, due_at: addDays(now, 1) })
      .execute();
    const ordered = await placeOrder(tx, journey.test.house, id, 49_500);
    if (typeof ordered !== 'object') throw new Error(`Nothing is ordered: ${ordered}.`);
    return ordered;
  });

describe('the shop’s desk, in Swedish with scripts', () => {
  it('the management says who sells and what a course costs', async () => {
    const { page, context, problems } = await signIn(chief, { javaScript: true });
    await page.getByRole('link', { name: 'Butiken', exact: true }).click();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Vems kurser vi säljer').selectOption({ label: 'Kunden kunskapslyftet' });
    await page.getByLabel('Företagets namn').fill('Lärvik Drift AB');
    await page.getByLabel('Organisationsnummer', { exact: true }).fill('556016-0681');
    await page.getByLabel('Momsregistreringsnummer').fill('SE556016068001');
    await page.getByLabel('Postadress').fill('Storgatan 1, 123 45 Lärvik');
    await page.getByLabel('Bankgiro').fill('991-2346');
    await page.getByRole('button', { name: 'Spara vem som säljer' }).click();
    await page.getByText('den sista stämmer inte med de andra').first().waitFor();
    await assertAccessible(journey.browser, page);
    assert.equal(await page.getByLabel('Bankgiro').inputValue(), '991-2346');
    await page.getByLabel('Organisationsnummer', { exact: true }).fill('556016-0680');
    await page.getByRole('button', { name: 'Spara vem som säljer' }).click();
    await page.getByText('Ändringarna är sparade.').waitFor();
    await page.getByRole('link', { name: 'Må bra på jobbet' }).click();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Pris i kronor, med moms').fill('495');
    await page.getByLabel('Till salu').check();
    await page.getByRole('button', { name: 'Spara priset' }).click();
    await page.getByText('Ändringarna är sparade.').waitFor();
    await page.getByRole('link', { name: 'Butiken', exact: true }).first().click();
    await page.getByText('495').first().waitFor();
    await assertAccessible(journey.browser, page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('support finds a purchase by its address, marks it as paid and cancels it', async () => {
    const { number } = await buy('berit@person.example');
    const { page, context, problems } = await signIn(support, { javaScript: true });
    await page.getByRole('link', { name: 'Köp', exact: true }).click();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Ordernummer eller mejladress').fill('berit@person.example');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByRole('link', { name: number }).click();
    await page.getByText('Berit Boman').waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByRole('button', { name: 'Markera som betalt' }).click();
    await page.getByText('Ändringen är sparad.').waitFor();
    await page.getByRole('button', { name: 'Avbryt köpet' }).click();
    await page.getByText('Kryssa i rutan om du vill avbryta köpet.').first().waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Jag förstår att det inte går att ångra').check();
    await page.getByRole('button', { name: 'Avbryt köpet' }).click();
    await page.getByText('ska betalas tillbaka').first().waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByRole('button', { name: 'Markera som återbetalt' }).click();
    await page.getByText('återbetalt').first().waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('the shop’s desk, in English without scripts on a phone', () => {
  it('the books are read, and fetched as a file', async () => {
    await buy('annan@person.example');
    await journey.test.owner.query("update account set language = 'en' where id = $1", [chief.id]);
    const { page, context } = await signIn(chief, { javaScript: false, width: 390, locale: 'en-GB' });
    await page.goto('/butik/kop');
    await page.getByText('1 wait for payment').waitFor();
    await assertAccessible(journey.browser, page);
    await page.goto('/butik/verifikat');
    await page.getByText('Berit Boman').first().waitFor();
    await assertAccessible(journey.browser, page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Bookkeeping program (SIE 4)' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^verifikationer-\d{4}\.se$/);
    assert.match(await readFile(await download.path(), 'latin1'), /#VER K 1 [\s\S]*#VER K 2 [\s\S]*#VER K 3 /);
    await context.close();
  });
});

/** The form of an open page is taken from someone who has had it before them for a moment, as people have. */
const asPeopleDo = () => journey.test.clock.moveTo(new Date(journey.test.clock.now().getTime() + 10_000));

describe('a buyer, in Swedish with scripts', () => {
  it('orders by the mailed link, reads what applies, and is in the course', async () => {
    const { page, context, problems, strayRequests } = await personAt(journey.browser, journey.url, { javaScript: true });
    await page.goto(`/k/kunskapslyftet/kurser/${journey.course.slug}`);
    await page.getByRole('link', { name: /Köp kursen för 495/ }).click();
    await assertAccessible(journey.browser, page);
    asPeopleDo();
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByText('Skriv ditt efternamn.').first().waitFor();
    await assertAccessible(journey.browser, page);
    await page.getByLabel('Förnamn').fill('Köpa');
    await page.getByLabel('Efternamn').fill('Köpmark');
    await page.getByLabel('Din mejladress').fill('kopa@annan.example');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByText('Titta i din mejl').first().waitFor();
    await assertAccessible(journey.browser, page);
    await page.goto(await journey.mailedLink('kopa@annan.example'));
    await assertAccessible(journey.browser, page);
    await page.getByRole('button', { name: 'Beställning med betalningsskyldighet' }).click();
    await page.getByText('Tack! Köpet är klart.').waitFor();
    await assertAccessible(journey.browser, page);
    const [invoice] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Faktura \d+/ }).click()]);
    assert.match(invoice.suggestedFilename(), /^faktura-\d+\.pdf$/);
    await page.getByRole('button', { name: 'Öppna kursen' }).click();
    await page.getByLabel('Välj ett lösenord').fill('korrekt häst batteri klammer');
    await page.getByRole('button', { name: 'Öppna kontot' }).click();
    await page.waitForURL(/villkor|ga-med/);
    assert.deepEqual([problems, strayRequests], [[], []]);
    assert.deepEqual(
      (await context.cookies()).map(({ name }) => name).filter((name) => !/session|sprak|lang/.test(name)),
      [],
      'buying sets no cookie',
    );
    await context.close();
  });
});

describe('a buyer, in English without scripts on a phone', () => {
  it('orders, changes their mind in two steps, and finds the way back without the link', async () => {
    const { page, context } = await personAt(journey.browser, journey.url, { javaScript: false, width: 320, locale: 'en-GB' });
    await page.goto(`/k/kunskapslyftet/kurser/${journey.course.slug}/kop`);
    await assertAccessible(journey.browser, page);
    asPeopleDo();
    await page.getByLabel('Given name').fill('Changed');
    await page.getByLabel('Family name').fill('Mindsson');
    await page.getByLabel('Your e-mail address').fill('changed@annan.example');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(await journey.mailedLink('changed@annan.example'));
    await page.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await page.getByRole('link', { name: 'Withdraw here' }).click();
    await assertAccessible(journey.browser, page);
    await page.getByRole('button', { name: 'Confirm that I withdraw' }).click();
    await page.getByText('You have withdrawn.').waitFor();
    await page.getByRole('link', { name: /^Credit note/ }).waitFor();
    await assertAccessible(journey.browser, page);
    await page.goto('/angra');
    await assertAccessible(journey.browser, page);
    await page.getByLabel('E-mail address').fill('changed@annan.example');
    await page.getByRole('button', { name: 'Send links' }).click();
    await page.getByText('Look in your mail').first().waitFor();
    await context.close();
  });
});
