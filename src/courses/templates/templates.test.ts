import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { href } from '../../routes.ts';
import { details, openDesk, type Desk } from '../authoring/testing.ts';
import { pagesFromMarkdown } from '../imports/index.ts';
import { ourTemplates } from './ours/index.ts';

// Proof of N-03: a course is begun from a template, of ours or of the customer's own.

describe('course templates', () => {
  let desk: Desk;
  let customer: string;
  before(async () => {
    desk = await openDesk();
    customer = desk.customer.slug;
  });
  after(() => desk.house.close());

  const begin = (template: string, id: string, title: string, cookie?: string, more: Record<string, string> = {}) =>
    desk.post(href('createCourse', { customer }), { ...details, title, id, template, ...more }, cookie);
  const titles = async (courseId: string) => (await desk.pagesOf(courseId)).map(({ title }) => title);
  const templates = () => desk.rows<{ id: string; slug: string }>('select id, slug from course where is_template order by created_at');

  it('of ours have pages in both languages, and nothing that an author cannot keep', () => {
    for (const { words } of ourTemplates)
      for (const language of ['sv', 'en'] as const) {
        const { pages, empty, losses } = pagesFromMarkdown(words[language].text, 'x');
        assert.ok(pages.length >= 5, words[language].name);
        assert.deepEqual([empty, losses], [[], []]);
        assert.ok(!pages.some(({ document }) => JSON.stringify(document).includes(':::')), 'every box is read as one');
      }
  });

  it('are chosen on the page of a new course, which they fill in', async () => {
    const start = await desk.text(href('newCourse', { customer }));
    assert.match(start, /Börja från en mall.*Introduktion för nyanställda.*Läsecirkel.*Eller börja från början/s);
    const chosen = await desk.text(`${href('newCourse', { customer })}?mall=varje-ar`);
    assert.match(chosen, /Du börjar från mallen ”Regler eller säkerhet, varje år”/);
    assert.match(chosen, /value="Arbeta säkert hos oss"/);
    assert.match(chosen, /<input type="radio"[^>]*value="answered" checked/);
    assert.match(await desk.text(`${href('newCourse', { customer })}?mall=finns-inte`), /Börja från en mall/);
  });

  it('begin a course of one’s own words, with how it is taken again, once however often it is sent', async () => {
    const id = randomUUID();
    for (let press = 0; press < 2; press++)
      assert.equal((await begin('varje-ar', id, 'Säkert på isen', undefined, { pageOrder: 'answered' })).status, 303);
    assert.equal((await titles(id)).length, 6);
    assert.equal((await titles(id))[1], 'Vad lagen säger');
    const [kept] = await desk.rows(
      'select c.title, c.page_order, t.valid_months, p.days_to_finish from course c left join certificate_template t on t.course_id = c.id left join course_plan p on p.course_id = c.id where c.id = $1',
      [id],
    );
    assert.deepEqual(kept, { title: 'Säkert på isen', page_order: 'answered', valid_months: 12, days_to_finish: 60 });
    const english = randomUUID();
    await begin('lasecirkel', english, 'Reading', undefined, { language: 'en' });
    assert.equal((await titles(english))[0], 'How it works');
  });

  it('may be what was typed wrong: the choice is kept with the rest', async () => {
    const wrong = await begin('introduktion', randomUUID(), '');
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /name="template" value="introduktion"/);
  });

  it('are kept from a course by its author, used by the customer’s other authors, and never published', async () => {
    const { at, id: original } = await desk.create('Förlagan');
    await desk.addPage(at, 'Ur förlagan', 'Text');
    await desk.addQuestion(at);
    const id = randomUUID();
    for (let press = 0; press < 2; press++) {
      const kept = await desk.post(href('saveTemplate', at), { id, intent: 'keep' });
      assert.equal(kept.headers.get('location'), `${href('coursesToRun', { customer })}?besked=mall#mallar`);
    }
    assert.equal((await templates()).length, 1);
    const template = { customer, course: (await templates())[0]!.slug };
    const list = await desk.text(`${href('coursesToRun', { customer })}?besked=mall`);
    assert.match(list, /Mallen är sparad\..*<h2 id="mallar">Mallar<\/h2>/s);
    assert.match(await desk.text(href('draft', template)), /Det här är en mall/);
    const version = await desk.draftOf(id);
    assert.equal((await desk.post(href('publishDraft', template), { version })).status, 404);
    const copy = randomUUID();
    assert.equal((await begin(id, copy, 'Från mallen', desk.cookies.neighbour)).status, 303);
    assert.deepEqual(await titles(copy), ['Ur förlagan']);
    assert.equal(
      (await desk.rows('select from question q join course_version v on v.id = q.version_id where v.course_id = $1', [copy])).length,
      1,
    );
    assert.deepEqual(await titles(original), ['Ur förlagan'], 'the course itself is as it was');
    await desk.post(href('saveTemplate', template), { intent: 'drop' });
    assert.equal((await templates()).length, 0);
  });

  it('are not another customer’s, nor for those who do not write courses', async () => {
    const { at } = await desk.create('Hemlig mall');
    await desk.addPage(at, 'HEMLIGHETEN', 'Text');
    const id = randomUUID();
    await desk.post(href('saveTemplate', at), { id, intent: 'keep' });
    for (const who of ['teacher', 'student', 'stranger', 'neighbour'] as const)
      assert.equal((await desk.post(href('saveTemplate', at), { id: randomUUID(), intent: 'keep' }, desk.cookies[who])).status, 404, who);
    const theirs = randomUUID();
    const elsewhere = href('createCourse', { customer: 'annan-kund' });
    await desk.post(elsewhere, { ...details, title: 'Utan', id: theirs, template: id }, desk.cookies.stranger);
    assert.deepEqual(await titles(theirs), [], 'a template of another customer is none');
  });
});
