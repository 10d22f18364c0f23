import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { pdf, png } from '../../assessment/testing.ts';
import { inHouse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { readCloze, readItems, readMatching, readRubric, writeCloze, writeMatching, writeRubric } from './read-parts.ts';
import { openDesk, type Desk } from './testing.ts';

// Proof of N-07: every kind of question is written by a form.

let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.house.close());

const kept = async (id: string) =>
  (
    await desk.rows<{ body: Record<string, unknown>; points: number; pool_id: string | null }>(
      'select body, points, pool_id from question where id = $1',
      [id],
    )
  )[0];

test('questions with parts are written as text and shown again as they were written', async () => {
  const { at } = await desk.create('Delar');
  const cloze = 'Ett är [[ett|1]] och två är [[*två|tre]].';
  const id = await desk.addQuestion(at, '', { kind: 'blanks', cloze, scoring: 'whole', points: '4' });
  const page = await desk.text(href('draftQuestion', { ...at, question: id }));
  assert.ok(page.includes(`${cloze}</textarea>`));
  assert.match(page, /value="whole" checked/);
  const again = { prompt: 'Är isen hal?', cloze, why: 'Den är det.', scoring: 'whole', points: '4', revision: '1' };
  for (const sent of [again, again]) assert.equal((await desk.post(href('saveDraftQuestion', { ...at, question: id }), sent)).status, 303);
  const wrong = await desk.post(href('createQuestion', at), {
    id: randomUUID(),
    kind: 'match',
    prompt: 'P',
    why: 'V',
    pairs: 'bara en = sida\ningen',
  });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Skriv minst två par, ett på varje rad/);
});

test('what a person marks is only for the final test, and is worth what its rubric gives', async () => {
  const { at } = await desk.create('Fritext');
  const page = await desk.addPage(at, 'Sida', 'Text.');
  const rubric = 'Innehåll\n0 Saknas\n3 Fullständigt';
  const free = await desk.addQuestion(at, '', { kind: 'free', rubric, longest: '800' });
  assert.equal((await kept(free))!.points, 3);
  const refused = await desk.post(href('createQuestion', at), { id: randomUUID(), page, kind: 'free', prompt: 'P', why: 'V', rubric });
  assert.equal(refused.status, 404);
  assert.doesNotMatch(await desk.text(href('draftPage', { ...at, page })), /slag=free/);
  const bare = await desk.addQuestion(at, '', { kind: 'file', types: 'pdf', rubric: '' });
  assert.ok(await kept(bare));
  assert.match(await desk.text(href('checkDraft', at)), /Frågan saknar bedömning\./);
});

test('an image is chosen among those of the course, measured, and must be described before it is published', async () => {
  const { at } = await desk.create('Bild');
  const [image, other] = [randomUUID(), randomUUID()];
  const row = { customer_id: desk.customer.id, name: 'bild.png', type: 'image/png', bytes: png.length, sha256: Buffer.alloc(32) };
  await inHouse(desk.house, (tx) =>
    tx
      .insertInto('file')
      .values([
        { ...row, id: image },
        { ...row, id: other, name: 'trasig.png' },
      ])
      .execute(),
  );
  await desk.house.house.files.write(`${desk.customer.id}/${image}`, png);
  await desk.house.house.files.write(`${desk.customer.id}/${other}`, pdf);
  const region = (number: number) => ({
    [`label-${number}`]: `Del ${number}`,
    [`x-${number}`]: '10',
    [`y-${number}`]: '12,5',
    [`width-${number}`]: '20',
    [`height-${number}`]: '95',
  });
  const fields = { kind: 'hotspot', prompt: 'Var?', why: 'Där.', alt: '', correct: '2', ...region(1), ...region(2) };
  for (const file of [other, randomUUID(), ''])
    assert.equal((await desk.post(href('createQuestion', at), { id: randomUUID(), ...fields, file })).status, 422, file);
  const id = await desk.addQuestion(at, '', { ...fields, file: image });
  const { body } = (await kept(id))!;
  assert.deepEqual([body['width'], body['height']], [1, 1]);
  assert.deepEqual((body['regions'] as object[])[1], { id: 'r2', label: 'Del 2', x: 10, y: 12.5, width: 20, height: 87.5, correct: true });
  assert.match(await desk.text(href('draftQuestion', { ...at, question: id })), /<svg class="hotspot-image"/);
  assert.match(await desk.text(href('checkDraft', at)), /Bilden i frågan är inte beskriven\./);
});

test('the question bank has parts; a part that draws more than it has stops the publishing, and a new draft keeps them', async () => {
  const course = await desk.create('Bank');
  const { at } = course;
  await desk.addPage(at, 'Sida', 'Text.');
  const pool = randomUUID();
  const save = (fields: Record<string, string>) => desk.post(href('saveQuestionPool', at), { id: pool, ...fields });
  assert.equal((await save({ name: '', draw: 'x' })).status, 422);
  for (const draw of ['3', '2']) assert.equal((await save({ name: 'Is', draw })).status, 303);
  const ids = [await desk.addQuestion(at, '', { pool }), await desk.addQuestion(at, '', { pool: randomUUID() })];
  assert.deepEqual([(await kept(ids[0]!))!.pool_id, (await kept(ids[1]!))!.pool_id], [pool, null]);
  const version = await desk.draftOf(course.id);
  assert.match(await desk.text(href('checkDraft', at)), /färre frågor än vad som ska dras/);
  assert.equal((await desk.post(href('publishDraft', at), { version })).status, 422);
  await save({ name: 'Is', draw: '1' });
  assert.equal((await desk.post(href('publishDraft', at), { version })).status, 303);
  await assert.rejects(desk.rows('update question_pool set draw = 9 where id = $1', [pool]), /never changed/);
  await desk.post(href('beginDraft', at), {});
  const [copied] = await desk.rows<{ name: string; questions: string }>(
    `select p.name, count(q.id)::text as questions from question_pool p join question q on q.pool_id = p.id where p.version_id = $1 group by p.name`,
    [await desk.draftOf(course.id)],
  );
  assert.deepEqual(copied, { name: 'Is', questions: '1' });
  // A removed question comes back also when its part of the bank has gone meanwhile.
  const [draftPool] = await desk.rows<{ id: string }>('select id from question_pool where version_id = $1', [
    await desk.draftOf(course.id),
  ]);
  const [own] = await desk.rows<{ id: string }>('select id from question where pool_id = $1', [draftPool!.id]);
  await desk.post(href('arrangeQuestion', { ...at, question: own!.id }), { remove: 'yes' });
  await desk.post(href('saveQuestionPool', at), { id: draftPool!.id, remove: 'yes' });
  assert.equal((await desk.post(href('bringBack', { ...at, piece: own!.id }), {})).status, 303);
  assert.equal((await kept(own!.id))!.pool_id, null);
});

test('the rules of the test are kept, and wrong ones are told', async () => {
  const { at } = await desk.create('Regler');
  const rules = {
    passPercent: '70',
    maxAttempts: '2',
    timeLimitMinutes: '',
    waitHours: '24',
    answersShown: 'never',
    shuffleOptions: 'yes',
  };
  assert.equal((await desk.post(href('saveDraftTest', at), rules)).status, 303);
  const page = await desk.text(href('draftTest', at));
  assert.match(page, /name="waitHours"[^>]*value="24"|value="24"[^>]*name="waitHours"/);
  assert.match(page, /value="never" checked/);
  const wrong = await desk.post(href('saveDraftTest', at), { ...rules, waitHours: 'en dag' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Skriv väntetiden som ett heltal/);
});

test('others than the author find no bank', async () => {
  const { at } = await desk.create('Andras');
  for (const who of ['teacher', 'neighbour', 'stranger', 'student'] as const) {
    const answer = await desk.post(href('saveQuestionPool', at), { id: randomUUID(), name: 'X', draw: '1' }, desk.cookies[who]);
    assert.equal(answer.status, 404, who);
  }
});

test('what an author writes of parts is read and written back without loss', () => {
  const word = fc.stringMatching(/^[a-zåäö]{1,6}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), fc.boolean()), { maxLength: 4 }), (parts) => {
      const text = parts.map(([before, words, choose]) => `${before} [[${choose ? '*' : ''}${words.join('|')}]]`).join('');
      assert.equal(writeCloze(readCloze(text)), text);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), fc.uniqueArray(line, { maxLength: 3 }), (words, more) => {
      const decoys = more.filter((text) => !words.includes(text)).join('\n');
      const pairs = words.map((text) => `${text} = ${text}`).join('\n');
      assert.deepEqual(writeMatching(readMatching(pairs, decoys)!), { pairs, decoys });
      assert.deepEqual(
        readItems(words.join('\n')).map(({ text }) => text),
        words,
      );
    }),
  );
  const rubric = 'Innehåll\n0 Saknas\n2 Allt\nSpråk\n0 Oklart\n1 Klart';
  assert.equal(writeRubric(readRubric(rubric)), rubric);
  assert.deepEqual(
    readRubric('0 – Saknas\n2. Allt').map(({ title, levels }) => [title, levels.map(({ points }) => points)]),
    [['', [0, 2]]],
  );
});
