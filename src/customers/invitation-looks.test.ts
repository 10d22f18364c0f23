import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { looksUntold } from '../../tests/support/looks-untold.ts';
import { addPerson, signedIn } from '../../tests/support/world.ts';
import { exportTablesOfAddress, verifyLookLog } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { openOffice } from './testing.ts';

/** N-60 for those who are invited and have no account: who has read their address is told on the invitation's own page. */
const office = await openOffice();
const { house, customer, cookie, textOf, post, rows, inviteTo, mailTo, revoke } = office;
after(() => house.close());
beforeEach(async () => void (await house.owner.query('delete from access_log; delete from look_link')));
const list = href('invitations', { customer: customer.slug });
const english = async (path: string) => (await house.app.request(path, { headers: { 'accept-language': 'en' } })).text();
const part = (page: string) => page.split('<h2>').find((one) => /^(Vem som har tittat|Who has looked)/.test(one)) ?? '';

test('who has read the list is told to each that waits, behind the link that was mailed to them', async () => {
  await inviteTo([
    ['addresses', 'utan@konto.example\nannan@konto.example'],
    ['uses', '2'],
  ]);
  const own = (await mailTo('utan@konto.example')).path;
  assert.match(part(await textOf(own)), /Ingen har tittat än/);
  await textOf(list, cookie);
  assert.match(part(await textOf(own)), /Kunden nordhammar, administratör[\s\S]*Inbjudans rad i en lista: din mejladress/);
  assert.match(part(await english(own)), /an administrator[\s\S]*The invitation’s line of a list/);
  assert.doesNotMatch(part(await textOf(own)), /Chefen|konto\.example/, 'neither which person nor whose page');
  assert.equal((await rows('select from access_log')).length, 1);
  assert.equal((await rows('select from address_look')).length, 2);
  const log = (await exportTablesOfAddress(house.house, 'utan@konto.example')).find(({ part }) => part.table === 'access_log');
  const seen = [];
  for await (const row of log?.rows ?? []) seen.push(row);
  assert.equal(seen.length, 1);
  assert.equal(await looksUntold(house), 0);
  const shared = await textOf(office.linkOf((await rows('select id from invitation order by created_at desc limit 1'))[0].id));
  assert.equal(part(shared), '', 'a link that is handed around proves no address and tells nothing');
});

test('they follow whoever accepts into My data, and go when the invitation is revoked', async () => {
  const person = await addPerson(house, 'Gast');
  const theirs = await signedIn(house, person);
  const id = await inviteTo([
    ['addresses', `${person.email}\nkvar@konto.example`],
    ['uses', '2'],
  ]);
  const { path } = await mailTo(person.email);
  await textOf(list, cookie);
  const looks = async () =>
    (await textOf('/mina-uppgifter', theirs))
      .split('<h2>')
      .find((one) => one.startsWith('Vem som har'))
      ?.match(/Kunden nordhammar/g)?.length ?? 0;
  assert.equal(await looks(), 1, 'told while the invitation waits for their address');
  assert.equal((await post(path, [['choice', 'accept']], theirs)).status, 303);
  assert.equal((await rows('select from address_look where account_id = $1', [person.id])).length, 1);
  assert.equal(await looks(), 1);
  await revoke(id);
  assert.deepEqual(await rows("select from address_look where address = 'kvar@konto.example'"), []);
  assert.equal(await looksUntold(house), 0);
  assert.deepEqual((await verifyLookLog(house.house)).faults, []);
});
