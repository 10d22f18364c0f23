import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eraseForever, scan } from '../../privacy/index.ts';
import { contactFields, openDesk, quoteFields, type DeskHouse } from '../testing.ts';

/** N-12: what was sent is removed at the sender's request, and the request with it. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
beforeEach(() => desk.house.owner.query('delete from enquiry; delete from mail; delete from challenge; delete from throttle'));
after(() => desk.house.close());

const traces = (marker: string) => scan(desk.house.house, marker, [desk.house.folder]);
const ask = (email: string) => desk.post('/kontakt/borttagning', { email });

test('the whole way: asked for, confirmed from the same address, nothing of either remains (N-12)', async () => {
  const markers = ['bortmig@annan.example', 'Ordkarta', 'Bortbolaget', 'Svarskarta'];
  const [email = ''] = markers;
  const first = await desk.write({ ...contactFields, email, body: 'Ordkarta ett' });
  const second = await desk.write({ ...quoteFields, email, organisation: 'Bortbolaget', body: 'Ordkarta två' });
  await desk.write({ ...contactFields, email: 'stannar@annan.example', body: 'Stannarord' });
  await desk.textOf(`/arenden/${first}`, desk.support);
  await desk.post(`/arenden/${second}`, { body: 'Svarskarta' }, desk.support);
  await desk.deliver();
  for (const marker of markers) assert.ok((await traces(marker)).length > 0, `${marker} is there before`);

  assert.match(await desk.textOf('/kontakt'), /action="\/kontakt\/borttagning"/, 'asked for on the contact page');
  const asked = await ask(` ${email.toUpperCase()} `);
  assert.equal(asked.headers.get('location'), '/kontakt/borttagning?skickat=ja');
  await desk.deliver();
  const link = await desk.linkTo(email, '/kontakt/borttagning/');
  const page = await desk.get(link);
  const html = await page.text();
  assert.equal(page.headers.get('cache-control'), 'private, no-store');
  assert.match(html, /De här 2 ärendena.*Fråga till oss, skickad 23 november 2026.*Fråga om pris, skickad 23 november 2026/s);
  assert.doesNotMatch(html, /Ordkarta|Bortbolaget|bortmig/, 'dates and kinds only');

  assert.equal((await desk.post(link, {})).headers.get('location'), '/kontakt/borttagning?borttaget=ja');
  assert.match(await desk.textOf('/kontakt/borttagning?borttaget=ja'), /Det är borttaget/);
  for (const marker of [...markers, first, second]) assert.deepEqual(await traces(marker), [], marker);
  assert.deepEqual(await desk.rows('select from challenge'), []);
  assert.deepEqual(await desk.rows('select from enquiry_look'), []);
  assert.ok((await traces('Stannarord')).length > 0, 'what others have sent stays');
  assert.deepEqual(
    desk.house.logLines.filter((line) => /bortmig|Ordkarta/.test(line)),
    [],
  );
  assert.equal((await desk.post(link, {})).status, 404, 'the link opens nothing twice');
  assert.equal((await desk.get(link)).status, 404);
});

test('the answer is the same whether the address has ever written; a mail leaves only when it has (N-41)', async () => {
  await desk.write({ ...contactFields, email: 'finns@annan.example' });
  const answers = await Promise.all([ask('finns@annan.example'), ask('finns-inte@annan.example')]);
  const seen = await Promise.all(answers.map(async (one) => [one.status, one.headers.get('location'), await one.text()]));
  assert.deepEqual(seen[0], seen[1]);
  await desk.deliver();
  await assert.rejects(desk.mailTo('finns-inte@annan.example'), /No mail/);
  assert.match(await desk.mailTo('finns@annan.example'), /Ta bort det du har skickat/);
});

test('a link that is old or forged opens nothing', async () => {
  await desk.write({ ...contactFields, email: 'gammal@annan.example' });
  await ask('gammal@annan.example');
  await desk.deliver();
  const link = await desk.linkTo('gammal@annan.example', '/kontakt/borttagning/');
  const forged = link.replace(/\.[^.]{4}/, '.AAAA');
  assert.equal((await desk.post(forged, {})).status, 404);
  desk.pass(25 * 3600);
  assert.equal((await desk.get(link)).status, 404);
  assert.equal((await desk.post(link, {})).status, 404);
  assert.equal((await desk.rows('select from enquiry')).length, 1);
});

test('a bad address is told at its field, a flood is stopped', async () => {
  const bad = await ask('ingen adress');
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /value="ingen adress"/);
  for (let index = 0; index < 3; index++) assert.equal((await ask('samma@annan.example')).status, 303);
  const over = await ask('samma@annan.example');
  assert.equal(over.status, 429);
  assert.ok(over.headers.get('retry-after'));
});

test('a link for which nothing is left removes the request itself', async () => {
  const id = await desk.write({ ...contactFields, email: 'tom@annan.example' });
  await ask('tom@annan.example');
  await desk.deliver();
  const link = await desk.linkTo('tom@annan.example', '/kontakt/borttagning/');
  await desk.house.owner.query('delete from enquiry where id = $1', [id]);
  assert.match(await desk.textOf(link), /ingenting kvar.*Ta bort min begäran/s);
  assert.equal((await desk.post(link, {})).status, 303);
  assert.deepEqual(await traces('tom@annan.example'), []);
});

test('erasing the sender’s account removes what they sent from the same address (N-12, N-44)', async () => {
  const sender = await desk.someone('Raderas');
  await desk.write({ ...contactFields, email: sender.email, body: 'Raderasord' });
  await desk.deliver();
  await eraseForever(desk.house.house, [sender.id], 'request');
  for (const marker of ['Raderasord', sender.email]) assert.deepEqual(await traces(marker), [], marker);
});
