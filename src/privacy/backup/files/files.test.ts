import assert from 'node:assert/strict';
import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { addFullPerson } from '../../../../tests/support/full-person.ts';
import { openObjectStore, type ObjectStore } from '../../../../tests/support/object-store.ts';
import { openTestHouse, type TestHouse } from '../../../../tests/support/test-house.ts';
import { testSecret } from '../../../../tests/support/test-server.ts';
import { addDays } from '../../../platform/clock.ts';
import { filesOnDisk, type Files } from '../../../platform/files.ts';
import { openSealed } from '../../../platform/sealed-file.ts';
import { sha256 } from '../../../platform/secrets.ts';
import { eraseForever } from '../../erase.ts';
import { sweep } from '../../sweep.ts';
import { drill } from '../drill.ts';
import { forgetCustomer } from '../index.ts';
import { folderPlace } from '../places/folder.ts';
import { restore } from '../restore.ts';
import { emptyDatabase, outerKey, world } from '../testing.ts';
import { verifyBackups } from '../verify-backup.ts';
import { writeBackup, type Backup } from '../write-backup.ts';

/** N-26 and N-44: files are in the backup, and nobody who has been erased has one that can be opened. */
describe('files in backups', () => {
  let test: TestHouse;
  let store: ObjectStore;
  let gone: Awaited<ReturnType<typeof addFullPerson>>;
  let twin: Awaited<ReturnType<typeof addFullPerson>>;
  let customerId: string;
  let backup: Backup;
  const film = randomBytes(3_000_000);
  const filmId = randomUUID();
  const keys = { region: 'eu-north-1', keyId: 'AKIDEXAMPLE', secret: 'hemligt' };

  const stored = () => {
    const folder = join(test.house.vault.backupFolders[0]!, 'files');
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    );
  };
  const addMedia = async (id: string, content: Buffer, digest = sha256(content)) => {
    await test.owner.query(
      "insert into file (customer_id, id, name, type, bytes, sha256, kind) values ($1, $2, 'film.mp4', 'video/mp4', $3, $4, 'film')",
      [customerId, id, content.length, digest],
    );
    await test.house.files.write(`${customerId}/${id}`, content);
  };
  const copies: { close(): Promise<void> }[] = [];
  /** Restored somewhere else: a database and folders of their own, until the end of the test. */
  const restored = async (path: string) => {
    const empty = await emptyDatabase(test);
    copies.push(empty);
    const at = (name: string): Files => filesOnDisk(join(test.folder, `restored-${randomUUID()}`, name));
    const house = { ...test.house, files: at('files'), attachments: at('attachments') };
    const result = await restore(house, path, empty.target);
    return { client: empty.client, house, result };
  };
  const read = async (files: Files, key: string) => {
    const found = await files.read(key);
    return found && Buffer.from(await new Response(found.stream).arrayBuffer());
  };

  before(async () => {
    test = await openTestHouse();
    store = await openObjectStore({ ...keys, buckets: ['kopior'], now: () => test.clock.now() });
    test.house.vault.bucket = { url: `${store.url}/kopior/kursiv`, ...keys };
    const { course, admin } = await world(test);
    customerId = course.customerId;
    gone = await addFullPerson(test, 'Borttagen', course, admin);
    twin = await addFullPerson(test, 'Tvilling', course, admin);
    await addMedia(filmId, film);
    backup = await writeBackup(test.house);
  });
  afterEach(() => Promise.all(copies.splice(0).map((one) => one.close())));
  after(async () => {
    await store.close();
    await test.close();
  });

  it('are written to every place, once, however often backups are made', async () => {
    assert.deepEqual(backup.failed, []);
    assert.equal(backup.paths.length, 2);
    assert.equal(
      backup.files,
      9,
      'a film, and for each of two people a file of a message, one handed in, one of a case and one on its way to it',
    );
    // The administrator's answers have rows whose files no one has written.
    assert.equal(backup.missingFiles, 2);
    const before_ = stored();
    assert.equal(before_.length, 9);
    assert.equal([...store.objects.keys()].filter((name) => name.includes('/files/')).length, 9);
    test.clock.moveTo(addDays(test.clock.now(), 1));
    store.requests.length = 0;
    const again = await writeBackup(test.house);
    assert.equal(again.files, 9);
    assert.deepEqual(stored(), before_);
    assert.ok(!store.requests.some((request) => request.startsWith('PUT') && request.includes('/files/')));
  });

  it('come back byte for byte, from the folder or from the bucket', async () => {
    const name = backup.paths[0]!.split('/').at(-1)!;
    const folder = test.house.vault.backupFolders;
    for (const path of [backup.paths[0]!, name]) {
      if (path === name) test.house.vault.backupFolders = [];
      const { house, result, client } = await restored(path);
      test.house.vault.backupFolders = folder;
      assert.deepEqual(result.files, { files: 9, missing: 2, damaged: 0, forgotten: 0 });
      assert.ok(film.equals((await read(house.files, `${customerId}/${filmId}`))!));
      const row = await client.query<{ content_key: Buffer }>('select content_key from attachment where id = $1', [twin.ids[5]]);
      const opened = await openSealed(house.attachments, `${customerId}/${twin.ids[5]}`, row.rows[0]!.content_key);
      assert.equal(await new Response(opened).text(), 'Tvilling');
    }
  });

  it('are counted by verify and by the drill, which write none of them', async () => {
    const verified = await verifyBackups(test.house);
    assert.deepEqual(
      verified.map(({ files }) => files),
      [1, 2].map(() => ({ files: 9, missing: 0, damaged: 0, forgotten: 0 })),
    );
    assert.ok(verified.every(({ rows }) => rows > 100));
    const before_ = readdirSync(test.house.files.folder, { recursive: true }).length;
    const drilled = await drill(test.house, test);
    assert.equal(drilled.problem, null);
    assert.equal(drilled.files.files, 9);
    assert.equal(readdirSync(test.house.files.folder, { recursive: true }).length, before_);
    const { rows } = await test.owner.query<{ file_count: number }>('select file_count from restore_drill');
    assert.deepEqual(
      rows.map(({ file_count }) => file_count),
      [9],
    );
  });

  it('tell nothing to whoever has the key of the backup and nothing else', async () => {
    for (const path of stored()) {
      const opened = Buffer.from(await outerKey(test).decrypt(readFileSync(path)));
      for (const marker of ['Borttagen', 'Tvilling', customerId, film.subarray(0, 32)]) assert.equal(opened.indexOf(marker), -1);
      for (const trace of [customerId, filmId, ...gone.ids, ...twin.ids]) assert.ok(!path.includes(trace));
    }
  });

  it('open with the age tool and the documented steps', async () => {
    const lines = readFileSync(join(test.house.vault.keyringFolder, customerId.slice(0, 2)), 'utf8').split('\n');
    const [, , sealed = ''] = lines.find((line) => line.startsWith(`+${customerId}`))!.split('\t');
    const gcm = (key: Uint8Array, bytes: Buffer, aad?: string) => {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      if (aad) decipher.setAAD(Buffer.from(aad));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    };
    const wrapping = new Uint8Array(hkdfSync('sha256', testSecret, 'kursiv', 'seal keyring', 32));
    const customerKey = gcm(wrapping, Buffer.from(sealed, 'base64')).subarray(0, 32);
    const told = `files\n${customerId}/${filmId}\n${createHash('sha256').update(film).digest('hex')}`;
    const digits = createHmac('sha256', customerKey).update(told).digest('hex').slice(0, 40);
    const name = `files/${digits.slice(0, 2)}/${digits}.age`;
    const opened = Buffer.from(await outerKey(test).decrypt(readFileSync(join(test.house.vault.backupFolders[0]!, name))));
    const key = createHash('sha256').update('kursiv file').update(customerKey).digest();
    assert.ok(gcm(key, opened, name).equals(film));
  });

  it('of whoever has been erased cannot be opened in any older backup, with every key there is', async () => {
    await eraseForever(test.house, [gone.id], 'request');
    const { house, result, client } = await restored(backup.paths[0]!);
    assert.deepEqual(result.files, { files: 5, missing: 1, damaged: 0, forgotten: 0 });
    for (const id of [gone.ids[5], gone.ids[6]]) assert.equal(await house.attachments.has(`${customerId}/${id}`), false);
    assert.equal(await house.attachments.has(`${gone.ids[9]}/${gone.ids[10]}`), false);
    assert.equal(await house.attachments.has(`${twin.ids[9]}/${twin.ids[10]}`), true);
    // All that is left is noise: no key of the restored database opens it, with or without the customer's key.
    const contentKeys = (
      await client.query<{ key: Buffer }>(
        `select content_key as key from attachment union select content_key from handed_file
         union select content_key from enquiry_file union select content_key from inbound_file`,
      )
    ).rows;
    for (const path of stored()) {
      const opened = Buffer.from(await outerKey(test).decrypt(readFileSync(path)));
      for (const { key } of contentKeys) {
        const plain = createDecipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(opened);
        assert.ok(!plain.includes('Borttagen'));
      }
    }
  });

  it('that are changed in one place are taken from another, and are told where there is no other', async () => {
    for (const path of stored()) {
      const bytes = readFileSync(path);
      bytes[bytes.length - 1]! ^= 1;
      writeFileSync(path, bytes);
    }
    const whole = await restored(backup.paths[0]!);
    assert.deepEqual(whole.result.files, { files: 5, missing: 1, damaged: 0, forgotten: 0 });
    const [inFolder, inBucket] = await verifyBackups(test.house);
    assert.equal(inFolder!.files.damaged, 9);
    assert.equal(inBucket!.files.files, 9);
    const { bucket } = test.house.vault;
    test.house.vault.bucket = undefined;
    const damaged = await restored(backup.paths[0]!);
    assert.deepEqual(damaged.result.files, { files: 0, missing: 1, damaged: 5, forgotten: 0 });
    assert.equal(await damaged.house.files.has(`${customerId}/${filmId}`), false, 'nothing half is kept');
    assert.equal((await drill(test.house, test)).problem, 'a file was changed or damaged');
    for (const path of stored()) rmSync(path);
    assert.equal((await drill(test.house, test)).problem, 'a file of the backup was not found');
    test.house.vault.bucket = bucket;
  });

  it('are written again where they are missing', async () => {
    test.clock.moveTo(addDays(test.clock.now(), 1));
    const { files } = await writeBackup(test.house);
    assert.equal(files, 5);
    assert.equal(stored().length, 5);
  });

  it('that are not what their rows say do not stop a backup, and are told', async () => {
    const id = randomUUID();
    await addMedia(id, Buffer.from('ett'), sha256('ett annat'));
    const unreadable = randomUUID();
    await addMedia(unreadable, Buffer.from('två'));
    rmSync(test.house.files.pathOf(`${customerId}/${unreadable}`));
    mkdirSync(test.house.files.pathOf(`${customerId}/${unreadable}`));
    const folder = join(test.folder, 'told');
    const { files, missingFiles } = await writeBackup(test.house, [folderPlace(folder)]);
    assert.deepEqual([files, missingFiles], [5, 3]);
    assert.ok(!readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.part')));
  });

  it('go with the last backup that names them, in every place', async () => {
    await test.owner.query('delete from file where id = $1', [filmId]);
    test.clock.moveTo(addDays(test.clock.now(), 20));
    await writeBackup(test.house);
    await sweep(test.house);
    assert.equal(stored().length, 5, 'an older backup still has the film');
    test.clock.moveTo(addDays(test.clock.now(), 20));
    await sweep(test.house);
    assert.equal(stored().length, 4);
    assert.equal([...store.objects.keys()].filter((name) => name.includes('/files/')).length, 4);
    assert.deepEqual(
      (await verifyBackups(test.house)).map(({ files }) => files.files),
      [4, 4],
    );
  });

  it('are left where a backup does not say which it has', async () => {
    const folder = test.house.vault.backupFolders[0]!;
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.files'))) rmSync(join(folder, name));
    await sweep(test.house);
    assert.equal(stored().length, 4);
  });

  it('are out of reach for ever when their customer has been erased', async () => {
    const path = (await writeBackup(test.house)).paths[0]!;
    await forgetCustomer(test.house, customerId);
    const { result, house } = await restored(path);
    // The rows that named them are gone with them. What is left is a file of a case, which is the operator's own.
    assert.deepEqual(result.files, { files: 1, missing: 0, damaged: 0, forgotten: 0 });
    assert.equal(await house.attachments.has(`${customerId}/${twin.ids[5]}`), false);
  });
});
