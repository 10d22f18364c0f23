import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { addMonths } from '../../platform/clock.ts';
import { sweep } from '../../privacy/index.ts';
import { contactFields, openDesk, quoteFields, sealIn, type DeskHouse } from '../testing.ts';

/** N-11: anyone may write to us and ask for a quote, without an account. N-53: no mail about it names anyone. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
beforeEach(() => desk.house.owner.query('delete from enquiry; delete from mail; delete from throttle'));
after(() => desk.house.close());

type Row = { kind: string; email: string; people_count: number | null; waiting_since: Date | null; due_at: Date; created_at: Date };
const enquiries = () => desk.rows<Row>('select * from enquiry order by created_at');
const messages = () => desk.rows<{ body: string; from_sender: boolean }>('select body, from_sender from enquiry_message order by number');

test('a question is stored, and its sender is told what happens next (N-11)', async () => {
  const answer = await desk.fill('/kontakt', { ...contactFields, email: ' Fraga@Annan.example ' });
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/kontakt?skickat=ja']);
  assert.match(await desk.textOf('/kontakt?skickat=ja'), /Tack, det är skickat/);
  const [row] = await enquiries();
  assert.deepEqual([row?.kind, row?.email, row?.people_count], ['question', 'fraga@annan.example', null]);
  assert.deepEqual(await messages(), [{ body: contactFields.body, from_sender: true }]);
});

test('a request for a quote holds what was filled in; the message may be left out (N-11)', async () => {
  assert.equal((await desk.fill('/foretag', quoteFields)).headers.get('location'), '/foretag?skickat=ja');
  const [row] = await desk.rows<Record<string, unknown>>('select kind, organisation, name, people_count, courses from enquiry');
  const { organisation, name, courses } = quoteFields;
  assert.deepEqual(row, { kind: 'quote', organisation, name, people_count: 1200, courses });
  assert.deepEqual(await messages(), []);
});

test('the same form pressed twice, or ten times at once, is stored once; with other words it is another', async () => {
  const seal = sealIn(await desk.textOf('/kontakt'));
  desk.pass(10);
  const presses = await Promise.all(Array.from({ length: 4 }, async () => desk.post('/kontakt', { ...contactFields, seal })));
  assert.deepEqual(
    presses.map(({ status }) => status),
    [303, 303, 303, 303],
  );
  assert.equal((await enquiries()).length, 1);
  assert.equal((await desk.rows('select from mail')).length, 2, 'one receipt and one notice');
  await desk.post('/kontakt', { ...contactFields, body: 'Något helt annat', seal });
  assert.equal((await enquiries()).length, 2);
});

test('each fault is told at its field and nothing that was typed is lost', async () => {
  const contact = await desk.fill('/kontakt', { to: 'dpo', email: 'ingen adress', body: '  ' });
  const html = await contact.text();
  assert.equal(contact.status, 422);
  assert.match(html, /Mejladressen ska se ut som namn@exempel\.se\./);
  assert.match(html, /Skriv ett meddelande\./);
  assert.match(html, /value="ingen adress"/);
  assert.match(html, /value="dpo" checked/);
  const quote = await desk.fill('/foretag', { ...quoteFields, people_count: 'många', organisation: '', body: 'Hej <b>' });
  const page = await quote.text();
  assert.match(page, /Skriv vilken organisation det gäller\..*Skriv ungefär hur många/s);
  assert.match(page, /value="många"/);
  assert.match(page, /Hej &lt;b>/);
  for (const people of ['0', '-3', '2,5', '1000001', '1e9', '']) {
    assert.equal((await desk.fill('/foretag', { ...quoteFields, people_count: people })).status, 422, people);
  }
  assert.deepEqual(await enquiries(), []);
});

test('the receipt and the notice name nobody and quote nothing (N-53)', async () => {
  await desk.write({ ...quoteFields, body: 'Hemligt ordval' });
  await desk.write({ ...contactFields, to: 'dpo', body: 'Hemligt ordval' });
  await desk.deliver();
  const receipt = await desk.mailTo(quoteFields.email);
  assert.match(receipt, /Vi har fått ditt meddelande/);
  assert.match(receipt, /http:\/\/localhost\/kontakt\/arende\//);
  assert.match(receipt, /http:\/\/localhost\/kontakt\/borttagning/);
  const [toDesk, toDpo] = [await desk.mailTo('hej@larvik.example'), await desk.mailTo('dso@larvik.example')];
  assert.match(toDesk, /Ett ärende väntar på svar.*http:\/\/localhost\/arenden\s/s);
  assert.match(toDpo, /http:\/\/localhost\/arenden\/ombudet\s/);
  for (const mail of [receipt, toDesk, toDpo]) assert.doesNotMatch(mail, /Hemligt|Berit|Boman|Sjövik(s| )|fraga@/);
  assert.deepEqual(
    (await desk.rows<{ state: string }>('select state from mail')).map(({ state }) => state),
    ['sent', 'sent', 'sent', 'sent'],
  );
});

test('many at once are one notice, sent for the last that still waits', async () => {
  for (const email of ['a@annan.example', 'b@annan.example', 'c@annan.example']) await desk.write({ ...contactFields, email });
  await desk.deliver();
  const notices = await desk.rows('select from mail where template = $1', ['enquiry-waiting']);
  assert.equal(notices.length, 1);
});

test('a language is remembered: whoever writes in English is answered in English', async () => {
  const seal = sealIn(await desk.textOf('/kontakt', undefined, { 'accept-language': 'en' }));
  desk.pass(10);
  await desk.house.app.request('/kontakt', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', 'accept-language': 'en' },
    body: new URLSearchParams({ ...contactFields, email: 'english@annan.example', seal }).toString(),
  });
  await desk.deliver();
  assert.match(await desk.mailTo('english@annan.example'), /We have received your message/);
});

test('the pages speak both languages', async () => {
  assert.match(
    await desk.textOf('/foretag', undefined, { 'accept-language': 'en' }),
    /For companies, schools and libraries.*Ask for a quote/s,
  );
  assert.match(await desk.textOf('/foretag'), /För företag, skolor och bibliotek.*Fråga om pris/s);
  assert.match(await desk.textOf('/kontakt'), /<a href="\/foretag">Fråga om pris/);
});

test('questions go six months and requests for a quote one year after the latest event (N-21)', async () => {
  const start = new Date('2026-12-01T09:00:00Z');
  desk.house.clock.moveTo(start);
  await desk.write(contactFields);
  await desk.write(quoteFields);
  desk.house.clock.moveTo(addMonths(start, 6));
  const first = await sweep(desk.house.house);
  assert.equal(first['enquiry deleted'], undefined, 'not a moment too soon');
  desk.pass(60);
  assert.equal((await sweep(desk.house.house))['enquiry deleted'], 1);
  assert.deepEqual(
    (await enquiries()).map(({ kind }) => kind),
    ['quote'],
  );
  desk.house.clock.moveTo(addMonths(start, 12));
  desk.pass(60);
  await sweep(desk.house.house);
  assert.deepEqual(await enquiries(), []);
  assert.deepEqual(await messages(), []);
});
