import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addCustomer, addPerson, inHouse, signedIn } from '../../../tests/support/world.ts';
import { publishDocuments } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openRegister } from '../agreement/testing.ts';

// Proof of N-43 and N-74: the record of what is done for a customer names it, its representative and its data protection officer, with
// how each is reached (Art. 30(2)(a)), the customer reads it itself, and whoever joins a course is told the same (Art. 13(1)(a) and (b)).

let at: Awaited<ReturnType<typeof openRegister>>;
let customer: string;
before(async () => {
  at = await openRegister();
  customer = at.customer.slug;
});
after(() => at.house.close());

const whole: [string, string][] = [
  ['contact_address', '  Storgatan 1 \r\n\r\n123 45  Ort '],
  ['contact_email', 'Info@Nordhammar.example'],
  ['contact_phone', '08-465 004 00'],
  ['contact_name', 'Växeln'],
  ['officer_name', 'Dana [Ombud](/x)'],
  ['officer_email', 'dso@nordhammar.example'],
  ['officer_phone', ''],
  ['representative_name', ''],
  ['representative_address', ''],
  ['representative_email', ''],
];
const saved = () =>
  at.rows('select part, name, address, email, phone, due_at from customer_contact where customer_id = $1 order by part', [at.customer.id]);
const record = () => at.textOf(href('ownRecord', { customer }), at.cookie);

describe("a customer's contact details", () => {
  it('are asked for where there are none, and the record says that they are missing', async () => {
    assert.match(await record(), /Kunden har inte angett hur den nås/);
    assert.match(await record(), /Kunden har inte angett något dataskyddsombud/);
  });

  it('are told every fault with what was typed kept', async () => {
    const faults: [string, string][] = [
      ['contact_address', ''],
      ['contact_email', 'växeln'],
      ['contact_phone', 'ring'],
      ['officer_name', 'x'.repeat(201)],
    ];
    const wrong = await at.post(href('saveCustomerContact', { customer }), faults, at.cookie);
    assert.equal(wrong.status, 422);
    const text = await wrong.text();
    for (const said of [
      /Skriv kundens postadress/,
      /Skriv dataskyddsombudets mejladress/,
      /namn@exempel\.se/,
      /Skriv telefonnumret med siffror/,
      /Namnet får ha högst 200/,
    ])
      assert.match(text, said);
    assert.match(text, /value="växeln"/);
    const half = await at.post(
      href('saveCustomerContact', { customer }),
      [
        ['officer_name', 'Dana'],
        ['representative_email', 'rep@nordhammar.example'],
      ],
      at.cookie,
    );
    assert.equal(half.status, 422);
    const missing = await half.text();
    for (const said of [
      /Skriv kundens postadress/,
      /Skriv kundens mejladress/,
      /Skriv dataskyddsombudets mejladress/,
      /Skriv företrädarens namn/,
      /Skriv företrädarens postadress/,
    ])
      assert.match(missing, said);
    assert.deepEqual(await saved(), []);
  });

  it('are saved by the customer’s administrator, once however often, and stand in its record, annex and exit', async () => {
    for (let turn = 0; turn < 2; turn++)
      assert.equal((await at.post(href('saveCustomerContact', { customer }), whole, at.cookie)).status, 303);
    assert.deepEqual(
      (await saved()).map(({ part, name, address, email, phone }) => [part, name, address, email, phone]),
      [
        ['controller', 'Växeln', 'Storgatan 1\n123 45 Ort', 'info@nordhammar.example', '08-465 004 00'],
        ['officer', 'Dana [Ombud](/x)', '', 'dso@nordhammar.example', null],
      ],
    );
    for (const path of [href('ownRecord', { customer }), href('dataProcessing', { customer })]) {
      const text = await at.textOf(path, at.cookie);
      assert.match(text, /Storgatan 1, 123 45 Ort, <a href="mailto:info@nordhammar.example">/, path);
      assert.match(text, /<a href="tel:0846500400">08-465 004 00<\/a>/);
      assert.match(text, /Fråga efter Växeln/);
      assert.match(text, /Kundens dataskyddsombud är Dana \[Ombud\]\(\/x\), /, 'what is typed is words, never a link');
    }
    const english = await (
      await at.house.app.request(href('ownRecord', { customer }), { headers: { cookie: `${at.cookie}; language=en` } })
    ).text();
    assert.match(english, /The controller is the customer Kunden nordhammar/);
    assert.match(english, /data protection officer is Dana/);
  });

  it('are changed by the operator’s people too, and told on the customer’s card', async () => {
    const organisation = at.customer.id;
    const more = whole.map(([name, value]): [string, string] => [
      name,
      { representative_name: 'Rep AB', representative_address: 'Kaj 2', representative_email: 'rep@nordhammar.example' }[name] ?? value,
    ]);
    const answer = await at.post(href('saveOrganisationContact', { organisation }), more, at.desk);
    assert.equal(answer.status, 303);
    assert.match(await at.textOf(answer.headers.get('location')!, at.desk), /Kontaktuppgifterna är sparade/);
    const card = await at.textOf(href('customerCard', { organisation }), at.desk);
    assert.match(card, /Kundens företrädare inom EES är Rep AB, Kaj 2, <a href="mailto:rep@nordhammar.example">/);
    await at.post(href('saveCustomerContact', { customer }), whole, at.cookie);
    assert.deepEqual(
      (await saved()).map(({ part }) => part),
      ['controller', 'officer'],
      'what is left out is no more',
    );
  });

  it('are nobody else’s to read or change', async () => {
    const other = await addCustomer(at.house, 'annan');
    const teacher = await addPerson(at.house, 'Larare');
    await at.give(teacher, 'teacher');
    const theirs = await signedIn(at.house, teacher);
    const routes = ['customerContact', 'ownRecord', 'ownRecordVersions'] as const;
    for (const name of routes) {
      assert.equal((await at.get(href(name, { customer }), theirs)).status, 404, name);
      assert.equal((await at.get(href(name, { customer: other.slug }), at.cookie)).status, 404, name);
      assert.equal((await at.get(href(name, { customer }))).status, 303, name);
    }
    assert.equal((await at.post(href('saveCustomerContact', { customer }), whole, theirs)).status, 404);
    assert.equal((await at.post(href('saveCustomerContact', { customer: other.slug }), whole, at.cookie)).status, 404);
    assert.equal((await at.get(href('organisationContact', { organisation: at.customer.id }), at.cookie)).status, 404);
    assert.equal((await at.post(href('saveOrganisationContact', { organisation: at.customer.id }), whole, at.cookie)).status, 404);
    assert.equal((await at.get(href('organisationContact', { organisation: randomUUID() }), at.desk)).status, 404);
  });

  it('are told to whoever is invited, and under what applies to them', async () => {
    const invited = await addPerson(at.house, 'Inbjuden');
    const id = await at.inviteTo([]);
    const theirs = await signedIn(at.house, invited);
    const before = await at.textOf(at.linkOf(id), theirs);
    assert.match(before, /Personuppgiftsansvarig är kunden Kunden nordhammar/);
    assert.match(before, /mailto:info@nordhammar.example/);
    assert.match(before, /mailto:dso@nordhammar.example/);
    await at.post(at.linkOf(id), [['choice', 'accept']], theirs);
    const own = await at.textOf(href('ownNotice'), theirs);
    assert.match(own, /mailto:info@nordhammar.example/);
    assert.match(own, /Vårt dataskyddsombud är/);
  });

  it('are told before someone joins a course with a key, and the words are what is kept as proof', async () => {
    const [key] = await at.keys(1);
    const joiner = await addPerson(at.house, 'Ny');
    const theirs = await signedIn(at.house, joiner);
    const opened = await at.post(href('redeemKey'), [['key', key!]], theirs);
    const join = opened.headers.get('location')!;
    const page = await at.textOf(join, theirs);
    assert.match(page, /Vem som ansvarar/);
    for (const said of ['mailto:info@nordhammar.example', 'mailto:dso@nordhammar.example', 'tel:0846500400', 'href="/integritetspolicy"'])
      assert.ok(page.includes(said), said);
    assert.match(page, /Personuppgiftsansvarig är kunden Kunden nordhammar/);
    assert.equal((await at.post(join, [['choice', 'join']], theirs)).status, 303);
    const proofs = await at.rows("select text_hash from ledger where account_id = $1 and about = 'join-course'", [joiner.id]);
    assert.equal(proofs.length, 1);
    assert.match(proofs[0].text_hash, /^[0-9a-f]{64}$/, 'a digest: no contact person is kept in it');
  });

  it('go with what is held for the customer, and come back with the agreement', async () => {
    const agreement = await at.agree();
    const due = async () => (await saved()).map(({ due_at }) => due_at);
    const [row] = await at.rows('select due_at from customer where id = $1', [at.customer.id]);
    assert.deepEqual(row.due_at, null);
    const change = (what: string) =>
      at.post(href('changeAgreement', { organisation: at.customer.id, agreement }), [['change', what]], at.desk);
    await change('notice');
    const [noticed] = await at.rows('select due_at from customer where id = $1', [at.customer.id]);
    assert.ok(noticed.due_at);
    assert.deepEqual(await due(), [noticed.due_at, noticed.due_at]);
    await at.post(href('saveCustomerContact', { customer }), whole, at.cookie);
    assert.deepEqual(await due(), [noticed.due_at, noticed.due_at], 'changed after notice they still go');
    await change('renew');
    assert.deepEqual(await due(), [Infinity, Infinity]);
  });
});

describe('the record of what is done for a customer', () => {
  it('is read with its earlier versions and what differs, which name no customer', async () => {
    const { house } = at;
    const publish = () => inHouse(house, (tx) => publishDocuments(tx, house.house.register, house.clock.now()));
    await publish();
    await inHouse(house, (tx) => tx.updateTable('operator').set({ dpo_name: 'Dag Dahl' }).execute());
    await publish();
    const list = await at.textOf(href('ownRecordVersions', { customer }), at.cookie);
    const second = href('ownRecordVersion', { customer, version: 2 });
    assert.ok(list.includes(`href="${second}"`));
    const version = await at.textOf(second, at.cookie);
    assert.match(version, /Det här skiljer från version 1/);
    assert.match(version, /<ins>Dag<\/ins>|Dag Dahl/);
    assert.doesNotMatch(version, /Växeln|dso@nordhammar/, 'whoever has left is not kept in an old version');
    assert.match(await record(), /Version 2, gäller från/);
    assert.match(await record(), /Ctrl\+P/);
    assert.equal((await at.get(href('ownRecordVersion', { customer, version: 99 }), at.cookie)).status, 404);
  });
});
