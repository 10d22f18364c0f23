import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { oneAnswer } from './one-answer.ts';

describe('a statement that answers with one value', () => {
  let house: TestHouse;
  let pool: pg.Pool;
  before(async () => {
    house = await openTestHouse();
    const { connectionString } = house.house.database.pool.options;
    pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 5_000 });
    pool.on('connect', (client) => void client.on('error', () => {}));
    pool.on('error', () => {});
  });
  after(async () => {
    await pool.end();
    await house.close();
  });

  test('gives it as text, also when settings go before it in the same transaction', async () => {
    assert.equal(await oneAnswer(pool, "select 'Åsa – två'"), 'Åsa – två');
    assert.equal(await oneAnswer(pool, "set local app.purpose = 'x'; select app.purpose()"), 'x');
    await assert.rejects(oneAnswer(pool, 'select app.purpose()'), /one value/, 'nothing is left on the connection');
  });

  test('tells a fault, and what is not one value, once; the one connection serves the next', async () => {
    await assert.rejects(oneAnswer(pool, 'select wrong'), /"wrong" does not exist/);
    await assert.rejects(oneAnswer(pool, 'select 1, 2'), /one value/);
    await assert.rejects(oneAnswer(pool, 'select 1 where false'), /one value/);
    await assert.rejects(oneAnswer(pool, 'select 1; select 1/0'), /division by zero/);
    assert.deepEqual(await Promise.all(['1', '2', '3'].map((value) => oneAnswer(pool, `select ${value}`))), ['1', '2', '3']);
  });

  test('is told when its connection is lost, and the next gets a new one', async () => {
    await assert.rejects(oneAnswer(pool, 'select pg_terminate_backend(pg_backend_pid())'));
    assert.equal(await oneAnswer(pool, 'select 5'), '5');
  });
});
