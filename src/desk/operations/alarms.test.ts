import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { inHouse } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { href } from '../../routes.ts';
import { faultTask, proveAll } from '../../privacy/index.ts';
import { openDesk, type DeskHouse } from '../testing.ts';
import { raiseAlarm, ringProof, watchService } from './alarms.ts';
import { operationsMails } from './mails.ts';

// Proof of N-13: guessed keys, and what gives up, reach those who run the service.

let desk: DeskHouse;
const begun = new Date('2026-11-23T09:00:00Z');
before(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  desk.house.clock.moveTo(begun);
  await desk.house.owner.query(
    'delete from mail; delete from notification; delete from service_alarm; delete from throttle; delete from graphile_worker._private_jobs',
  );
});
after(() => desk.house.close());

const pass = (minutes: number) => desk.house.clock.moveTo(new Date(desk.house.clock.now().getTime() + minutes * 60_000));
const raise = () => raiseAlarm(desk.house.house, { alarm: 'keys-guessed' });
const mailsOf = async (template: string) =>
  (
    await desk.rows<{ given_name: string }>(
      `select a.given_name from mail m join account a on a.id = m.account_id where m.template = '${template}' order by 1`,
    )
  ).map(({ given_name }) => given_name);
const countOf = async (template: string) => (await mailsOf(template)).length;
const facts = () => ({ house: desk.house.house, about: {}, givenName: '', accountId: undefined, operatorName: 'x' });
const addDead = async (count: number) => {
  await inHouse(desk.house, async (tx) => {
    for (let number = 0; number < count; number++)
      await postMail(tx, desk.house.clock, {
        to: { address: `hemlig${number}@annan.example` },
        template: 'enquiry-waiting',
        language: 'sv',
      });
  });
  await desk.house.owner.query("update mail set state = 'dead', problem = 'ECONNREFUSED' where template = 'enquiry-waiting'");
};

describe('guessed keys', () => {
  it('are told those who run the service, by mail and at the bell, and nobody else', async () => {
    await raise();
    assert.equal(await countOf('keys-guessed'), 2, 'support and the executive');
    const told = await desk.rows<{ event: string; shown: boolean }>('select event, shown from notification');
    assert.deepEqual(told, [
      { event: 'keys-guessed', shown: true },
      { event: 'keys-guessed', shown: true },
    ]);
    const bell = await desk.textOf(href('notifications'), desk.executive);
    assert.match(bell, /Någon kan försöka gissa nycklar/);
    assert.doesNotMatch(await desk.textOf(href('notifications'), desk.dpo), /gissa nycklar<\/td>/);
  });

  it('are told once while it goes on, however long, and again when it begins anew', async () => {
    for (let turn = 0; turn < 30; turn++) {
      await raise();
      pass(20);
    }
    assert.equal(await countOf('keys-guessed'), 2, 'ten hours of guessing is one alarm');
    pass(60);
    await Promise.all([raise(), raise(), raise()]);
    assert.equal(await countOf('keys-guessed'), 4, 'after an hour of quiet it is a new one, told once');
  });

  it('have a mail that tells of the service in both languages, and of nobody', () => {
    const sv = operationsMails['keys-guessed']({ ...facts(), language: 'sv' });
    const en = operationsMails['keys-guessed']({ ...facts(), language: 'en' });
    assert.match(sv.subject, /gissa nycklar/);
    assert.match(en.subject, /guessing keys/);
    assert.ok(sv.paragraphs.some((line) => line.endsWith(href('operations'))));
  });
});

describe('what has got stuck', () => {
  it('is told when it begins, not each time, and again when there is more a day later', async () => {
    await watchService(desk.house.house);
    assert.equal(await countOf('something-stuck'), 0);
    await addDead(2);
    for (let turn = 0; turn < 12; turn++) {
      await watchService(desk.house.house);
      pass(10);
    }
    assert.equal(await countOf('something-stuck'), 2);
    await addDead(1);
    await watchService(desk.house.house);
    assert.equal(await countOf('something-stuck'), 2, 'more within the day waits for the next');
    desk.house.clock.moveTo(addDays(begun, 1.5));
    await watchService(desk.house.house);
    assert.equal(await countOf('something-stuck'), 4);
    desk.house.clock.moveTo(addDays(begun, 3));
    await watchService(desk.house.house);
    assert.equal(await countOf('something-stuck'), 4, 'what only lies there is not told again');
  });

  it('is news again when it was empty in between', async () => {
    await addDead(1);
    await watchService(desk.house.house);
    await desk.house.owner.query("delete from mail where state = 'dead'");
    await watchService(desk.house.house);
    await addDead(1);
    await watchService(desk.house.house);
    assert.equal(await countOf('something-stuck'), 4);
  });

  it('is told in numbers; put right before the mail was made it is no news', async () => {
    await addDead(2);
    const sv = await operationsMails['something-stuck']({ ...facts(), language: 'sv' });
    assert.match(sv!.paragraphs.join('\n'), /Mejl som inte kunde skickas: 2\. Jobb som har gett upp: 0/);
    assert.doesNotMatch(sv!.paragraphs.join('\n'), /hemlig/);
    const en = await operationsMails['something-stuck']({ ...facts(), language: 'en' });
    assert.match(en!.paragraphs.join('\n'), /Mails that could not be sent: 2/);
    await desk.house.owner.query('delete from mail');
    assert.equal(await operationsMails['something-stuck']({ ...facts(), language: 'sv' }), undefined);
  });
});

describe('an alarm', () => {
  it('goes to the operator’s own address where nobody has a role yet', async () => {
    const { rows } = await desk.house.owner.query("delete from operator_staff where role <> 'dpo' returning account_id, role");
    await raise();
    const [mail] = await desk.rows<{ address: string }>("select address from mail where template = 'keys-guessed'");
    assert.match(mail!.address, /@larvik\.example$/);
    for (const { account_id, role } of rows)
      await desk.house.owner.query('insert into operator_staff (account_id, role) values ($1, $2)', [account_id, role]);
  });

  it('is nothing that others are asked whether they want', async () => {
    const student = await desk.someone('Elev');
    assert.doesNotMatch(await desk.textOf(href('notificationChoices'), student), /gissa nycklar/);
    assert.match(await desk.textOf(href('notificationChoices'), desk.support), /gissa nycklar/);
  });
});

describe('a promise that does not hold', () => {
  /** Proofs that answer as they are told to; the jobs that come of it are done as the queue does them. */
  async function prove(answers: Record<string, boolean>): Promise<void> {
    const probes = Object.entries(answers).map(([id, holds]) => ({
      id,
      promises: ['N-74'] as [string],
      when: 'live' as const,
      title: { sv: id, en: id },
      says: () => ({ sv: '', en: '' }),
      run: async () => ({ holds, figures: {} }),
    }));
    await proveAll(desk.house.house, probes);
    const jobs = await desk.rows<{ payload: Record<string, string> }>(`select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = '${faultTask}' order by j.id`);
    await desk.house.owner.query('delete from graphile_worker._private_jobs');
    for (const { payload } of jobs) await ringProof(desk.house.house, payload);
  }
  const bells = () =>
    desk.rows<{ account_id: string; unread: boolean }>(
      "select account_id, read_at is null as unread from notification where event = 'promise-broken' order by id",
    );
  const own = (unread: boolean) => ({ account_id: desk.dpo.id, unread });

  it('rings the officer’s bell once, is silent when all hold, and rings again when one ceases anew', async () => {
    await prove({ one: false, two: true });
    await prove({ one: false, two: true });
    assert.deepEqual(await bells(), [own(true)], 'the officer and nobody else, once however often it is seen');
    assert.match(await desk.textOf(href('notifications'), desk.dpo), /Ett löfte håller inte/);
    await prove({ one: true, two: false });
    assert.deepEqual(await bells(), [own(true)], 'another does not hold yet');
    await prove({ one: true, two: true });
    assert.deepEqual(await bells(), [own(false)]);
    await prove({ one: false, two: true });
    assert.deepEqual(await bells(), [own(false), own(true)]);
    assert.equal((await desk.rows("select from mail where template = 'proof-broken'")).length, 3, 'the mail is the proof’s own');
    await prove({ one: true, two: true });
  });

  it('that held again before the bell rang rings nobody', async () => {
    await ringProof(desk.house.house, { proof: 'one' });
    assert.deepEqual(await bells(), []);
  });
});
