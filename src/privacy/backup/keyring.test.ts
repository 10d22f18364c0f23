import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { secretsFrom } from '../../platform/secrets.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, inHouse } from '../../../tests/support/world.ts';
import { eraseForever, resumeErasures } from '../erase.ts';
import { ensureKeys, forgetKeys, holderAtCustomer, readShard } from './keyring.ts';
import { writeBackup } from './write-backup.ts';

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

describe('the lines of a shard when one goes', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());

  it('open as before, those of people as they stood, those at customers sealed anew', async () => {
    const [gone, stays] = [await addPerson(test, 'Borta'), await addPerson(test, 'Kvar')];
    const shard = gone.id.slice(0, 2);
    const atCustomer = (id: string) => holderAtCustomer(id, randomUUID());
    const holders = [gone.id, stays.id, atCustomer(gone.id), atCustomer(stays.id)];
    await ensureKeys(test.house, shard, holders);
    const text = () => readFileSync(join(test.house.vault.keyringFolder, shard), 'utf8').split('\n');
    const [linesBefore, keysBefore] = [text(), await readShard(test.house, shard)];
    await forgetKeys(test.house, [gone.id]);
    const [lines, keys] = [text(), await readShard(test.house, shard)];
    assert.deepEqual([...keys.keys()], [holders[1], holders[3]], 'what the person had at a customer goes with them');
    for (const [holder, { key }] of keys) assert.deepEqual(key, keysBefore.get(holder)?.key);
    const own = (all: string[]) => all.find((line) => line.startsWith(stays.id));
    assert.equal(own(lines), own(linesBefore));
    for (const line of lines.filter((one) => one.startsWith('&')))
      assert.ok(!linesBefore.includes(line), 'two copies do not tell who was where');
  });

  it('are not opened for another’s that goes; one that was changed is refused to whoever opens it', async () => {
    const [first, gone] = [await addPerson(test, 'Forst'), await addPerson(test, 'Gar')];
    const changed = `${gone.id.slice(0, 2)}${randomUUID().slice(2)}`;
    const shard = gone.id.slice(0, 2);
    await ensureKeys(test.house, shard, [gone.id, `@${shard}0123456789`]);
    const path = join(test.house.vault.keyringFolder, shard);
    const own = readFileSync(path, 'utf8')
      .split('\n')
      .find((line) => line.startsWith(gone.id))!;
    // Someone else's name over a line that is sealed for another.
    appendFileSync(path, `${own.replace(gone.id, changed)}\n`);
    await forgetKeys(test.house, [gone.id, first.id]);
    const lines = await readShard(test.house, shard);
    assert.deepEqual([lines.has(gone.id), lines.has(changed)], [false, true]);
    assert.throws(() => lines.get(changed)?.key, /has been changed/);
    const other = { ...test.house, secrets: secretsFrom('another secret than the one of the tests') };
    await assert.rejects(forgetKeys(other, [changed]), /another SECRET/);
    assert.ok(readFileSync(path, 'utf8').includes(changed), 'nothing was written with the wrong one');
  });
});
