import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { looksUntold } from '../../tests/support/looks-untold.ts';
import { addPerson, inHouse, signedIn } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { acrossCustomers } from '../platform/database.ts';
import { eraseAddress, eraseForever, exportTables, exportTablesOfAddress, recordLook, sweep, verifyLookLog } from '../privacy/index.ts';
import { openKeyHouse } from './testing.ts';

/** N-60 for those a key is for, who have no account: who has read it is told to the address, and follows them into their account. */
describe('looks at keys that are for an address', async () => {
  const { house, admin, get, post, make, select, keyRow, tokenFor, linkInMail } = await openKeyHouse();
  after(() => house.close());
  const cookie = await signedIn(house, admin);
  beforeEach(async () => void (await house.owner.query('delete from access_log; delete from look_link; delete from throttle')));

  const batchOf = async (key: string) => `/k/nordhammar/nycklar/${(await keyRow(key)).batch_id}`;
  const keyFor = async (email: string) => (await make({ bindings: [{ email, givenName: 'Bo', familyName: 'Bunden' }] }))[0]!;
  /** The page that the link in the mail opens, which proves the address. */
  const ownPage = async (key: string) => {
    await post(`/nyckel/agare/${await tokenFor(key)}`, {});
    const { path } = await linkInMail();
    return async (language = 'sv') =>
      (await house.app.request(path, { headers: { 'accept-language': language } }))
        .text()
        .then((page) => page.split('<h2>').find((part) => /^(Vem som har tittat|Who has looked)/.test(part)) ?? '');
  };
  const rowsOf = async (tables: Awaited<ReturnType<typeof exportTablesOfAddress>>) => {
    const found = [];
    for await (const row of tables.find(({ part }) => part.table === 'access_log')?.rows ?? []) found.push(row);
    return found;
  };
  /** How many looks My data tells of. */
  const looksOf = async (theirs: string) =>
    (await (await get('/mina-uppgifter', theirs)).text())
      .split('<h2>')
      .find((part) => part.startsWith('Vem som har'))
      ?.match(/Kunden nordhammar/g)?.length ?? 0;
  const toldTo = () => select('select address, key_id is not null as key, account_id from address_look order by address');

  it('are told on the page that the mailed link opens, in both languages, and in the extract of the address', async () => {
    const key = await keyFor('utan@konto.example');
    const other = await keyFor('annan@konto.example');
    const [own, others] = [await ownPage(key), await ownPage(other)];
    assert.match(await own(), /Ingen har tittat än/);
    await get(await batchOf(key), cookie);
    assert.match(
      await own(),
      /Kunden nordhammar, administratör[\s\S]*Nyckelns rad i en lista: din mejladress och ditt namn[\s\S]*öppna kursen/,
    );
    assert.match(await own('en'), /Who has looked[\s\S]*an administrator[\s\S]*The key’s line of a list/);
    assert.doesNotMatch(await own(), /Maja|utan@konto/, 'not which person (C-579/21)');
    assert.match(await others(), /Ingen har tittat än/, 'nobody has opened the list that the other key is in');
    assert.equal((await rowsOf(await exportTablesOfAddress(house.house, 'utan@konto.example'))).length, 1);
    assert.equal((await rowsOf(await exportTablesOfAddress(house.house, 'annan@konto.example'))).length, 0);
    assert.equal(await looksUntold(house), 0);
    assert.deepEqual((await verifyLookLog(house.house)).faults, []);
  });

  it('are one row of the log and a row for each key, however many are read', async () => {
    const bindings = Array.from({ length: 120 }, (_, n) => ({ email: `p${n}@konto.example`, givenName: 'P', familyName: `${n}` }));
    const [key] = await make({ count: 120, bindings });
    await get(await batchOf(key!), cookie);
    assert.equal((await select('select from access_log')).length, 1);
    assert.equal((await toldTo()).length, 50, 'those of the page that was shown');
    assert.deepEqual(await select('select others from look_link'), [{ others: 50 }]);
  });

  it('are told on My data once the key has been redeemed, each once', async () => {
    const key = await keyFor('bunden@person.example');
    await get(await batchOf(key), cookie);
    const bound = await addPerson(house, 'Bunden');
    const theirs = await signedIn(house, bound);
    assert.equal(await looksOf(theirs), 1, 'told before they join too: the address is theirs');
    await get(await batchOf(key), cookie);
    assert.equal(await looksOf(theirs), 2, 'told to the account and to the address, and shown once');
    assert.equal((await post(`/nyckel/ga-med/${await tokenFor(key)}`, { choice: 'join' }, theirs)).status, 303);
    assert.deepEqual(
      new Set((await toldTo()).map(({ address, key, account_id }) => `${address} ${key} ${account_id}`)),
      new Set([`null false ${bound.id}`]),
    );
    assert.equal(await looksOf(theirs), 2);
    assert.equal((await rowsOf(await exportTables(house.house, bound.id))).filter(({ room }) => room === 'keys').length, 2);
    await eraseForever(house.house, [bound.id], 'request');
    assert.deepEqual(await toldTo(), []);
    assert.equal(await looksUntold(house), 0);
    assert.deepEqual((await verifyLookLog(house.house)).faults, []);
  });

  it('cannot be taken back, nor be taken by another, and staff cannot read them', async () => {
    const key = await keyFor('fast@konto.example');
    await get(await batchOf(key), cookie);
    const { customer_id: customerId, id } = await keyRow(key);
    const scope = { purpose: 'open-course', accountId: admin.id, customerId };
    const across = { ...acrossCustomers('key redemption'), accountId: admin.id, customerId };
    const { database } = house.house;
    assert.deepEqual(await database.transaction(scope, (tx) => tx.selectFrom('address_look').selectAll().execute()), []);
    const taken = await database.transaction(across, (tx) => tx.deleteFrom('address_look').executeTakeFirstOrThrow());
    assert.equal(taken.numDeletedRows, 0n);
    const stranger = await addPerson(house, 'Främling');
    const steal = database.transaction(across, (tx) =>
      tx.updateTable('address_look').set({ account_id: stranger.id, address: null, key_id: null }).where('key_id', '=', id).execute(),
    );
    await assert.rejects(steal, /row-level security/);
  });

  it('hold the proof that every look is told, which sees one that is not', async () => {
    assert.equal(await looksUntold(house), 0);
    const { customer_id: customerId } = await keyRow(await keyFor('ingen@konto.example'));
    const look = { actorId: admin.id, customerId, room: 'keys', fields: ['course_key.bound_email'], subjects: [] };
    await inHouse(house, (tx) => recordLook(tx, house.clock, { ...look, purpose: 'open-course', others: true }));
    assert.equal(await looksUntold(house), 1);
  });

  it('go with the key when it is let go of, and with the address when that is erased', async () => {
    const expiring = await keyFor('snart@konto.example');
    const erased = await keyFor('radera@konto.example');
    for (const key of [expiring, erased]) await get(await batchOf(key), cookie);
    assert.equal((await toldTo()).length, 2);
    await eraseAddress(house.house, 'radera@konto.example', []);
    assert.deepEqual(
      (await toldTo()).map(({ address }) => address),
      ['snart@konto.example'],
    );
    await select("update course_key set expires_at = app.now() - interval '1 day' where bound_email = 'snart@konto.example'");
    house.clock.moveTo(addDays(house.clock.now(), 1));
    await sweep(house.house);
    assert.equal((await keyRow(expiring)).bound_email, null);
    assert.deepEqual(await toldTo(), []);
    assert.equal(await looksUntold(house), 0, 'they were told, and whom it was told to has gone');
    assert.deepEqual((await verifyLookLog(house.house)).faults, []);
  });
});
