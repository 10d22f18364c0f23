import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addJob, startWorker } from '../../src/platform/jobs.ts';
import { guardMail, mentions } from '../../src/platform/mail/guard.ts';
import { postMail } from '../../src/platform/mail/post-mail.ts';
import { sendMail, type MailPost } from '../../src/platform/mail/send-mail.ts';
import { folderTransport, smtpTransport } from '../../src/platform/mail/transport.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMailServer, textOf, type MailServer } from '../support/mail-server.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addPerson, inHouse, setUpOperator, type Person } from '../support/world.ts';

/** N-13: an accepted mail is sent once, whatever the mail server does. N-53: it names its recipient only. */
describe('mail out', () => {
  let test: TestHouse;
  let server: MailServer;
  let person: Person;
  let other: Person;
  let post: MailPost;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    server = await startMailServer();
    person = await addPerson(test, 'Mottagare');
    other = await addPerson(test, 'Utomstaende');
    post = {
      transport: smtpTransport(server.url),
      from: 'kursiv@larvik.example',
      templates: {
        hello: ({ givenName }) => ({
          subject: 'Hej på dig',
          paragraphs: [`Hej ${givenName}!`, 'Välkommen till åäö.'],
          others: [other.givenName],
        }),
        gossip: () => ({ subject: 'Hej', paragraphs: [`${other.givenName} har skrivit.`], others: [other.givenName] }),
        leak: () => ({ subject: 'Hej', paragraphs: [`Skriv till ${other.email}.`] }),
        nothing: () => undefined,
      },
    };
  });
  after(async () => {
    post.transport.close();
    await server.close();
    await test.close();
  });

  const posted = async (template: string): Promise<string> => {
    await inHouse(test, (tx) => postMail(tx, test.clock, { to: { accountId: person.id }, template, language: 'sv' }));
    const row = await inHouse(test, (tx) =>
      tx.selectFrom('mail').select('id').where('template', '=', template).orderBy('created_at', 'desc').executeTakeFirstOrThrow(),
    );
    return row.id;
  };
  const rowOf = (id: string) =>
    inHouse(test, (tx) => tx.selectFrom('mail').select(['state', 'problem', 'attempts']).where('id', '=', id).executeTakeFirstOrThrow());
  const attempt = { number: 1, last: false };

  it('is in the box only when the act is: a rollback takes the mail and its job with it', async () => {
    await assert.rejects(
      inHouse(test, async (tx) => {
        await postMail(tx, test.clock, { to: { accountId: person.id }, template: 'rolled-back', language: 'sv' });
        throw new Error('the act failed');
      }),
      /the act failed/,
    );
    const mails = await inHouse(test, (tx) => tx.selectFrom('mail').select('id').where('template', '=', 'rolled-back').execute());
    assert.deepEqual(mails, []);
  });

  it('goes through the queue to a real server, with nothing but ids on the way', async () => {
    const id = await posted('hello');
    const { rows } = await test.owner.query<{ payload: unknown }>('select payload from graphile_worker._private_jobs');
    assert.deepEqual(
      rows.map(({ payload }) => payload),
      [{ mailId: id }],
    );
    const runner = await startWorker(
      test.runtimeUrl,
      { 'send-mail': (payload, tried) => sendMail(test.house, post, payload, tried) },
      '',
      test.house.log,
    );
    while ((await rowOf(id)).state === 'queued') await new Promise((resolve) => setTimeout(resolve, 20));
    await runner.stop();
    assert.deepEqual(server.received.at(-1)?.to, [person.email]);
    assert.match(textOf(server.received.at(-1)!), /Hej GivenMottagare![\s\S]*Välkommen till åäö\./);
    assert.equal((await rowOf(id)).state, 'sent');
  });

  it('is sent once though the job runs twice', async () => {
    const id = await posted('hello');
    const before_ = server.received.length;
    await sendMail(test.house, post, { mailId: id }, attempt);
    await sendMail(test.house, post, { mailId: id }, attempt);
    assert.equal(server.received.length, before_ + 1);
  });

  it('waits while the server refuses, and is dead but visible after the last attempt', async () => {
    const id = await posted('hello');
    server.refuse(2);
    await assert.rejects(sendMail(test.house, post, { mailId: id }, attempt));
    assert.equal((await rowOf(id)).state, 'queued');
    await assert.rejects(sendMail(test.house, post, { mailId: id }, { number: 12, last: true }));
    assert.equal((await rowOf(id)).state, 'dead');
  });

  for (const template of ['gossip', 'leak']) {
    it(`never leaves when it tells about someone else (${template})`, async () => {
      const before_ = server.received.length;
      const id = await posted(template);
      await sendMail(test.house, post, { mailId: id }, attempt);
      assert.equal(server.received.length, before_);
      assert.deepEqual(await rowOf(id), { state: 'dead', problem: 'would have told about someone else', attempts: 1 });
    });
  }

  it('is dropped when there is no longer a reason to send it', async () => {
    const id = await posted('nothing');
    await sendMail(test.house, post, { mailId: id }, attempt);
    await assert.rejects(rowOf(id), /no result/i, 'and not even its address is kept');
  });

  it('becomes a file where there is no mail server: the same bytes', async () => {
    const id = await posted('hello');
    await sendMail(test.house, { ...post, transport: folderTransport(test.house.outboxFolder) }, { mailId: id }, attempt);
    assert.deepEqual(readdirSync(test.house.outboxFolder), [`${id}.eml`]);
    assert.match(readFileSync(join(test.house.outboxFolder, `${id}.eml`), 'utf8'), /^To: mottagare@person\.example$/m);
  });

  it('writes no name, address or text to the log', () => {
    for (const mark of ['ottagare', 'tomstaende', 'Välkommen']) assert.ok(!test.logLines.join('\n').includes(mark), mark);
  });

  it('reads whole words: Åsa is not in Åsarna, but is in Åsas sentence before a full stop', () => {
    assert.ok(!mentions('Vi ses på Åsarna', 'Åsa'));
    assert.ok(mentions('Hälsa åsa.', 'Åsa'));
    assert.throws(() => guardMail('skriv till NÅGON@annan.example', ['jag@annan.example'], []));
    assert.doesNotThrow(() => guardMail('skriv till Jag@annan.example', ['jag@annan.example'], ['']));
  });

  it('leaves the queue empty of people: a job that is done is gone', async () => {
    await inHouse(test, (tx) => addJob(tx, 'send-mail', { mailId: 'x' }, { key: 'probe' }));
    const { rows } = await test.owner.query<{ payload: { mailId: string } }>(
      "select payload from graphile_worker._private_jobs where payload->>'mailId' = 'x'",
    );
    assert.equal(rows.length, 1);
  });
});
