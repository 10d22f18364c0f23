import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addPerson, enrol, formPost } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openRoom, type Room } from '../testing.ts';

let room: Room;
const many = 123;
before(async () => {
  room = await openRoom();
  const at = room.house.clock.now();
  for (let index = 0; index < many; index += 1) {
    const person = await addPerson(room.house, `S${index}`);
    const enrolmentId = await enrol(room.house, person, room.course);
    // Two of three wait for an answer; some share the same moment, to the microsecond.
    await room.house.owner.query(
      `insert into correspondence (customer_id, id, enrolment_id, course_id, last_sequence, last_from_student, last_sent_at)
       values ($1, $2, $3, $4, 1, $5, $6::timestamptz - make_interval(secs => $7) - interval '7 microseconds')`,
      [room.customer.id, randomUUID(), enrolmentId, room.course.courseId, index % 3 > 0, at, Math.floor(index / 4)],
    );
  }
});
after(() => room.house.close());

const path = () => href('inbox', { customer: room.customer.slug });
const page = async (at: string) => (await room.get(at, room.admin)).text();

test('those who wait come first, then the newest; pages follow without loss or repeat', async () => {
  const seen: { name: string; waits: boolean }[] = [];
  let next: string | undefined = path();
  while (next) {
    const html: string = await page(next);
    for (const [row] of html.matchAll(/<tr role="row"><th scope="row".*?<\/tr>/g)) {
      seen.push({ name: /Given(S\d+)/.exec(row)![1]!, waits: row.includes('Väntar på svar') });
    }
    next = /href="([^"]*\?efter=[^"]+)"/.exec(html)?.[1];
  }
  assert.equal(new Set(seen.map(({ name }) => name)).size, many);
  assert.equal(seen.length, many);
  const firstAnswered = seen.findIndex(({ waits }) => !waits);
  assert.ok(seen.slice(firstAnswered).every(({ waits }) => !waits));
  const age = seen.slice(0, firstAnswered).map(({ name }) => Math.floor(Number(name.slice(1)) / 4));
  assert.deepEqual(
    age,
    [...age].sort((one, other) => one - other),
  );
});

test('a place that nobody wrote is the beginning', async () => {
  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const place of [
    'x',
    '%00',
    forged(null),
    forged([true, -1, randomUUID()]),
    forged([true, 1e300, randomUUID()]),
    forged([1, 1, 'x']),
    forged({}),
  ]) {
    const response = await room.get(`${path()}?efter=${place}`, room.admin);
    assert.equal(response.status, 200, place);
    assert.match(await response.text(), /GivenS1\b/);
  }
});

test('one look for each page, with those on it and nobody else', async () => {
  await room.house.owner.query('delete from access_log');
  await page(path());
  const [look] = await room.rows<{ looks: number; subjects: number }>(
    'select count(distinct l.id)::int as looks, count(*)::int as subjects from access_log l join access_log_subject s on s.log_id = l.id',
  );
  assert.deepEqual(look, { looks: 1, subjects: 50 });
});

test('a student is found by name, by POST and page by page, among what is chosen, and only by what the reader is shown', async () => {
  const find = href('searchInbox', { customer: room.customer.slug });
  const search = async (fields: Record<string, string>, who = room.admin) =>
    room.house.app.request(find, formPost(fields, who.cookie)) as Promise<Response>;
  const names = (html: string) => [...html.matchAll(/Given(S\d+) Family\1</g)].map(([, name]) => name!);
  const one = await (await search({ name: ' familys77' })).text();
  assert.deepEqual(names(one), ['S77']);
  assert.match(one, /Visa all korrespondens/);
  assert.doesNotMatch(one, /data-inbox="/);

  const seen: string[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const html: string = await (await search({ name: 'givens', lage: 'waiting', ...(after && { after }) })).text();
    seen.push(...names(html));
    after = /name="after" value="([^"]+)"/.exec(html)?.[1];
    if (after) assert.match(html, /name="lage" value="waiting"/, 'what is chosen goes along');
  }
  assert.equal(seen.length, (many / 3) * 2);
  assert.equal(new Set(seen).size, seen.length);

  assert.match(await (await search({ name: 'Zetterlund' })).text(), /Ingen korrespondens stämmer med sökningen/);
  const refused = await search({ name: 'x'.repeat(101) });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Sök på högst 100 tecken/);

  const hide = (shown: boolean) => room.house.owner.query(`update visibility set shown = $1 where field = 'family_name'`, [shown]);
  await hide(false);
  assert.deepEqual(names(await (await search({ name: 'familys77' })).text()), []);
  assert.match(await (await search({ name: 'familys77' })).text(), /Ingen korrespondens stämmer/);
  assert.match(await (await search({ name: 'givens77' })).text(), /GivenS77</);
  await hide(true);
});

test('the inbox stands in another order: who has waited longest, the latest written, or by name; pages follow without loss or repeat', async () => {
  const order = async (of: string) => {
    const seen: string[] = [];
    let next: string | undefined = `${path()}?ordning=${of}`;
    while (next) {
      const html: string = await page(next);
      seen.push(...[...html.matchAll(/<th scope="row".*?Given(S\d+)/g)].map(([, name]) => name!));
      next = /href="([^"]*efter=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.equal(seen.length, many, of);
    assert.equal(new Set(seen).size, many, of);
    return seen;
  };
  const age = (names: string[]) => names.map((name) => Math.floor(Number(name.slice(1)) / 4));
  const latest = age(await order('latest'));
  assert.deepEqual(
    latest,
    latest.toSorted((one, other) => one - other),
  );
  const waited = await order('waited');
  const waits = waited.slice(0, (many / 3) * 2);
  assert.ok(waits.every((name) => Number(name.slice(1)) % 3 > 0));
  assert.deepEqual(
    age(waits),
    age(waits).toSorted((one, other) => other - one),
  );
  const names = await order('name');
  assert.deepEqual(
    names,
    names.toSorted((one, other) => one.localeCompare(other, 'sv')),
  );
});

test('a heading asks for the order with what is chosen; by name only where names are shown, and a place in the list tells no name', async () => {
  const chosen = await page(`${path()}?lage=answered&ordning=latest`);
  assert.match(chosen, /aria-sort="descending"[^>]*><span class="ordered">Senast skrivet/);
  assert.match(chosen, /<a href="[^"]*\?lage=answered&amp;ordning=name">Student<\/a>/);
  assert.match(chosen, /<a href="[^"]*\?lage=answered">Läge<\/a>/);
  assert.match(chosen, /<option value="latest" selected/);
  assert.equal([...chosen.matchAll(/<th scope="row"/g)].length, many / 3);
  const find = href('searchInbox', { customer: room.customer.slug });
  const found = await (await room.house.app.request(find, formPost({ name: 'givens', ordning: 'name' }, room.admin.cookie))).text();
  assert.match(found, /<button class="as-link" form="inbox-again" name="ordning" value="latest">Senast skrivet/);
  assert.match(found, /name="ordning" value="name"/, 'the order goes along to the next page');
  const hide = (shown: boolean) =>
    room.house.owner.query(`update visibility set shown = $1 where field in ('given_name', 'family_name')`, [shown]);
  const usual = [...(await page(path())).matchAll(/inkorg\/([0-9a-f-]{36})/g)].map(([, id]) => id);
  await hide(false);
  const nameless = await page(`${path()}?ordning=name`);
  await hide(true);
  assert.doesNotMatch(nameless, /<option value="name"|ordning=name|GivenS/);
  assert.deepEqual(
    [...nameless.matchAll(/inkorg\/([0-9a-f-]{36})/g)].map(([, id]) => id),
    usual,
  );
});

test('the inbox speaks English too', async () => {
  const response = await room.get(path(), { ...room.admin, cookie: `${room.admin.cookie}; language=en` });
  assert.match(await response.text(), /<h1>Inbox<\/h1>.*Waiting for an answer/s);
});
