import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eraseForever, exportTablesOfAddress, recordLook, sweep, verifyLookLog } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { looksUntold } from '../../../tests/support/looks-untold.ts';
import { inHouse } from '../../../tests/support/world.ts';
import { contactFields, openDesk, type DeskHouse } from '../testing.ts';

/** N-60 for those who have no account: who has read a request, or a case, is told on its own page. */
describe('looks at what someone without an account has sent', () => {
  let desk: DeskHouse;
  before(async () => void (desk = await openDesk()));
  beforeEach(async () => {
    await desk.house.owner.query('delete from data_request; delete from enquiry; delete from mail; delete from throttle');
    await desk.house.owner.query('delete from access_log; delete from look_link');
  });
  after(() => desk.house.close());

  const asked = async (email: string) => {
    assert.equal((await desk.fill('/begaran', { email, kind: 'access', body: 'Vad har ni?' })).status, 303);
    await desk.deliver();
    const own = (await desk.post(await desk.linkTo(email, '/begaran/bekrafta/'), {})).headers.get('location')!.split('?')[0]!;
    const [row] = await desk.rows<{ id: string }>('select id from data_request where email = $1', [email]);
    return { own, id: row!.id };
  };
  const english = { 'accept-language': 'en' };
  /** The lines of the page that tell of looks. */
  const told = (page: string) => page.split('<h2>').find((part) => /^(Vem som har tittat|Who has looked)/.test(part)) ?? '';
  const linesOf = async (own: string) => told(await desk.textOf(own)).match(/<tr/g)?.length ?? 0;

  it('at the officer’s desk are on the page of the request, in both languages, the list apart from the whole', async () => {
    const { own, id } = await asked('en@annan.example');
    assert.match(told(await desk.textOf(own)), /Ingen har tittat än/);
    assert.match(told(await desk.textOf(own, undefined, english)), /Nobody has looked yet/);
    await desk.textOf('/begaranden', desk.dpo);
    desk.pass(60);
    await desk.textOf(`/begaranden/${id}`, desk.dpo);
    const swedish = told(await desk.textOf(own));
    assert.match(swedish, /23\snovember\s2026\skl\./);
    assert.match(
      swedish,
      /Lärvik Drift AB, dataskyddsombudet[\s\S]*Hela begäran[\s\S]*svara dig när du skriver till dataskyddsombudet[\s\S]*En rad i en lista/,
    );
    assert.match(
      told(await desk.textOf(own, undefined, english)),
      /Lärvik Drift AB, the data protection officer[\s\S]*The whole request[\s\S]*A line of a list/,
    );
    assert.doesNotMatch(swedish, /Dpo|en@annan/, 'which person looked is not told (C-579/21), nor to whom the page belongs');
  });

  it('are told to those whose request was seen, and to nobody else', async () => {
    const [one, other] = [await asked('en@annan.example'), await asked('annan@annan.example')];
    await desk.textOf('/begaranden', desk.dpo);
    assert.deepEqual([await linesOf(one.own), await linesOf(other.own)], [2, 2], 'a heading and the one look');
    assert.equal((await desk.rows('select from access_log')).length, 1, 'one look, however many were seen');
    await desk.textOf(`/begaranden/${one.id}`, desk.dpo);
    assert.deepEqual([await linesOf(one.own), await linesOf(other.own)], [3, 2]);
    for (const who of [desk.support, desk.executive, await desk.someone('Utomstaende')]) await desk.get(`/begaranden/${one.id}`, who);
    assert.equal(await linesOf(one.own), 3, 'whoever is refused has seen nothing');
  });

  it('are in the extract of an address, and the newest fifty on the page', async () => {
    const { own, id } = await asked('en@annan.example');
    await desk.textOf(`/begaranden/${id}`, desk.dpo);
    const tables = await exportTablesOfAddress(desk.house.house, 'en@annan.example');
    const log = tables.find(({ part }) => part.table === 'access_log');
    const rows = [];
    for await (const row of log?.rows ?? []) rows.push(row);
    assert.equal(rows.length, 1);
    assert.doesNotMatch(told(await desk.textOf(own)), /50 senaste/);
    await desk.house.owner.query(
      `with looks as (insert into access_log (actor_id, purpose, room, fields, at, due_at)
         select $1, 'answer-data-subject', 'desk', '{data_request.email}', app.now() - n * interval '1 day', '2029-01-01'
         from generate_series(1, 60) n returning id)
       insert into data_request_look select $2, id from looks`,
      [desk.dpo.id, id],
    );
    assert.match(told(await desk.textOf(own)), /de 50 senaste gångerna[\s\S]*Hela begäran[\s\S]*En rad/);
    assert.equal(await linesOf(own), 51);
  });

  it('of someone who has an account are told there as well', async () => {
    const someone = await desk.someone('Kontoinnehavare');
    const { own, id } = await asked(someone.email);
    await desk.textOf(`/begaranden/${id}`, desk.dpo);
    assert.equal(await linesOf(own), 2);
    assert.match(await desk.textOf('/mina-uppgifter', someone), /Lärvik Drift AB[\s\S]*svara dig när du skriver till dataskyddsombudet/);
  });

  it('at a case are on the page of the case, with those it has been put together with', async () => {
    const id = await desk.write({ ...contactFields, email: 'en@annan.example' });
    const other = await desk.write({ ...contactFields, email: 'annan@annan.example' });
    const own = (enquiry: string) => href('ownEnquiry', { token: desk.house.house.secrets.token('enquiry', enquiry) });
    await desk.textOf('/arenden', desk.support);
    desk.pass(60);
    await desk.textOf(`/arenden/${id}`, desk.support);
    assert.deepEqual([await linesOf(own(id)), await linesOf(own(other))], [3, 2]);
    assert.match(told(await desk.textOf(own(id))), /Lärvik Drift AB, supporten[\s\S]*Hela ärendet[\s\S]*svara dig när du skriver till oss/);
    assert.match(told(await desk.textOf(own(id), undefined, english)), /Lärvik Drift AB, support[\s\S]*The whole enquiry/);
    const second = await desk.write({ ...contactFields, email: 'en@annan.example', body: 'En sak till' });
    await desk.textOf(`/arenden/${second}`, desk.support);
    await desk.house.owner.query('insert into enquiry_merge values ($1, $2, app.now())', [second, id]);
    assert.deepEqual([await linesOf(own(id)), await linesOf(own(second))], [4, 4], 'both links lead to the whole');
  });

  it('cannot be taken back, and leave the chain whole when the request and the one who asked have gone', async () => {
    const { own, id } = await asked('en@annan.example');
    const someone = await desk.someone('Raderad');
    await asked(someone.email);
    const enquiry = await desk.write({ ...contactFields, email: 'en@annan.example' });
    await desk.textOf('/begaranden', desk.dpo);
    await desk.textOf(`/begaranden/${id}`, desk.dpo);
    await desk.textOf(`/arenden/${enquiry}`, desk.support);
    const taken = await desk.house.house.database.transaction({ purpose: 'answer-data-subject', accountId: desk.dpo.id }, (tx) =>
      tx.deleteFrom('data_request_look').executeTakeFirstOrThrow(),
    );
    assert.equal(taken.numDeletedRows, 0n);
    assert.equal(await linesOf(own), 3);
    assert.equal(await looksUntold(desk.house), 0);
    await eraseForever(desk.house.house, [someone.id], 'request');
    await desk.house.owner.query(
      "update enquiry set due_at = app.now() - interval '1 minute'; update data_request set due_at = app.now() - interval '1 minute'",
    );
    await sweep(desk.house.house);
    assert.deepEqual(await desk.rows('select from data_request_look'), []);
    assert.deepEqual(await desk.rows('select from enquiry_look'), []);
    assert.ok((await desk.rows('select from access_log')).length >= 3, 'the looks have not had their own time');
    assert.equal(await looksUntold(desk.house), 0, 'they were told, and whom it was told to has gone');
    assert.deepEqual((await verifyLookLog(desk.house.house)).faults, []);
  });

  it('hold the proof that every look is told, which sees one that is not', async () => {
    await asked('en@annan.example');
    assert.equal(await looksUntold(desk.house), 0);
    await desk.textOf('/begaranden', desk.dpo);
    assert.equal(await looksUntold(desk.house), 0, 'the officer has opened the list');
    await inHouse(desk.house, (tx) =>
      recordLook(tx, desk.house.clock, {
        actorId: desk.dpo.id,
        customerId: null,
        purpose: 'answer-data-subject',
        room: 'desk',
        fields: ['data_request.email'],
        subjects: [],
        others: true,
      }),
    );
    assert.equal(await looksUntold(desk.house), 1, 'a look that neither an account nor a request tells of');
  });
});
