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

    it(`stand by name from either end, or by what they have done, where that is shown: ${shown}`, async () => {
      const page = (query: string) => room.textOf(`${href(shown, at)}?${query}`);
      const inRows = (html: string) => [...namesIn(html)];
      const forward = inRows(await page(''));
      assert.equal(forward[0], 'Rad Nummer00');
      assert.deepEqual(inRows(await page('ordning=odd')), forward);
      const backward = await page('ordning=name-last');
      assert.equal(inRows(backward)[0], 'Åsa Sökt');
      const next = /href="[^"]*\?([^"]*efter=[^"]+)"/.exec(backward)![1]!.replaceAll('&amp;', '&');
      const rest = inRows(await page(next));
      assert.equal(rest.at(-1), 'Rad Nummer00');
      assert.equal(new Set([...inRows(backward), ...rest]).size, studentsPerPage + 6);
      await room.house.owner.query(
        `insert into page_visit (customer_id, enrolment_id, page_id, first_at, completed_at)
         select e.customer_id, e.id, p.id, app.now(), app.now() from enrolment e join account a on a.id = e.account_id
         join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id and p.position = 1
         where a.family_name = 'Nummer07' on conflict do nothing`,
      );
      assert.equal(inRows(await page('ordning=pages-most'))[0], 'Rad Nummer07');
      assert.notEqual(inRows(await page('ordning=pages-least'))[0], 'Rad Nummer07');
      const found = await (await ask(href(search, at), { name: 'nummer', ordning: 'name-last' })).text();
      assert.equal(inRows(found)[0], `Rad Nummer${studentsPerPage + 4}`);
    });

    it(`are nobody else’s to search: ${search}`, async () => {
      const stranger = await signedIn(room.house, await addPerson(room.house, `Framling${search}`));
      assert.equal((await ask(href(search, at), { name: 'Rad' }, stranger)).status, 404);
    });
  }

  it('stand in no order of what is not shown, which is not offered either; an order that tells is noted in the log', async () => {
    const page = (query: string) => room.textOf(`${href('deadlines', at)}?${query}`);
    await room.house.owner.query('delete from access_log');
    await page('ordning=pages-most');
    const noted = async () => (await room.house.owner.query<{ fields: string[] }>('select fields from access_log')).rows.at(-1)!.fields;
    assert.ok((await noted()).includes('page_visit.completed_at'));
    await room.house.owner.query("update visibility set shown = false where field = 'progress'");
    const hidden = await page('ordning=pages-most');
    assert.deepEqual([...namesIn(hidden)], [...namesIn(await page(''))]);
    assert.doesNotMatch(hidden, /pages-most/);
    await room.house.owner.query("update visibility set shown = true where field = 'progress'");
  });

  it('are recorded as looked at, those alone that were shown', async () => {
    await room.house.owner.query('delete from access_log');
    for (const [, search] of lists) await ask(href(search, at), { name: 'Sökt' });
    const { rows } = await room.house.owner.query('select count(*) as count from access_log_subject');
    assert.equal(rows[0].count, 3);
  });
});
