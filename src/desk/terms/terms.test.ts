import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { href } from '../../routes.ts';
import { announceTerms } from '../index.ts';
import { openDesk, type DeskHouse, type Someone } from '../testing.ts';

// Proof of E-05: terms are told a month ahead, with what is new, and the gate begins on the day.

let desk: DeskHouse;
let person: Someone;
before(async () => {
  desk = await openDesk();
  person = await desk.someone('Vilgot');
});
beforeEach(async () => {
  await desk.house.owner.query(
    "delete from document_version where version > 1; delete from ledger where event = 'notice'; delete from mail; delete from notification; delete from graphile_worker._private_jobs",
  );
  desk.house.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
  await desk.house.owner.query("update session set expires_at = '2028-01-01'");
});
after(() => desk.house.close());

const path = href('termsVersions');
const text = { text_sv: 'Villkor\n\nEtt nytt stycke om hundar.', text_en: 'Terms\n\nA new paragraph about dogs.' };
const propose = (fields: Record<string, string>) =>
  desk.post(path, { ...text, applies_to: 'everyone', act: 'publish', ...fields }, desk.executive);
const publish = async (fields: Record<string, string> = { in_force_on: '2027-01-01' }) => assert.equal((await propose(fields)).status, 303);
const mails = () => desk.rows<{ account_id: string }>("select account_id from mail where template = 'terms-changed'");

test('is reviewed before it is published, and only by the executive', async () => {
  const review = await propose({ in_force_on: '2027-01-01', act: 'review' });
  assert.equal(review.status, 200);
  const page = await review.text();
  assert.match(page, /<ins><span class="unseen">Nytt: <\/span>Ett nytt stycke om hundar\.<\/ins>/);
  assert.match(page, /value="publish"/);
  assert.equal((await desk.rows('select 1 from document_version where version = 2')).length, 0);
  for (const who of [desk.support, desk.dpo, person]) {
    assert.equal((await desk.get(path, who)).status, 404);
    assert.equal((await desk.post(path, { ...text, in_force_on: '2027-01-01', applies_to: 'everyone', act: 'publish' }, who)).status, 404);
  }
});

test('less than a month ahead is refused, with why and from when; for new accounts it is not', async () => {
  const soon = await propose({ in_force_on: '2026-12-20' });
  assert.equal(soon.status, 422);
  const page = await soon.text();
  assert.match(page, /Villkoren lovar att alla får veta en månad i förväg\. Välj den 24 december 2026 eller senare/);
  assert.match(page, /om hundar/, 'nothing typed is lost');
  await publish({ in_force_on: '2026-12-20', applies_to: 'new-accounts' });
  await announceTerms(desk.house.house);
  assert.deepEqual(await mails(), []);
});

test('a day that has been, an empty or unchanged text and an earlier day than a published one are refused', async () => {
  assert.match(await (await propose({ in_force_on: '2026-01-02', applies_to: 'new-accounts' })).text(), /Dagen har redan varit/);
  assert.match(await (await propose({ in_force_on: '' })).text(), /Skriv en dag/);
  assert.match(await (await propose({ in_force_on: '2027-01-01', text_sv: ' ' })).text(), /Skriv villkoren/);
  await publish();
  assert.match(await (await propose({ in_force_on: '2027-02-01' })).text(), /likadan som i den senaste/, 'pressed twice it is one version');
  assert.match(await (await propose({ in_force_on: '2026-12-30', text_sv: 'Annat' })).text(), /En senare version är redan publicerad/);
});

test('everyone with an account is told once, however often it is begun; newcomers too, and those who have left are not', async () => {
  await publish();
  await desk.house.owner.query("update account set closed_at = now(), erase_due_at = now() + interval '6 months' where id = $1", [
    desk.dpo.id,
  ]);
  for (let time = 0; time < 2; time++) await announceTerms(desk.house.house);
  const told = (await mails()).map(({ account_id }) => account_id);
  assert.deepEqual(told.sort(), [desk.support.id, desk.executive.id, person.id].sort());
  assert.match(await desk.textOf(path, desk.executive), /Alla har fått mejl/);
  const notices = await desk.rows('select account_id, state, version from ledger where event = $1', ['notice']);
  assert.equal(notices.length, 3);
  const late = await desk.someone(`Sen${Date.now()}`);
  await announceTerms(desk.house.house);
  assert.deepEqual(
    (await mails()).map(({ account_id }) => account_id).filter((id) => !told.includes(id)),
    [late.id],
  );
  await desk.house.owner.query('update account set closed_at = null, erase_due_at = null');
});

test('broken off in the middle it goes on where it was', async () => {
  await publish();
  await desk.house.owner.query(
    `create function break_off() returns trigger language plpgsql as $$ begin
       if (select count(*) from mail where template = 'terms-changed') >= 2 then raise 'broken off'; end if; return new; end $$;
     create trigger break_off before insert on notification for each row execute function break_off()`,
  );
  await desk.house.owner.query(
    "insert into mail (address, template, language, due_at) select 'x@y.example', 'terms-changed', 'sv', now() + interval '1 year' from generate_series(1, 2)",
  );
  await assert.rejects(announceTerms(desk.house.house), /broken off/);
  await desk.house.owner.query(
    "drop trigger break_off on notification; drop function break_off; delete from mail where address = 'x@y.example'",
  );
  assert.equal((await desk.rows("select 1 from ledger where event = 'notice'")).length, 0, 'notice and mail are one act');
  await announceTerms(desk.house.house);
  const { length } = await mails();
  assert.equal(length, (await desk.rows('select 1 from account where closed_at is null')).length);
});

test('the mail says when and where, and the page what is new: before the day as after', async () => {
  await publish();
  await announceTerms(desk.house.house);
  await desk.deliver();
  const mail = await desk.mailTo(person.email);
  assert.match(mail, /Nya användarvillkor från den 1 januari 2027/);
  assert.match(mail, /http:\/\/localhost\/villkor\/version\/2/);
  const page = await desk.textOf('/villkor/version/2');
  assert.match(page, /Den här versionen gäller inte än/);
  assert.match(page, /<ins>.*hundar/);
  assert.match(await desk.textOf('/villkor/version/2', undefined, { 'accept-language': 'en' }), /about dogs/);
  assert.match(await desk.textOf(href('terms')), /Nya villkor börjar gälla den 1 januari 2027/);
  assert.equal((await desk.get(href('upcomingTerms'))).headers.get('location'), '/villkor/version/2');
  assert.equal((await desk.get('/villkor/version/9')).status, 404);
});

test('the gate begins on the day, at midnight in Sweden', async () => {
  await publish();
  const home = async (who: Someone) => (await desk.get(href('home'), who)).headers.get('location');
  desk.house.clock.moveTo(new Date('2026-12-31T22:59:00Z'));
  assert.equal(await home(person), null);
  const other = await desk.someone('Midnatt');
  desk.house.clock.moveTo(new Date('2026-12-31T23:00:30Z'));
  assert.match((await home(other)) ?? '', /villkor\/godkann/);
});

test('terms for new accounts leave those who have one with what they accepted', async () => {
  await publish({ in_force_on: '2026-12-01', applies_to: 'new-accounts' });
  desk.house.clock.moveTo(new Date('2026-12-02T09:00:00Z'));
  await desk.house.owner.query("update account set created_at = '2026-11-01' where id = $1", [person.id]);
  const newcomer = await desk.someone(`Ny${Date.now()}`);
  await desk.house.owner.query("update account set created_at = '2026-12-02T08:00:00Z' where id = $1", [newcomer.id]);
  assert.equal((await desk.get(href('home'), person)).status, 200);
  assert.match((await desk.get(href('home'), newcomer)).headers.get('location') ?? '', /villkor\/godkann/);
  assert.match(await desk.textOf(href('terms'), person), /Version 1/);
  assert.match(await desk.textOf(href('termsGate'), newcomer), /hundar/);
  assert.match(await desk.textOf(href('terms')), /Version 2/);
});

test('the history is read further back by version', async () => {
  await desk.house.owner.query(
    `insert into document_version (kind, version, text_sv, text_en, text_hash, in_force_at, applies_to)
     select 'terms', n, 'v' || n, 'v' || n, sha256(n::text::bytea), '2027-01-01'::timestamptz + make_interval(days => n), 'everyone'
     from generate_series(2, 23) n`,
  );
  const versionsOf = (page: string) => [...page.matchAll(/href="\/villkor\/version\/(\d+)"/g)].map(([, version]) => Number(version));
  const first = await desk.textOf(path, desk.executive);
  assert.deepEqual(
    versionsOf(first),
    Array.from({ length: 20 }, (_, n) => 23 - n),
  );
  assert.match(first, /href="[^"]*\?efter=4" rel="next">Visa äldre versioner/);
  const rest = await desk.textOf(`${path}?efter=4`, desk.executive);
  assert.deepEqual(versionsOf(rest), [3, 2, 1]);
  assert.match(rest, /Till de senaste versionerna/);
  assert.doesNotMatch(rest, /rel="next"/);
  assert.match(rest, /<textarea[^>]*name="text_sv"[^>]*>[^<]*v23/, 'the latest stands in the form all the same');
  assert.match(await desk.textOf(`${path}?efter=1`, desk.executive), /Det finns ingen äldre version/);
  for (const odd of ['x', '-1', '1e3', '99999999999'])
    assert.equal(versionsOf(await desk.textOf(`${path}?efter=${odd}`, desk.executive)).length, 20, odd);
});
