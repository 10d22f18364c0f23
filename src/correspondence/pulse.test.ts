import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import type { Visit } from '../platform/visit.ts';
import { joinPulse } from './pulse.ts';
import { until } from './testing.ts';

let place: TestHouse;
before(async () => void (place = await openTestHouse()));
after(() => place.close());

const streams = 900;
const perEntry = 450;

test('streams that came at once take turns: each hears and comes in anew once a round, and never many in one beat', async () => {
  const visit = { house: place.house, request: new Request('http://localhost/'), params: {} } as Visit;
  const heard = new Map<number, number>();
  const entered = new Map<number, number>();
  const count = (of: Map<number, number>, stream: number) => of.set(stream, (of.get(stream) ?? 0) + 1);
  const of = (counts: Map<number, number>) => new Set(counts.values());
  mock.timers.enable({ apis: ['setInterval'] });
  const leave = Array.from({ length: streams }, (_, stream) =>
    joinPulse(place.house, {
      visit,
      heartbeat: () => count(heard, stream),
      entered: () => count(entered, stream),
      fail: (error) => assert.fail(String(error)),
      end: () => assert.fail('nobody ends it'),
    }),
  );
  try {
    let last = 0;
    for (let beat = 0; beat < perEntry / 3; beat++) {
      mock.timers.tick(100);
      const now = [...heard.values()].reduce((sum, one) => sum + one, 0);
      assert.equal(now - last, (streams / perEntry) * 3);
      last = now;
    }
    assert.deepEqual([heard.size, of(heard)], [streams, new Set([1])], 'once within fifteen seconds');
    for (let beat = perEntry / 3; beat < perEntry; beat++) mock.timers.tick(100);
    // Each beat asks the database for its own few; the last of them answers last.
    await until(() => entered.size === streams, 'the last to come in anew');
    assert.deepEqual([entered.size, of(entered), of(heard)], [streams, new Set([1]), new Set([3])], 'once within 45 seconds');
    leave[0]!();
    for (let beat = 0; beat < perEntry; beat++) mock.timers.tick(100);
    await until(() => [...entered.values()].filter((times) => times === 2).length === streams - 1, 'all who stayed');
    assert.deepEqual([heard.get(0), entered.get(0)], [3, 1], 'who has left is left alone');
  } finally {
    leave.forEach((one) => one());
    mock.timers.reset();
  }
});
