import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, addMonths } from '../../platform/clock.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../../tests/support/world.ts';
import { anchorLookLog, closeAccount, eraseForever, findReceipt, sweep, type Receipt } from '../index.ts';

/** N-21 and E-20: what is due goes, whoever must be kept stays, and the officer sees both. */
describe('retention and what is held back', () => {
  let test: TestHouse;
  let dpo: string;
  let executive: string;
  let support: string;
  let held: Person;
  let other: Person;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    dpo = await officer('Doris', 'dpo');
    executive = await officer('Eva', 'executive');
    support = await officer('Siri', 'support');
    held = await addPerson(test, 'Tvist');
    other = await addPerson(test, 'Vanlig');
  });
  after(() => test.close());

  const officer = async (marker: string, role: 'dpo' | 'executive' | 'support') => {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) => tx.insertInto('operator_staff').values({ account_id: person.id, role }).execute());
    return signedIn(test, person);
  };
  const get = async (as: string, path = '/gallring') => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } });
    return { status: response.status, text: await response.text() };
  };
  const ask = (as: string, fields: Record<string, string> = {}) =>
    test.app.request(
      '/gallring/undantag',
      formPost({ email: held.email, law: 'artikel 17.3 e', reason: 'En tvist pågår.', until: '2027-12-31', ...fields }, as),
    );
  const holdId = async () =>
    (await test.owner.query<{ id: string }>('select id from legal_hold order by asked_at desc, id limit 1')).rows[0]!.id;
  const decide = async (as: string, decision: string) =>
    (await test.app.request(`/gallring/undantag/${await holdId()}`, formPost({ decision }, as))).status;
  const exists = async (person: Person) => (await test.owner.query('select from account where id = $1', [person.id])).rowCount === 1;

  it('is the officer’s and the management’s alone', async () => {
    assert.equal((await get(dpo)).status, 200);
    assert.equal((await get(executive)).status, 200);
    assert.equal((await get(support)).status, 404);
    assert.equal((await get(await signedIn(test, other))).status, 404);
    assert.equal((await ask(support)).status, 404);
  });

  it('says what is wrong with a request and keeps what was typed', async () => {
    const response = await ask(dpo, { law: '', until: '2020-01-01', reason: 'Mitt skäl' });
    assert.equal(response.status, 422);
    const text = await response.text();
    for (const told of ['Skriv vilket lagrum', 'Välj ett datum', 'Mitt skäl', held.email]) assert.ok(text.includes(told), told);
    assert.match(await (await ask(dpo, { email: 'ingen@person.example' })).text(), /Det finns inget konto/);
    assert.match(await (await ask(dpo, { email: 'doris@person.example' })).text(), /inte begära undantag för dig själv/);
  });

  it('takes two people, in the pages and in the database (maker ≠ checker)', async () => {
    assert.equal((await ask(dpo)).status, 303);
    assert.equal((await ask(dpo)).status, 303, 'a double press');
    assert.equal((await test.owner.query('select from legal_hold')).rowCount, 1);
    assert.ok((await get(dpo)).text.includes('Någon annan än du ska besluta.'));
    assert.ok(!(await get(dpo)).text.includes('name="decision" value="placed"'));
    assert.ok((await get(executive)).text.includes('name="decision" value="placed"'));
    assert.equal(await decide(dpo, 'placed'), 404);
    assert.equal(await decide(support, 'placed'), 404);
    const alone = test.owner.query("update legal_hold set decided_by = asked_by, decided_at = now(), decision = 'placed'");
    await assert.rejects(alone, /two_people/);
    const aboutOneself = test.owner.query("update legal_hold set decided_by = account_id, decided_at = now(), decision = 'placed'");
    await assert.rejects(aboutOneself, /not_about_oneself/);
    assert.equal(await decide(executive, 'placed'), 303);
    assert.equal(await decide(executive, 'placed'), 404, 'decided once');
  });

  it('finds a hold by address, law and state, and by no address of a page', async () => {
    const search = async (fields: Record<string, string>, as = dpo) => {
      const response = await test.app.request('/gallring', formPost(fields, as));
      // What is no person's is led to an address.
      if (response.status === 303) return get(as, response.headers.get('location')!);
      return { status: response.status, text: await response.text() };
    };
    const found: Record<string, string>[] = [{ sought: held.email.toUpperCase(), lage: 'placed' }, { sought: '17.3 E' }];
    for (const fields of found) {
      const { text } = await search(fields);
      assert.match(text, new RegExp(`<t[dh][^>]*>${held.email}<`));
      assert.doesNotMatch(text, /(?:href|action)="[^"]*(?:sought|17\.3|@)/);
    }
    const none: Record<string, string>[] = [{ sought: 'ingen@' }, { sought: '', lage: 'waiting' }];
    for (const fields of none) assert.match((await search(fields)).text, /Inget undantag stämmer/);
    const long = await search({ sought: 'x'.repeat(101) });
    assert.equal(long.status, 422);
    assert.match(long.text, /högst 100 tecken/);
    assert.equal((await search({ sought: '' }, support)).status, 404);
  });

  it('puts holds in order by their last day or by whom they are about, over more than a page', async () => {
    const names = Array.from({ length: 31 }, (_, n) => `rad${String(n).padStart(2, '0')}@person.example`);
    await test.owner.query(
      `with people as (insert into account (kind, email) select 'personal', unnest($1::text[]) returning id, email)
       insert into legal_hold (account_id, law, reason, ends_at, asked_by, asked_at, decision, decided_by, decided_at)
       select p.id, 'rad', 'En tvist pågår.', case when p.email like 'rad05%' then '2020-01-01' else '2040-01-01' end::timestamptz
           - make_interval(days => substr(p.email, 4, 2)::int), s.asked_by, s.asked_at - make_interval(hours => substr(p.email, 4, 2)::int),
         'placed', s.decided_by, s.asked_at
       from people p, (select asked_by, decided_by, asked_at from legal_hold limit 1) s`,
      [names],
    );
    const listed = (text: string) => [...text.matchAll(/>(rad\d\d@person\.example)</g)].map(([, name]) => name);
    const whole = async (query: string) => {
      const first = (await get(dpo, `/gallring?${query}`)).text;
      const [, next] = /href="([^"]*efter=[^"]*)" rel="next"/.exec(first)!;
      return [...listed(first), ...listed((await get(dpo, next!.replaceAll('&amp;', '&'))).text)];
    };
    const soonest = [...names.filter((name) => !name.startsWith('rad05')).toReversed(), 'rad05@person.example'];
    assert.deepEqual(await whole('ordning=ends'), soonest, 'what has ended is last');
    assert.deepEqual(await whole('ordning=person'), names);
    for (const query of ['', 'ordning=odd&lage=odd']) assert.deepEqual(await whole(query), names);
    assert.match((await get(dpo, '/gallring?ordning=ends')).text, /aria-sort="ascending"[^>]*><span class="ordered">Till och med/);
    assert.deepEqual(listed((await get(dpo, '/gallring?lage=ended')).text), ['rad05@person.example']);
    const searched = await test.app.request('/gallring', formPost({ sought: 'rad1', ordning: 'ends' }, dpo));
    const inSearch = await searched.text();
    assert.deepEqual(listed(inSearch), names.filter((name) => name.startsWith('rad1')).toReversed());
    assert.match(inSearch, /<button class="as-link" form="sought-again" name="ordning" value="person">Person/);
    await test.owner.query("delete from legal_hold where law = 'rad'");
    await test.owner.query("delete from account where email like 'rad%'");
  });

  it('notes that the officer saw whom it is about', async () => {
    await get(dpo);
    const { rows } = await test.owner.query(
      "select from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1 and l.room = 'privacy' and l.purpose = 'accountability'",
      [held.id],
    );
    assert.ok(rows.length > 0);
  });

  it('keeps the person through their own erasure, and the receipt tells by which law and until when', async () => {
    const cookie = await signedIn(test, held);
    const response = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'erase', understand: 'yes' }, cookie));
    const told = await response.text();
    assert.match(told, /måste sparas till och med den 31 december 2027 enligt artikel 17\.3 e/);
    const id = /nummer ([0-9a-f-]{36})/.exec(told)![1]!;
    const receipt = (await findReceipt(test.house, id))!;
    assert.equal(receipt.state, 'held');
    assert.deepEqual((receipt.receipt as Receipt).held?.law, 'artikel 17.3 e');
    assert.ok(await exists(held));
    assert.equal((await get(await signedIn(test, held), '/hem')).status, 303, 'nobody signs in any more');
  });

  it('keeps through the sweep what is due of them, and lets the others go', async () => {
    await inHouse(test, async (tx) => {
      await postMail(tx, test.clock, { to: { accountId: held.id }, template: 'reset-password', language: 'sv', about: {} });
      await postMail(tx, test.clock, { to: { address: held.email }, template: 'key-link', language: 'sv', about: {} });
      await postMail(tx, test.clock, { to: { accountId: other.id }, template: 'reset-password', language: 'sv', about: {} });
    });
    await closeAccount(test.house, other.id);
    test.clock.moveTo(addMonths(test.clock.now(), 7));
    dpo = await signedIn(
      test,
      await addPerson(test, 'Dag').then(async (person) => {
        await inHouse(test, (tx) => tx.insertInto('operator_staff').values({ account_id: person.id, role: 'dpo' }).execute());
        return person;
      }),
    );
    const page = (await get(dpo)).text;
    assert.match(page, /Mejl vi har skickat till dig[\s\S]*?<td[^>]*class="numeric"[^>]*>1</, 'the page counts what the sweep will take');
    const counts = await sweep(test.house);
    assert.equal(counts['mail deleted'], 1);
    assert.equal(counts['account erased'], 1);
    assert.ok((await exists(held)) && !(await exists(other)));
    assert.equal((await test.owner.query('select from mail')).rowCount, 2, "the held person's mails, by account and by address");
    const { rows } = await test.owner.query<{ left_due: object }>('select left_due from retention_run order by started_at desc limit 1');
    assert.deepEqual(rows[0]?.left_due, {}, 'nothing that should have gone is left');
  });

  it('shows the sweeps with what they removed, and the anchor of the look-log', async () => {
    await anchorLookLog(test.house);
    const { text } = await get(dpo);
    assert.match(text, /<svg[\s\S]*Borttagna poster per gallring/);
    assert.match(text, /Förankring nummer 1/);
    assert.match(text, /<code>[0-9a-f ]{71}<\/code>/);
  });

  it('lets the person go when the hold is lifted, and the same receipt says it is done', async () => {
    assert.equal(await decide(dpo, 'lifted'), 303);
    assert.equal((await sweep(test.house))['account erased'], 1);
    assert.ok(!(await exists(held)));
    const { rows } = await test.owner.query<{ state: string; receipt: Receipt }>(
      "select state, receipt from erasure where way = 'request'",
    );
    assert.equal(rows.length, 1);
    assert.equal(rows[0]!.state, 'done');
    assert.equal(rows[0]!.receipt.held, undefined);
    assert.equal(rows[0]!.receipt.rows?.['account deleted'], 1);
  });

  it('lets a hold end by itself', async () => {
    const third = await addPerson(test, 'Tredje');
    const [a, b] = [await addPerson(test, 'Maker'), await addPerson(test, 'Checker')];
    await test.owner.query(
      `insert into legal_hold (account_id, law, reason, ends_at, asked_by, decided_by, decided_at, decision)
       values ($1, 'lagen', 'skäl', $2, $3, $4, now(), 'placed')`,
      [third.id, addDays(test.clock.now(), 2), a.id, b.id],
    );
    await eraseForever(test.house, [third.id], 'request');
    await sweep(test.house);
    assert.ok(await exists(third));
    test.clock.moveTo(addDays(test.clock.now(), 3));
    await sweep(test.house);
    assert.ok(!(await exists(third)));
  });
});
