import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, test } from 'node:test';
import fc from 'fast-check';
import { enrol, inHouse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { inSections, stepsOf } from './sections.ts';
import { openDesk, type Desk } from './testing.ts';

describe('pages in sections', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.house.close());

  const sectionsOf = (courseId: string) =>
    desk.rows<{ page: string; section: string | null }>(
      `select p.title as page, s.title as section from course_page p join course_version v on v.id = p.version_id
       left join course_section s on s.id = p.section_id where v.course_id = $1 and v.published_at is null order by p.position`,
      [courseId],
    );
  const shape = async (courseId: string) => (await sectionsOf(courseId)).map(({ page, section }) => `${section ?? '-'}:${page}`).join(' ');
  const add = (at: { customer: string; course: string }, section: string, from = '', id: string = randomUUID(), cookie?: string) =>
    desk.post(href('addSection', at), { id, section, from }, cookie).then((response) => ({ id, response }));

  it('a section begins with a page; pages step over its line; it moves with its pages and goes without them', async () => {
    const course = await desk.create('Avsnitt');
    const pages = [];
    for (const title of ['A', 'B', 'C', 'D']) pages.push(await desk.addPage(course.at, title, `Text ${title}.`));
    const start = await add(course.at, 'Början', pages[0]);
    assert.equal(start.response.status, 303);
    const end = await add(course.at, 'Slutet', pages[2]);
    await add(course.at, 'Slutet', pages[2], end.id);
    assert.equal(await shape(course.id), 'Början:A Början:B Slutet:C Slutet:D');

    const outline = await desk.text(href('draft', course.at));
    assert.ok(outline.includes(`value="3.${start.id}"`), 'up from C leads into the first section');
    await desk.post(href('arrangePage', { ...course.at, page: pages[2]! }), { to: `3.${start.id}` });
    await desk.post(href('arrangePage', { ...course.at, page: pages[2]! }), { to: `3.${start.id}` });
    assert.equal(await shape(course.id), 'Början:A Början:B Början:C Slutet:D');
    await desk.post(href('saveSection', { ...course.at, section: end.id }), { to: '1' });
    assert.equal(await shape(course.id), 'Slutet:D Början:A Början:B Början:C');
    await desk.post(href('saveSection', { ...course.at, section: end.id }), { title: 'Först' });
    await desk.post(href('saveSection', { ...course.at, section: end.id }), { to: '2' });
    await desk.post(href('saveSection', { ...course.at, section: end.id }), { remove: 'yes' });
    await desk.post(href('saveSection', { ...course.at, section: end.id }), { remove: 'yes' });
    assert.equal(await shape(course.id), 'Början:A Början:B Början:C Början:D');
    await desk.post(href('arrangePage', { ...course.at, page: pages[0]! }), { remove: 'yes' });
    await desk.post(href('saveSection', { ...course.at, section: start.id }), { remove: 'yes' });
    await desk.post(href('bringBack', { ...course.at, piece: pages[0]! }), {});
    assert.equal(await shape(course.id), '-:A -:B -:C -:D', 'a page comes back though its section is gone');
  });

  it('published, they stand in the student’s outline and on the open page, and a new draft has them too', async () => {
    const course = await desk.create('Med avsnitt');
    const [first, second] = [await desk.addPage(course.at, 'A', 'Text.'), await desk.addPage(course.at, 'B', 'Text.')];
    await add(course.at, 'Öva & lär', second);
    await desk.addQuestion(course.at);
    await desk.post(href('publishDraft', course.at), { version: await desk.draftOf(course.id) });
    const [published] = await desk.pagesOf(course.id, true);
    await enrol(desk.house, desk.student, { customerId: desk.customer.id, courseId: course.id, versionId: published!.version });
    const page = await desk.text(href('coursePage', { ...course.at, position: 1 }), desk.cookies.student);
    assert.match(page, /<ol class="outline"><li class="current">.*<p class="outline-section">Öva &amp; lär<\/p><ol class="outline">/);
    assert.match(await desk.text(href('course', course.at), desk.cookies.student), /<h3>Öva &amp; lär<\/h3><ol start="2">/);
    await desk.post(href('beginDraft', course.at), {});
    assert.equal(await shape(course.id), '-:A Öva & lär:B');
    await assert.rejects(desk.house.owner.query(`update course_section set title = 'x' where published`), /never changed/);
    assert.ok(first);
  });

  it('without a heading it says so and keeps the rest; others find nothing', async () => {
    const course = await desk.create('Utan rubrik');
    const page = await desk.addPage(course.at, 'A', 'Text.');
    const { response } = await add(course.at, ' ');
    assert.equal(response.status, 422);
    assert.match(await response.text(), /Skriv en rubrik för avsnittet/);
    assert.equal((await add(course.at, 'x', randomUUID())).response.status, 404);
    const { id } = await add(course.at, 'Avsnitt', page);
    assert.equal((await desk.post(href('saveSection', { ...course.at, section: id }), { title: '' })).status, 422);
    for (const who of ['teacher', 'neighbour', 'stranger', 'student'] as const) {
      assert.equal((await add(course.at, 'Intrång', '', randomUUID(), desk.cookies[who])).response.status, 404, who);
      const moved = await desk.post(href('saveSection', { ...course.at, section: id }), { remove: 'yes' }, desk.cookies[who]);
      assert.equal(moved.status, 404, who);
    }
    assert.equal(await shape(course.id), 'Avsnitt:A');
  });

  it('a question stands where the text says, also after the draft is copied; a box keeps a student’s words to themselves', async () => {
    const course = await desk.create('På plats');
    const page = await desk.addPage(course.at, 'A', 'Text.');
    const question = await desk.addQuestion(course.at, page);
    await desk.addQuestion(course.at, page, { prompt: 'Efter texten?' });
    await desk.addQuestion(course.at);
    const [{ lineage_id: lineage } = { lineage_id: '' }] = await desk.rows('select lineage_id from question where id = $1', [question]);
    assert.ok((await desk.text(href('draftPage', { ...course.at, page }))).includes(`:::fråga ${lineage}`));
    const text = `Före.\n\n:::fråga ${lineage}\n:::\n\nEfter.\n\n:::skriv tankar\nuppgift: Vad tänker du?\n:::`;
    await desk.post(href('saveDraftPage', { ...course.at, page }), { title: 'A', text, minutes: '', revision: '2' });
    const preview = await desk.text(href('previewPage', { ...course.at, position: 1 }));
    assert.ok(preview.indexOf('Före.') < preview.indexOf('Är isen hal?') && preview.indexOf('Är isen hal?') < preview.indexOf('Efter.'));
    await desk.post(href('publishDraft', course.at), { version: await desk.draftOf(course.id) });
    await desk.post(href('beginDraft', course.at), {});
    await desk.post(href('publishDraft', course.at), { version: await desk.draftOf(course.id) });
    const published = (await desk.pagesOf(course.id, true)).at(-1)!;
    await enrol(desk.house, desk.student, { customerId: desk.customer.id, courseId: course.id, versionId: published.version });
    const address = href('coursePage', { ...course.at, position: 1 });
    const seen = await desk.text(address, desk.cookies.student);
    assert.ok(seen.indexOf('Före.') < seen.indexOf('Är isen hal?') && seen.indexOf('Är isen hal?') < seen.indexOf('<p>Efter.'));
    assert.ok(seen.indexOf('<p>Efter.') < seen.indexOf('Efter texten?'));
    assert.equal(seen.split('Är isen hal?').length, 2, 'asked once');

    const write = (fields: Record<string, string>, cookie = desk.cookies.student) =>
      desk.post(href('saveReflection', { ...course.at, position: 1 }), fields, cookie);
    assert.equal((await write({ box: 'tankar', body: 'Isen <är> hal' })).status, 303);
    await write({ box: 'tankar', body: 'Isen <är> hal, tänker jag' });
    assert.match(
      await desk.text(address, desk.cookies.student),
      /<textarea id="egna-ord-tankar"[^>]*>Isen &lt;är> hal, tänker jag<\/textarea>/,
    );
    const kept = () => inHouse(desk.house, (tx) => tx.selectFrom('reflection').select('body').execute());
    assert.equal((await kept()).length, 1);
    for (const fields of [{ box: 'annan', body: 'x' }, { box: '"><b>', body: 'x' }, { body: 'x' }]) {
      assert.equal((await write(fields as Record<string, string>)).status, 404);
    }
    for (const who of ['author', 'teacher', 'stranger'] as const)
      assert.equal((await write({ box: 'tankar', body: 'x' }, desk.cookies[who])).status, 404);
    const scope = { purpose: 'deliver-course', accountId: desk.author.id, customerId: desk.customer.id, staffOf: desk.customer.id };
    const staffSees = await desk.house.house.database.transaction(scope, (tx) => tx.selectFrom('reflection').selectAll().execute());
    assert.deepEqual(staffSees, [], 'the database itself keeps them from staff');
    await write({ box: 'tankar', body: ' ' });
    assert.deepEqual(await kept(), []);
  });
});

test('whatever is pressed, pages stand in the order of their sections and none is lost', () => {
  const sections = [{ id: 's1' }, { id: 's2' }];
  const any = fc.array(fc.constantFrom(null, 's1', 's2'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(any, fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 12 }), (own, presses) => {
      let pages = inSections(
        own.map((sectionId: string | null, index) => ({ id: String(index), sectionId })),
        sections,
      );
      for (const [which, up] of presses) {
        const index = which % pages.length;
        const step = stepsOf(pages, sections, index)[up ? 'up' : 'down'];
        if (!step) continue;
        const page = pages[index]!;
        const others = pages.filter((other) => other !== page);
        const moved = others.toSpliced(step.to - 1, 0, { ...page, sectionId: step.sectionId });
        const after = inSections(moved, sections);
        assert.deepEqual(after, moved, 'a step needs no sorting');
        assert.notDeepEqual(after, pages, 'a button always does something');
        pages = after;
      }
      assert.equal(pages.length, own.length);
    }),
  );
});
