import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from './testing.ts';

let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.house.close());

const asData = 'application/json';
const later = (ms: number) => desk.house.clock.moveTo(new Date(desk.house.clock.now().getTime() + ms));

test('what was written is given back as it was, and rendered; minutes are counted unless they are set', async () => {
  const { id, at } = await desk.create('Skriva');
  const text = '## Rubrik\n\n> [!TIPS]\n> Gå *ut*.\n\n| | A |\n| --- | --- |\n| B | 2 |\n\n' + 'Ord och ord. '.repeat(180).trim();
  const page = await desk.addPage(at, 'Sida', text);
  const html = await desk.text(href('draftPage', { ...at, page }));
  assert.ok(html.includes(text.replaceAll('>', '&gt;')) || html.includes(text), 'the same Markdown');
  assert.match(html, /<div class="notice tip"/);
  assert.equal((await desk.pagesOf(id))[0]?.minutes, 3);
  await desk.post(href('saveDraftPage', { ...at, page }), { title: 'Sida', text, minutes: '7', revision: '2' });
  assert.equal((await desk.pagesOf(id))[0]?.minutes, 7);
});

test('a script saves as data and shows what the text looks like; nothing is written by showing', async () => {
  const { at } = await desk.create('Autospara');
  const page = await desk.addPage(at, 'Sida');
  const saved = await desk.post(
    href('saveDraftPage', { ...at, page }),
    { title: 'Sida', text: 'Hej', minutes: '', revision: '1' },
    undefined,
    asData,
  );
  assert.equal(saved.status, 200);
  const told = (await saved.json()) as { revision: number; saved: string };
  assert.equal(told.revision, 2);
  assert.match(told.saved, /^Sparat \d+\.\d\d$/);
  const shown = await desk.house.app.request(href('showDraftText', { ...at, page }), {
    method: 'POST',
    headers: { 'content-type': asData, 'sec-fetch-site': 'same-origin', cookie: desk.cookies.author },
    body: JSON.stringify({ text: '**Nytt** <script>' }),
  });
  assert.match(((await shown.json()) as { html: string }).html, /<strong>Nytt<\/strong> &lt;script&gt;/);
  const preview = await desk.post(href('saveDraftPage', { ...at, page }), {
    title: 'Sida',
    text: 'Bara visa',
    minutes: '',
    revision: '2',
    intent: 'show',
  });
  assert.match(await preview.text(), /<article[^>]*><p>Bara visa<\/p>/);
  assert.match(await desk.text(href('draftPage', { ...at, page })), /<article[^>]*><p[^>]*>Hej<\/p>/);
});

test('of two authors the second is warned, and both texts are kept', async () => {
  const { id, at } = await desk.create('Två');
  const page = await desk.addPage(at, 'Sida', 'Början');
  const path = href('saveDraftPage', { ...at, page });
  const typed = (text: string) => ({ title: 'Sida', text, minutes: '', revision: '2' });
  const both = await Promise.all([desk.post(path, typed('Den enas text')), desk.post(path, typed('Den andras text'), desk.cookies.boss)]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  );
  const warned = await both.find(({ status }) => status === 409)!.text();
  assert.match(warned, /Den enas text/);
  assert.match(warned, /Den andras text/);
  assert.match(warned, /Sidan har ändrats av någon annan/);
  assert.match(warned, /name="revision" value="3"/, 'having seen it, the author may save over it');
  assert.equal((await desk.post(path, typed('För sent'), desk.cookies.boss, asData)).status, 409);
  const merged = { ...typed('Bådas text'), revision: '3' };
  assert.equal((await desk.post(path, merged, desk.cookies.boss)).status, 303);
  assert.equal((await desk.post(path, merged, desk.cookies.boss)).status, 303, 'a second press of the same is no conflict');
  assert.equal((await desk.pagesOf(id))[0]?.revision, 4);
});

test('the history keeps what was there before a slip, and names nobody', async () => {
  const { at } = await desk.create('Historik');
  const page = await desk.addPage(at, 'Sida');
  const path = href('saveDraftPage', { ...at, page });
  let revision = 1;
  const save = async (text: string) => desk.post(path, { title: 'Sida', text, minutes: '', revision: String(revision++) });
  await save('Ett två');
  await save('Ett två tre fyra fem');
  await save('Ett');
  later(120_000);
  await save('Ett annat');
  const history = await desk.text(href('pageHistory', { ...at, page }));
  assert.equal((history.match(/<li>\s*<h2>/g) ?? []).length, 3, 'a minute’s typing is one entry, a loss begins a new one');
  assert.match(history, /Ett två tre fyra fem/);
  assert.doesNotMatch(history.replace(/<header[\s\S]*?<\/header>/, ''), /GivenAuthor/);
  const [full] = await desk.rows<{ id: string }>(`select id from page_history where document::text like '%tre fyra fem%'`);
  const back = await desk.post(href('restoreText', { ...at, page, text: full!.id }), {});
  assert.equal(back.status, 303);
  assert.match(await desk.text(href('draftPage', { ...at, page })), />Ett två tre fyra fem<\/textarea>/);
  assert.match(await desk.text(href('pageHistory', { ...at, page })), /Ett annat/, 'what it took the place of is kept');
});

test('what is being written when someone publishes goes into the next draft', async () => {
  const { id, at } = await desk.create('Mitt i');
  const page = await desk.addPage(at, 'Sida', 'Färdig text.');
  await desk.addQuestion(at);
  await desk.post(href('publishDraft', at), { version: await desk.draftOf(id) });
  const saved = await desk.post(
    href('saveDraftPage', { ...at, page }),
    { title: 'Sida', text: 'Skrevs under tiden', minutes: '', revision: '2' },
    undefined,
    asData,
  );
  assert.equal(saved.status, 200);
  const [next] = await desk.pagesOf(id);
  assert.notEqual(next?.id, page);
  assert.equal(((await saved.json()) as { address: string }).address, href('saveDraftPage', { ...at, page: next!.id }));
  assert.match(await desk.text(href('draftPage', { ...at, page: next!.id })), /Skrevs under tiden/);
});

test('all five kinds of questions are written, read back, changed and moved', async () => {
  const { at } = await desk.create('Frågor');
  const page = await desk.addPage(at, 'Sida', 'Text.');
  const forms: Record<string, Record<string, string>> = {
    single: { 'option-1': 'Ja', 'why-1': 'För att.', 'option-2': 'Nej', 'why-2': 'Inte det.', correct: '1' },
    multiple: { 'option-1': 'A', 'why-1': 'a', 'option-3': 'B', 'why-3': 'b', correct: '3' },
    'true-false': { answer: 'false', why: 'Nej.' },
    number: { answer: '2,5', tolerance: '0,1', unit: 'meter', why: 'Mätt.' },
    short: { accepted: 'is\nIs \nsnö', why: 'Kallt.' },
  };
  const ids: string[] = [];
  for (const [kind, fields] of Object.entries(forms)) {
    assert.equal((await desk.get(`${href('newQuestion', at)}?slag=${kind}&sida=${page}`)).status, 200, kind);
    ids.push(await desk.addQuestion(at, page, { kind, prompt: `Fråga ${kind}`, ...fields }));
  }
  const bodies = await desk.rows<{ kind: string; body: Record<string, unknown> }>(
    'select kind, body from question where page_id = $1 order by position',
    [page],
  );
  assert.deepEqual(
    bodies.map(({ kind }) => kind),
    Object.keys(forms),
  );
  assert.deepEqual(
    (bodies[1]!.body['options'] as { text: string; correct: boolean }[]).map(({ text, correct }) => [text, correct]),
    [
      ['A', false],
      ['B', true],
    ],
  );
  assert.deepEqual(bodies[3]!.body, { answer: 2.5, tolerance: 0.1, unit: 'meter', why: 'Mätt.' });
  assert.deepEqual(bodies[4]!.body['accepted'], ['is', 'Is', 'snö']);
  assert.match(await desk.text(href('draftQuestion', { ...at, question: ids[3]! })), /value="2,5"/);
  const changed = { prompt: 'Hur långt?', answer: '3', tolerance: '0', unit: 'meter', why: 'Mätt.', revision: '1' };
  const path = href('saveDraftQuestion', { ...at, question: ids[3]! });
  assert.equal((await desk.post(path, changed)).status, 303);
  assert.equal((await desk.post(path, changed)).status, 303, 'pressed twice');
  const late = await desk.post(path, { ...changed, prompt: 'Hur brett?' }, desk.cookies.boss);
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Hur brett\?/);
  await desk.post(href('arrangeQuestion', { ...at, question: ids[4]! }), { to: '1' });
  assert.equal((await desk.rows('select id from question where page_id = $1 order by position', [page]))[0]?.['id'], ids[4]);
  const bad = await desk.post(href('createQuestion', at), { id: ids[0]!, kind: 'single', prompt: '', 'option-1': 'Ensam' });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /Skriv frågan[\s\S]*minst två svar/);
  assert.equal((await desk.post(href('createQuestion', at), { id: ids[0]!, kind: 'number', prompt: 'x', answer: 'tre' })).status, 422);
});

test('the preview is the page as students see it; answers are marked and kept nowhere', async () => {
  const { at } = await desk.create('Visning');
  const page = await desk.addPage(at, 'Is', 'Text om is.');
  const question = await desk.addQuestion(at, page);
  await desk.addQuestion(at);
  const path = href('previewPage', { ...at, position: 1 });
  const html = await desk.text(path);
  assert.match(html, /Förhandsgranskning[\s\S]*Text om is\.[\s\S]*Är isen hal\?/);
  const tried = await desk.post(path, { question, answer: 'true' });
  assert.match(await tried.text(), /Rätt[\s\S]*Den är det\.[\s\S]*Svaret är inte sparat/);
  assert.equal((await desk.post(path, { question })).status, 422);
  assert.match(await desk.text(href('previewTest', at)), /80\u00a0%[\s\S]*Är isen hal\?/);
  assert.deepEqual(await desk.rows('select from answer union all select from page_visit union all select from attempt'), []);
});
