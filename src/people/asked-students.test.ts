import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPerson, formPost, signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { studentsPerPage } from './students.queries.ts';
import { openClassroom, type Classroom } from './testing.ts';

// Proof of E-02 and E-04: whoever does something with a single student of a large course finds them by name, and by no address.

const lists = [
  ['deadlines', 'searchDeadlines'],
  ['testTerms', 'searchTestTerms'],
  ['followUpPages', 'searchFollowUpPages'],
] as const;

describe('the students of a course to choose among', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    for (let index = 0; index < studentsPerPage + 5; index++) await room.named('Rad', `Nummer${String(index).padStart(2, '0')}`);
    await room.named('Åsa', 'Sökt');
  });
  after(() => room.house.close());

  const ask = async (path: string, fields: Record<string, string>, cookie = room.cookie) =>
    room.house.app.request(path, formPost(fields, cookie));
  const namesIn = (html: string) => new Set([...html.matchAll(/(?:Rad|Åsa) (?:Nummer\d\d|Sökt)/g)].map(([name]) => name));

  for (const [shown, search] of lists) {
    it(`are found by a part of their name, page by page: ${search}`, async () => {
      const found = await (await ask(href(search, at), { name: ' åsa sö ' })).text();
      assert.deepEqual([...namesIn(found)], ['Åsa Sökt']);
      assert.doesNotMatch(found, /(?:href|action)="[^"]*(?:åsa|name=)/i);
      const first = await (await ask(href(search, at), { name: 'nummer' })).text();
      const next = /name="after" value="([^"]+)"/.exec(first)![1]!;
      const rest = await (await ask(href(search, at), { name: 'nummer', after: next })).text();
      assert.equal(namesIn(first).size, studentsPerPage);
      assert.equal(namesIn(first).union(namesIn(rest)).size, studentsPerPage + 5);
      assert.match(await (await ask(href(search, at), { name: '100 %_' })).text(), /Ingen student stämmer/);
      const long = await ask(href(search, at), { name: 'x'.repeat(101) });
      assert.equal(long.status, 422);
      assert.match(await long.text(), /Namnet får ha högst 100 tecken/);
      assert.equal(namesIn(await room.textOf(href(shown, at))).size, studentsPerPage);
    });

    it(`are nobody else’s to search: ${search}`, async () => {
      const stranger = await signedIn(room.house, await addPerson(room.house, `Framling${search}`));
      assert.equal((await ask(href(search, at), { name: 'Rad' }, stranger)).status, 404);
    });
  }

  it('are recorded as looked at, those alone that were shown', async () => {
    await room.house.owner.query('delete from access_log');
    for (const [, search] of lists) await ask(href(search, at), { name: 'Sökt' });
    const { rows } = await room.house.owner.query('select count(*) as count from access_log_subject');
    assert.equal(rows[0].count, 3);
  });
});
