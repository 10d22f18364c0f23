import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { aboutPeople, dataMap, type Entry } from '../../../data-map/index.ts';
import { engineOf, sweep } from '../../privacy/index.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../../../tests/support/world.ts';
import { remindCustomers } from './remind-customers.ts';

/** N-42 and N-43: a customer is reminded in time, and erases by a button what it answers for about one person, and nothing else. */
describe('what a customer does with a request', () => {
  let test: TestHouse;
  let boss: string;
  let rival: string;
  let asker: Person;
  let bystander: Person;
  let ours: { id: string; slug: string };
  let theirs: { id: string; slug: string };
  let request: string;
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    ours = await addCustomer(test, 'ett');
    theirs = await addCustomer(test, 'tva');
    const [course, other] = [await addCourse(test, ours.id), await addCourse(test, theirs.id)];
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, ours.id, course.courseId);
    asker = await addFullPerson(test, 'Fragare', course, admin);
    bystander = await addFullPerson(test, 'Granne', course, admin);
    await enrol(test, asker, other);
    // Someone whose data must be kept, or who works there, is another matter, below.
    await test.owner.query('delete from legal_hold');
    await test.owner.query('delete from customer_request');
    await test.owner.query("delete from membership where account_id = $1 and role <> 'student'", [asker.id]);
    boss = await adminOf(ours.id, 'Chef');
    rival = await adminOf(theirs.id, 'Rival');
    request = await handed('erasure');
  });
  after(() => test.close());

  async function adminOf(customerId: string, marker: string): Promise<string> {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) =>
      tx.insertInto('membership').values({ customer_id: customerId, account_id: person.id, role: 'customer_admin' }).execute(),
    );
    const cookie = await signedIn(test, person);
    await test.owner.query("update session set expires_at = '2029-01-01' where account_id = $1", [person.id]);
    return cookie;
  }
  async function handed(kind: string): Promise<string> {
    const id = randomUUID();
    const row = { customer_id: ours.id, id, request_id: randomUUID(), kind, email: asker.email, body: 'Ta bort allt.', language: 'sv' };
    const times = { received_at: start, answer_by: addDays(start, 30), handed_at: start, due_at: addDays(start, 400) };
    await inHouse(test, (tx) =>
      tx
        .insertInto('customer_request')
        .values({ ...row, ...times })
        .execute(),
    );
    return id;
  }
  const path = () => `/k/ett/begaranden/${request}`;
  const show = async () => {
    const response = await test.app.request(path(), { headers: { cookie: boss, 'accept-language': 'sv' } });
    return { status: response.status, text: await response.text() };
  };
  const erase = (fields: Record<string, string> = { understand: 'yes' }, as = boss, slug = 'ett') =>
    test.app.request(`/k/${slug}/begaranden/${request}/radera`, formPost(fields, as));
  const mailed = async (template: string) =>
    (await test.owner.query<{ account_id: string; about: object }>('select * from mail where template = $1', [template])).rows;

  /** Every row of every table but those that tell of requests, mails, sessions, looks and erasures, outside one customer's own. */
  async function rowsOutside(customerId: string): Promise<Record<string, string>> {
    const { catalog } = await engineOf(test.house.database);
    const busy = new Set([
      'session',
      'mail',
      'erasure',
      'access_log',
      'access_log_subject',
      'customer_request_look',
      'look_link',
      'notification',
    ]);
    const found: Record<string, string> = {};
    for (const table of Object.keys(dataMap).filter((name) => !busy.has(name))) {
      const theirs = catalog.columns[table]?.includes('customer_id') ? `where customer_id is distinct from '${customerId}'` : '';
      const but = table === 'account' ? "where kind <> 'pseudonym'" : theirs;
      const text = `select md5(coalesce(string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text), '')) as digest from ${table} t ${but}`;
      found[table] = (await test.owner.query<{ digest: string }>(text)).rows[0]!.digest;
    }
    return found;
  }
  /** Rows of our customer's that it is the controller of, wherever anything in them says this. */
  async function rowsSaying(...markers: string[]): Promise<string[]> {
    const { catalog } = await engineOf(test.house.database);
    const lines: string[] = [];
    for (const [table, entry] of Object.entries(dataMap as Record<string, Entry>)) {
      const isOurs = catalog.columns[table]?.includes('customer_id') && (!aboutPeople(entry) || entry.role === 'processor');
      if (!isOurs || table === 'customer_request') continue;
      const { rows } = await test.owner.query<{ line: string }>(
        `select to_jsonb(t)::text as line from ${table} t where customer_id = $1 and to_jsonb(t)::text ilike any($2) order by 1`,
        [ours.id, markers.map((one) => `%${one}%`)],
      );
      lines.push(...rows.map(({ line }) => `${table} ${line}`));
    }
    return lines;
  }

  it('is reminded a week before, two days before and when the time is out, by mails that name nobody', async () => {
    const remind = async (days: number) => {
      test.clock.moveTo(addDays(start, days));
      await remindCustomers(test.house);
      await remindCustomers(test.house);
      return [(await mailed('handed-reminder')).length, (await mailed('handed-overdue')).length];
    };
    assert.deepEqual(await remind(10), [0, 0]);
    assert.deepEqual(await remind(24), [1, 0], 'a week before');
    assert.deepEqual(await remind(28), [2, 0], 'two days before');
    assert.deepEqual(await remind(31), [2, 1], 'too late');
    for (const { account_id, about } of [...(await mailed('handed-reminder')), ...(await mailed('handed-overdue'))]) {
      assert.deepEqual(about, { customerId: ours.id }, 'the row of the mail has the customer and nothing else');
      const { rows } = await test.owner.query('select from membership where account_id = $1 and customer_id = $2', [account_id, ours.id]);
      assert.equal(rows.length, 1, 'the customer’s own administrators alone');
    }
    test.clock.moveTo(start);
    await test.owner.query("update customer_request set reminded = 0; delete from mail where template like 'handed-%'");
  });

  it('is not reminded of what is answered', async () => {
    await test.owner.query("update customer_request set state = 'answered'");
    test.clock.moveTo(addDays(start, 29));
    await remindCustomers(test.house);
    assert.equal((await mailed('handed-reminder')).length, 0);
    await test.owner.query("update customer_request set state = 'open'");
    test.clock.moveTo(start);
  });

  it('sees what would go before anything does, in both languages, and no other customer sees it', async () => {
    const { text } = await show();
    assert.match(
      text,
      /Radera personens kursdata[\s\S]*Dina kurser[\s\S]*görs anonyma[\s\S]*Äldre säkerhetskopior glömmer också[\s\S]*Radera för gott/,
    );
    await test.owner.query("update account set language = 'en' where given_name like '%Chef'");
    assert.match((await show()).text, /Erase the person[\s\S]*made anonymous/);
    await test.owner.query("update account set language = 'sv' where given_name like '%Chef'");
    const student = await signedIn(test, asker);
    const before = await rowsOutside(randomUUID());
    assert.equal((await erase({}, rival)).status, 404);
    assert.equal((await erase({ understand: 'yes' }, rival, 'tva')).status, 404);
    assert.equal((await erase({ understand: 'yes' }, student)).status, 404);
    const unread = await erase({});
    assert.equal(unread.status, 422);
    assert.match(await unread.text(), /Bekräfta att du vet att det inte går att ångra/);
    assert.deepEqual(await rowsOutside(randomUUID()), before);
  });

  it('is refused while a law holds the data, or the person works there', async () => {
    await test.owner.query(
      `insert into legal_hold (account_id, law, reason, asked_by, decided_by, decided_at, decision, ends_at)
       select $1, 'Bokföringslagen', 'prövas', $2, id, now(), 'placed', '2028-01-01' from account where given_name like '%Chef'`,
      [asker.id, bystander.id],
    );
    assert.match(await (await erase()).text(), /En lag eller ett rättsligt anspråk/);
    await test.owner.query('delete from legal_hold');
    await test.owner.query("insert into membership (customer_id, account_id, role) values ($1, $2, 'teacher')", [ours.id, asker.id]);
    assert.match(await (await erase()).text(), /Ta bort rollen på sidan Medlemmar först/);
    await test.owner.query("delete from membership where account_id = $1 and role = 'teacher'", [asker.id]);
  });

  it('erases all that the customer answers for, and not a row of anyone else’s or of another customer’s', async () => {
    const [outside, neighbour] = [await rowsOutside(ours.id), await rowsSaying('Granne', bystander.id)];
    assert.ok((await rowsSaying('Fragare', asker.id)).length > 20);
    assert.ok(neighbour.length > 20);
    assert.equal((await erase()).status, 303);
    assert.deepEqual(await rowsSaying('Fragare', asker.id), []);
    assert.deepEqual(await rowsSaying('Granne', bystander.id), neighbour);
    const changed = Object.entries(await rowsOutside(ours.id)).filter(([table, digest]) => outside[table] !== digest);
    assert.deepEqual(
      changed.map(([table]) => table),
      [],
    );
    const kept = await test.owner.query('select from enrolment where customer_id = $1 and account_id = $2', [theirs.id, asker.id]);
    assert.equal(kept.rowCount, 1, 'the other customer’s enrolment stands');
  });

  it('leaves a receipt that says how much and that older backups have forgotten it, but not whose it was', async () => {
    const { text } = await show();
    assert.match(text, /Det finns inget kvar om personen i era kurser/);
    const link = /href="(\/radering\/[^"]+)"/.exec(text)?.[1] ?? '';
    const receipt = await (await test.app.request(link, { headers: { 'accept-language': 'sv' } })).text();
    assert.match(receipt, /gällde det som en enda kund ansvarar för[\s\S]*Från och med den 23 november 2026 kan ingen säkerhetskopia/);
    assert.ok(!receipt.includes(asker.email) && !receipt.includes('Fragare') && !receipt.includes('Kunden ett'));
    const { rows } = await test.owner.query<{ state: string; account_id: string | null; confirmed: string[]; remaining: object }>(
      'select e.* from erasure e join customer_request r on r.erasure_id = e.id',
    );
    assert.deepEqual([rows[0]?.state, rows[0]?.account_id, rows[0]?.remaining], ['done', null, {}]);
    assert.ok(rows[0]?.confirmed.includes('keyring'), 'the key of the person at this customer');
  });

  it('does nothing more the second time, and nothing at all when the request is answered', async () => {
    const outside = await rowsOutside(randomUUID());
    assert.equal((await erase()).status, 303);
    const changed = Object.entries(await rowsOutside(randomUUID())).filter(([table, digest]) => outside[table] !== digest);
    assert.deepEqual(
      changed.map(([table]) => table),
      ['customer_request'],
      'its newest receipt',
    );
    await test.owner.query("update customer_request set state = 'answered'");
    assert.equal((await erase()).status, 404);
    await test.owner.query("update customer_request set state = 'open', kind = 'access'");
    assert.equal((await erase()).status, 404, 'only what was asked for');
    await sweep(test.house);
  });
});
