import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { dataMap } from '../../../data-map/index.ts';
import { keptByLaw } from '../kept-by-law.ts';
import { addDays } from '../../platform/clock.ts';
import { dumpOf, addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { inHouse } from '../../../tests/support/world.ts';
import { engineOf } from '../engine.ts';
import { eraseForever, findReceipt } from '../erase.ts';
import { drill, findLastDrill } from './drill.ts';
import { leftOut } from './left-out.ts';
import { restore } from './restore.ts';
import { emptyDatabase, markersOf, openedWithOuterKey, world } from './testing.ts';
import { writeBackup } from './write-backup.ts';

/** N-26, N-44 and E-21: a backup that was made before an erasure brings nothing of the erased back but what a law keeps. */

describe('a backup made before someone is erased', () => {
  let test: TestHouse;
  let empty: Awaited<ReturnType<typeof emptyDatabase>>;
  let gone: Awaited<ReturnType<typeof addFullPerson>>;
  let twin: Awaited<ReturnType<typeof addFullPerson>>;
  let path: string;
  let before_: Record<string, string[]>;
  let live: Record<string, string[]>;
  let restored: Record<string, string[]>;
  let erasureId: string;

  before(async () => {
    test = await openTestHouse();
    const { course, admin } = await world(test);
    gone = await addFullPerson(test, 'Borttagen', course, admin);
    twin = await addFullPerson(test, 'Tvilling', course, admin);
    await inHouse(test, (tx) =>
      tx
        .insertInto('mail')
        .values({ address: 'okand@person.example', template: 'key-link', language: 'sv', due_at: addDays(test.clock.now(), 30) })
        .execute(),
    );
    before_ = await dumpOf(test.owner);
    path = (await writeBackup(test.house)).paths[0]!;
    [erasureId = ''] = await eraseForever(test.house, [gone.id], 'request');
    live = await dumpOf(test.owner);
    empty = await emptyDatabase(test);
    await restore(test.house, path, empty.target);
    restored = await dumpOf(empty.client);
  });
  after(async () => {
    await empty.close();
    await test.close();
  });

  it('tells nothing of the erased to whoever has the key of the backup and nothing else', async () => {
    const text = (await openedWithOuterKey(test, path)).toLowerCase();
    for (const trace of [...markersOf('Borttagen'), ...gone.ids]) assert.ok(!text.includes(trace.toLowerCase()), trace);
    for (const trace of markersOf('Borttagen')) assert.ok(!text.includes(Buffer.from(trace).toString('hex')), trace);
  });

  it('tells nothing of anyone else either, nor of someone without an account', async () => {
    const text = (await openedWithOuterKey(test, path)).toLowerCase();
    for (const trace of [...markersOf('Tvilling'), ...markersOf('Adminsson').slice(0, 4), ...twin.ids, 'okand@person.example'])
      assert.ok(!text.includes(trace.toLowerCase()), trace);
    assert.ok(text.includes('lärvik drift'), 'what is nobody’s and no customer’s can be read');
    assert.ok(!text.includes('liten kurs'), 'what is a customer’s cannot');
  });

  it('brings nothing of the erased back', () => {
    const tables = Object.entries(restored).filter(([table]) => !keptByLaw().some((kept) => kept.table === table));
    const all = tables
      .flatMap(([, lines]) => lines)
      .join('\n')
      .toLowerCase();
    for (const trace of [...markersOf('Borttagen'), ...gone.ids]) assert.ok(!all.includes(trace.toLowerCase()), trace);
    for (const trace of markersOf('Borttagen')) assert.ok(!all.includes(Buffer.from(trace).toString('hex')), trace);
    const keys = restored['course_key']!.join('\n');
    assert.equal(keys.match(/AAA/g)?.length, 1, "only the twin's key still tells its last characters");
  });

  it('brings back of a purchase what the law keeps, as the erasure left it', () => {
    const ofErased = (table: string) => restored[table]!.filter((line) => line.includes('Borttagen'));
    assert.deepEqual([ofErased('purchase').length, ofErased('voucher').length], [1, 1]);
    assert.deepEqual(
      ofErased('purchase'),
      live['purchase']!.filter((line) => line.includes('Borttagen')),
    );
    assert.doesNotMatch(ofErased('purchase').join(''), /Kurs för/);
  });

  it('brings everyone else back byte for byte', () => {
    const ofTwin = (tables: Record<string, string[]>) =>
      Object.entries(tables).flatMap(([table, lines]) =>
        leftOut[table] || table.startsWith('graphile') || table === 'mail'
          ? []
          : lines.filter((line) => twin.ids.some((id) => line.includes(id)) || /tvilling/i.test(line)).map((line) => `${table} ${line}`),
      );
    assert.ok(ofTwin(before_).length > 20);
    assert.deepEqual(ofTwin(restored), ofTwin(before_));
    for (const table of Object.keys(dataMap)) {
      const untouched = before_[table]!.filter((line) => live[table]!.includes(line));
      const back = restored[table]!.filter((line) => before_[table]!.includes(line));
      if (!leftOut[table] && !['mail', 'erasure', 'restore_drill', 'access_log'].includes(table)) assert.deepEqual(back, untouched, table);
    }
  });

  it('keeps the same figures as the erasure did in the house', () => {
    for (const table of Object.keys(dataMap)) {
      if (leftOut[table] || ['erasure', 'supplier_notice'].includes(table)) continue; // written by the erasure, after the backup
      assert.equal(restored[table]?.length, live[table]?.length, table);
    }
  });

  it("leaves what is nobody's as erasure leaves it, but for the random ids", async () => {
    const nobodys = (client: pg.Client) =>
      client.query<{
        line: string;
      }>(`select (to_jsonb(e) - '{id,account_id}'::text[])::text || a.kind as line from enrolment e join account a on a.id = e.account_id
        union all select (to_jsonb(m) - '{id,client_id,correspondence_id,author_id,deleted_at,sent_at}'::text[])::text from message m
        union all select (to_jsonb(t) - '{id,client_id,enrolment_id}'::text[])::text from answer t
        union all select (to_jsonb(k) - '{id,enrolment_id}'::text[])::text from correspondence k
        union all select (to_jsonb(k) - '{key_hash,enrolment_id}'::text[])::text from course_key k order by 1`);
    const [mine, theirs] = [await nobodys(test.owner), await nobodys(empty.client)];
    assert.deepEqual(
      theirs.rows.map(({ line }) => line),
      mine.rows.map(({ line }) => line),
    );
    const { rows } = await empty.client.query<{ body: string }>("select body from message where not from_student and body like 'Hej […]%'");
    assert.deepEqual(
      rows.map(({ body }) => body),
      ['Hej […], tidigare […]! Skriv till […] om något är oklart.'],
    );
  });

  it('sends nothing that waited when it was made', async () => {
    const { rows } = await empty.client.query('select distinct state, problem from mail');
    assert.deepEqual(rows, [{ state: 'dead', problem: 'not sent before the restore' }]);
    const jobs = await empty.client.query('select from graphile_worker.jobs');
    assert.equal(jobs.rowCount, 0);
  });

  it('is answered for in the receipt: from when, and until when a copy of the keyring may lie', async () => {
    const receipt = await findReceipt(test.house, erasureId);
    const { backups } = receipt!.receipt as unknown as { backups: { unreadableFrom: string; keyringCopiesUntil: string } };
    assert.equal(Date.parse(backups.keyringCopiesUntil) - Date.parse(backups.unreadableFrom), 7 * 86_400_000);
    assert.equal(receipt!.finished_at!.toISOString(), backups.unreadableFrom);
    assert.deepEqual(receipt!.remaining, {});
  });

  it('leaves no line in the keyring, and one for each who stays', () => {
    const folder = test.house.vault.keyringFolder;
    const all = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    assert.ok(!all.includes(gone.id) && all.includes(twin.id));
    assert.equal(all.match(/^@/gm)?.length, 3, 'addresses without an account: of a key, of a question and of a request');
    assert.ok(!all.includes('okand@') && !all.includes('fragare@'));
  });

  it('passes a drill, which is recorded and leaves no database behind', async () => {
    const result = await drill(test.house, test, ['Borttagen']);
    assert.equal(result.problem, null);
    assert.deepEqual((await findLastDrill(test.house.database))?.state, 'passed');
    const failing = await drill(test.house, test, ['Tvilling']);
    assert.equal(failing.problem, 'someone erased was found', 'the marker is really looked for');
    const { rowCount } = await test.owner.query("select from pg_database where datname like current_database() || '_drill_%'");
    assert.equal(rowCount, 0);
  });

  it('has every table of the schema, or says why not', async () => {
    const { catalog } = await engineOf(test.house.database);
    const head = JSON.parse((await openedWithOuterKey(test, path)).split('\n')[0]!) as { tables: { name: string }[] };
    const held = head.tables.map(({ name }) => name);
    assert.deepEqual([...held, ...Object.keys(leftOut)].toSorted(), Object.keys(catalog.columns).toSorted());
    for (const because of Object.values(leftOut)) assert.ok(because.length > 20);
  });

  it('forgets the administrator too, in their own messages and without losing them', async () => {
    const admin = await inHouse(test, (tx) =>
      tx.selectFrom('account').select('id').where('email', '=', 'adminsson@person.example').executeTakeFirstOrThrow(),
    );
    const own = await emptyDatabase(test);
    await eraseForever(test.house, [admin.id], 'request');
    await restore(test.house, path, own.target);
    const tables = await dumpOf(own.client);
    assert.ok(!Object.values(tables).flat().join('\n').includes(admin.id));
    assert.equal(tables['message']!.length, restored['message']!.length);
    assert.equal(tables['message']!.filter((line) => line.includes('GivenTvilling')).length, 2, 'what was written to the twin is there');
    await own.close();
  });
});
