import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPerson, formPost, signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { matesPerPage } from './own-courses.queries.ts';
import { openClassroom, type Classroom } from './testing.ts';

// Proof of E-02 and E-04: a list of course mates is in Swedish order, and a name that is searched for stands in no address.

describe('the list of course mates', () => {
  let room: Classroom;
  let here: string;
  let mine: string;
  before(async () => {
    room = await openClassroom();
    here = href('courseMates', { customer: room.customer.slug, course: room.course.slug });
    mine = await signedIn(room.house, (await room.named('Jag', 'Själv')).person);
  });
  after(() => room.house.close());

  const show = (...fields: string[]) =>
    room.house.owner.query("update visibility set shown = field = any($1) where role = 'student'", [fields]);
  const search = (fields: Record<string, string>, cookie = mine) => room.house.app.request(here, formPost(fields, cookie));
  const cells = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name!);

  it('says so when nobody else takes the course, and offers no search', async () => {
    await show('given_name', 'family_name');
    const html = await room.textOf(here, mine);
    assert.match(html, /Inga andra går kursen just nu/);
    assert.doesNotMatch(html, /type="search"/);
  });

  it('is in Swedish order and found by a part of a name, page by page', async () => {
    for (let index = 0; index < matesPerPage; index++) await room.named('Rad', `Nummer${String(index).padStart(3, '0')}`);
    for (const name of ['Öberg', 'Åberg', 'Zetterlund', 'Ärlig']) await room.named('Bo', name);
    const first = await room.textOf(here, mine);
    assert.equal(cells(first).length, matesPerPage);
    const next = /\?efter=([^"]+)"/.exec(first)![1]!;
    assert.deepEqual(cells(await room.textOf(`${here}?efter=${next}`, mine)), ['Bo Zetterlund', 'Bo Åberg', 'Bo Ärlig', 'Bo Öberg']);
    assert.deepEqual(cells(await (await search({ name: ' bo å ' })).text()), ['Bo Åberg']);
    const found = await (await search({ name: 'r' })).text();
    assert.equal(cells(found).length, matesPerPage);
    assert.doesNotMatch(found, /(?:href|action)="[^"]*name=/);
    const after_ = /name="after" value="([^"]+)"/.exec(found)![1]!;
    assert.ok(cells(await (await search({ name: 'r', after: after_ })).text()).length > 0);
    assert.match(await (await search({ name: 'finns inte' })).text(), /Ingen kurskamrat stämmer/);
    const long = await search({ name: 'x'.repeat(101) });
    assert.equal(long.status, 422);
    assert.match(await long.text(), /Namnet får ha högst 100 tecken/);
  });

  it('neither finds nor sorts anyone by a name that is not shown', async () => {
    await show('given_name');
    assert.match(await (await search({ name: 'åberg' })).text(), /Ingen kurskamrat stämmer/);
    assert.deepEqual(cells(await (await search({ name: 'bo' })).text()), ['Bo', 'Bo', 'Bo', 'Bo']);
    await show();
    assert.equal((await search({ name: 'bo' })).status, 404);
  });

  it('is nobody else’s, and records only those who were shown', async () => {
    await show('given_name', 'family_name');
    const stranger = await signedIn(room.house, await addPerson(room.house, 'Framling'));
    assert.equal((await search({ name: 'bo' }, stranger)).status, 404);
    assert.equal((await search({ name: 'bo' }, room.cookie)).status, 404, 'staff have a list of their own');
    await room.house.owner.query('delete from access_log');
    await search({ name: 'Zetter' });
    const { rows } = await room.house.owner.query('select count(*) as count from access_log_subject');
    assert.equal(rows[0].count, 1);
  });
});
