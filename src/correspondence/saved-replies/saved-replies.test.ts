import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addPerson, makeStaff, signedIn } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openRoom, type Room, type Someone } from '../testing.ts';

let room: Room;
let colleague: Someone;
let list: string;
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
  list = href('savedReplies', { customer: room.customer.slug });
  const person = await addPerson(room.house, 'Kollega');
  await makeStaff(room.house, person, room.customer.id, room.course.courseId);
  colleague = { ...person, cookie: await signedIn(room.house, person) };
});
after(() => room.house.close());

const add = (who: Someone, title: string, body: string, shared: boolean, clientId: string = randomUUID()) =>
  room.post(list, { title, body, client_id: clientId, ...(shared ? { shared: 'yes' } : {}) }, who);
const page = async (who: Someone) => (await room.get(list, who)).text();
const thread = async () => href('thread', { customer: room.customer.slug, thread: await room.threadId() });
const one = async (title: string) => {
  const [row] = await room.rows<{ id: string }>('select id from saved_reply where title = $1', [title]);
  return href('savedReply', { customer: room.customer.slug, reply: row!.id });
};

test('one’s own replies are one’s own; shared ones are for all who answer', async () => {
  assert.equal((await add(room.admin, 'Mitt', 'Mitt eget svar', false)).status, 303);
  assert.equal((await add(room.admin, 'Vårt', 'Vårt delade svar', true)).status, 303);
  assert.match(await page(room.admin), /Mitt<\/a>[^]*Bara du[^]*Vårt<\/a>[^]*Alla som svarar/);
  assert.match(await page(colleague), /Vårt/);
  assert.doesNotMatch(await page(colleague), /Mitt/);
  assert.match(await (await room.get(await thread(), colleague)).text(), /<option value="[^"]+"[^>]*>Vårt<\/option>/);
  assert.equal((await room.get(await one('Mitt'), colleague)).status, 404);
  assert.equal((await room.post(await one('Mitt'), { remove: 'yes' }, colleague)).status, 404);
});

test('another customer sees none, nor does anyone who does not answer', async () => {
  for (const who of [room.strangers.elsewhere, room.student]) {
    assert.equal((await room.get(list, who)).status, 404);
    assert.equal((await room.get(await one('Vårt'), who)).status, 404);
    assert.equal((await add(who, 'x', 'x', true)).status, 404);
  }
  await room.house.owner.query("update visibility set shown = false where role = 'course_admin' and field = 'correspondence'");
  assert.equal((await room.get(list, colleague)).status, 404);
  await room.house.owner.query("update visibility set shown = true where role = 'course_admin' and field = 'correspondence'");
});

test('a double press is one reply; a bad form keeps what was typed', async () => {
  const clientId = randomUUID();
  for (let times = 0; times < 2; times += 1) await add(room.admin, 'Dubbelt', 'En gång', false, clientId);
  assert.equal((await room.rows("select from saved_reply where title = 'Dubbelt'")).length, 1);
  const bad = await add(room.admin, '', 'Kvar i rutan', false);
  assert.equal(bad.status, 422);
  const text = await bad.text();
  assert.match(text, /Skriv en rubrik\./);
  assert.match(text, />Kvar i rutan</);
});

test('a reply is changed and removed, also a shared one by a colleague', async () => {
  assert.equal((await room.post(await one('Vårt'), { title: 'Vårt', body: 'Bättre svar', shared: 'yes' }, colleague)).status, 303);
  assert.match(await (await room.get(await one('Vårt'), room.admin)).text(), /Bättre svar/);
  assert.equal((await room.post(await one('Dubbelt'), { remove: 'yes' }, room.admin)).status, 303);
  assert.deepEqual(await room.rows("select from saved_reply where title = 'Dubbelt'"), []);
});

test('without a script a reply is put in at the end of what is written', async () => {
  const [row] = await room.rows<{ id: string }>("select id from saved_reply where title = 'Vårt'");
  const draft = href('saveAnswerDraft', { customer: room.customer.slug, thread: await room.threadId() });
  const insert = (body: string) => room.post(draft, { body, client_id: randomUUID(), reply: row!.id, insert: 'yes' }, room.admin);
  assert.equal((await insert('Hej!')).status, 303);
  assert.match(await (await room.get(await thread(), room.admin)).text(), /id="field-body"[^>]*>Hej!\n\nBättre svar</);
  await room.post(draft, { body: 'Utan', client_id: randomUUID(), reply: row!.id }, room.admin);
  assert.match(await (await room.get(await thread(), room.admin)).text(), /id="field-body"[^>]*>Utan</, 'only its own button does it');
});

/** The titles that the page lists, in its order. */
const titlesOf = (text: string) => [...text.matchAll(/<a href="[^"]*\/sparade-svar\/[^"]+">([^<]*)<\/a>/g)].map(([, title]) => title);
const asked = async (who: Someone, query: string) => (await room.get(`${list}?${query}`, who)).text();

test('the list is read by key in each order, and searched by title', async () => {
  await room.house.owner.query('delete from saved_reply');
  const titles = Array.from({ length: 52 }, (_, n) => `Rad ${String(n).padStart(2, '0')}`);
  for (const [n, title] of titles.entries()) await add(n % 2 === 0 ? room.admin : colleague, title, 'x', true);
  await room.rows('update saved_reply set created_at = now() - make_interval(mins => right(title, 2)::int)');
  await add(colleague, 'Rad 99', 'x', false);
  const backwards = titles.toReversed();
  for (const [order, wanted] of [
    ['', titles],
    ['name-last', backwards],
    ['latest', titles],
    ['no-order', titles],
  ] as const) {
    const first = await asked(room.admin, `ordning=${order}`);
    assert.deepEqual(titlesOf(first), wanted.slice(0, 50), `order ${order}, without a colleague’s own`);
    const [, next] = /href="([^"]*efter=[^"]*)" rel="next"/.exec(first)!;
    const rest = await (await room.get(next!.replaceAll('&amp;', '&'), room.admin)).text();
    assert.deepEqual(titlesOf(rest), wanted.slice(50), `order ${order}`);
    assert.doesNotMatch(rest, /rel="next"/);
    assert.match(rest, /Till listans början/);
  }
  assert.deepEqual(titlesOf(await asked(room.admin, 'sok=AD+07')), ['Rad 07']);
  assert.match(await asked(room.admin, 'sok=rad+99'), /Inget sparat svar stämmer/);
  assert.deepEqual(titlesOf(await asked(colleague, 'sok=rad+99')), ['Rad 99']);
  assert.match(await asked(room.admin, 'sok=%25'), /Inget sparat svar stämmer/);
  for (const odd of ['efter=x', `efter=${randomUUID()}`, 'efter=%00&sok=%00'])
    assert.deepEqual(titlesOf(await asked(room.admin, odd)), titles.slice(0, 50), odd);
});

test('while writing, a reply that has no room in the list is found by its title, and what is written stays', async () => {
  await room.house.owner.query('delete from saved_reply');
  await add(room.admin, 'Rad 000', 'Den första', false);
  assert.doesNotMatch(await (await room.get(await thread(), room.admin)).text(), /name="reply_search"/, 'a few need no search');
  await room.rows(`insert into saved_reply (customer_id, account_id, client_id, created_at, title, body, shared)
    select customer_id, account_id, gen_random_uuid(), created_at, 'Rad ' || lpad(n::text, 3, '0'), 'Svar ' || n, false
    from saved_reply, generate_series(1, 250) n`);
  const full = await (await room.get(await thread(), room.admin)).text();
  assert.match(full, /name="reply_search"/);
  assert.doesNotMatch(full, /Rad 250/);
  const draft = href('saveAnswerDraft', { customer: room.customer.slug, thread: await room.threadId() });
  const find = (sought: string, who = room.admin) =>
    room.post(draft, { body: 'Hej igen!', client_id: randomUUID(), reply_search: sought, find: 'replies' }, who);
  const answer = await find('RAD 25');
  assert.equal(answer.status, 200);
  const found = await answer.text();
  assert.match(found, /id="field-body"[^>]*>Hej igen!</);
  assert.match(found, /<option value="[^"]+"[^>]*>Rad 250<\/option>/);
  assert.match(found, /1 svar stämmer/);
  assert.doesNotMatch(found, /Rad 249/);
  assert.match(await (await find('%')).text(), /Inget sparat svar stämmer/);
  assert.doesNotMatch(await (await find('rad 25', colleague)).text(), />Rad 250</, 'a colleague’s own');
  assert.equal((await find('rad', room.strangers.elsewhere)).status, 404);
  assert.equal((await find('\0')).status, 200);
});
