import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, inHouse } from '../../../tests/support/world.ts';
import { eraseForever, resumeErasures } from '../erase.ts';
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
