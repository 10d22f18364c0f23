import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, enrol, inHouse } from '../../../tests/support/world.ts';
import { restore } from './restore.ts';
import { emptyDatabase, world } from './testing.ts';
import { writeBackup } from './write-backup.ts';

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
