import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Decrypter, generateX25519Identity } from 'age-encryption';
import { dataMap } from '../../../data-map/index.ts';
import { asRuntimeRole } from '../../open-house.ts';
import { testSecret } from '../../../tests/support/test-server.ts';
import { secretsFrom } from '../../platform/secrets.ts';
import { addDays } from '../../platform/clock.ts';
import { dumpOf, addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, withDatabase, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, inHouse, makeStaff, setUpOperator } from '../../../tests/support/world.ts';
import { engineOf } from '../engine.ts';
import { eraseForever, findReceipt, resumeErasures } from '../erase.ts';
import { sweep } from '../sweep.ts';
import { drill, findLastDrill } from './drill.ts';
import { leftOut } from './left-out.ts';
import { restore } from './restore.ts';
import { writeBackup } from './write-backup.ts';

/** N-26 and N-44: a backup that was made before an erasure brings nothing of the erased back. */

const runtimePassword = secretsFrom(testSecret).digest('database role', 'kursiv_runtime').toString('hex');

async function emptyDatabase(test: TestHouse) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await test.owner.query(`create database ${name}`);
  const ownerUrl = withDatabase(test.ownerUrl, name);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return {
    target: { ownerUrl, runtimeUrl: asRuntimeRole(ownerUrl, runtimePassword), runtimePassword },
    client,
    async close() {
      await client.end();
      await test.owner.query(`drop database ${name} with (force)`);
    },
  };
}

/** What the age tool shows whoever has the identity and nothing else. */
async function openedWithOuterKey(test: TestHouse, path: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(
    readFileSync(test.house.vault.identityFile, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('AGE-'))!,
  );
  return decrypter.decrypt(readFileSync(path), 'text');
}

async function world(test: TestHouse) {
  await setUpOperator(test);
  const customer = await addCustomer(test);
  const course = await addCourse(test, customer.id);
  const admin = await addPerson(test, 'Adminsson');
  await makeStaff(test, admin, customer.id, course.courseId);
  return { course, admin };
}

const markersOf = (name: string) => [name, `${name.toLowerCase()}@person.example`, `Given${name}`, `Family${name}`, `Forr${name}`];

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
    assert.ok(text.includes('liten kurs'), 'what is nobody’s can be read');
  });

  it('brings nothing of the erased back', () => {
    const all = Object.values(restored).flat().join('\n').toLowerCase();
    for (const trace of [...markersOf('Borttagen'), ...gone.ids]) assert.ok(!all.includes(trace.toLowerCase()), trace);
    for (const trace of markersOf('Borttagen')) assert.ok(!all.includes(Buffer.from(trace).toString('hex')), trace);
    const keys = restored['course_key']!.join('\n');
    assert.equal(keys.match(/AAA/g)?.length, 1, "only the twin's key still tells its last characters");
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
      const same = (line: string) => live[table]!.includes(line);
      if (!leftOut[table] && !['mail', 'erasure', 'restore_drill', 'access_log'].includes(table))
        assert.deepEqual(before_[table]!.filter(same), restored[table]!.filter(same), table);
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

describe('backups that go wrong', () => {
  let test: TestHouse;
  let path: string;
  before(async () => {
    test = await openTestHouse();
    const { course, admin } = await world(test);
    await addFullPerson(test, 'Person', course, admin);
    path = (await writeBackup(test.house)).paths[0]!;
  });
  after(() => test.close());

  const refused = async (file: string, house: Parameters<typeof restore>[0], why: RegExp) => {
    const empty = await emptyDatabase(test);
    await assert.rejects(restore(house, file, empty.target), why);
    const { rows } = await empty.client.query<{ present: boolean }>("select to_regclass('account') is not null as present");
    if (rows[0]!.present) assert.equal((await empty.client.query('select from account')).rowCount, 0);
    await empty.close();
  };
  const changed = (change: (bytes: Buffer) => Buffer, withSum = false) => {
    const folder = join(test.folder, randomBytes(4).toString('hex'));
    mkdirSync(folder);
    const copy = join(folder, 'kursiv-20261123T090000Z.age');
    writeFileSync(copy, change(readFileSync(path)));
    if (withSum) writeFileSync(`${copy}.sha256`, readFileSync(`${path}.sha256`));
    return copy;
  };

  it('are refused when a byte is changed, with its checksum or without', async () => {
    const flip = (bytes: Buffer) => {
      bytes[bytes.length - 2000]! ^= 1;
      return bytes;
    };
    await refused(changed(flip, true), test.house, /differs from its checksum/);
    await refused(changed(flip), test.house, /invalid tag/);
  });

  it('are refused when the end is missing', async () => {
    await refused(
      changed((bytes) => bytes.subarray(0, bytes.length - 70_000)),
      test.house,
      /invalid tag/,
    );
  });

  it('are refused with the wrong identity, with none, and with another SECRET', async () => {
    const other = join(test.folder, 'other-identity');
    writeFileSync(other, await generateX25519Identity());
    const withIdentity = (identityFile: string) => ({ ...test.house, vault: { ...test.house.vault, identityFile } });
    await refused(path, withIdentity(other), /cannot be opened with the identity/);
    await refused(path, withIdentity(join(test.folder, 'nothing')), /no age identity/);
    await refused(path, { ...test.house, secrets: secretsFrom('another secret than the one of the tests') }, /another SECRET/);
  });

  it('are refused when the keyring was left behind, and no one is taken for erased', async () => {
    await refused(
      path,
      { ...test.house, vault: { ...test.house.vault, keyringFolder: join(test.folder, 'left-behind') } },
      /opens nothing/,
    );
  });

  it('are refused when somebody else encrypted them to us', async () => {
    const forger = {
      ...test.house,
      secrets: secretsFrom('another secret than the one of the tests'),
      vault: { ...test.house.vault, keyringFolder: join(test.folder, 'forged'), backupFolders: [join(test.folder, 'forgery')] },
    };
    const forged = (await writeBackup(forger)).paths[0]!;
    await refused(forged, test.house, /not written by this installation/);
  });

  it('are only restored into an empty database', async () => {
    await assert.rejects(restore(test.house, path, { ...test, runtimePassword: undefined }), /is not empty/);
  });

  it('leave nothing half when they are interrupted', async () => {
    const folder = join(test.folder, 'interrupted');
    const database = { ...test.house.database };
    const failing: typeof database = {
      ...database,
      transaction: (scope, work) =>
        database.transaction(scope, (tx) => {
          let fetched = 0;
          const executeQuery = tx.executeQuery.bind(tx);
          tx.executeQuery = ((query: { sql: string }) => {
            if (query.sql?.startsWith('fetch') && ++fetched > 10) throw new Error('the power went');
            return executeQuery(query as never);
          }) as never;
          return work(tx);
        }),
    };
    await assert.rejects(writeBackup({ ...test.house, database: failing }, [folder]), /the power went/);
    assert.deepEqual(readdirSync(folder), []);
    writeFileSync(join(folder, 'kursiv-20200101T000000Z.age.part'), 'left by a crash');
    assert.equal((await writeBackup(test.house, [folder])).paths.length, 1);
    assert.equal(readdirSync(folder).length, 2, 'the backup and its checksum');
  });

  it('are written to the places that can be written, and tell of the others', async () => {
    const blocked = join(test.folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    const { paths, failed } = await writeBackup(test.house, [blocked, join(test.folder, 'good')]);
    assert.equal(paths.length, 1);
    assert.deepEqual(
      failed.map(({ folder }) => folder),
      [blocked],
    );
    await assert.rejects(writeBackup(test.house, [blocked]), /could not be written anywhere/);
  });

  it('read nothing on a connection that they have given back', async () => {
    const blocked = join(test.folder, 'blocked');
    let readAfter = 0;
    const { database } = test.house;
    const slow: typeof database = {
      ...database,
      transaction: (scope, work) => {
        let isOver = false;
        return database
          .transaction(scope, (tx) => {
            const executeQuery = tx.executeQuery.bind(tx);
            tx.executeQuery = (async (query: { sql: string }) => {
              if (query.sql?.startsWith('declare')) await setTimeout(20);
              if (isOver) readAfter++;
              return executeQuery(query as never);
            }) as never;
            return work(tx);
          })
          .finally(() => (isOver = true));
      },
    };
    await assert.rejects(writeBackup({ ...test.house, database: slow }, [blocked]), /could not be written anywhere/);
    await setTimeout(200);
    assert.equal(readAfter, 0);
  });

  it('go after 35 days, with the keys of addresses that only they used', async () => {
    const keep = test.clock.now();
    test.clock.moveTo(addDays(keep, 34));
    await sweep(test.house);
    assert.ok(readdirSync(test.house.vault.backupFolders[0]!).length > 0);
    test.clock.moveTo(addDays(keep, 36));
    assert.equal((await sweep(test.house))['backup removed'], 1);
    assert.deepEqual(readdirSync(test.house.vault.backupFolders[0]!), []);
    test.clock.moveTo(keep);
  });
});

describe('an erasure while the keyring cannot be written', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());

  it('is not done, says nothing of whose it is, and is taken up again', async () => {
    const person = await addPerson(test, 'Envis');
    await writeBackup(test.house);
    const folder = test.house.vault.keyringFolder;
    const shard = join(folder, person.id.slice(0, 2));
    // A folder stands where the new file would be written: also root cannot write it.
    mkdirSync(`${shard}.part`);
    await assert.rejects(eraseForever(test.house, [person.id], 'request'), /EISDIR/);
    const state = async () => await inHouse(test, (tx) => tx.selectFrom('erasure').selectAll().executeTakeFirstOrThrow());
    assert.equal((await state()).state, 'started');
    assert.equal((await state()).finished_at, null);
    assert.ok(!JSON.stringify(await state()).includes(person.id));
    assert.ok(readFileSync(shard, 'utf8').includes(person.id));
    await assert.rejects(resumeErasures(test.house), /EISDIR/);
    rmdirSync(`${shard}.part`);
    assert.equal(await resumeErasures(test.house), 1);
    assert.equal((await state()).state, 'done');
    assert.deepEqual((await state()).confirmed, ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox']);
    assert.ok(!readFileSync(shard, 'utf8').includes(person.id));
  });
});

describe('a large backup', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());

  it('is one moment though people write meanwhile, and takes bounded memory', async () => {
    const { course, admin } = await world(test);
    const student = await addPerson(test, 'Skrivande');
    const enrolmentId = await enrol(test, student, course);
    const thread = await inHouse(test, (tx) =>
      tx
        .insertInto('correspondence')
        .values({ customer_id: course.customerId, enrolment_id: enrolmentId, course_id: course.courseId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    const write = (from: number, to: number) =>
      test.owner.query(
        `with sent as (insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body)
           select $1, $2, n, case when n % 2 = 0 then $3::uuid else $4::uuid end, n % 2 <> 0, gen_random_uuid(), repeat('ord ', 100) from generate_series($5::int, $6::int) n returning 1)
         update correspondence set last_sequence = $6 where id = $2`,
        [course.customerId, thread.id, admin.id, student.id, from, to],
      );
    await write(1, 20_000);
    let highest = 0;
    globalThis.gc?.();
    const base = process.memoryUsage().heapUsed;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().heapUsed - base)), 5);
    let next = 20_000;
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await write(next + 1, next + 10);
        next += 10;
      }
    })();
    const began = performance.now();
    const { paths, bytes } = await writeBackup(test.house).finally(() => (writing = false));
    const seconds = (performance.now() - began) / 1000;
    await writer;
    const empty = await emptyDatabase(test);
    const again = performance.now();
    await restore(test.house, paths[0]!, empty.target);
    clearInterval(watch);
    const back = (performance.now() - again) / 1000;
    process.stdout.write(
      `# ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, back in ${back.toFixed(1)} s, heap at most ${(highest / 1e6).toFixed(0)} MB above\n`,
    );
    const { rows } = await empty.client.query<{ messages: string; last: number }>(
      'select (select count(*) from message) as messages, last_sequence as last from correspondence',
    );
    assert.equal(Number(rows[0]!.messages), rows[0]!.last, 'the thread counts exactly the messages that are there');
    assert.ok(next > rows[0]!.last && rows[0]!.last >= 20_000, 'and more were written meanwhile');
    assert.ok(highest < 150e6, `${highest} bytes of heap`);
    await empty.close();
  });
});
