import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { outgoing } from '../../data-map/index.ts';
import { sendWebhook } from '../../src/api/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import { registerOf } from '../../src/open-house.ts';
import { readRegister } from '../../src/platform/register.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { eraseForever, publicKeyOf, sendNotice, writeBackup } from '../../src/privacy/index.ts';
import { addFullPerson } from '../support/full-person.ts';
import { leakedIn, whatIsWritten, type Written } from '../support/leaving.ts';
import { openObjectStore, type ObjectStore } from '../support/object-store.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator, type Person } from '../support/world.ts';

/** N-27: by each door out of the house goes what the map says, and nothing more. Mail is held to it in mail-templates.test.ts. */
describe('what leaves the house', () => {
  let test: TestHouse;
  let store: ObjectStore;
  let receiver: Server;
  let received: string[];
  let place: { customerId: string; url: string; admin: Person };
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let written: Written;

  before(async () => {
    test = await openTestHouse();
    test.house.development = true;
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    await inHouse(test, (tx) =>
      tx.insertInto('membership').values({ customer_id: customer.id, account_id: admin.id, role: 'customer_admin' }).execute(),
    );
    person = await addFullPerson(test, 'Lamnarsson', course, admin);
    received = [];
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        received.push([request.url, JSON.stringify(request.headers), Buffer.concat(pieces).toString('utf8')].join('\n'));
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    place = { customerId: customer.id, url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, admin };
    const keys = { region: 'eu-north-1', keyId: 'AKIDEXAMPLE', secret: 'hemlig nyckel', buckets: ['kopior'], now: () => test.clock.now() };
    store = await openObjectStore(keys);
    test.house.vault = { ...test.house.vault, bucket: { url: `${store.url}/kopior`, ...keys } };
    written = await whatIsWritten(test.owner, ['Lamnarsson', 'Adminsson']);
    assert.ok(written.size > 100);
  });
  after(async () => {
    receiver.close();
    await store.close();
    await test.close();
  });

  it('has these doors and no other: what opens a connection is in the map', async () => {
    const opens = /\bfetch\(|createTransport\(|new ImapFlow\(|from 'node:(https?|net|tls|dgram)'/;
    const files = (await readdir('src', { recursive: true })).filter(
      (name) => /\.tsx?$/.test(name) && !/test\.tsx?$|^enhancements\//.test(name),
    );
    const found = [];
    for (const name of files) if (opens.test(await readFile(join('src', name), 'utf8'))) found.push(`src/${name}`);
    const doors: string[] = Object.values(outgoing).map(({ door }) => door);
    const others = found.filter((name) => !doors.includes(name));
    // These take connections or judge addresses, and open none.
    const inside = new Set([
      'src/api/webhooks/public-address.ts',
      'src/api/webhooks/webhooks.actions.tsx',
      'src/platform/embedded-postgres/server.ts',
      'src/serve-http.ts',
    ]);
    assert.deepEqual(
      others.filter((name) => !inside.has(name)),
      [],
    );
    for (const door of doors) assert.ok(found.includes(door), `${door} opens nothing`);
  });

  it('has no supplier behind a door who is not in the register', () => {
    const starting = (setting: Record<string, string>) => () =>
      registerOf(readSettings({ DATA_FOLDER: test.folder, ...setting }), test.folder);
    const elsewhere: Record<string, string>[] = [
      { MAIL_URL: 'smtps://post.molnet.example' },
      { MAIL_IN_IMAP_URL: 'imaps://namn:ord@post.molnet.example', MAIL_IN_ADDRESS: 'svar@larvik.example' },
      { CLAMD: 'skanner.molnet.example:3310' },
    ];
    for (const setting of elsewhere) assert.throws(starting(setting), /leads to another machine/);
    assert.doesNotThrow(starting({ CLAMD: 'localhost:3310' }));
  });

  it('gives the place of backups nothing that can be read', async () => {
    await writeBackup(test.house);
    assert.ok(store.objects.size > 1);
    for (const [name, { body }] of store.objects) {
      const seen = `${name}\n${body.toString('latin1')}\n${body.toString('utf8')}`;
      assert.deepEqual(leakedIn(seen, written, outgoing.backups.columns), [], name);
    }
  });

  it('gives a customer’s program ids, and no word about anyone', async () => {
    const [webhook, delivery] = [randomUUID(), randomUUID()];
    const now = test.clock.now();
    await inHouse(test, async (tx) => {
      const secret = test.house.secrets.seal('webhook secret', Buffer.from('whsec_hemlighet'));
      const terms = { address: place.url, events: ['enrolment.created'], secret, client_id: randomUUID() };
      await tx
        .insertInto('webhook')
        .values({ customer_id: place.customerId, id: webhook, made_by: place.admin.id, ...terms })
        .execute();
      const told = { event: 'enrolment.created', enrolment_id: person.enrolmentId, made_at: now, due_at: addDays(now, 30) };
      await tx
        .insertInto('webhook_delivery')
        .values({ customer_id: place.customerId, id: delivery, webhook_id: webhook, ...told })
        .execute();
    });
    await sendWebhook(test.house, { customer: place.customerId, delivery });
    assert.equal(received.length, 1);
    const said = received.pop()!;
    assert.ok(said.includes(person.enrolmentId));
    assert.deepEqual(leakedIn(said, written, [...outgoing.webhooks.columns, 'webhook_delivery.id']), []);
  });

  it('tells a supplier of an erasure by number, and by address only whoever knows people by it', async () => {
    const key = publicKeyOf(generateKeyPairSync('ed25519').privateKey);
    const supplier = {
      place: 'Lund',
      country: 'SE',
      parentCountry: 'SE',
      safeguard: 'eea',
      agreement: { signed: '2026-01-31', reference: '1' },
    };
    const notices = { erasureNotices: { url: place.url, publicKey: key } };
    test.house.register = readRegister([
      { ...supplier, name: 'Brevduvan', services: ['mail'], ...notices },
      { ...supplier, name: 'Datahallen', services: ['database', 'log'], ...notices },
    ]);
    await test.owner.query('delete from legal_hold');
    await eraseForever(test.house, [person.id], 'request');
    const { rows } = await test.owner.query<{ id: string }>('select id from supplier_notice');
    for (const { id } of rows) await sendNotice(test.house, { noticeId: id }, { number: 1, last: false }).catch(() => {});
    const by = (name: string) => received.filter((one) => one.includes(name)).join();
    assert.ok(by('Brevduvan').includes(person.email));
    assert.deepEqual(leakedIn(by('Brevduvan'), written, outgoing.notices.columns), []);
    assert.deepEqual(leakedIn(by('Datahallen'), written, []), [], 'the rest know a number');
  });

  it('would tell: a name in what is sent turns this red', () => {
    assert.ok(leakedIn(`{"name":"${person.givenName}"}`, written, outgoing.webhooks.columns).length > 0);
  });
});
