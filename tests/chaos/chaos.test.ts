import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRight } from './judge.ts';
import { raiseStorm } from './storm.ts';

/**
 * N-08, N-13: applications, worker and database are killed at random while students, administrators, visitors and a mail server
 * all send. The whole run of ten thousand is `npm run chaos`. A run is had again with its seed: CHAOS_SEED=… .
 */
test('whatever is killed, all that was accepted has arrived, once, and in order', { timeout: 180_000 }, async () => {
  const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`# CHAOS_SEED=${seed}\n`);
  const { verdicts, kills } = await raiseStorm({
    seed,
    students: 5,
    administrators: 2,
    messagesEach: 20,
    forms: 20,
    mails: 20,
    calmMs: 1_500,
  });
  for (const verdict of verdicts) {
    assert.ok(verdict.accepted > 0, verdict.what);
    assert.ok(isRight(verdict), JSON.stringify(verdict));
  }
  for (const [part, times] of Object.entries(kills)) assert.ok(times > 0, `${part} was killed`);
});
