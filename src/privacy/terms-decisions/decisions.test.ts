import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../../tests/support/world.ts';
import { privacyMails, sweep, warnBeforeErasure } from '../index.ts';

/** N-30: the operator ends an account after repeated or grave breaches; it is told, can be appealed, and another person decides. */
describe('breaches of the terms', () => {
  let test: TestHouse;
  let siri: string;
  let eva: string;
  let dpo: string;
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    [siri, eva, dpo] = [await officer('Siri', 'support'), await officer('Eva', 'executive'), await officer('Doris', 'dpo')];
  });
  after(() => test.close());

  async function officer(marker: string, role: 'support' | 'executive' | 'dpo'): Promise<string> {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) => tx.insertInto('operator_staff').values({ account_id: person.id, role }).execute());
    return longSession(person);
  }
  /** Outlasts the months that the tests move the clock. */
  async function longSession(person: Person): Promise<string> {
    const cookie = await signedIn(test, person);
    await test.owner.query("update session set expires_at = '2029-01-01', confirmed_at = '2029-01-01' where account_id = $1", [person.id]);
    return cookie;
  }
  const post = (path: string, fields: Record<string, string>, as: string) => test.app.request(path, formPost(fields, as));
  const decide = (person: { email: string }, kind: string, as = siri, more: Record<string, string> = {}) =>
    post(
      '/villkorsbrott',
      { email: person.email, kind, rule: 'punkt 4', reason: 'Hot i korrespondensen den 3 november.', client_id: randomUUID(), ...more },
      as,
    );
  const get = async (path: string, as: string) => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  const latest = async (person: Person) =>
    (
      await test.owner.query<{ id: string; outcome: string | null }>(
        'select * from terms_decision where account_id = $1 order by decided_at desc, id limit 1',
        [person.id],
      )
    ).rows[0]!;
  const account = async (person: Person) =>
    (await test.owner.query<{ closed_at: Date | null; erase_due_at: Date | null }>('select * from account where id = $1', [person.id]))
      .rows[0];
  const appeal = async (person: Person, as: string, text = 'Det var inte jag.') =>
    post(`/mina-uppgifter/beslut/${(await latest(person)).id}`, { appeal: text }, as);
  const answer = async (person: Person, outcome: string, as: string) =>
    post(`/villkorsbrott/${(await latest(person)).id}`, { outcome, answer: 'Vi har läst allt igen.' }, as);

  it('are the support’s and the management’s to decide, never the officer’s or anyone else’s', async () => {
    assert.equal((await get('/villkorsbrott', siri)).status, 200);
    const stranger = await signedIn(test, await addPerson(test, 'Nyfiken'));
    for (const as of [dpo, stranger]) {
      assert.equal((await get('/villkorsbrott', as)).status, 404);
      assert.equal((await decide({ email: 'eva@person.example' }, 'grave', as)).status, 404);
    }
  });

  it('say what is wrong with a decision and keep what was typed', async () => {
    const wrong = await post('/villkorsbrott', { email: 'x@y.example', kind: 'warning', rule: '', reason: '' }, siri);
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /vilken punkt i villkoren[\s\S]*value="x@y.example"/);
    assert.match(await (await decide({ email: 'ingen@person.example' }, 'warning')).text(), /Det finns inget konto/);
    assert.match(await (await decide({ email: 'siri@person.example' }, 'grave')).text(), /inte besluta om ditt eget konto/);
    const first = await addPerson(test, 'Forsta');
    assert.match(await (await decide(first, 'repeated')).text(), /ingen varning som gäller/);
    const around = test.owner.query(
      `insert into terms_decision (account_id, kind, rule, reason, client_id, decided_by, decided_at, appeal_until)
       select $1, 'repeated', 'punkt', 'skäl', gen_random_uuid(), id, now(), now() from account where email = 'eva@person.example'`,
      [first.id],
    );
    await assert.rejects(around, /nobody has been warned/, 'the database asks for a warning as well');
  });

  it('end an account after a warning: told by mail without the reason, closed at once, and a double press is one decision', async () => {
    const person = await addPerson(test, 'Upprepad');
    const cookie = await longSession(person);
    assert.equal((await decide(person, 'warning')).status, 303);
    assert.equal((await get('/hem', cookie)).status, 200, 'a warning changes nothing else');
    test.clock.moveTo(addDays(start, 1));
    const client_id = randomUUID();
    assert.deepEqual(
      [(await decide(person, 'repeated', siri, { client_id })).status, (await decide(person, 'repeated', siri, { client_id })).status],
      [303, 303],
    );
    assert.match(await (await decide(person, 'grave')).text(), /redan avslutat/);
    assert.equal((await test.owner.query('select from terms_decision where account_id = $1', [person.id])).rowCount, 2);
    const { rows } = await test.owner.query<{ template: string }>('select template from mail where account_id = $1 order by created_at', [
      person.id,
    ]);
    assert.deepEqual(
      rows.map(({ template }) => template),
      ['account-warned', 'account-ended'],
    );
    const facts = { house: test.house, language: 'sv' as const, givenName: '', accountId: person.id, about: {}, operatorName: '' };
    const mail = (await privacyMails['account-ended'](facts))?.paragraphs.join('\n') ?? '';
    assert.match(mail, /\/mina-uppgifter\/beslut[\s\S]*till och med den 24 december 2026/);
    assert.ok(!mail.includes('Hot'));
    assert.equal((await get('/hem', cookie)).location?.startsWith('/logga-in'), true, 'signed out everywhere');
  });

  it('can be read and appealed signed in, though the account is closed and cannot be opened; nobody else can', async () => {
    const person = await addPerson(test, 'Overklagar');
    await decide(person, 'grave');
    const cookie = await longSession(person);
    assert.equal((await get('/hem', cookie)).location, '/mina-uppgifter/avsluta');
    assert.match((await get('/mina-uppgifter/avsluta', cookie)).text, /Kontot är uppsagt[\s\S]*\/mina-uppgifter\/beslut/);
    await post('/mina-uppgifter/ateroppna', {}, cookie);
    assert.ok((await account(person))?.closed_at, 'it is not opened by its owner');
    assert.match((await get('/mina-uppgifter/beslut', cookie)).text, /Inget raderas före den 23 januari 2027[\s\S]*Hot i korrespondensen/);
    assert.equal((await get('/mina-uppgifter', cookie)).status, 200, 'their own data is still theirs');
    const other = await signedIn(test, await addPerson(test, 'Annan'));
    assert.ok(!(await get('/mina-uppgifter/beslut', other)).text.includes('Hot'));
    assert.equal((await appeal(person, other)).status, 404);
    const empty = await appeal(person, cookie, ' ');
    assert.equal(empty.status, 422);
    assert.match(await empty.text(), /Skriv varför du tycker/);
    assert.equal((await appeal(person, cookie)).status, 303);
    assert.equal((await appeal(person, cookie, 'en gång till')).status, 404, 'once');
    assert.equal((await test.owner.query("select from mail where template = 'appeal-waiting'")).rowCount, 1);
  });

  it('are decided anew by another person than the first, in the pages and in the database', async () => {
    const person = (await test.owner.query<Person>("select id, email from account where email = 'overklagar@person.example'")).rows[0]!;
    const { id } = await latest(person);
    assert.match((await get(`/villkorsbrott/${id}`, siri)).text, /Någon annan än den som beslutade/);
    assert.ok(!(await get(`/villkorsbrott/${id}`, siri)).text.includes('name="outcome"'));
    assert.equal((await answer(person, 'upheld', siri)).status, 404);
    assert.equal((await answer(person, 'upheld', dpo)).status, 404);
    const same = test.owner.query(
      "update terms_decision set answered_by = decided_by, answered_at = now(), outcome = 'upheld' where id = $1",
      [id],
    );
    await assert.rejects(same, /an appeal is decided by the operator|two_people/);
    const rewritten = test.owner.query("update terms_decision set reason = 'Något annat' where id = $1", [id]);
    await assert.rejects(rewritten, /not changed afterwards/);
    assert.equal((await post(`/villkorsbrott/${id}`, { outcome: 'lifted', answer: '' }, eva)).status, 422);
    assert.equal((await answer(person, 'lifted', eva)).status, 303);
    assert.equal((await answer(person, 'upheld', eva)).status, 404, 'decided once');
    assert.equal((await account(person))?.closed_at, null, 'the account is open again');
    const cookie = await longSession(person);
    assert.equal((await get('/hem', cookie)).status, 200);
    assert.match((await get('/mina-uppgifter/beslut', cookie)).text, /upphävt[\s\S]*Vi har läst allt igen/);
  });

  it('erase nothing while an appeal waits, and the way of the erasure tells that the account was ended', async () => {
    test.clock.moveTo(start);
    const [waiting, silent] = [await addPerson(test, 'Vantar'), await addPerson(test, 'Tyst')];
    await decide(waiting, 'grave');
    await decide(silent, 'grave');
    const cookie = await longSession(waiting);
    // The clock of the test goes on: a minute is left of the last day.
    test.clock.moveTo(new Date(addDays(start, 30).getTime() - 60_000));
    assert.equal((await appeal(waiting, cookie)).status, 303, 'the last day counts');
    test.clock.moveTo(addDays(start, 40));
    assert.equal(await warnBeforeErasure(test.house), 2, 'those who did not appeal are warned: this one and the one before');
    test.clock.moveTo(addDays(start, 59));
    await sweep(test.house);
    assert.ok(await account(silent), 'not a day too early');
    test.clock.moveTo(addDays(start, 300));
    await sweep(test.house);
    assert.equal(await account(silent), undefined);
    assert.ok(await account(waiting), 'nothing goes before the appeal is decided, however long that takes');
    const { rows } = await test.owner.query<{ way: string }>('select distinct way from erasure');
    assert.deepEqual(rows, [{ way: 'termination' }]);
    assert.equal((await answer(waiting, 'upheld', eva)).status, 303);
    test.clock.moveTo(addDays(start, 331));
    await sweep(test.house);
    assert.equal(await account(waiting), undefined);
  });

  it('cannot be appealed when the time is out', async () => {
    test.clock.moveTo(start);
    const late = await addPerson(test, 'Sen');
    await decide(late, 'grave');
    const cookie = await longSession(late);
    test.clock.moveTo(addDays(test.clock.now(), 31));
    assert.match((await get('/mina-uppgifter/beslut', cookie)).text, /Tiden för att överklaga är ute/);
    assert.equal((await appeal(late, cookie)).status, 404);
  });

  it('note that someone looked at whom they are about', async () => {
    test.clock.moveTo(start);
    await get('/villkorsbrott', eva);
    const { rowCount } = await test.owner.query(
      `select from access_log l join access_log_subject s on s.log_id = l.id join account a on a.id = s.account_id
       where a.email = 'sen@person.example' and 'terms_decision.reason' = any(l.fields)`,
    );
    assert.ok((rowCount ?? 0) > 0);
  });

  it('are listed page by page in every state, appeals first, and one is read without the others', async () => {
    const person = await addPerson(test, 'Manga');
    await test.owner.query(
      `insert into terms_decision (id, account_id, kind, rule, reason, decided_by, decided_at, appeal_until, appeal, appealed_at, answered_at,
         answered_by, outcome, answer, client_id)
       select gen_random_uuid(), $1, 'warning', 'punkt 4', 'Skälet är nummer ' || n, d.account_id, $2::timestamptz - n * interval '1 hour', $2::timestamptz + interval '30 days',
         case when n % 3 > 0 then 'Nej.' else '' end, case when n % 3 > 0 then $2::timestamptz end,
         case when n % 6 > 3 then $2::timestamptz end, case when n % 6 > 3 then e.account_id end, case n % 6 when 4 then 'upheld' when 5 then 'lifted' end,
         case when n % 6 > 3 then 'Svar.' else '' end, gen_random_uuid()
       from generate_series(1, 120) n, (select account_id from operator_staff where role = 'support') d,
         (select account_id from operator_staff where role = 'executive') e`,
      [person.id, test.clock.now()],
    );
    const { rows } = await test.owner.query<{ id: string; appealed_at: Date | null; outcome: string | null }>(
      `select id, appealed_at, outcome from terms_decision
       order by (appealed_at is not null and outcome is null) desc, decided_at desc, id desc`,
    );
    const listed = async (query: string) => {
      const found: string[] = [];
      for (let path: string | undefined = `/villkorsbrott${query}`; path;) {
        const { text } = await get(path, siri);
        found.push(...[...text.matchAll(/href="\/villkorsbrott\/([0-9a-f-]{36})"/g)].map(([, id]) => id!));
        path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      }
      return found;
    };
    const ids = (keep: (row: (typeof rows)[number]) => boolean) => rows.filter(keep).map(({ id }) => id);
    assert.deepEqual(
      await listed(''),
      ids(() => true),
    );
    assert.deepEqual(
      await listed('?lage=appealed'),
      ids((row) => row.appealed_at !== null && !row.outcome),
    );
    assert.deepEqual(
      await listed('?lage=in-force'),
      ids((row) => row.appealed_at === null && !row.outcome),
    );
    for (const outcome of ['upheld', 'lifted'])
      assert.deepEqual(
        await listed(`?lage=${outcome}`),
        ids((row) => row.outcome === outcome),
      );
    await test.owner.query('delete from access_log');
    const last = rows.at(-1)!.id;
    assert.equal((await get(`/villkorsbrott/${last}`, siri)).status, 200, 'the oldest of more than a hundred');
    const looks = await test.owner.query('select count(*) as count from access_log_subject');
    assert.equal(looks.rows[0].count, 1, 'and a look at one person is a look at one');
  });
});
