import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openObjectStore, type ObjectStore } from '../../../../tests/support/object-store.ts';
import { clockAt } from '../../../platform/clock.ts';
import type { Bucket } from '../../../platform/house.ts';
import { readSettings } from '../../../platform/settings.ts';
import { bucketPlace } from './bucket.ts';
import { readText, writeText, type Place } from './place.ts';
import { signedHeaders } from './sign-request.ts';

/** N-26: a bucket of an S3-compatible store is a place for backups like a folder. */
describe('a bucket as a place for backups', () => {
  const clock = clockAt(new Date('2026-11-23T09:00:00Z'));
  const keys = { region: 'eu-north-1', keyId: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
  let store: ObjectStore;
  let bucket: Bucket;
  let place: Place;
  before(async () => {
    store = await openObjectStore({ ...keys, buckets: ['kopior'], now: () => clock.now() });
    bucket = { url: `${store.url}/kopior/kursiv å`, ...keys };
    place = bucketPlace(bucket, clock);
  });
  beforeEach(() => store.objects.clear());
  after(() => store.close());

  it('signs as the examples of the published rules', () => {
    const example = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1', url: '' };
    const signature = (query: string) =>
      signedHeaders(example, {
        method: 'GET',
        url: new URL(`https://examplebucket.s3.amazonaws.com/?${query}`),
        body: new Uint8Array(),
        now: new Date('2013-05-24T00:00:00Z'),
      })['authorization']!.split('Signature=')[1];
    assert.equal(signature('lifecycle='), 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543');
    assert.equal(signature('max-keys=2&prefix=J'), '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
  });

  it('writes, reads, lists page by page and removes, under its prefix only', async () => {
    store.objects.set('kopior/annat', { body: Buffer.from('x'), at: clock.now() });
    for (const name of ['kursiv-1.age', 'kursiv-2.age', 'kursiv-3.age', 'kursiv-4.age', 'files/ab/1.age', 'files/cd/2+ é.age'])
      await writeText(place, name, `innehåll ${name}`);
    assert.equal(await readText(place, 'files/cd/2+ é.age'), 'innehåll files/cd/2+ é.age');
    assert.equal(await readText(place, 'finns inte'), undefined);
    const names = async (under: '' | 'files/') => (await Array.fromAsync(place.list(under))).map(({ name }) => name);
    assert.deepEqual(await names(''), ['kursiv-1.age', 'kursiv-2.age', 'kursiv-3.age', 'kursiv-4.age']);
    assert.deepEqual(await names('files/'), ['files/ab/1.age', 'files/cd/2+ é.age']);
    await place.remove('kursiv-1.age');
    await place.remove('kursiv-1.age');
    assert.equal((await names('')).length, 3);
    assert.ok(store.objects.has('kopior/annat'), 'what is not ours is left');
  });

  it('sends what is large in parts, and it has its name only when it is whole', async () => {
    const content = randomBytes(40_000_000);
    const writing = await place.begin('stor.age');
    for (let from = 0; from < content.length; from += 1_000_003) await writing.write(content.subarray(from, from + 1_000_003));
    assert.equal(store.objects.size, 0);
    assert.equal(store.uploads.size, 1);
    await writing.finish();
    const read = Buffer.concat(await Array.fromAsync((await place.read('stor.age'))!));
    assert.ok(read.equals(content));
    assert.equal(store.uploads.size, 0);
  });

  it('leaves nothing of an upload that is abandoned, nor of one that a crash cut off', async () => {
    const begin = async (name: string) => {
      const writing = await place.begin(name);
      await writing.write(randomBytes(17_000_000));
      return writing;
    };
    await (await begin('avbruten.age')).abandon();
    assert.equal(store.uploads.size, 0);
    await begin('kraschad.age');
    assert.equal(store.uploads.size, 1);
    await place.removeUnfinished();
    assert.equal(store.uploads.size, 0);
    assert.equal(store.objects.size, 0);
  });

  it('tries again when the store is busy, and gives up in words', async () => {
    store.busy = 2;
    await writeText(place, 'igen.age', 'till slut');
    assert.equal(await readText(place, 'igen.age'), 'till slut');
    const gone = bucketPlace({ ...bucket, url: 'http://127.0.0.1:9/kopior' }, clock);
    await assert.rejects(readText(gone, 'x'), /127\.0\.0\.1:9 cannot be reached\. Check BACKUP_S3_URL/);
  });

  it('says which setting is wrong', async () => {
    const refused = async (changed: Partial<Bucket>, says: RegExp) =>
      assert.rejects(writeText(bucketPlace({ ...bucket, ...changed }, clock), 'x', 'y'), says);
    await refused({ keyId: 'AKIDANOTHER' }, /check BACKUP_S3_KEY_ID/);
    await refused({ secret: 'another' }, /check BACKUP_S3_SECRET/);
    await refused({ region: 'us-east-1' }, /another region \(eu-north-1\): set BACKUP_S3_REGION/);
    await refused({ url: `${store.url}/annan` }, /no such bucket: check the path of BACKUP_S3_URL/);
    const late = clockAt(new Date(clock.now().getTime() + 20 * 60_000));
    await assert.rejects(readText(bucketPlace(bucket, late), 'x'), /clock of this machine/);
  });

  it('is refused at the start when its settings are wrong', () => {
    const keysSet = { BACKUP_S3_KEY_ID: 'a', BACKUP_S3_SECRET: 'b' };
    const refused = (environment: Record<string, string>, says: RegExp) => assert.throws(() => readSettings(environment), says);
    refused({ BACKUP_S3_URL: 'https://s3.example.eu/kopior' }, /BACKUP_S3_KEY_ID is not\. Both keys/);
    refused({ BACKUP_S3_URL: 'https://s3.example.eu/kopior', BACKUP_S3_KEY_ID: 'a' }, /BACKUP_S3_SECRET is not/);
    refused(keysSet, /BACKUP_S3_SECRET is set, but BACKUP_S3_URL is not/);
    refused({ ...keysSet, BACKUP_S3_URL: 'http://s3.example.eu/kopior' }, /must be an https address/);
    refused({ ...keysSet, BACKUP_S3_URL: 'https://s3.example.eu/' }, /name of the bucket in its path/);
    refused({ ...keysSet, BACKUP_S3_URL: 'https://a:b@s3.example.eu/kopior' }, /no user, password or query/);
    refused({ ...keysSet, BACKUP_S3_URL: 'https://s3.example.eu/kopior', BACKUP_S3_REGION: 'Norra Europa' }, /must be a region/);
    const read = readSettings({ ...keysSet, BACKUP_S3_URL: 'https://s3.example.eu/kopior' });
    assert.equal(read.BACKUP_S3_REGION, 'us-east-1');
  });
});
