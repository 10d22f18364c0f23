import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { dataMap, duringRestriction, isPersonal, works, type Entry } from '../../../data-map/index.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, signedIn, type Person } from '../../../tests/support/world.ts';
import { makeKeys } from '../../keys/index.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { writeBackTo } from '../enquiries/write-message.ts';
import { addDays } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { exportTablesOfAddress, sweep, whomToTell } from '../../privacy/index.ts';
import { readableFor } from '../../privacy/row-rules.ts';
import { href } from '../../routes.ts';
import { contactFields, openDesk, type DeskHouse } from '../testing.ts';
import { liftDue } from './lift-restriction.ts';

/** N-28, Art. 18 for whoever has no account: what is held under the address stands aside, in PostgreSQL, until it is lifted. */
describe('what the officer restricts for an address', () => {
  let desk: DeskHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let person: Person;
  let neighbour: Person;
  before(async () => {
    desk = await openDesk();
    course = await addCourse(desk.house, (await addCustomer(desk.house)).id);
    const admin = await addPerson(desk.house, 'Adminsson');
    await makeStaff(desk.house, admin, course.customerId, course.courseId);
    person = await addFullPerson(desk.house, 'Adresserad', course, admin);
    neighbour = await addFullPerson(desk.house, 'Granne', course, admin);
    const bindings = [person, neighbour].map(({ email }) => ({ email, givenName: 'Fål', familyName: 'Stavad' }));
    const keys = { ...course, label: 'Test', count: 2, expiresAt: addDays(desk.house.clock.now(), 30), bindings };
    await inHouse(desk.house, (tx) => makeKeys(tx, desk.house.house, keys));
    await desk.house.owner.query('delete from mail');
    // Whose rows a reader reaches is another lock (tenancy.test.ts): here only the rules of the map stand between.
    for (const { table } of marked) await desk.house.owner.query(`create policy everyone on ${table} for select using (true)`);
  });
  after(() => desk.house.close());

  /** Every table that is marked, with all that it is read for on an ordinary day, and what goes on. */
  const marked = Object.entries(dataMap as Record<string, Entry>).flatMap(([table, entry]) => {
    if (!('edges' in entry)) return [];
    const edge = entry.edges.find(({ setAside: aside }) => aside && 'by' in aside);
    const dutyBound = Object.entries(works).flatMap(([work, { serves }]) => (serves === 'every' ? [work] : []));
    const goesOn = new Set<string>([...duringRestriction, ...dutyBound]);
    const reasons = readableFor(entry);
    const ordinary = reasons.filter((reason) => !goesOn.has(reason));
    return edge ? [{ table, address: edge.by, ordinary, allowed: reasons.filter((reason) => goesOn.has(reason)) }] : [];
  });
  const countFor = (purpose: string, table: string, address: string, email: string) =>
    desk.house.house.database.transaction({ purpose }, (tx) => countOf(tx, table, address, email));
  const countOf = async (tx: Tx, table: string, address: string, email: string) =>
    (await sql`select from ${sql.table(table)} where ${sql.ref(address)} = ${email}`.execute(tx)).rows.length;
  /** What is seen of an address, table by table and purpose by purpose. */
  const seen = async (email: string, which: 'ordinary' | 'allowed' = 'ordinary') => {
    const found: Record<string, number> = {};
    for (const place of marked)
      for (const purpose of place[which]) found[`${place.table} ${purpose}`] = await countFor(purpose, place.table, place.address, email);
    return found;
  };
  const plansOf = () =>
    desk.house.house.database.transaction({ purpose: 'open-course' }, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const { rows } = await sql`explain (costs off) select from course_key where bound_email = 'x@y.example'`.execute(tx);
      return JSON.stringify(rows);
    });

  const asked = async (email: string, kind = 'restriction') => {
    assert.equal((await desk.fill('/begaran', { email, kind, body: 'Låt mina uppgifter vara' })).status, 303);
    await desk.deliver();
    const own = (await desk.post(await desk.linkTo(email, '/begaran/bekrafta/'), {})).headers.get('location')!.split('?')[0]!;
    const rows = await desk.rows<{ id: string }>("select id from data_request where email = $1 and kind = $2 and state = 'in_progress'", [
      email,
      kind,
    ]);
    return { own, id: rows[0]!.id };
  };
  const step = (id: string, fields: Record<string, string>, who = desk.dpo) => desk.post(`/begaranden/${id}`, fields, who);
  const letterOf = async (own: string, email: string) => {
    assert.equal((await desk.post(own, {})).status, 303);
    await desk.deliver();
    return desk.textOf(await desk.linkTo(email, '/begaran/svar/'));
  };
  let request: Awaited<ReturnType<typeof asked>>;

  it('has a mark, or a reason to have none, wherever the map says that an address leads to someone', () => {
    const answered = Object.entries(dataMap as Record<string, Entry>).flatMap(([table, entry]) =>
      'edges' in entry ? entry.edges.filter(({ address }) => address).map(({ setAside: aside }) => ({ table, entry, aside })) : [],
    );
    for (const { table, entry, aside } of answered) {
      assert.ok(aside, table);
      if ('never' in aside) assert.match(aside.never, /\w+ \w+/);
      else assert.ok(isPersonal(entry.columns[aside.by]!), table);
    }
    assert.deepEqual(answered.flatMap(({ table, aside }) => (aside && 'never' in aside ? [table] : [])).toSorted(), [
      'address_look',
      'challenge',
      'checkout',
      'contact_look',
      'customer_contact',
      'customer_request',
      'data_request',
      'data_terms_acceptance',
      'mail',
      'purchase',
    ]);
    assert.equal(marked.length, 6);
  });

  it('is in every table unseen under every ordinary purpose, and another’s is as it was, plan and all', async () => {
    const [own, others, allowed, plan] = [
      await seen(person.email),
      await seen(neighbour.email),
      await seen(person.email, 'allowed'),
      await plansOf(),
    ];
    for (const { table } of marked)
      assert.ok(
        Object.entries(own).some(([name, rows]) => name.startsWith(`${table} `) && rows > 0),
        `${table} has a row to hide`,
      );
    request = await asked(person.email);
    assert.match(await desk.textOf(`/begaranden/${request.id}`, desk.dpo), /När du svarar begränsas det som finns under mejladressen/);
    assert.equal((await step(request.id, { step: 'answered' }, desk.support)).status, 404);
    assert.equal((await step(request.id, { step: 'answered', note: '' })).status, 303);
    assert.deepEqual(await seen(person.email), Object.fromEntries(Object.keys(own).map((name) => [name, 0])));
    assert.deepEqual(await seen(person.email, 'allowed'), allowed, 'accountability, claims and rights go on');
    assert.deepEqual(await seen(neighbour.email), others);
    const names = whomToTell(desk.house.house.register).map(({ supplier }) => supplier.name);
    assert.ok(names.length > 0);
    const page = await desk.textOf(`/begaranden/${request.id}`, desk.dpo);
    for (const name of ['Meddela själv de leverantörer', ...names]) assert.ok(page.includes(name), name);
    assert.equal(await plansOf(), plan);
    assert.doesNotMatch(plan, /Seq Scan|SubPlan/, 'the rule looks nothing up');
  });

  it('is not begun where the answer stops half-way: nobody would lift such a mark', async () => {
    const email = 'halvvags@annan.example';
    await desk.write({ ...contactFields, email });
    const half = await asked(email);
    const { owner } = desk.house;
    await owner.query("alter table mail add constraint no_answer check (template <> 'request-answered') not valid");
    assert.equal((await step(half.id, { step: 'answered' })).status, 500);
    await owner.query('alter table mail drop constraint no_answer');
    assert.deepEqual(await desk.rows('select restriction_id from enquiry where email = $1', [email]), [{ restriction_id: null }]);
    assert.deepEqual(await desk.rows('select state, restricted_at from data_request where id = $1', [half.id]), [
      { state: 'in_progress', restricted_at: null },
    ]);
    assert.equal((await step(half.id, { step: 'refused', note: 'Vi kan inte' })).status, 303);
    assert.equal(await countFor('answer-enquiry', 'enquiry', 'email', email), 1, 'refused, it is read as before');
  });

  it('is still the person’s own: their extract, their case by its link, their letter', async () => {
    const tables = await exportTablesOfAddress(desk.house.house, person.email);
    const rowsOf = async (table: string) => {
      const rows: object[] = [];
      for await (const row of tables.find(({ part }) => part.table === table)!.rows) rows.push(row);
      return rows;
    };
    for (const { table } of marked) assert.ok((await rowsOf(table)).length > 0, table);
    assert.ok(
      (await rowsOf('data_request')).some((row) => 'restricted_at' in row && row.restricted_at),
      'the extract tells since when',
    );
    const [{ id: enquiry }] = (await desk.rows<{ id: string }>('select id from enquiry where email = $1', [person.email])) as [
      { id: string },
    ];
    const read = (leadsTo?: string) =>
      desk.house.house.database.transaction(
        { purpose: 'answer-enquiry', leadsTo },
        async (tx) => (await tx.selectFrom('enquiry').select('id').where('id', '=', enquiry).execute()).length,
      );
    assert.deepEqual([await read(enquiry), await read()], [1, 0]);
    await desk.deliver();
    const letter = await letterOf(request.own, person.email);
    assert.match(letter, /Vi har begränsat hur uppgifterna används[\s\S]*Det här läser ingen annan[\s\S]*Din kursnyckel: \d/);
    assert.doesNotMatch(letter, /Ta bort min begäran/);
    assert.match(await desk.textOf(request.own), /Begränsningen gäller sedan/);
  });

  it('does not hold for what the person writes anew', async () => {
    await desk.write({ ...contactFields, email: person.email });
    const rows = await desk.rows('select from enquiry where email = $1 and restriction_id is null', [person.email]);
    assert.equal(rows.length, 1);
    assert.equal(await countFor('answer-enquiry', 'enquiry', 'email', person.email), 1);
    const [{ id: aside }] = (await desk.rows<{ id: string }>(
      'select id from enquiry where email = $1 and restriction_id is not null limit 1',
      [person.email],
    )) as [{ id: string }];
    const operator = (await inHouse(desk.house, findOperator))!;
    const draft = { clientId: randomUUID(), body: 'Nu vill jag ha svar' };
    await desk.house.house.database.transaction({ purpose: 'answer-enquiry', leadsTo: aside }, (tx) =>
      writeBackTo(tx, desk.house.house, operator, aside, draft),
    );
    assert.deepEqual(await desk.rows('select restriction_id from enquiry where id = $1', [aside]), [{ restriction_id: null }]);
  });

  it('is corrected all the same (Art. 16)', async () => {
    const id = (await desk.rows<{ id: string }>('select id from course_key where bound_email = $1', [person.email]))[0]!.id;
    assert.equal((await desk.fill('/begaran', { email: person.email, kind: 'rectification', body: 'Fel' })).status, 303);
    await desk.deliver();
    await desk.post(await desk.linkTo(person.email, '/begaran/bekrafta/'), {});
    const open = await desk.rows<{ id: string }>(
      "select id from data_request where kind = 'rectification' and email = $1 and state = 'in_progress'",
      [person.email],
    );
    assert.equal((await step(open[0]!.id, { step: 'answered', given_name: 'Pål' })).status, 303);
    assert.deepEqual(await desk.rows('select bound_given_name from course_key where id = $1', [id]), [{ bound_given_name: 'Pål' }]);
  });

  it('is kept as long as it lasts, and lifted only after the person has been told (Art. 18(3))', async () => {
    const lift = (who = desk.dpo) => desk.post(`/begaranden/${request.id}/havning`, {}, who);
    assert.equal((await lift(desk.support)).status, 404);
    desk.house.clock.moveTo(addDays(desk.house.clock.now(), 500));
    await liftDue(desk.house.house);
    await sweep(desk.house.house);
    assert.equal((await desk.rows('select from data_request where id = $1', [request.id])).length, 1, 'it is what lifts it');
    const dpo = { ...desk.dpo, cookie: await signedIn(desk.house, desk.dpo) };
    assert.equal((await lift(dpo)).status, 303);
    await desk.deliver();
    assert.match(await desk.mailTo(person.email), /Det finns något nytt om din begäran/);
    assert.match(await letterOf(request.own, person.email), /Vi häver begränsningen den/);
    assert.match(await desk.textOf(`/begaranden/${request.id}`, dpo), /Personen har fått veta att begränsningen hävs den/);
  });

  it('goes on while another request for the same address asks for it, and ends with what is erased', async () => {
    const email = 'tva@annan.example';
    await desk.write({ ...contactFields, email });
    const dpo = { ...desk.dpo, cookie: await signedIn(desk.house, desk.dpo) };
    const first = await asked(email);
    assert.equal((await step(first.id, { step: 'answered' }, dpo)).status, 303);
    const second = await asked(email);
    assert.equal((await step(second.id, { step: 'answered' }, dpo)).status, 303);
    assert.equal((await desk.post(`/begaranden/${first.id}/havning`, {}, dpo)).status, 303);
    const aside = () => desk.rows('select restriction_id from enquiry where email = $1', [email]);
    const seenAtDesk = () => countFor('answer-enquiry', 'enquiry', 'email', email);
    await liftDue(desk.house.house);
    assert.deepEqual(await aside(), [{ restriction_id: first.id }], 'told, and not lifted yet');
    desk.house.clock.moveTo(addDays(desk.house.clock.now(), 8));
    for (const _ of [1, 2]) await liftDue(desk.house.house);
    assert.deepEqual([await aside(), await seenAtDesk()], [[{ restriction_id: second.id }], 0]);
    const again = { ...desk.dpo, cookie: await signedIn(desk.house, desk.dpo) };
    assert.equal((await desk.post(`/begaranden/${second.id}/havning`, {}, again)).status, 303);
    desk.house.clock.moveTo(addDays(desk.house.clock.now(), 8));
    await liftDue(desk.house.house);
    assert.deepEqual([await aside(), await seenAtDesk()], [[{ restriction_id: null }], 1], 'read as before');
    const third = await asked(email);
    const later = { ...desk.dpo, cookie: await signedIn(desk.house, desk.dpo) };
    assert.equal((await step(third.id, { step: 'answered' }, later)).status, 303);
    const erased = await asked(email, 'erasure');
    assert.equal((await desk.post(`/begaranden/${first.id}/havning`, {}, later)).status, 404, 'lifted once');
    assert.equal((await step(erased.id, { step: 'answered' }, later)).status, 303);
    assert.deepEqual(await desk.rows('select from enquiry where email = $1', [email]), []);
    assert.deepEqual(await desk.rows("select from data_request where due_at = 'infinity'"), []);
  });

  it('stops newsletters, and not the subscriber’s own choices', async () => {
    const email = 'brev@annan.example';
    const now = desk.house.clock.now();
    const subscriber = randomUUID();
    const [{ id: topic }] = (await desk.rows<{ id: string }>('select id from newsletter_topic limit 1')) as [{ id: string }];
    await inHouse(desk.house, async (tx) => {
      const dates = { asked_at: now, confirmed_at: now, due_at: addDays(now, 365) };
      await tx
        .insertInto('newsletter_subscriber')
        .values({ id: subscriber, email, language: 'sv', ask_id: randomUUID(), ...dates })
        .execute();
      await tx
        .insertInto('newsletter_subscription')
        .values({ subscriber_id: subscriber, topic_id: topic, ask_id: randomUUID(), confirmed_at: now })
        .execute();
    });
    const receivers = () => countFor('newsletter', 'newsletter_subscriber', 'email', email);
    assert.equal(await receivers(), 1);
    const { id } = await asked(email);
    const dpo = { ...desk.dpo, cookie: await signedIn(desk.house, desk.dpo) };
    assert.equal((await step(id, { step: 'answered' }, dpo)).status, 303);
    assert.equal(await receivers(), 0);
    const own = href('subscriptions', { token: desk.house.house.secrets.token('newsletter subscriber', subscriber) });
    assert.equal((await desk.get(own)).status, 200);
    assert.equal(
      (await desk.fill('/nyhetsbrev', { email, [`topic_${topic}`]: 'yes' })).status,
      303,
      'asking anew is answered as for anyone',
    );
    assert.equal(await receivers(), 0, 'asked, and not confirmed');
    assert.equal((await desk.post(own, { topics: topic, language: 'sv' })).status, 303);
    assert.equal(await receivers(), 1, 'chosen anew, it is what the person wants (Art. 18(2))');
  });
});
