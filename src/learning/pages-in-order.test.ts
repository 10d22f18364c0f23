import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  smallCourse,
} from '../../tests/support/world.ts';
import { href } from '../routes.ts';

// Proof of N-09: pages open in order where the course wants it, and the server holds it.

const third = { title: 'Tredje sidan', minutes: 5, markdown: 'Sist.', questions: [] };

describe('pages in order', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let at: { customer: string; course: string };
  let cookie: string;
  let accountId: string;
  let people = 0;
  const get = (path: string, as = cookie) => Promise.resolve(house.app.request(path, { headers: { cookie: as } }));
  const text = async (path: string) => (await get(path)).text();
  const post = (path: string, fields: Record<string, string>) => Promise.resolve(house.app.request(path, formPost(fields, cookie)));
  const pageAt = (position: number) => href('coursePage', { ...at, position });
  const visit = (position: number, intent: string) => post(href('visitPage', { ...at, position }), { intent });
  const order = (value: string) => house.owner.query('update course set page_order = $1 where id = $2', [value, course.courseId]);
  const questions = async () =>
    (
      await house.owner.query(
        `select q.id, q.kind, q.body from question q where q.version_id = $1 and q.page_id is not null order by q.position`,
        [course.versionId],
      )
    ).rows as { id: string; kind: string; body: { options: { id: string; correct: boolean }[] } }[];
  const answer = (question: string, value: string) => post(href('answerQuestion', { ...at, question }), { answer: value });

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    course = await addCourse(house, customer.id, { ...smallCourse, pages: [...smallCourse.pages, third] });
    at = { customer: customer.slug, course: course.slug };
  });
  beforeEach(async () => {
    const person = await addPerson(house, `Elev${++people}`);
    accountId = person.id;
    await enrol(house, person, course);
    cookie = await signedIn(house, person);
  });
  after(() => house.close());

  it('are all open in a course that does not ask for it', async () => {
    await order('free');
    assert.equal((await get(pageAt(3))).status, 200);
    assert.equal((await post(href('startAttempt', at), {})).headers.get('location'), href('attempt', { ...at, number: 1 }));
  });

  it('open one by one as they are done; an address typed by hand says why it waits', async () => {
    await order('read');
    const first = await text(pageAt(1));
    assert.match(first, /<li class="locked"><span>Andra sidan<\/span><span class="unseen"> \(öppnar senare\)<\/span>/);
    const early = await get(pageAt(2));
    assert.equal(early.status, 403);
    const said = await early.text();
    assert.match(said, /Nästa sida öppnas när du har markerat ”Första sidan” som klar\./);
    assert.match(said, new RegExp(`href="${pageAt(1)}"`));
    assert.doesNotMatch(said, /Mer text/);
    assert.equal((await visit(2, 'done')).headers.get('location'), pageAt(2), 'and is not marked as done by a post');
    assert.equal((await get(pageAt(2))).status, 403);
    assert.equal((await post(href('saveNote', { ...at, position: 2 }), { body: 'x' })).status, 404);
    assert.equal((await visit(1, 'next')).headers.get('location'), pageAt(2));
    assert.equal((await get(pageAt(2))).status, 200);
    assert.equal((await get(pageAt(3))).status, 403);
    await visit(2, 'done');
    await visit(1, 'undo');
    assert.equal((await get(pageAt(2))).status, 200, 'what is done stays open');
    assert.equal((await get(pageAt(3))).status, 403);
  });

  it('end with the final test, which is refused until then', async () => {
    await order('read');
    assert.match(await text(href('finalTest', at)), /Sidorna kommer före provet/);
    assert.equal((await post(href('startAttempt', at), {})).headers.get('location'), href('finalTest', at));
    for (const position of [1, 2, 3]) await visit(position, 'done');
    assert.equal((await post(href('startAttempt', at), {})).headers.get('location'), href('attempt', { ...at, number: 1 }));
  });

  it('may ask for right answers too: going on without them is refused in a sentence', async () => {
    await order('answered');
    const [single, short] = await questions();
    assert.match(await text(pageAt(1)), /Svara rätt på frågorna på sidan, så blir den klar och nästa sida öppnas\. 2 är kvar\./);
    const refused = await visit(1, 'next');
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /<div class="notice problem" role="alert"><p>Svara rätt på frågorna/);
    assert.equal((await get(pageAt(2))).status, 403);
    await answer(short!.id, 'fel');
    await answer(short!.id, 'ord');
    assert.match(await text(pageAt(1)), /Svara rätt på frågan på sidan/);
    await answer(single!.id, single!.body.options.find(({ correct }) => correct)!.id);
    assert.equal((await visit(1, 'next')).headers.get('location'), pageAt(2));
    assert.equal((await get(pageAt(2))).status, 200);
    await answer(short!.id, 'fel igen');
    assert.equal((await get(pageAt(2))).status, 200, 'one right answer is enough');
  });

  it('take no answers to a page that waits', async () => {
    await order('read');
    const { rows } = await house.owner.query('select position from course_page where version_id = $1', [course.versionId]);
    assert.equal(rows.length, 3);
    const [single] = await questions();
    assert.notEqual((await answer(single!.id, single!.body.options[0]!.id)).status, 404);
    // A course whose first page is now another: the question's page waits.
    const other = await addCourse(house, course.customerId, {
      ...smallCourse,
      slug: 'omvand',
      pages: smallCourse.pages.toReversed(),
      pageOrder: 'read',
    });
    await enrol(house, { id: accountId } as Parameters<typeof enrol>[1], other);
    const late = await house.owner.query('select id from question where version_id = $1 and page_id is not null limit 1', [
      other.versionId,
    ]);
    const sent = await post(href('answerQuestion', { customer: at.customer, course: 'omvand', question: late.rows[0].id }), {
      answer: 'x',
    });
    assert.equal(sent.status, 404);
  });

  it('let the course’s teachers read all of it, and nobody who has completed it is shut out', async () => {
    await order('answered');
    await inHouse(house, (tx) =>
      tx
        .insertInto('course_teacher')
        .values({ customer_id: course.customerId, course_id: course.courseId, account_id: accountId })
        .execute(),
    );
    assert.equal((await get(pageAt(3))).status, 200);
    await house.owner.query('delete from course_teacher where account_id = $1', [accountId]);
    assert.equal((await get(pageAt(3))).status, 403);
    await house.owner.query('update enrolment set completed_at = now() where account_id = $1 and course_id = $2', [
      accountId,
      course.courseId,
    ]);
    assert.equal((await get(pageAt(3))).status, 200);
  });

  it('lead the continue button to a page that is open', async () => {
    await order('free');
    await get(pageAt(3));
    await visit(3, 'open');
    await order('read');
    assert.equal((await get(href('continueCourse', at))).headers.get('location'), pageAt(1));
  });
});
