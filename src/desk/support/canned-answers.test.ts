import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { href } from '../../routes.ts';
import { openDesk, type DeskHouse, type Someone } from '../testing.ts';

let desk: DeskHouse;
const path = href('cannedAnswers');
const titles = Array.from({ length: 52 }, (_, n) => `Mall ${String(n).padStart(2, '0')}`);

before(async () => {
  desk = await openDesk();
  await desk.house.owner.query(
    `insert into canned_answer (desk, title, text_sv, text_en, client_id, changed_at)
     select case when n = 99 then 'dpo' else 'support' end, 'Mall ' || to_char(n, 'FM00'), 'x', 'x', gen_random_uuid(),
       now() - make_interval(mins => 100 - n)
     from (select generate_series(0, 51) union all select 99) s(n)`,
  );
});
after(() => desk.house.close());

const asked = (query: string, who: Someone = desk.support) => desk.textOf(`${path}?${query}`, who);
const titlesOf = (page: string) => [...page.matchAll(/<a href="\/arenden\/svarsmallar\/[^"]+">([^<]*)<\/a>/g)].map(([, title]) => title);

test('canned answers are read by key, by name or the last changed first; another desk’s are not among them', async () => {
  for (const [order, wanted] of [
    ['', titles],
    ['latest', titles.toReversed()],
    ['odd', titles],
  ] as const) {
    const first = await asked(`ordning=${order}`);
    assert.deepEqual(titlesOf(first), wanted.slice(0, 50), order);
    const [, next] = /href="([^"]*efter=[^"]*)" rel="next"/.exec(first)!;
    const rest = await desk.textOf(next!.replaceAll('&amp;', '&'), desk.support);
    assert.deepEqual(titlesOf(rest), wanted.slice(50), order);
    assert.match(rest, /Till listans början/);
  }
  assert.deepEqual(titlesOf(await asked('', desk.dpo)), ['Mall 99']);
});

test('a search finds a part of the name, or says that nothing does', async () => {
  assert.deepEqual(titlesOf(await asked('sok=LL+07')), ['Mall 07']);
  assert.match(await asked('sok=mall+99'), /Ingen svarsmall stämmer/, 'what is another desk’s');
  assert.match(await asked('sok=_all'), /Ingen svarsmall stämmer/, 'a search is no pattern');
});

test('odd values in the address are no values', async () => {
  for (const odd of ['efter=x', `efter=${randomUUID()}`, 'sok=%00&efter=%00'])
    assert.deepEqual(titlesOf(await asked(odd)), titles.slice(0, 50), odd);
});
