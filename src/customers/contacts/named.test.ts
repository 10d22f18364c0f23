import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { looksUntold } from '../../../tests/support/looks-untold.ts';
import { addPerson, inHouse, signedIn } from '../../../tests/support/world.ts';
import { eraseForever, exportTablesOfAddress, verifyLookLog } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openRegister } from '../agreement/testing.ts';
import { contactToken } from './contact-token.ts';
import { contactMails } from './mails.ts';
import { namedWords } from './named-words.ts';

// Proof of N-60 and N-44: whom a customer names as its contact is told of it, sees who has looked, and has the name removed.

let at: Awaited<ReturnType<typeof openRegister>>;
let customer: string;
before(async () => {
  at = await openRegister();
  customer = at.customer.slug;
});
beforeEach(() => at.house.owner.query('delete from customer_contact; delete from access_log; delete from look_link; delete from mail'));
after(() => at.house.close());

const fields = (more: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    contact_address: 'Storgatan 1',
    contact_email: 'info@skolan.example',
    contact_phone: '',
    contact_name: '',
    officer_name: 'Dana Ombudsson',
    officer_email: 'dana@ombud.example',
    officer_phone: '08-465 004 00',
    representative_name: '',
    representative_address: '',
    representative_email: '',
    ...more,
  });
const save = async (more: Record<string, string> = {}) => {
  const answer = await at.post(href('saveCustomerContact', { customer }), fields(more), at.cookie);
  assert.equal(answer.status, 303);
};
const linkTo = async (part: string) => {
  const [row] = await at.rows('select id from customer_contact where part = $1', [part]);
  return href('namedContact', { token: contactToken(at.house.house, row.id) });
};
const told = async () =>
  (await at.rows("select address from mail where template = 'contact-named' order by address")).map((row) => row.address);
const looks = async () => (await at.rows('select from access_log')).length;
const part = (page: string) => page.split('<h2>').find((one) => /^(Vem som har tittat|Who has looked)/.test(one)) ?? '';
const english = async (path: string) => (await at.house.app.request(path, { headers: { 'accept-language': 'en' } })).text();

describe('someone whom a customer has named', () => {
  it('is told by mail, once, and again only when the name or the address is another', async () => {
    await save();
    await save();
    assert.deepEqual(await told(), ['dana@ombud.example', 'info@skolan.example']);
    await save({ officer_name: 'Ny Ombudsson' });
    assert.equal((await told()).length, 3);
    const [row] = await at.rows("select id from customer_contact where part = 'officer'");
    for (const [language, said] of [
      ['sv', /Kunden nordhammar har angett den här mejladressen i Kursiv, som dataskyddsombud/],
      ['en', /Kunden nordhammar has stated this e-mail address in Kursiv, as data protection officer/],
    ] as const) {
      const facts = { house: at.house.house, language, givenName: '', accountId: undefined, operatorName: 'x' };
      const mail = await contactMails['contact-named']({ ...facts, about: { contactId: row.id } });
      assert.match(mail!.paragraphs.join('\n'), said);
      assert.doesNotMatch(mail!.paragraphs.join('\n'), /Ombudsson/, 'the mail names nobody');
      assert.ok(mail!.paragraphs.some((line) => line.endsWith(href('namedContact', { token: contactToken(at.house.house, row.id) }))));
    }
  });

  it('sees on their own page what is stated and who has looked: staff, and neither themselves nor those who are told by duty', async () => {
    await save();
    await at.house.owner.query('delete from access_log; delete from look_link');
    const own = await linkTo('officer');
    const page = await at.textOf(own);
    for (const said of [
      /Dana Ombudsson/,
      /dana@ombud\.example/,
      /08-465 004 00/,
      /kundens administratörer; de hos oss/,
      /Varifrån de kommer/,
    ])
      assert.match(page, said);
    assert.doesNotMatch(page, /info@skolan/, 'another part of the details is another’s');
    assert.match(part(page), /Ingen har tittat än/);
    const invited = await addPerson(at.house, 'Inbjuden');
    await at.textOf(at.linkOf(await at.inviteTo([])), await signedIn(at.house, invited));
    assert.match(part(await at.textOf(own)), /Ingen har tittat än/);
    await at.house.owner.query('delete from access_log; delete from look_link');
    await at.textOf(href('customerContact', { customer }), at.cookie);
    assert.equal(await looks(), 1, 'one row a request, whatever the number of contacts');
    assert.match(part(await at.textOf(own)), /Kunden nordhammar, administratör[\s\S]*Kontaktuppgifterna: namn, mejladress/);
    assert.match(part(await english(own)), /an administrator[\s\S]*The contact details: name/);
    assert.match(part(await at.textOf(await linkTo('controller'))), /Kunden nordhammar, administratör/);
    for (const name of ['ownRecord', 'dataProcessing'] as const) await at.textOf(href(name, { customer }), at.cookie);
    assert.equal(await looks(), 3, 'the record and the annex are looks too');
    const organisation = at.customer.id;
    await at.textOf(href('customerCard', { organisation }), at.desk);
    await at.textOf(href('organisationContact', { organisation }), at.desk);
    assert.equal(await looks(), 5);
    assert.match(part(await at.textOf(own)), /supporten/);
    assert.equal(await looksUntold(at.house), 0);
    assert.deepEqual((await verifyLookLog(at.house.house)).faults, []);
    const log = (await exportTablesOfAddress(at.house.house, 'dana@ombud.example')).find((one) => one.part.table === 'access_log');
    let told_ = 0;
    for await (const _ of log?.rows ?? []) told_++;
    assert.equal(told_, 5, 'they are in the extract of the address');
  });

  it('who has an account sees the looks under My data, and none when they look themselves', async () => {
    const person = await addPerson(at.house, 'Ombudet');
    await inHouse(at.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: at.customer.id, account_id: person.id, role: 'customer_admin' }).execute(),
    );
    const theirs = await signedIn(at.house, person);
    await save({ officer_email: person.email, contact_email: person.email });
    await at.house.owner.query('delete from access_log; delete from look_link');
    await at.textOf(href('customerContact', { customer }), theirs);
    assert.equal(await looks(), 0);
    await at.textOf(href('customerContact', { customer }), at.cookie);
    assert.match(part(await at.textOf('/mina-uppgifter', theirs)), /Kunden nordhammar[\s\S]*namn, mejladress, telefonnummer/);
  });

  it('removes the name by the link, which leads to nothing else and ends when the address is another', async () => {
    await save({ contact_name: 'Fel Person' });
    const own = await linkTo('controller');
    assert.match(await at.textOf(own), /Ta bort namnet/);
    for (let turn = 0; turn < 2; turn++) {
      const answer = await at.post(own, []);
      assert.equal(answer.status, 303);
      const page = await at.textOf(answer.headers.get('location')!);
      assert.match(page, /Namnet är borttaget/);
      assert.doesNotMatch(page, /Fel Person|Ta bort namnet/);
    }
    const bells = await at.rows("select customer_id from notification where event = 'contact-nameless' and account_id = $1", [at.boss.id]);
    assert.deepEqual(bells, [{ customer_id: at.customer.id }], 'the administrator is told, once');
    assert.match(await at.textOf(href('notifications'), at.cookie), /Ett namn är borttaget ur kontaktuppgifterna/);
    const rows = await at.rows('select part, name, email from customer_contact order by part');
    assert.deepEqual(rows, [
      { part: 'controller', name: '', email: 'info@skolan.example' },
      { part: 'officer', name: 'Dana Ombudsson', email: 'dana@ombud.example' },
    ]);
    const forged = own.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    for (const path of [`${own}x`, forged, href('namedContact', { token: 'x' })]) {
      assert.equal((await at.get(path)).status, 404, path);
      assert.equal((await at.post(path, [])).status, 404, path);
    }
    await at.textOf(href('customerContact', { customer }), at.cookie);
    await save({ contact_email: 'annan@skolan.example' });
    assert.equal((await at.get(own)).status, 404);
    assert.deepEqual(
      await at.rows("select from contact_look where address = 'info@skolan.example'"),
      [],
      'what was told to it went with it',
    );
    assert.equal(await looksUntold(at.house), 0);
  });

  it('keeps the name when the customer cannot be told, and both happen the next time', async () => {
    await save({ contact_name: 'Fel Person' });
    await at.rows("delete from notification where event = 'contact-nameless'");
    const own = await linkTo('controller');
    await at.rows("alter table notification add constraint stopped check (event <> 'contact-nameless') not valid");
    try {
      assert.equal((await at.post(own, [])).status, 500);
    } finally {
      await at.rows('alter table notification drop constraint stopped');
    }
    assert.match(await at.textOf(own), /Fel Person/);
    assert.equal((await at.post(own, [])).status, 303);
    assert.doesNotMatch(await at.textOf(own), /Fel Person/);
    assert.equal((await at.rows("select from notification where event = 'contact-nameless' and account_id = $1", [at.boss.id])).length, 1);
  });

  it('has words for each who sees them by the map', () => {
    const { seenBy } = dataMap.customer_contact.columns.name as { seenBy: readonly string[] };
    for (const locale of ['sv', 'en'] as const) assert.deepEqual(Object.keys(namedWords[locale].seenBy).toSorted(), seenBy.toSorted());
  });
});

describe('a name at an address that is the organisation’s', () => {
  it('goes with the account of someone who is at the customer, and a namesake’s elsewhere stays', async () => {
    const person = await addPerson(at.house, 'Sällsam');
    const [{ given_name: given, family_name: family }] = await at.rows('select given_name, family_name from account where id = $1', [
      person.id,
    ]);
    await save({ contact_name: `Rektor ${given.toUpperCase()} ${family}`, officer_name: `${given} Annan` });
    await inHouse(at.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: at.customer.id, account_id: person.id, role: 'teacher' }).execute(),
    );
    const other = await addPerson(at.house, 'Namne');
    await at.house.owner.query('update account set given_name = $1, family_name = $2 where id = $3', [given, family, other.id]);
    await eraseForever(at.house.house, [other.id], 'request');
    const names = async () => (await at.rows('select name from customer_contact order by part')).map(({ name }) => name);
    assert.equal((await names())[0], `Rektor ${given.toUpperCase()} ${family}`, 'someone of the same name who is not at the customer');
    await eraseForever(at.house.house, [person.id], 'request');
    assert.deepEqual(await names(), ['', `${given} Annan`]);
  });

  it('is gone only where it is whole: a longer name is someone else’s', async () => {
    const said = [
      'Eva Ek',
      'Rektor eva ek',
      'Eva Ek, rektor',
      'Rektor (Eva Ek)',
      'Eva Ekström',
      'Eva Ek-Berg',
      'Neva Ek',
      'Eva Ek Berg',
      'Ek',
      '',
    ];
    const taken = async (given: string, family: string) =>
      (await at.rows('select n from unnest($1::text[]) n where app.names_whole(n, $2, $3)', [said, given, family])).map(({ n }) => n);
    assert.deepEqual(await taken('Eva', 'Ek'), said.slice(0, 4));
    for (const [given, family] of [
      ['', 'Ek'],
      ['Eva', ''],
      ['', ''],
    ] as const)
      assert.deepEqual(await taken(given, family), []);
  });
});
