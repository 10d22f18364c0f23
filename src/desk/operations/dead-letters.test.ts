import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { inHouse } from '../../../tests/support/world.ts';
import { mailTemplates } from '../../mail-templates.ts';
import { countDead } from '../../platform/mail/dead-letters.ts';
import { addJob } from '../../platform/jobs.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { sendMail } from '../../platform/mail/send-mail.ts';
import { href } from '../../routes.ts';
import { openDesk, type DeskHouse } from '../testing.ts';
import { words } from './words.ts';

// Proof of N-13: what gives up is kept, seen and tried again.

let desk: DeskHouse;
before(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.house.owner.query('delete from mail; delete from graphile_worker._private_jobs'));
after(() => desk.house.close());

const path = href('deadLetters');

async function addDead(count = 1): Promise<string[]> {
  await inHouse(desk.house, async (tx) => {
    for (let number = 0; number < count; number++)
      await postMail(tx, desk.house.clock, {
        to: { address: `hemlig${number}@annan.example` },
        template: 'enquiry-waiting',
        language: 'sv',
      });
  });
  await desk.house.owner.query("update mail set state = 'dead', attempts = 12, problem = 'ECONNREFUSED'");
  await desk.house.owner.query('update graphile_worker._private_jobs set attempts = max_attempts');
  return (await desk.rows<{ id: string }>('select id from mail order by id')).map(({ id }) => id);
}

const queued = async () =>
  (
    await desk.rows<{ payload: { mailId: string } }>(
      'select payload from graphile_worker._private_jobs where attempts < max_attempts order by id',
    )
  ).map(({ payload }) => payload.mailId);

test('shows kinds, times and problems, and nobody’s address', async () => {
  await addDead();
  const page = await desk.textOf(path, desk.support);
  assert.match(page, /Ett ärende väntar/);
  assert.match(page, /Mejlservern gick inte att nå \(ECONNREFUSED\)/);
  assert.match(page, /Försök igen/);
  assert.doesNotMatch(page, /hemlig|annan\.example/);
  assert.match(await desk.textOf(href('operations'), desk.executive), /1 har fastnat/);
  assert.match(await desk.textOf(path, desk.support, { 'accept-language': 'en' }), /Det som har fastnat/, 'one’s own language');
});

test('is for support and the executive: others find nothing', async () => {
  const leadsHere = `href="${href('operations')}"`;
  assert.ok((await (await desk.get(href('home'), desk.support)).text()).includes(leadsHere));
  assert.ok(!(await (await desk.get(href('home'), desk.dpo)).text()).includes(leadsHere));
  const other = await desk.someone('Utanfor');
  for (const who of [desk.dpo, other]) {
    assert.equal((await desk.get(path, who)).status, 404);
    assert.equal((await desk.get(href('operations'), who)).status, 404);
    assert.equal((await desk.post(path, { act: 'retry-all' }, who)).status, 404);
  }
  assert.equal((await desk.get(path)).status, 303);
});

test('one is tried again with all its tries, once however often it is pressed', async () => {
  const [first, second] = await addDead(2);
  for (let press = 0; press < 2; press++)
    assert.equal((await desk.post(path, { act: 'retry', what: 'mail', id: first! }, desk.support)).status, 303);
  assert.deepEqual(await queued(), [first]);
  const states = await desk.rows<{ state: string }>('select state from mail where id = $1 or id = $2 order by id', [first, second]);
  assert.deepEqual(states.map(({ state }) => state).sort(), ['dead', 'queued']);
});

test('all are tried again, jobs too', async () => {
  const ids = await addDead(3);
  await inHouse(desk.house, (tx) => addJob(tx, 'sweep', {}, { key: 'sweep', maxAttempts: 1 }));
  await desk.house.owner.query('update graphile_worker._private_jobs set attempts = max_attempts');
  assert.match(await desk.textOf(path, desk.support), /Gallring/);
  assert.deepEqual(await countDead(desk.house.house.database), { mails: 3, jobs: 1 });
  await desk.post(path, { act: 'retry-all' }, desk.support);
  assert.deepEqual((await queued()).filter(Boolean).sort(), ids.sort());
  assert.deepEqual(await countDead(desk.house.house.database), { mails: 0, jobs: 0 });
  assert.match(await desk.textOf(path, desk.support), /Inget har fastnat/);
});

test('one is removed, with its job; what is not dead is left', async () => {
  const [dead, alive] = await addDead(2);
  await desk.house.owner.query("update mail set state = 'queued' where id = $1", [alive]);
  for (const id of [dead, alive]) await desk.post(path, { act: 'remove', what: 'mail', id: id! }, desk.support);
  assert.deepEqual(await desk.rows('select id from mail'), [{ id: alive }]);
  const jobs = await desk.rows<{ key: string }>('select key from graphile_worker._private_jobs');
  assert.deepEqual(jobs, [{ key: `mail ${alive}` }]);
});

test('a form that is no form of ours changes nothing', async () => {
  const [id] = await addDead();
  for (const fields of [{}, { act: 'retry' }, { act: 'retry', what: 'job', id: id! }, { act: 'remove', what: 'mail', id: '7' }] as const)
    assert.equal((await desk.post(path, fields as unknown as Record<string, string>, desk.support)).status, 303);
  assert.equal((await countDead(desk.house.house.database)).mails, 1);
});

test('readiness tells how many gave up, and a text that cannot be made is one of them', async () => {
  await inHouse(desk.house, (tx) =>
    postMail(tx, desk.house.clock, { to: { address: 'nagon@annan.example' }, template: 'no-such', language: 'sv' }),
  );
  const [mail] = await desk.rows<{ id: string }>('select id from mail');
  const post = { transport: { send: () => Promise.resolve(), close() {} }, templates: {}, from: 'a@b.example' };
  await assert.rejects(sendMail(desk.house.house, post, { mailId: mail!.id }, { number: 12, last: true }));
  const ready = (await (await desk.get(href('ready'))).json()) as { gaveUp: unknown };
  assert.deepEqual(ready.gaveUp, { mails: 1, jobs: 0 });
});

test('every mail has a name in both languages', () => {
  for (const locale of ['sv', 'en'] as const)
    assert.deepEqual(
      Object.keys(mailTemplates).filter((name) => !words[locale].dead.kinds[name]),
      [],
    );
});

test('a long list is read page by page', async () => {
  await addDead(60);
  const first = await desk.textOf(path, desk.support);
  const next = /href="([^"]+efter=[^"]+)"/.exec(first)?.[1];
  assert.equal(first.match(/value="retry"/g)?.length, 50);
  assert.equal((await desk.textOf(next!, desk.support)).match(/value="retry"/g)?.length, 10);
});
