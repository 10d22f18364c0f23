import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPerson } from '../../../tests/support/world.ts';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { href } from '../../routes.ts';

// Proof of E-02 as far as the list of a customer's tokens goes: found by name and state, page by page.

describe('the list of tokens', () => {
  let room: Classroom;
  let cookie: string;
  let here: string;

  before(async () => {
    room = await openClassroom();
    const boss = await addPerson(room.house, 'Boss');
    cookie = await room.give(boss, 'customer_admin');
    here = href('apiTokens', { customer: room.customer.slug });
    assert.doesNotMatch(await room.textOf(here, cookie), /name="sok"/, 'nothing to search among yet');
    await room.house.owner.query(
      `insert into api_token (customer_id, client_id, made_by, name, scopes, digest, created_at, expires_at, revoked_at)
       select $1, gen_random_uuid(), $2, case when n % 3 = 0 then 'Lönesystemet ' else 'Åhlgrens Bibliotek ' end || n, '{courses:read}',
         sha256(n::text::bytea), timestamptz '2026-11-01Z' + n * interval '1 minute',
         timestamptz '2026-11-23Z' + case when n % 5 = 0 then -1 else 30 end * interval '1 day',
         case when n % 7 = 0 then timestamptz '2026-11-20Z' end
       from generate_series(1, 120) n`,
      [room.customer.id, boss.id],
    );
  });
  after(() => room.house.close());

  const numbersOn = (html: string) => [...html.matchAll(/(?:Lönesystemet|Bibliotek) (\d+)</g)].map(([, number]) => Number(number));
  const all = async (query: string): Promise<number[]> => {
    const found: number[] = [];
    for (let path: string | undefined = `${here}${query}`; path;) {
      const html = await room.textOf(path, cookie);
      found.push(...numbersOn(html));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    return found;
  };
  const newestFirst = (keep: (n: number) => boolean) => Array.from({ length: 120 }, (_, index) => 120 - index).filter(keep);

  it('is read to its end, newest first, whatever it is narrowed to', async () => {
    assert.deepEqual(
      await all(''),
      newestFirst(() => true),
    );
    assert.deepEqual(
      await all('?lage=valid'),
      newestFirst((n) => n % 7 > 0 && n % 5 > 0),
    );
    assert.deepEqual(
      await all('?lage=expired'),
      newestFirst((n) => n % 7 > 0 && n % 5 === 0),
    );
    assert.deepEqual(
      await all('?lage=revoked'),
      newestFirst((n) => n % 7 === 0),
    );
    assert.deepEqual(
      await all(`?sok=${encodeURIComponent(' åHLGRENS bib ')}&lage=valid`),
      newestFirst((n) => n % 3 > 0 && n % 7 > 0 && n % 5 > 0),
    );
    assert.deepEqual(await all('?sok=100%25&lage=nonsens'), []);
  });

  it('says so when nothing matches, in both languages', async () => {
    assert.match(await room.textOf(`${here}?sok=finns-inte`, cookie), /Ingen API-nyckel stämmer/);
    await room.house.owner.query("update account set language = 'en' where given_name = 'GivenBoss'");
    assert.match(await room.textOf(`${here}?sok=not-there`, cookie), /No API token matches/);
  });
});
