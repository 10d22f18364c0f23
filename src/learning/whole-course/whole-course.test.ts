import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, formPost, setUpOperator, signedIn, smallCourse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';

describe('the whole course on one page', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let at: { customer: string; course: string };
  let cookie: string;
  const get = (as = cookie) => Promise.resolve(house.app.request(href('wholeCourse', at), { headers: { cookie: as } }));
  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    const [first, second] = smallCourse.pages;
    const pages = [
      { ...first!, markdown: '## Rubrik\n\n:::mer Fällt ihop\nInuti.\n:::\n\n:::skriv tankar\nuppgift: Vad tänker du?\n:::' },
      second!,
    ];
    course = await addCourse(house, customer.id, { ...smallCourse, pages });
    at = { customer: customer.slug, course: course.slug };
    const person = await addPerson(house, 'Skrivare');
    await enrol(house, person, course);
    cookie = await signedIn(house, person);
  });
  after(() => house.close());

  it('holds every page in order, what is folded unfolded, questions as they are asked and one’s own words', async () => {
    const box = await house.app.request(
      href('saveReflection', { ...at, position: 1 }),
      formPost({ box: 'tankar', body: 'Mina <egna> ord' }, cookie),
    );
    assert.equal(box.status, 303);
    const html = await (await get()).text();
    assert.match(
      html,
      /1\. Första sidan.*<details open.*Inuti\..*Mina &lt;egna> ord.*Övning:<\/strong> Vad är rätt\?.*2\. Andra sidan.*Mer text\./s,
    );
    assert.doesNotMatch(html, /Det är rätt\.|Ordet är ord/, 'no answers');
    assert.match(html, /<button[^>]*data-print-page[^>]*hidden/, 'without script there is no button that does nothing');
  });

  it('leaves out what is not open yet, and says so', async () => {
    await house.owner.query("update course set page_order = 'read' where id = $1", [course.courseId]);
    const html = await (await get()).text();
    assert.match(html, /En sida är inte med, för den är inte öppen än\./);
    assert.doesNotMatch(html, /Mer text/);
    await house.owner.query("update course set page_order = 'free' where id = $1", [course.courseId]);
  });

  it('is for those in the course', async () => {
    assert.equal((await get(await signedIn(house, await addPerson(house, 'Utomstaende')))).status, 404);
    assert.equal((await get('')).status, 303);
  });
});
