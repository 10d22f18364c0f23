import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { generateX25519Identity } from 'age-encryption';
import { secretsFrom } from '../../platform/secrets.ts';
import { addDays } from '../../platform/clock.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { sweep } from '../sweep.ts';
import { encrypterFor } from './identity.ts';
import { folderPlace } from './places/folder.ts';
import { restore } from './restore.ts';
import { emptyDatabase, world } from './testing.ts';
import { writeBackup } from './write-backup.ts';

const backupsIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('kursiv-'));

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

  it('are refused in an older format, which would bring back what customers have erased, and in a newer', async () => {
    const written = async (version: number) => {
      const folder = join(test.folder, `format-${version}`);
      mkdirSync(folder);
      const file = join(folder, 'kursiv-20261123T090000Z.age');
      const encrypter = await encrypterFor(test.house.vault);
      writeFileSync(file, await encrypter.encrypt(`${JSON.stringify({ kursiv: 'backup', format: version })}\n`));
      return file;
    };
    await refused(await written(2), test.house, /older format 2.*erased about people since.*the version of Kursiv that made it/);
    await refused(await written(4), test.house, /newer format 4/);
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
    await assert.rejects(writeBackup({ ...test.house, database: failing }, [folderPlace(folder)]), /the power went/);
    assert.deepEqual(backupsIn(folder), []);
    writeFileSync(join(folder, 'kursiv-20200101T000000Z.age.part'), 'left by a crash');
    assert.equal((await writeBackup(test.house, [folderPlace(folder)])).paths.length, 1);
    assert.equal(backupsIn(folder).length, 3, 'the backup, its checksum and the names of its files');
  });

  it('are written to the places that can be written, and tell of the others', async () => {
    const blocked = join(test.folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    const { paths, failed } = await writeBackup(test.house, [blocked, join(test.folder, 'good')].map(folderPlace));
    assert.equal(paths.length, 1);
    assert.deepEqual(
      failed.map(({ place }) => place),
      [blocked],
    );
    await assert.rejects(writeBackup(test.house, [folderPlace(blocked)]), /could not be written anywhere/);
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
    await assert.rejects(writeBackup({ ...test.house, database: slow }, [folderPlace(blocked)]), /could not be written anywhere/);
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
    const left = readdirSync(test.house.vault.backupFolders[0]!, { withFileTypes: true, recursive: true });
    assert.deepEqual(
      left.filter((entry) => entry.isFile()),
      [],
    );
    test.clock.moveTo(keep);
  });
});
