import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { appoint } from '../index.ts';
import { contactFields, openDesk, quoteFields, type DeskHouse } from '../testing.ts';

/** E-07: cases are shared, put together, found and kept in time at the operator's own desk. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
beforeEach(() =>
  desk.house.owner.query('delete from enquiry; delete from mail; delete from throttle; delete from canned_answer; delete from access_log'),
);
after(() => desk.house.close());

const numbers = async () => (await desk.rows<{ case_number: string }>('select case_number from enquiry')).map((row) => row.case_number);
const listed = async (path: string) =>
  [...(await desk.textOf(path, desk.support)).matchAll(/>([a-z]+)@annan\.example</g)].map(([, name]) => name);
const write = (name: string) => desk.write({ ...contactFields, email: `${name}@annan.example` });

test('a case has a number without meaning', async () => {
  for (const name of ['a', 'b', 'c']) await write(name);
  const found = await numbers();
  assert.equal(new Set(found).size, 3);
  for (const number of found) assert.match(number, /^[A-HJ-NP-Z2-9]{8}$/);
  assert.match(await desk.textOf('/arenden', desk.support), /a@annan/);
});

test('a case is given to one of the desk’s people, and to nobody else', async () => {
  const id = await write('a');
  const colleague = await desk.someone('Kollega');
  await appoint(desk.house.house, colleague.email, 'support');
  const path = `/arenden/${id}`;
  assert.match(await desk.textOf(path, desk.support), /GivenKollega FamilyKollega/);
  assert.equal((await desk.post(`${path}/ansvarig`, { assignee: colleague.id }, desk.support)).status, 303);
  assert.match(await desk.textOf('/arenden', desk.support), /Pågår.*En kollega/s);
  assert.deepEqual(await listed('/arenden?ansvarig=mine'), []);
  const theirs = await desk.textOf('/arenden?ansvarig=mine', colleague);
  assert.match(theirs, /a@annan\.example/);
  const stranger = await desk.someone('Frammande');
  for (const assignee of [stranger.id, desk.dpo.id, desk.executive.id]) {
    assert.equal((await desk.post(`${path}/ansvarig`, { assignee }, desk.support)).status, 404);
  }
  for (const who of [stranger, desk.dpo, desk.executive]) {
    assert.equal((await desk.post(`${path}/ansvarig`, { assignee: who.id }, who)).status, 404);
  }
  await desk.post(`${path}/ansvarig`, { assignee: '' }, desk.support);
  assert.deepEqual(await desk.rows('select from enquiry_assignment'), []);
});

test('states: new, open, waiting for the sender, solved; each can be listed', async () => {
  const [, open, waiting, solved] = [await write('new'), await write('open'), await write('waiting'), await write('solved')];
  await desk.post(`/arenden/${open}/ansvarig`, { assignee: desk.support.id }, desk.support);
  await desk.post(`/arenden/${waiting}`, { body: 'Svar' }, desk.support);
  await desk.post(`/arenden/${solved}`, { body: 'Svar', done: 'solved' }, desk.support);
  for (const state of ['new', 'open', 'waiting', 'solved']) assert.deepEqual(await listed(`/arenden?lage=${state}`), [state]);
  assert.deepEqual(await listed('/arenden?ansvarig=nobody'), ['new', 'solved', 'waiting']);
  assert.deepEqual((await listed('/arenden?lage=nonsens')).length, 4);
});

test('the most urgent stands first, paged without loss or repeat', async () => {
  const start = desk.house.clock.now();
  await write('forst');
  desk.house.clock.moveTo(new Date(start.getTime() + 3_600_000));
  await write('sedan');
  assert.deepEqual(await listed('/arenden'), ['forst', 'sedan']);
  await desk.house.owner.query(
    `insert into enquiry (kind, email, language, client_id, created_at, last_sent_at, waiting_since, target_at, first_answer_due_at, due_at)
     select 'question', 'n' || chr(97 + n % 26) || chr(97 + n / 26) || '@annan.example', 'sv', gen_random_uuid(), $1, $1, $1, t, t, $1::timestamptz + interval '1 year'
     from generate_series(1, 119) n, lateral (select date_trunc('milliseconds', $1::timestamptz) + make_interval(mins => n / 4) as t) x`,
    [start],
  );
  for (const begin of ['/arenden', '/arenden/svarstider']) {
    const seen: string[] = [];
    for (let next: string | undefined = begin; next;) {
      const html: string = await desk.textOf(next, desk.support);
      seen.push(...[...html.matchAll(/<th scope="row".*?href="\/arenden\/([^"]+)"/g)].map(([, id]) => id!));
      next = /href="([^"]*\?efter=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.deepEqual([seen.length, new Set(seen).size], [121, 121], begin);
  }
});

test('a search keeps what is chosen, and what is chosen without a search is led to an address', async () => {
  const led = await desk.post('/arenden', { search: '', lage: 'new', ansvarig: 'nobody' }, desk.support);
  assert.equal(led.status, 303);
  assert.match(led.headers.get('location')!, /\?lage=new&ansvarig=nobody$/);
  const found = await (await desk.post('/arenden', { search: 'finns-inte', lage: 'new' }, desk.support)).text();
  assert.match(found, /Inget ärende hittades/);
  assert.match(found, /<option value="new" selected/);
  assert.doesNotMatch(found, /(?:href|action)="[^"]*finns-inte/);
});

test('a case is found by number, address, name or subject; what is searched for stands in no address', async () => {
  await desk.write(quoteFields);
  await write('hittas');
  const [number] = await desk.rows<{ case_number: string }>("select case_number from enquiry where email like 'hittas%'");
  const search = async (text: string) => (await desk.post('/arenden', { search: text }, desk.support)).text();
  const { case_number } = number!;
  for (const text of [case_number, `${case_number.slice(0, 4)}-${case_number.slice(4)}`.toLowerCase(), 'HITTAS@']) {
    const html = await search(text);
    assert.match(html, /hittas@annan\.example/);
    assert.doesNotMatch(html, /berit@/);
  }
  for (const text of ['Boman', 'bibliotek']) assert.match(await search(text), /berit@sjovik\.example/);
  for (const text of ['%', '_', '\\', "'"]) assert.match(await search(text), /Inget ärende hittades/);
  assert.equal((await desk.post('/arenden', { search: 'x'.repeat(101) }, desk.support)).status, 422);
  assert.equal((await desk.post('/arenden', { search: 'hittas' }, desk.dpo)).status, 404);
});

test('two cases of one sender become one, and are taken apart again', async () => {
  const first = await write('samma');
  desk.pass(60);
  const second = await desk.write({ ...contactFields, email: 'samma@annan.example', body: 'Och en sak till' });
  const other = await write('annan');
  const [into, merge] = [`/arenden/${first}`, `/arenden/${first}/ihop`];
  assert.equal((await desk.post(merge, { part: second }, desk.support)).status, 303);
  assert.match(await desk.textOf(into, desk.support), /Hur byter jag lösenord\?.*Och en sak till.*är ihoplagt med det här/s);
  assert.equal((await desk.get(`/arenden/${second}`, desk.support)).headers.get('location'), into);
  assert.deepEqual(await listed('/arenden'), ['samma', 'annan']);

  await desk.post(merge, { part: other }, desk.support);
  await desk.post(`/arenden/${second}/ihop`, { part: first }, desk.support);
  assert.equal((await desk.rows('select from enquiry_merge')).length, 1, 'nobody else’s, and no rings');
  await desk.deliver();
  const link = desk.house.house.secrets.token('enquiry', second);
  assert.match(await desk.textOf(`/kontakt/arende/${link}`), /Hur byter jag lösenord\?.*Och en sak till/s);
  await desk.fill(`/kontakt/arende/${link}`, { body: 'Skrivet i det andra' });
  assert.match(await desk.textOf(into, desk.support), /Skrivet i det andra/);

  const split = { part: second };
  assert.equal((await desk.post(`/arenden/${first}/isar`, split, desk.support)).status, 303);
  await desk.post(`/arenden/${first}/isar`, split, desk.support);
  assert.doesNotMatch(await desk.textOf(into, desk.support), /Och en sak till/);
  assert.match(await desk.textOf(`/arenden/${second}`, desk.support), /badge caution">Ny<.*Och en sak till/s);
});

test('a case of the officer’s desk is never put together with one of the other', async () => {
  const question = await write('tva');
  const toDpo = await desk.write({ ...contactFields, to: 'dpo', email: 'tva@annan.example', body: 'Bara för ombudet' });
  assert.equal((await desk.post(`/arenden/${question}/ihop`, { part: toDpo }, desk.support)).status, 404);
  assert.doesNotMatch(await desk.textOf(`/arenden/${question}`, desk.support), /Till dataskyddsombudet/);
  assert.deepEqual(await desk.rows('select from enquiry_merge'), []);
});

test('a canned answer is put into the answer in the sender’s language, and nothing is sent', async () => {
  const answer = {
    title: 'Ny nyckel',
    text_sv: 'Be den som gav dig nyckeln om en ny.',
    text_en: 'Ask whoever gave you the key for a new one.',
  };
  const clientId = randomUUID();
  for (let press = 0; press < 2; press++) {
    const added = await desk.post('/arenden/svarsmallar', { ...answer, client_id: clientId }, desk.support);
    assert.equal(added.headers.get('location'), '/arenden/svarsmallar?klart=sparad');
  }
  const [row] = await desk.rows<{ id: string }>('select id from canned_answer');
  const id = await write('a');
  const page = await desk.post(`/arenden/${id}`, { body: 'Hej!', canned: row!.id, insert: 'yes' }, desk.support);
  assert.match(await page.text(), /<textarea[^>]*>Hej!\n\nBe den som gav dig nyckeln om en ny\.</);
  assert.equal((await desk.rows('select from enquiry_message')).length, 1);

  const bad = await desk.post('/arenden/svarsmallar', { title: '', text_sv: 'Kvar', text_en: '' }, desk.support);
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /Skriv vad mallen ska heta.*>Kvar</s);
  const path = `/arenden/svarsmallar/${row!.id}`;
  for (const who of [desk.dpo, desk.executive, await desk.someone(`S${Date.now()}`)]) {
    assert.equal((await desk.get(path, who)).status, 404);
    await desk.post(path, { ...answer, title: 'Ändrad' }, who);
    await desk.post(`${path}/borttagning`, {}, who);
  }
  assert.match(await desk.textOf(path, desk.support), /value="Ny nyckel"/);
  await desk.post(path, { ...answer, title: 'Annat namn' }, desk.support);
  assert.match(await desk.textOf('/arenden/svarsmallar', desk.support), /Annat namn/);
  await desk.post(`${path}/borttagning`, {}, desk.support);
  assert.deepEqual(await desk.rows('select from canned_answer'), []);
});

test('while answering, a canned answer that has no room in the list is found by its name, and what is written stays', async () => {
  const id = await write('sök');
  await desk.rows(`insert into canned_answer (desk, title, text_sv, text_en, client_id, changed_at)
    select case when n = 0 then 'dpo' else 'support' end, 'Mall ' || lpad(n::text, 3, '0'), 'Text ' || n, 'x', gen_random_uuid(), now()
    from generate_series(0, 150) n`);
  const first = await desk.textOf(`/arenden/${id}`, desk.support);
  assert.match(first, /name="canned_search"/);
  assert.doesNotMatch(first, /Mall 150/);
  const find = async (canned_search: string) => desk.post(`/arenden/${id}`, { body: 'Hej!', canned_search, find: 'canned' }, desk.support);
  const answer = await find('mall 15');
  assert.equal(answer.status, 200);
  const found = await answer.text();
  assert.match(found, /<textarea[^>]*>Hej!</);
  assert.match(found, /1 mall stämmer/);
  assert.doesNotMatch(found, /Mall 149|Mallen står i svaret/);
  const [, chosen] = /<option value="([^"]+)"[^>]*>Mall 150</.exec(found)!;
  const put = await desk.post(`/arenden/${id}`, { body: 'Hej!', canned: chosen!, canned_search: 'mall 15', insert: 'yes' }, desk.support);
  assert.match(await put.text(), /<textarea[^>]*>Hej!\n\nText 150</);
  assert.match(await (await find('mall 000')).text(), /Ingen svarsmall stämmer/, 'another desk’s');
  assert.equal((await desk.rows('select from enquiry_message where author_id is not null and enquiry_id = $1', [id])).length, 0);
  const more = { title: 'Ännu en', text_sv: 'x', text_en: 'x', client_id: randomUUID() };
  assert.equal((await desk.post('/arenden/svarsmallar', more, desk.support)).status, 303, 'there is no end to how many there are');
  await desk.rows('delete from canned_answer');
});

test('the clock’s page tells numbers and times, and nothing of who has written', async () => {
  const start = new Date('2027-03-01T08:00:00Z');
  desk.house.clock.moveTo(start);
  const fresh = await desk.someone('Klocksupport');
  await appoint(desk.house.house, fresh.email, 'support');
  const id = await write('tyst');
  const page = await desk.textOf('/arenden/svarstider', fresh);
  assert.match(page, /Svara senast 2 mars 2027.kl\..9\.00/);
  assert.doesNotMatch(page, /tyst@|lösenord/);
  assert.deepEqual(await desk.rows("select from access_log where fields @> '{enquiry.email}'"), []);
  desk.house.clock.moveTo(new Date('2027-03-02T09:00:00Z'));
  const later = await desk.someone('Senaresupport');
  await appoint(desk.house.house, later.email, 'support');
  assert.match(await desk.textOf('/arenden/svarstider', later), /Försenade<\/dt><dd>1<.*badge problem.*Skulle ha besvarats/s);
  await desk.post(`/arenden/${id}`, { body: 'Sent' }, later);
  assert.match(await desk.textOf('/arenden/svarstider', later), /Ingen väntar på oss/);
  for (const who of [await desk.someone('Ingenhjalp')]) assert.equal((await desk.get('/arenden/svarstider', who)).status, 404);
});

test('someone with an account finds their cases there, and nobody else’s', async () => {
  const person = await desk.someone('Egen');
  await desk.write({ ...contactFields, email: person.email, body: 'Min egen fråga' });
  await write('annans');
  const page = await desk.textOf('/mina-arenden', person);
  const [link, ...more] = [...page.matchAll(/href="(\/kontakt\/arende\/[^"]+)"/g)].map(([, path]) => path!);
  assert.deepEqual(more, []);
  assert.match(await desk.textOf(link!, person), /Min egen fråga/);
  const [neighbour] = [await desk.someone('Granne')];
  assert.match(await desk.textOf('/mina-arenden', neighbour), /Inga ärenden/);
  await desk.house.owner.query('update account set email_confirmed_at = null where id = $1', [person.id]);
  assert.match(await desk.textOf('/mina-arenden', person), /Inga ärenden/, 'an address that is not confirmed proves nothing');
});

test('the new pages speak English too', async () => {
  const person = await desk.someone('Engelsk');
  await appoint(desk.house.house, person.email, 'support');
  const english = { ...person, cookie: `${person.cookie}; language=en` };
  await write('english');
  assert.match(await desk.textOf('/arenden/svarstider', english), /Response times.*Waiting for us.*Answer by/s);
  assert.match(await desk.textOf('/arenden/svarsmallar', english), /Canned answers.*New canned answer/s);
  assert.match(await desk.textOf('/mina-arenden', english), /My cases/);
});

test('the floor holds the same: nobody but the desk sees who is responsible, what is one, or what is ready to use', async () => {
  const id = await write('golv');
  await desk.house.owner.query('insert into enquiry_assignment values ($1, $2, now())', [id, desk.support.id]);
  await desk.house.owner.query(
    `insert into canned_answer (desk, title, text_sv, text_en, client_id, changed_at) values ('support', 'x', 'x', 'x', gen_random_uuid(), now())`,
  );
  await desk.house.owner.query(
    `insert into inbound_mail (message_key, from_address, received_at, due_at) values ('\\x02', 'golv@annan.example', now(), now())`,
  );
  const seen = async (accountId: string, tables: readonly ('enquiry_assignment' | 'canned_answer' | 'inbound_mail')[]) =>
    desk.house.house.database.transaction({ purpose: 'answer-enquiry', accountId }, async (tx) => {
      const counts: number[] = [];
      for (const table of tables) counts.push((await tx.selectFrom(table).selectAll().execute()).length);
      return counts;
    });
  const tables = ['enquiry_assignment', 'canned_answer', 'inbound_mail'] as const;
  assert.deepEqual(await seen(desk.support.id, tables), [1, 1, 0], 'mail on its way is nobody’s to read');
  for (const who of [desk.dpo, desk.executive, await desk.someone('Golvet')]) assert.deepEqual(await seen(who.id, tables), [0, 0, 0]);
});
