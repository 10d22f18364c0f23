import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dataMap, isPersonal, type Entry } from '../../data-map/index.ts';
import { rowsOf } from '../../src/privacy/paths.ts';
import { countTables, engineOf, exportTables } from '../../src/privacy/index.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../support/every-route.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  smallCourse,
  type Person,
} from '../support/world.ts';

const map: Record<string, Entry> = dataMap;

/** Figures of the whole installation, among them how many looks there are: held apart, below. */
const ofTrust = new Set(['trust', 'trustInEnglish', 'proof']);
/** What tells how often someone has looked, where they last were, or when it was signed: asking again changes it by oneself. */
const changesByItself = new Set([
  'badgeStatus',
  'home',
  'trust',
  'trustInEnglish',
  'proof',
  'myData',
  'exportPage',
  'exportJson',
  'exportZip',
  'closing',
  'extract access_log',
  'counts',
]);

/** What someone's task is about her: the officer is told where her request belongs, and the management whose account it is to end. */
const lookedAfter: Record<string, readonly string[]> = {
  'the data protection officer': ['dataRequest'],
  'the operator’s management': ['termsDecisions', 'termsDecision'],
};

/**
 * Two worlds that differ only in what one student holds with a customer: her name, her words, her results. Whoever the policy does
 * not let see her gets the same answers in both, to the byte, on every page: bodies, headers, states, faults and counts.
 */
describe('what one person holds', () => {
  let test: TestHouse;
  let secret: Person & { enrolmentId: string };
  let values: Addresses;
  const observers: Record<string, { person: Person | undefined; cookie: string | undefined }> = {};

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const otherCourse = await addCourse(test, customer.id, { ...smallCourse, slug: 'andra-kursen' });
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    secret = await addFullPerson(test, 'Hemlig', course, admin);
    values = await addressesOf(test, secret, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    // A student and nothing else: what staff write is for others to read, and the officer sees whose data a law holds.
    for (const table of ['course_administrator', 'course_teacher', 'operator_staff', 'saved_reply', 'legal_hold'])
      await test.owner.query(`delete from ${table} where account_id = $1`, [secret.id]);
    const elsewhere = await addCustomer(test, 'tva');
    const theirs = await addCourse(test, elsewhere.id);
    const [mate, courseAdmin, otherAdmin, otherStudent, officer, manager] = await Promise.all(
      ['Kurskamrat', 'KursAdmin', 'AndraAdmin', 'AndraElev', 'Ombud', 'Chef'].map((marker) => addPerson(test, marker)),
    );
    await enrol(test, mate!, course);
    await makeStaff(test, courseAdmin!, customer.id, otherCourse.courseId);
    await makeStaff(test, otherAdmin!, elsewhere.id, theirs.courseId);
    await enrol(test, otherStudent!, theirs);
    await inHouse(test, (tx) =>
      tx
        .insertInto('operator_staff')
        .values([
          { account_id: officer!.id, role: 'dpo' },
          { account_id: manager!.id, role: 'executive' },
        ])
        .execute(),
    );
    const seen: Record<string, Person | undefined> = {
      'a visitor': undefined,
      'another student of the course': mate,
      'an administrator of another course of the same customer': courseAdmin,
      'an administrator of another customer': otherAdmin,
      'a student of another customer': otherStudent,
      'the data protection officer': officer,
      'the operator’s management': manager,
    };
    for (const [who, person] of Object.entries(seen)) observers[who] = { person, cookie: person && (await signedIn(test, person)) };
  });
  after(() => test.close());

  const pages = everyRoute.filter(({ method, who, path }) => method === 'GET' && who !== 'development' && !path.startsWith('/api/'));

  /** All that an observer can get: every page with her ids in the address, and the observer's own extract. */
  async function seenBy(who: string): Promise<Record<string, string>> {
    const { person, cookie } = observers[who]!;
    const seen: Record<string, string> = {};
    for (const route of pages) {
      const response = await test.app.request(addressOf(route, values), { headers: cookie ? { cookie } : {}, redirect: 'manual' });
      const headers = JSON.stringify([...response.headers].filter(([name]) => !['server-timing', 'set-cookie'].includes(name)));
      seen[route.name] = withoutNewIds(`${response.status} ${headers} ${await readSome(response)}`);
    }
    if (!person) return seen;
    for (const { part, rows } of await exportTables(test.house, person.id))
      seen[`extract ${part.table}`] = JSON.stringify(await Array.fromAsync(rows));
    seen['counts'] = JSON.stringify(await countTables(test.house, person.id));
    return seen;
  }
  /** A form's own id, and its seal with the time of its drawing, are no news of anyone. */
  const withoutNewIds = (text: string) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
      .replace(/name="seal" value="[^"]*"/g, 'name="seal"');
  const differing = (one: Record<string, string>, other: Record<string, string>) =>
    Object.keys(one).filter((name) => one[name] !== other[name]);

  /** Everything of hers that a customer holds becomes something else: every text and result in every table, found by the map. */
  async function changeSecrets(): Promise<number> {
    const { catalog } = await engineOf(test.house.database);
    const types = await test.owner.query<{ place: string; type: string }>(
      "select table_name || '.' || column_name as place, data_type as type from information_schema.columns where table_schema = 'public'",
    );
    const typeOf = new Map(types.rows.map(({ place, type }) => [place, type]));
    let changed = 0;
    for (const [table, entry] of Object.entries(map)) {
      if ('noPerson' in entry || (entry.role !== 'processor' && table !== 'account')) continue;
      for (const edge of entry.edges.filter((one) => one.edge === 'own' && !one.address && !one.through)) {
        const where = rowsOf(map, catalog, table, edge, { accounts: `'{${secret.id}}'::uuid[]`, addresses: `'{}'::text[]` });
        for (const [column, answer] of Object.entries(entry.columns)) {
          if (!isPersonal(answer)) continue;
          const to = other(typeOf.get(`${table}.${column}`), column);
          if (to) changed += await change(`update ${table} t set ${column} = ${to} where ${where}`);
        }
      }
    }
    return changed;
  }
  const other = (type: string | undefined, column: string): string | undefined => {
    if (type === 'text') return `${column} || 'annan'`;
    if (type === 'boolean') return `not ${column}`;
    if (type === 'jsonb') return `'{"text": "något helt annat som är mycket längre"}'`;
    return type === 'integer' ? `${column} + 1` : undefined;
  };
  /** What a rule of the table does not allow, such as a number of a certificate, stays as it was. */
  async function change(statement: string): Promise<number> {
    await test.owner.query('savepoint before');
    try {
      return (await test.owner.query(statement)).rowCount ? 1 : 0;
    } catch {
      await test.owner.query('rollback to savepoint before');
      return 0;
    }
  }

  it('changes nothing that anyone who may not see it can get', async () => {
    const [first, before_]: Record<string, Record<string, string>>[] = [{}, {}];
    for (const pass of [first!, before_!]) for (const who of Object.keys(observers)) pass[who] = await seenBy(who);
    const unsteady = new Set(
      Object.keys(observers).flatMap((who) => differing(first![who]!, before_![who]!).map((page) => `${who}: ${page}`)),
    );
    const strange = [...unsteady].filter((one) => !changesByItself.has(one.replace(/.*: /, '')));
    assert.deepEqual(strange, [], 'asked twice, everything else is the same');
    await test.owner.query('begin');
    const changed = await changeSecrets();
    await test.owner.query('commit');
    assert.ok(changed >= 20, `only ${changed} columns were changed`);
    process.stdout.write(
      `# ${changed} columns of hers became others; ${pages.length} pages for ${Object.keys(observers).length} observers\n`,
    );
    const told: Record<string, string[]> = {};
    for (const who of Object.keys(observers)) {
      const differs = differing(before_![who]!, await seenBy(who)).filter(
        (page) => !unsteady.has(`${who}: ${page}`) && !ofTrust.has(page) && !lookedAfter[who]?.includes(page),
      );
      if (differs.length > 0) told[who] = differs;
    }
    assert.deepEqual(told, {});
    assert.ok(unsteady.size < (pages.length * Object.keys(observers).length) / 25, [...unsteady].join(', '));
  });

  it('changes no figure of the trust page, when nobody looks meanwhile', async () => {
    const trust = async () => {
      // Figures are held for ten seconds: these are new ones.
      test.clock.moveTo(new Date(test.clock.now().getTime() + 11_000));
      // When each was tried is told to the minute, which may turn in between.
      const withoutTimes = (text: string) => text.replaceAll(/<span class="hint">(Prövat|Tried)[^<]*<\/span>/g, '');
      return Promise.all(['/fortroende', '/en/trust'].map(async (path) => withoutTimes(await (await test.app.request(path)).text())));
    };
    const before_ = await trust();
    await test.owner.query('begin');
    assert.ok((await changeSecrets()) >= 20);
    await test.owner.query('commit');
    assert.deepEqual(await trust(), before_);
    assert.ok(before_[0]!.length > 5000);
  });

  it('would be seen if it could: whoever comes to look after her course gets other answers', async () => {
    const who = 'an administrator of another course of the same customer';
    const course = await test.owner.query<{ course_id: string; customer_id: string }>(
      'select course_id, customer_id from enrolment where id = $1',
      [secret.enrolmentId],
    );
    const { course_id, customer_id } = course.rows[0]!;
    await inHouse(test, (tx) =>
      tx.insertInto('course_administrator').values({ customer_id, course_id, account_id: observers[who]!.person!.id }).execute(),
    );
    const mine = await seenBy(who);
    await test.owner.query("update message set body = body || 'igen' where author_id = $1", [secret.id]);
    await test.owner.query("update account set family_name = family_name || 'igen' where id = $1", [secret.id]);
    assert.ok(differing(mine, await seenBy(who)).length >= 2);
  });
});
