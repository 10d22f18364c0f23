import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { requestsByDay, requestsPerPage } from '../../src/desk/requests/requests.queries.ts';
import { acrossCustomers, type AcrossReason } from '../../src/platform/database.ts';
import { engineOf } from '../../src/privacy/index.ts';
import { sweepPlan } from '../../src/privacy/retention-plan.ts';
import { unprovenConsents } from '../../src/privacy/trust/probes.queries.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer } from '../support/world.ts';

// What must not grow with the number of strangers is found by an index (bench/strangers shows what it costs). The plans are asked
// for as the role that serves, under row-level security. Where whole readings are forbidden, only an index that could not be used at
// all leaves one: then an empty database tells the same as one with a hundred and fifty thousand students.

/** So many students of one course with a thread, a message and a key each; gives one of them. */
async function addStrangers(test: TestHouse, count: number): Promise<string> {
  const customer = await addCustomer(test);
  const { courseId, versionId } = await addCourse(test, customer.id);
  const of = `'${customer.id}'`;
  await test.owner.query(`begin; set local session_replication_role = replica;
    create temp table stranger on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as enrolment, gen_random_uuid() as thread, n from generate_series(1, ${count}) n;
    insert into account (id, kind, email) select id, 'personal', n || '@person.example' from stranger;
    insert into enrolment (customer_id, id, course_id, version_id, account_id, source)
      select ${of}, enrolment, '${courseId}', '${versionId}', id, 'key' from stranger;
    insert into correspondence (customer_id, id, enrolment_id, course_id, last_sequence, last_sent_at)
      select ${of}, thread, enrolment, '${courseId}', 1, now() from stranger;
    insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body)
      select ${of}, thread, 1, id, true, gen_random_uuid(), 'Hej' from stranger;
    insert into course_key (customer_id, batch_id, key_hash, last_three, expires_at, redeemed_at, enrolment_id)
      select ${of}, gen_random_uuid(), sha256(uuid_send(id)), 'ABC', now(), now(), enrolment from stranger;
    commit`);
  await test.owner.query('analyze');
  const { rows } = await test.owner.query<{ id: string }>("select id from account where email = '1@person.example'");
  return rows[0]!.id;
}

describe('plans under row-level security', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());

  const planOf = (reason: AcrossReason, text: string, whole: 'on' | 'off' = 'off'): Promise<string[]> =>
    test.house.database.transaction(acrossCustomers(reason), async (tx) => {
      await sql.raw(`set local enable_seqscan = ${whole}`).execute(tx);
      const { rows } = await sql.raw<{ 'QUERY PLAN': string }>(`explain ${text}`).execute(tx);
      return rows.map((row) => row['QUERY PLAN']);
    });
  /** The lines about the reading of one table, with its condition. */
  const readingOf = (plan: string[], table: string): string[] =>
    plan.flatMap((line, index) =>
      new RegExp(` on ${table}( t(_\\d+)?)?  \\(`).test(line) ? [plan.slice(index, index + 3).join('\n')] : [],
    );

  it('what is due is found by the day it is due, rule by rule', async () => {
    const { catalog } = await engineOf(test.house.database);
    const steps = sweepPlan(dataMap, catalog);
    assert.ok(steps.length > 20);
    for (const { table, due } of steps) {
      const entry: Entry = dataMap[table as keyof typeof dataMap];
      const column = entry.retention?.rule === 'due' ? entry.retention.column : '';
      const readings = readingOf(await planOf('retention', due), table);
      assert.ok(readings.length > 0 && column, table);
      const byDay = new RegExp(`(Index|Recheck) Cond: .*\\b${column} <=`);
      for (const reading of readings) assert.match(reading, byDay, `${table} is read whole to find what is due`);
    }
  });

  it('who has looked at one person is found by the person and the address, however many others have been looked at', async () => {
    const { id: customer } = await addCustomer(test, 'sedda');
    await test.owner.query(`begin; set local session_replication_role = replica;
      create temp table seen on commit drop as select gen_random_uuid() as log, gen_random_uuid() as person, n from generate_series(1, 3000) n;
      insert into access_log (id, at, actor_id, customer_id, purpose, room, fields, due_at)
        select log, now(), person, '${customer}', 'deliver-course', 'people', '{account.given_name}', now() + interval '1 year' from seen;
      insert into access_log_subject (log_id, account_id) select log, person from seen;
      insert into address_look (customer_id, log_id, account_id) select '${customer}', log, person from seen;
      insert into address_look (customer_id, log_id, address, key_id) select '${customer}', log, n || '@sedd.example', person from seen;
      insert into contact_look (customer_id, log_id, address, contact_id) select '${customer}', log, n || '@sedd.example', person from seen;
      insert into account (id, kind, email, email_confirmed_at) select person, 'personal', '1@sedd.example', now() from seen where n = 1;
      commit`);
    await test.owner.query('analyze');
    const { rows } = await test.owner.query<{ id: string }>("select id from account where email = '1@sedd.example'");
    const read = await test.house.database.transaction({ ...acrossCustomers('export'), accountId: rows[0]!.id }, async (tx) => {
      await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
      assert.equal((await sql`select * from app.own_looks(50)`.execute(tx)).rows.length, 1);
      return sql<{ relname: string; read: number }>`select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
        from pg_stat_xact_user_tables where relname in ('access_log', 'access_log_subject', 'address_look', 'contact_look')`.execute(tx);
    });
    assert.equal(read.rows.length, 4);
    for (const { relname, read: rowsRead } of read.rows) assert.ok(rowsRead <= 10, `${relname}: ${rowsRead} rows are read for one person`);
  });

  it('what is held of one person is found edge by edge, however many others have written', async () => {
    const person = await addStrangers(test, 20_000);
    const { export: parts } = await engineOf(test.house.database);
    for (const { table, count } of parts.filter((part) => ['message', 'course_key', 'correspondence', 'enrolment'].includes(part.table))) {
      const asked = count.replaceAll('$1', `'{${person}}'`).replaceAll('$2', "'{nobody@person.example}'");
      const plan = (await planOf('export', asked, 'on')).join('\n');
      assert.doesNotMatch(plan, /Seq Scan on (message|course_key|correspondence|enrolment)/, `${table} is read whole for one person`);
    }
  });

  it('a page of the catalogue is read in the order of the index, without sorting all of it', async () => {
    const plan = await planOf(
      'catalogue',
      `select c.id from course c where c.listed_at <= app.now() order by c.title collate "sv-x-icu", c.customer_id, c.id limit 49`,
    );
    assert.match(plan.join('\n'), /Index.* using course_catalogue on course/);
    assert.doesNotMatch(plan.join('\n'), /Sort/);
  });

  it('requests at the desk are read in the order of their days, without sorting all of them', async () => {
    for (const over of [false, true]) {
      const { sql: text } = requestsByDay(test.house.database.build, { over, email: '', kind: undefined, after: undefined }).compile();
      const plan = (await planOf('mail', text.replace('$1', String(requestsPerPage + 1)))).join('\n');
      assert.match(plan, over ? /Index.* using data_request_over on/ : /Index.* using data_request_to_answer on/);
      assert.doesNotMatch(plan, /Sort/);
    }
  });

  it('the proof of consents looks where there is nothing', async () => {
    const { sql: text } = await test.house.database.transaction(acrossCustomers('proof'), async (tx) => unprovenConsents.compile(tx));
    assert.match((await planOf('proof', text)).join('\n'), /ledger_unproven/);
  });
});
