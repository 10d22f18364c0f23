import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../../../tests/support/world.ts';
import { proveAll } from '../index.ts';
import type { Probe } from './probe.ts';
import { findProbe } from './probes.ts';

// Proof of E-22 as far as time goes: what is too much to read every hour is read whole once a day, and the page says when.

describe('a proof of everything there is', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    const course = await addCourse(house, customer.id);
    const admin = await addPerson(house, 'Admin');
    await makeStaff(house, admin, customer.id, course.courseId);
    await addFullPerson(house, 'Alla', course, admin);
  });
  after(() => house.close());

  it('reads everything once a day and while something is wrong, and else what is new; the page says when', async () => {
    const read: string[] = [];
    let holds = true;
    const probe: Probe = {
      id: 'looks-told',
      promises: ['N-60'],
      when: 'daily',
      title: { sv: 'Prov', en: 'Proof' },
      says: () => ({ sv: '', en: '' }),
      run: async () => (read.push('all'), { holds, figures: {} }),
      runPart: async (_house, since) => (read.push(since.toISOString()), { holds, figures: {} }),
    };
    const at = async (time: string) => {
      house.clock.moveTo(new Date(time));
      await proveAll(house.house, [probe]);
      return read.splice(0);
    };
    assert.deepEqual(await at('2026-12-01T22:25:00Z'), ['all']);
    assert.match((await at('2026-12-01T22:55:00Z'))[0]!, /^2026-12-01T21:25:00/, 'from an hour before all was read');
    assert.deepEqual(await at('2026-12-01T23:25:00Z'), ['all'], 'a new day in Sweden');
    assert.match((await at('2026-12-02T00:25:00Z'))[0]!, /^2026-12-01T22:25:00/);
    holds = false;
    assert.equal((await at('2026-12-02T01:25:00Z')).length, 1);
    assert.deepEqual(await at('2026-12-02T02:25:00Z'), ['all'], 'a fault is not closed by what is new');
    holds = true;
    assert.deepEqual(await at('2026-12-02T03:25:00Z'), ['all']);
    assert.match((await at('2026-12-02T04:25:00Z'))[0]!, /^2026-12-02T02:25:00/);
    const { rows } = await house.owner.query("select since from proof_fault where proof = 'looks-told'");
    assert.deepEqual(rows, []);
  });

  it('is told on the page, in both languages', async () => {
    house.clock.moveTo(new Date('2026-12-03T08:25:00Z'));
    await proveAll(house.house);
    const get = async (path: string) => (await house.app.request(path, { headers: { 'accept-language': 'sv' } })).text();
    for (const id of ['looks-told', 'messages-whole'])
      assert.match(
        await get(`/fortroende/${id}`),
        /; alla lästes senast 3\sdecember\s2026\skl\.\s9\.25, och sedan dess varje timme de nya/,
      );
    assert.match(await get('/en/trust'), /; all were last read on [^;]{10,30}9[.:]25[^;]{0,5}, and each hour since then the new ones/);
  });

  /** What makes the one number wrong, and what makes it right again. */
  const faults: Record<string, [plant: string, mend: string]> = {
    'looks-told': [
      `insert into access_log (id, actor_id, purpose, room, fields, due_at)
         select gen_random_uuid(), id, 'correspond', 'of nobody', '{}', '2030-01-01' from account limit 1`,
      "delete from access_log where room = 'of nobody'",
    ],
    'messages-whole': [
      'update correspondence set last_sequence = last_sequence + 1',
      'update correspondence set last_sequence = last_sequence - 1',
    ],
  };

  for (const [id, [plant, mend]] of Object.entries(faults))
    it(`finds in the new ones and a selection what it finds in all, where there are few: ${id}`, async () => {
      const { run, runPart } = findProbe(id)!;
      const number = async (work: ReturnType<typeof run>) => Number(Object.values((await work).figures)[0]);
      // Nothing is new after that day: what is found is found in the selection.
      const both = async () => [await number(run(house.house)), await number(runPart!(house.house, new Date('2040-01-01')))];
      assert.deepEqual(await both(), [0, 0]);
      await house.owner.query(plant);
      const [all, part] = await both();
      assert.ok(all! > 0);
      assert.equal(part, all);
      await house.owner.query(mend);
    });
});
