import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startWorker } from '../../src/platform/jobs.ts';
import { postMail } from '../../src/platform/mail/post-mail.ts';
import { sendMail, type MailPost } from '../../src/platform/mail/send-mail.ts';
import { smtpTransport } from '../../src/platform/mail/transport.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { inHouse, setUpOperator } from '../support/world.ts';

/**
 * N-13: whatever the mail server does, nothing is lost, and nothing comes twice where SMTP allows. What it does not allow:
 * a server that takes a whole message and is gone before its 250 has it, and so it gets it again, under the same Message-ID.
 */
describe('a mail server that misbehaves', () => {
  let test: TestHouse;
  let server: MailServer;
  let post: MailPost;
  const unknown: string[] = [];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    server = await startMailServer();
    post = {
      transport: smtpTransport(`${server.url}?socketTimeout=400`),
      from: 'kursiv@larvik.example',
      templates: { hello: ({ about }) => ({ subject: 'Hej', paragraphs: [`Nummer ${about['number']}.`] }) },
      tellUndelivered: async (_tx, _house, { address }) => void unknown.push(address),
    };
  });
  beforeEach(async () => {
    await test.owner.query('delete from mail; delete from graphile_worker._private_jobs');
    server.received.length = 0;
  });
  after(async () => {
    post.transport.close();
    await server.close();
    await test.close();
  });

  const put = (count: number) =>
    inHouse(test, async (tx) => {
      for (let number = 1; number <= count; number++)
        await postMail(tx, test.clock, {
          to: { address: `nummer${number}@annan.example` },
          template: 'hello',
          language: 'sv',
          about: { number: String(number) },
        });
    });
  const states = async () =>
    (await test.owner.query<{ state: string; problem: string | null; id: string }>('select id, state, problem from mail order by address'))
      .rows;
  const idsReceived = () => server.received.map(({ raw }) => String(/^Message-ID: <(.+)@kursiv>/im.exec(raw)?.[1])).sort();
  const work = () =>
    startWorker(test.runtimeUrl, { 'send-mail': (payload, tried) => sendMail(test.house, post, payload, tried) }, '', test.house.log);
  const until = async (what: string, met: () => Promise<boolean>) => {
    for (const end = Date.now() + 30_000; !(await met());) {
      if (Date.now() > end) throw new Error(`Waited too long until ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  /** The queue's own clock: everything that waits is moved nearer by the same time. */
  const pass = (seconds: number) =>
    test.owner.query('update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => $1)', [seconds]);
  const resting = async () =>
    (
      await test.owner.query<{ wait: number | null; busy: boolean }>(
        `select extract(epoch from min(run_at) - now())::float as wait, bool_or(locked_at is not null) as busy
         from graphile_worker._private_jobs where attempts < max_attempts`,
      )
    ).rows[0]!;

  it('down for an hour: everything that was accepted comes, once', async () => {
    await put(10);
    await server.down();
    const runner = await work();
    let downSeconds = 0;
    while (downSeconds < 3_600) {
      await until('all have failed', async () => (await resting()).wait! > 0.3 && !(await resting()).busy);
      const { wait } = await resting();
      downSeconds += wait!;
      await pass(wait!);
    }
    assert.ok(
      (await states()).every(({ state }) => state === 'queued'),
      'an hour is not enough for any to give up',
    );
    await server.up();
    await pass(86_400);
    await until('all are sent', async () => (await states()).every(({ state }) => state === 'sent'));
    await runner.stop();
    assert.deepEqual(idsReceived(), (await states()).map(({ id }) => id).sort());
  });

  it('slow: one that answers in time is waited for, one that does not is asked again', async () => {
    await put(1);
    server.next({ kind: 'slow', ms: 150 });
    const [mail] = await states();
    await sendMail(test.house, post, { mailId: mail!.id }, { number: 1, last: false });
    assert.equal((await states())[0]!.state, 'sent');
    assert.equal(server.received.length, 1);

    await test.owner.query('delete from mail');
    await put(1);
    server.next({ kind: 'slow', ms: 1_500 });
    const [late] = await states();
    await assert.rejects(sendMail(test.house, post, { mailId: late!.id }, { number: 1, last: false }));
    assert.equal((await states())[0]!.state, 'queued');
    await sendMail(test.house, post, { mailId: late!.id }, { number: 2, last: false });
    assert.equal(idsReceived().filter((id) => id === late!.id).length, 2, 'the slow one had it after all: twice, under one Message-ID');
  });

  it('gone before it said 250: sent again under the same Message-ID, by which a server can tell', async () => {
    await put(1);
    server.next({ kind: 'drop' });
    const [mail] = await states();
    await assert.rejects(sendMail(test.house, post, { mailId: mail!.id }, { number: 1, last: false }));
    assert.equal((await states())[0]!.state, 'queued');
    await sendMail(test.house, post, { mailId: mail!.id }, { number: 2, last: false });
    await sendMail(test.house, post, { mailId: mail!.id }, { number: 3, last: false });
    assert.deepEqual(idsReceived(), [mail!.id, mail!.id]);
  });

  it('refusing for now (4xx): tried again, and comes once', async () => {
    await put(3);
    server.refuse(4);
    const runner = await work();
    await until('all are sent', async () => {
      await pass(30);
      return (await states()).every(({ state }) => state === 'sent');
    });
    await runner.stop();
    assert.deepEqual(idsReceived(), (await states()).map(({ id }) => id).sort());
  });

  it('refusing for good (5xx): not tried again, kept where someone sees it, and the address is told of only when it is unknown', async () => {
    await put(3);
    const ids = (await states()).map(({ id }) => id);
    const moods = [
      { kind: 'refuse-recipient', code: 550, text: '5.1.1 No such user nummer1@annan.example' },
      { kind: 'refuse-recipient', code: 550, text: '5.7.1 Rejected by policy' },
      { kind: 'refuse', code: 554, text: 'Looks like spam' },
    ] as const;
    for (const [index, mood] of moods.entries()) {
      server.next(mood);
      await sendMail(test.house, post, { mailId: ids[index]! }, { number: 1, last: false });
    }
    assert.deepEqual(
      (await states()).map(({ state, problem }) => `${state} ${problem}`),
      ['dead refused 550', 'dead refused 550', 'dead refused 554'],
    );
    assert.deepEqual(unknown, ['nummer1@annan.example']);
    assert.equal(server.received.length, 0);
    assert.doesNotMatch(test.logLines.join('\n'), /annan\.example/);
  });
});
