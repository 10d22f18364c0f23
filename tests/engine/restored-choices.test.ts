import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addPerson, formPost, inHouse, signedIn, type Person } from '../support/world.ts';
import { stepHanded } from '../../src/customers/requests/hand-over.ts';
import * as handed from '../../src/customers/requests/restrict-handed.ts';
import { changeChoices, unsubscribe } from '../../src/desk/newsletters/change-subscriptions.ts';
import { decideRequest } from '../../src/desk/requests/decide-request.ts';
import * as asked from '../../src/desk/requests/lift-restriction.ts';
import { makeKeys } from '../../src/keys/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import { connectDatabase } from '../../src/platform/database.ts';
import { eraseForever } from '../../src/privacy/erase.ts';
import { recordChoice } from '../../src/privacy/ledger.ts';
import { liftRestriction, objectTo, objectionable, restrict, withdrawObjection } from '../../src/privacy/restrict.ts';
import { drill } from '../../src/privacy/backup/drill.ts';
import { readShard } from '../../src/privacy/backup/keyring.ts';
import { restore } from '../../src/privacy/backup/restore.ts';
import { emptyDatabase, world } from '../../src/privacy/backup/testing.ts';
import { writeBackup } from '../../src/privacy/backup/write-backup.ts';
import { keysByLabel } from '../../src/privacy/backup/choices/choice-lines.ts';
import { refuseUnfinishedRestore } from '../../src/privacy/backup/unfinished-restore.ts';
import { forgetOldChoices, noteMissingChoices } from '../../src/privacy/backup/choices/note-choices.ts';

/** N-26: a backup from before a choice against a processing does not bring the processing back. */
describe('what people choose after a backup was made', () => {
  let test: TestHouse;
  let place: Awaited<ReturnType<typeof world>>;
  let people: Record<'restricts' | 'lifts' | 'objects' | 'consents' | 'erased', Person>;
  let requests: Record<'set' | 'lifted' | 'late' | 'handed' | 'handedLifted', string>;
  let subscriptions: Record<'pressed' | 'chosen' | 'kept', { subscriber: string; topics: string[]; ids: string[] }>;
  let topics: string[];
  let path: string;
  const purpose = objectionable[0] ?? 'security';
  const consent = 'publish-certificate-name';

  before(async () => {
    test = await openTestHouse();
    place = await world(test);
    const names = ['restricts', 'lifts', 'objects', 'consents', 'erased'] as const;
    const made = await Promise.all(names.map(async (name) => [name, await addPerson(test, name)] as const));
    people = Object.fromEntries(made) as typeof people;
    topics = await addTopics();
    subscriptions = { pressed: await subscriber('tryckte'), chosen: await subscriber('valde'), kept: await subscriber('kvar') };
    await choose(people.consents, 'given');
    await restrict(test.house, people.lifts.id);
    requests = {
      set: await request('ett@annan.example', 'in_progress'),
      lifted: await request('tva@annan.example', 'in_progress'),
      late: '',
      handed: await handOver('fyra@annan.example'),
      handedLifted: await handOver('fem@annan.example'),
    };
    const bindings = ['ett', 'tva', 'tre', 'fyra', 'fem'].map((name) => ({
      email: `${name}@annan.example`,
      givenName: 'Ett',
      familyName: 'Namn',
    }));
    const keys = { ...place.course, label: 'Test', count: 5, expiresAt: addDays(test.clock.now(), 60), bindings };
    await inHouse(test, (tx) => makeKeys(tx, test.house, keys));
    await decideRequest(test.house, desk, requests.lifted, { step: 'answered', note: '' });
    await stepHanded(test.house, customers(), requests.handedLifted, { step: 'answered', note: '', until: undefined });
    await later(1);
    path = (await writeBackup(test.house)).paths[0]!;

    await later(1);
    await restrict(test.house, people.restricts.id);
    await restrict(test.house, people.erased.id);
    await liftRestriction(test.house, people.lifts.id);
    await objectTo(test.house, people.objects.id, purpose);
    await objectTo(test.house, people.lifts.id, purpose);
    await withdrawObjection(test.house, people.lifts.id, purpose);
    await withdraw(people.consents);
    requests.late = await request('tre@annan.example', 'in_progress');
    for (const id of [requests.set, requests.late]) await decideRequest(test.house, desk, id, { step: 'answered', note: '' });
    await asked.announceLift(test.house, desk, requests.lifted);
    await stepHanded(test.house, customers(), requests.handed, { step: 'answered', note: '', until: undefined });
    await handed.announceLift(test.house, customers(), requests.handedLifted);
    await unsubscribe(test.house, test.house.secrets.token('newsletter subscription', subscriptions.pressed.ids[0]!), 'sv');
    const token = test.house.secrets.token('newsletter subscriber', subscriptions.chosen.subscriber);
    await changeChoices(test.house, token, { topicIds: [], language: 'sv' });
    await later(8);
    await asked.liftDue(test.house);
    await handed.liftDue(test.house);
    await eraseForever(test.house, [people.erased.id], 'request');
  });
  after(() => test.close());

  const desk = { purpose: 'answer-data-subject', across: 'export' } as const;
  const customers = () => ({ ...desk, customerId: place.course.customerId, accountId: place.admin.id });
  const later = async (days: number) => test.clock.moveTo(addDays(test.clock.now(), days));
  const folder = () => join(test.house.vault.keyringFolder, 'choices');
  const journal = () => readdirSync(folder()).flatMap((name) => readFileSync(join(folder(), name), 'utf8').split('\n').filter(Boolean));

  async function addTopics(): Promise<string[]> {
    const { rows } = await test.owner.query<{ id: string }>(
      `insert into newsletter_topic (title_sv, title_en, lead_sv, lead_en, client_id, created_at)
       select 'Ämne ' || n, 'Topic ' || n, 'Om det', 'About it', gen_random_uuid(), now() from generate_series(1, 2) n returning id`,
    );
    return rows.map(({ id }) => id);
  }
  async function subscriber(name: string) {
    const now = test.clock.now();
    const id = randomUUID();
    const { rows } = await test.owner.query<{ id: string }>(
      `with s as (insert into newsletter_subscriber (id, email, language, ask_id, asked_at, confirmed_at, due_at)
         values ($1, $2, 'sv', gen_random_uuid(), $3, $3, $4))
       insert into newsletter_subscription (subscriber_id, topic_id, ask_id, confirmed_at)
       select $1, topic, gen_random_uuid(), $3 from unnest($5::uuid[]) topic returning id`,
      [id, `${name}@annan.example`, now, addDays(now, 365), topics],
    );
    return { subscriber: id, topics, ids: rows.map((row) => row.id) };
  }
  async function request(email: string, state: string): Promise<string> {
    const id = randomUUID();
    const now = test.clock.now();
    await inHouse(test, (tx) =>
      tx
        .insertInto('data_request')
        .values({ id, kind: 'restriction', email, body: 'Ord', language: 'sv', client_id: randomUUID(), state, ...times(now) })
        .execute(),
    );
    return id;
  }
  const times = (now: Date) => ({ received_at: now, answer_by: addDays(now, 30), due_at: addDays(now, 400) });
  async function handOver(email: string): Promise<string> {
    const id = randomUUID();
    const now = test.clock.now();
    const row = { customer_id: place.course.customerId, id, request_id: randomUUID(), kind: 'restriction', email, language: 'sv' };
    await inHouse(test, (tx) =>
      tx
        .insertInto('customer_request')
        .values({ ...row, handed_at: now, ...times(now) })
        .execute(),
    );
    return id;
  }
  const choose = (person: Person, state: 'given' | 'withdrawn') =>
    inHouse(test, (tx) =>
      recordChoice(tx, test.clock, {
        ...{ accountId: person.id, event: 'consent', about: consent, state },
        ...{ language: 'sv', version: 1, text: 'Visa mitt namn', form: 'en knapp' },
      }),
    );
  /** As the person does, in the browser. */
  async function withdraw(person: Person): Promise<void> {
    const cookie = await signedIn(test, person);
    const { rows } = await test.owner.query<{ id: string }>("select id from ledger where account_id = $1 and event = 'consent'", [
      person.id,
    ]);
    const answer = await test.app.request(`/mina-uppgifter/val/${rows[0]!.id}/aterkallelse`, formPost({}, cookie));
    assert.equal(answer.status, 303);
  }
  /** What is in force in a database, told as one can compare it. */
  const inForce = async (client: Pick<TestHouse['owner'], 'query'>) => {
    const all = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows;
    return {
      restriction: await all('select account_id, kind, purpose, ended_at is not null as ended from restriction order by id'),
      consents: await all("select at, text_hash from ledger where event = 'consent' and state = 'withdrawn'"),
      asked: await all(
        `select id, email, state, restricted_at, lifts_at, lifted_at, due_at::text from data_request where restricted_at is not null order by id`,
      ),
      handed: await all(`select id, email, state, restricted_at, lifted_at, due_at::text from customer_request order by id`),
      marks: await all('select bound_email, restriction_id from course_key where bound_email is not null order by bound_email'),
      subscriptions: await all('select subscriber_id, topic_id from newsletter_subscription order by 1, 2'),
      due: await all('select email, due_at from newsletter_subscriber order by 1'),
      choices: await all('select subscriber_id, step, topics from newsletter_choice order by id'),
    };
  };
  const restored = async <Result>(work: (client: TestHouse['owner'], chosen: number) => Promise<Result>): Promise<Result> => {
    const empty = await emptyDatabase(test);
    try {
      const { chosen } = await restore(test.house, path, empty.target);
      return await work(empty.client, chosen);
    } finally {
      await empty.close();
    }
  };

  it('is in force in a restored database as it was in the house: set, lifted, objected to, withdrawn, unsubscribed', async () => {
    const live = await inForce(test.owner);
    await restored(async (client, chosen) => {
      assert.deepEqual(await inForce(client), live);
      assert.ok(chosen >= 9, `${chosen} choices were made again`);
    });
    assert.equal(live.restriction.length, 4, 'nothing of whoever is erased');
    assert.equal(live.consents.length, 1);
    assert.deepEqual(
      live.marks
        .filter((row: { restriction_id: string | null }) => row.restriction_id)
        .map((row: { bound_email: string }) => row.bound_email),
      ['ett@annan.example', 'fyra@annan.example', 'tre@annan.example'],
    );
    assert.equal(live.subscriptions.length, 3, 'one topic of the first, and both of who is still there');
  });

  it('lies sealed: no name, no address and no id in clear, and nothing that can be opened of whoever is erased', async () => {
    const text = journal().join('\n').toLowerCase();
    assert.ok(journal().length > 10);
    for (const { id, email } of Object.values(people)) assert.ok(!text.includes(id) && !text.includes(email), email);
    for (const word of ['annan', '@', ...Object.values(requests), ...topics]) assert.ok(!text.includes(word), word);
    const known = new Map<string, Buffer>();
    for (const shard of readdirSync(folder()))
      for (const [label, key] of keysByLabel(await readShard(test.house, shard))) known.set(label, key);
    const nobodys = journal().filter((line) => !known.has(line.split('\t')[0]!));
    assert.equal(nobodys.length, 1, 'the restriction of whoever has been erased since');
  });

  it('is noted once, however often, and what a crash has lost is made good by the night', async () => {
    assert.equal(await noteMissingChoices(test.house), 0);
    const lines = journal().length;
    await restrict(test.house, people.restricts.id);
    assert.equal(journal().length, lines);
    rmSync(folder(), { recursive: true });
    const missing = await noteMissingChoices(test.house);
    assert.ok(missing >= 8);
    assert.equal(await noteMissingChoices(test.house), 0);
    await restored(async (client) => assert.deepEqual((await inForce(client)).asked, (await inForce(test.owner)).asked));
    assert.ok(test.logLines.some((line) => line.includes('choices were missing from the journal')));
  });

  it('is asked for by the drill, which sees a line that is gone', async () => {
    assert.equal((await drill(test.house, test)).problem, null);
    const name = people.restricts.id.slice(0, 2);
    const file = join(folder(), name);
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, '');
    assert.equal((await drill(test.house, test)).problem, 'a choice made since was not in force');
    writeFileSync(file, kept.replace(/.{8}\n/, 'AAAAAAA=\n'));
    assert.equal((await drill(test.house, test)).problem, 'KeyringFault', 'a line that was changed stops it');
    writeFileSync(file, kept);
    assert.equal((await drill(test.house, test)).problem, null);
  });

  it('leaves a database that serves nobody when a restore is cut off before the choices are made again', async () => {
    const empty = await emptyDatabase(test);
    const file = join(folder(), people.restricts.id.slice(0, 2));
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, 'cut off');
    await assert.rejects(restore(test.house, path, empty.target), /journal of choices/);
    writeFileSync(file, kept);
    const database = connectDatabase(empty.target.runtimeUrl, test.clock, 1, () => {});
    await assert.rejects(refuseUnfinishedRestore(database), /did not come to its end/);
    await assert.rejects(restore(test.house, path, empty.target), /not empty/);
    await database.close();
    await empty.close();
    await restored(async (client) => {
      const { rows } = await client.query("select obj_description('migration'::regclass, 'pg_class') as says");
      assert.deepEqual(rows, [{ says: null }]);
    });
    await refuseUnfinishedRestore(test.house.database);
  });

  it('stops nobody’s choice when the journal cannot be written, and says so', async () => {
    const person = await addPerson(test, 'Trots');
    const house = { ...test.house, vault: { ...test.house.vault, keyringFolder: '/dev/null/no-folder' } };
    await restrict(house, person.id);
    const { rows } = await test.owner.query('select from restriction where account_id = $1', [person.id]);
    assert.equal(rows.length, 1);
    assert.ok(test.logLines.some((line) => line.includes('could not be noted beside the database')));
    assert.equal(await noteMissingChoices(test.house), 1);
  });

  it('changes nothing where the backup is from after it, and goes when every backup is', async () => {
    path = (await writeBackup(test.house)).paths[0]!;
    await restored(async (client, chosen) => {
      assert.equal(chosen, 0);
      assert.deepEqual(await inForce(client), await inForce(test.owner));
    });
    assert.equal(await forgetOldChoices(test.house), 0);
    await later(40);
    assert.ok((await forgetOldChoices(test.house)) > 0);
    assert.deepEqual(journal(), []);
    assert.ok(existsSync(folder()));
  });
});
