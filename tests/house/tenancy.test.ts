import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { acrossCustomers } from '../../src/platform/database.ts';
import { sql } from 'kysely';
import { aboutPeople, dataMap, type Entry } from '../../data-map/index.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../support/world.ts';

// Proof of E-01, at the database; strangers.test.ts proves it at every door.

/** Tables about a person across customers: keyed by account. Every other table with rows of a
 * customer begins its keys with customer_id. */
const keyedByAccount = [
  'account',
  'former_name',
  'account_password',
  'passkey',
  'second_factor',
  'recovery_code',
  'session',
  'challenge',
  'ledger',
  'access_log',
  'access_log_subject',
  'erasure',
  'mail',
  'operator_staff',
  'legal_hold',
  'terms_decision',
  'own_export',
  'restriction',
  'notification',
  'notification_choice',
  'notification_rhythm',
];
/** What came to the operator, from people known by address. */
const ofTheDesk = [
  'data_request',
  'data_request_event',
  'data_request_look',
  'enquiry',
  'enquiry_message',
  'enquiry_file',
  'enquiry_look',
  'enquiry_assignment',
  'enquiry_merge',
  'canned_answer',
  'inbound_mail',
  'inbound_file',
  'bounced_address',
  'offer',
  'newsletter_subscriber',
  'newsletter_subscription',
  'newsletter_choice',
  'newsletter_delivery',
];
/** What private persons buy from the operator, known by address. */
const ofTheShop = ['checkout', 'purchase', 'purchase_look', 'voucher'];
const ofTheInstallation = [
  'seller',
  'supplier_notice',
  'supplier_notice_address',
  'look_link',
  'signing_key',
  'look_anchor',
  'look_anchor_head',
  'customer',
  'operator',
  'document_version',
  'throttle',
  'retention_run',
  'restore_drill',
  'proof_result',
  'proof_fault',
  'service_alarm',
  'migration',
  'newsletter_topic',
  'newsletter_issue',
];
/** Readable without a scope because it is public (published texts, the operator's own details) or digests alone (the look-log's chain). */
const publicRows = new Set([
  'look_link',
  'signing_key',
  'look_anchor',
  'look_anchor_head',
  'operator',
  'seller',
  'course_price',
  'document_version',
  'retention_run',
  'restore_drill',
  'proof_result',
  'proof_fault',
  'migration',
  'course',
  'newsletter_topic',
]);

/** A purpose for which the map lets the table be read, so that only the scope stands in the way. */
function purposeOf(table: string): string {
  const entry = (dataMap as Record<string, Entry>)[table];
  return entry && aboutPeople(entry) ? entry.purposes[0] : 'deliver-course';
}

describe('the floor: row-level security', () => {
  let test: TestHouse;
  let tables: string[];
  let stranger: { id: string };
  let other: Awaited<ReturnType<typeof addCustomer>>;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    await addFullPerson(test, 'Elev', course, admin);
    other = await addCustomer(test, 'tva');
    const otherCourse = await addCourse(test, other.id);
    stranger = await addPerson(test, 'Annan');
    await makeStaff(test, stranger as never, other.id, otherCourse.courseId);
    const { rows } = await test.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    tables = rows.map(({ name }) => name);
  });
  after(() => test.close());

  it('is forced on every table', async () => {
    const { rows } = await test.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)",
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      [],
    );
    assert.ok(tables.length > 30);
  });

  it('stands under a role that owns nothing and cannot step over it', async () => {
    const { rows } = await test.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'kursiv_runtime'`,
    );
    assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 }]);
  });

  it("begins every key of a customer's table with customer_id", async () => {
    const { rows } = await test.owner.query<{ name: string; key: string; first: string }>(`
      select c.conrelid::regclass::text as name, c.conname as key, a.attname as first from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype in ('p', 'u') and c.connamespace = 'public'::regnamespace`);
    const wrong = rows.filter(
      ({ name, first }) => first !== 'customer_id' && ![...keyedByAccount, ...ofTheDesk, ...ofTheShop, ...ofTheInstallation].includes(name),
    );
    assert.deepEqual(wrong, []);
  });

  it('gives nothing to a query that forgets its where and its scope', async () => {
    for (const table of tables.filter((name) => !publicRows.has(name))) {
      const rows = await test.house.database.transaction(
        { purpose: purposeOf(table) },
        async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows,
      );
      assert.deepEqual(rows, [], table);
    }
  });

  it("gives another customer's administrator nothing of this customer's people", async () => {
    const scope = { accountId: stranger.id, customerId: other.id, staffOf: other.id };
    for (const table of tables.filter((name) => !publicRows.has(name))) {
      const seen = await test.house.database.transaction(
        { ...scope, purpose: purposeOf(table) },
        async (tx) => (await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t`.execute(tx)).rows,
      );
      assert.deepEqual(
        seen.filter(({ line }) => /elev/i.test(line)),
        [],
        table,
      );
    }
  });

  it('refuses a reason that is not on the list', async () => {
    const curious = test.house.database.transaction({ purpose: 'x', across: 'curiosity' as never }, (tx) =>
      tx.selectFrom('account').select('id').execute(),
    );
    await assert.rejects(curious, /does not allow account to be read for "curiosity"/);
    const allowed = await test.house.database.transaction(acrossCustomers('scan'), (tx) => tx.selectFrom('account').select('id').execute());
    assert.ok(allowed.length >= 3, 'the reason on the list opens, so the test above could fail');
  });
});
