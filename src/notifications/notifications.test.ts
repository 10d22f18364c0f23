import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  type Person,
} from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { reaches, type EventName } from './events.ts';
import { bellTimes, notificationMails, notify, remindUnread, sendDigests } from './index.ts';
import { mailTime, usualRhythm } from './rhythm.ts';
import { words } from './words.ts';

let house: TestHouse;
let person: Person;
let other: Person;
let admin: Person;
let cookie: string;
let adminCookie: string;
let customerId: string;
let courseId: string;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  customerId = (await addCustomer(house)).id;
  const course = await addCourse(house, customerId);
  courseId = course.courseId;
  person = await addPerson(house, 'Nadja');
  other = await addPerson(house, 'Otto');
  admin = await addPerson(house, 'Admin');
  await enrol(house, person, course);
  await inHouse(house, (tx) =>
    tx.insertInto('membership').values({ customer_id: customerId, account_id: admin.id, role: 'customer_admin' }).execute(),
  );
  cookie = await signedIn(house, person);
  adminCookie = await signedIn(house, admin);
});
beforeEach(async () => {
  house.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
  await house.owner.query(
    'delete from notification; delete from notification_choice; delete from notification_rhythm; delete from customer_notification; delete from mail',
  );
  await house.owner.query("update session set expires_at = '2027-01-01', rotated_at = '2026-11-24', last_seen_at = '2026-11-24'");
});
after(() => house.close());

const get = async (path: string, who = cookie) => (await house.app.request(path, { headers: { cookie: who } })).text();
const post = (path: string, fields: Record<string, string>, who = cookie) => house.app.request(path, formPost(fields, who));
/** Told by someone else's act, in that person's own scope. */
const tell = (event: EventName = 'message-to-student', mail = true) =>
  house.house.database.transaction({ purpose: 'correspond', accountId: other.id, customerId }, (tx) =>
    notify(tx, house.clock, { event, to: [person.id], customerId, courseId, ...(mail ? { mail: { template: 'own', about: {} } } : {}) }),
  );
const mails = async () => (await house.owner.query<{ template: string; account_id: string }>('select template, account_id from mail')).rows;
const rhythm = { digest: 'at-once', quiet_from: '', quiet_to: '', time_zone: 'Europe/Stockholm' };
const everything = {
  'mail_message-to-student': 'yes',
  'mail_message-to-administrator': 'yes',
  'mail_roles-changed': 'yes',
  'bell_invitation-answered': 'yes',
};
const choose = async (fields: Record<string, string>) =>
  assert.equal((await post(href('notificationChoices'), { ...rhythm, ...fields })).status, 303);

test('the rule: what one must act on reaches everyone, the rest when both let it through', () => {
  for (const customer of [true, false, null]) for (const own of [true, false, null]) assert.ok(reaches('always', customer, own));
  assert.deepEqual(
    [reaches('on', null, null), reaches('on', false, true), reaches('on', true, false), reaches('on', true, true)],
    [true, false, false, true],
  );
  assert.deepEqual([reaches('off', true, null), reaches('off', null, true), reaches('off', false, true)], [false, true, false]);
});

test('the bell counts, the page tells what and where and not who, and opening it reads it', async () => {
  await tell();
  assert.match(await get(href('home')), /class="count"[^>]*>1<\/span><span class="unseen"> \(1 olästa\)/);
  const page = await get(href('notifications'));
  assert.match(page, /Du har fått svar i en kurs, Liten kurs, Kunden nordhammar/);
  assert.doesNotMatch(page, /Otto/);
  const action = /action="(\/aviseringar\/[^"]+)"/.exec(page)![1]!;
  assert.equal((await post(action, {})).headers.get('location'), '/k/nordhammar/kurser/liten-kurs/korrespondens');
  assert.doesNotMatch(await get(href('home')), /class="count"/);
  assert.equal((await post(action, {}, adminCookie)).status, 404, 'someone else’s');
});

test('several unread of a kind are one, and all are read at once', async () => {
  for (let time = 0; time < 3; time++) await tell();
  await tell('roles-changed');
  const { rows } = await house.owner.query('select 1 from notification');
  assert.equal(rows.length, 2);
  assert.equal((await post(href('markNotificationsRead'), {})).status, 303);
  await tell();
  assert.equal((await house.owner.query('select 1 from notification where read_at is null')).rows.length, 1, 'and a new one is new');
});

test('mail comes at once by default, and not at all to who has said no', async () => {
  await tell();
  assert.deepEqual(await mails(), [{ template: 'own', account_id: person.id }]);
  await house.owner.query('delete from mail');
  await choose({ ...everything, 'mail_message-to-student': '' });
  await tell();
  assert.deepEqual(await mails(), []);
  await tell('terms-changed');
  assert.equal((await mails()).length, 1, 'what one must act on is not chosen');
});

test('the customer’s default stops it too, and only its administrators decide it', async () => {
  const path = href('customerNotifications', { customer: 'nordhammar' });
  assert.equal((await post(path, everything)).status, 404);
  assert.equal((await house.app.request(path, { headers: { cookie } })).status, 404);
  assert.match(await get(path, adminCookie), /Aviseringar till era personer/);
  assert.equal((await post(path, { 'mail_roles-changed': 'yes' }, adminCookie)).status, 303);
  await tell();
  assert.deepEqual(await mails(), []);
  await tell('roles-changed');
  assert.equal((await mails()).length, 1);
});

test('collected mail comes in the morning, once, with numbers only; read in the meantime it does not', async () => {
  await choose({ ...everything, digest: 'daily' });
  await tell();
  await tell('roles-changed');
  await sendDigests(house.house);
  assert.deepEqual(await mails(), []);
  house.clock.moveTo(new Date('2026-11-24T06:05:00Z'));
  for (let time = 0; time < 2; time++) await sendDigests(house.house);
  assert.deepEqual(await mails(), [{ template: 'notifications', account_id: person.id }]);
  const facts = { house: house.house, givenName: '', accountId: person.id, about: {}, operatorName: 'Kursiv' };
  for (const language of ['sv', 'en'] as const) {
    const made = await notificationMails.notifications({ ...facts, language });
    assert.ok(made);
    assert.match(made.paragraphs.join('\n'), new RegExp(`${words[language].events['message-to-student'].text} \\(1\\)`));
    assert.doesNotMatch(made.paragraphs.join('\n'), /Otto|Nadja|nordhammar|Liten kurs/);
  }
  await post(href('markNotificationsRead'), {});
  assert.equal(await notificationMails.notifications({ ...facts, language: 'sv' }), undefined);
  await tell();
  await post(href('markNotificationsRead'), {});
  await house.owner.query('delete from mail');
  house.clock.moveTo(new Date('2026-11-25T06:05:00Z'));
  await sendDigests(house.house);
  assert.deepEqual(await mails(), []);
});

describe('what rings in the database and is reminded of a little later', () => {
  const soon = new Date('2026-11-23T09:00:20Z');
  /** By someone else's act, as a message sent does. */
  const ring = () =>
    house.house.database.transaction({ purpose: 'correspond', accountId: other.id, customerId }, async (tx) => {
      const { until, remindAt } = bellTimes(house.clock.now());
      await sql`select app.ring('message-to-student', ${customerId}, ${courseId}, ${[person.id]}::uuid[], ${house.clock.now()}::timestamptz,
        ${until}::timestamptz, ${remindAt}::timestamptz)`.execute(tx);
    });
  const remindAt = async (time: Date) => {
    house.clock.moveTo(time);
    for (let twice = 0; twice < 2; twice++) await remindUnread(house.house);
  };

  test('the bell rings at once, the mail comes once and only when it is still unread', async () => {
    for (let time = 0; time < 3; time++) await ring();
    assert.match(await get(href('home')), /class="count"[^>]*>1</);
    await remindUnread(house.house);
    assert.deepEqual(await mails(), [], 'not yet');
    await remindAt(soon);
    assert.deepEqual(await mails(), [{ template: 'new-message-to-student', account_id: person.id }]);
    await house.owner.query('delete from mail');
    await ring();
    await post(href('markNotificationsRead'), {});
    await remindAt(new Date('2026-11-23T09:01:00Z'));
    assert.deepEqual(await mails(), [], 'read in time');
  });

  test('whoever has said no gets none, and a digest takes it up instead', async () => {
    await choose({ ...everything, 'mail_message-to-student': '' });
    await ring();
    await remindAt(soon);
    assert.deepEqual(await mails(), []);
    await choose({ ...everything, digest: 'daily' });
    await ring();
    await remindAt(new Date('2026-11-23T09:01:00Z'));
    assert.deepEqual(await mails(), []);
    house.clock.moveTo(new Date('2026-11-24T06:05:00Z'));
    await sendDigests(house.house);
    assert.deepEqual(await mails(), [{ template: 'notifications', account_id: person.id }]);
  });

  test('whoever closes the account meanwhile is not reminded', async () => {
    await ring();
    await house.owner.query("update account set closed_at = now(), erase_due_at = now() + interval '6 months' where id = $1", [person.id]);
    await remindAt(soon);
    assert.deepEqual(await mails(), []);
    await ring();
    await house.owner.query('update account set closed_at = null, erase_due_at = null where id = $1', [person.id]);
    const { rows } = await house.owner.query('select from notification where reminder_due_at is not null');
    assert.equal(rows.length, 0, 'nor rung for');
  });
});

test('a mail without words of its own is the collected one, at once', async () => {
  await choose({ ...everything, 'mail_invitation-answered': 'yes' });
  await tell('invitation-answered', false);
  await sendDigests(house.house);
  assert.deepEqual(
    (await mails()).map(({ template }) => template),
    ['notifications'],
  );
});

test('the form says what is wrong and keeps what was chosen', async () => {
  const response = await post(href('notificationChoices'), {
    ...rhythm,
    quiet_from: '25:00',
    'mail_message-to-student': '',
    digest: 'weekly',
  });
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /Skriv en tid som 22:00/);
  assert.match(page, /value="25:00"/);
  assert.match(page, /value="weekly"[^>]*checked/);
  assert.equal((await post(href('notificationChoices'), { ...rhythm, time_zone: 'Mars/Olympus' })).status, 422);
  assert.match(await (await post(href('notificationChoices'), { ...rhythm, quiet_from: '22:00' })).text(), /Fyll i både/);
  assert.match(await get(href('notificationChoices')), /Mejlas alltid/);
});

test('the list is read page by page', async () => {
  for (let time = 0; time < 32; time++) {
    await tell();
    await post(href('markNotificationsRead'), {});
  }
  const first = await get(href('notifications'));
  assert.equal(first.match(/action="\/aviseringar\//g)?.length, 30);
  const next = /href="([^"]+efter=[^"]+)"/.exec(first)![1]!;
  assert.equal((await get(next)).match(/action="\/aviseringar\//g)?.length, 2);
});

test('the list is narrowed by what has happened, whether it is read and where', async () => {
  assert.doesNotMatch(await get(href('notifications')), /type="search"/, 'there is nothing to search among');
  await tell();
  await post(href('markNotificationsRead'), {});
  await tell();
  await inHouse(house, (tx) => notify(tx, house.clock, { event: 'roles-changed', to: [person.id], customerId }));
  const count = async (query: string) => (await get(`${href('notifications')}?${query}`)).match(/action="\/aviseringar\//g)?.length ?? 0;
  assert.equal(await count(''), 3);
  assert.equal(await count('lage=read'), 1);
  assert.equal(await count('lage=unread&slag=message-to-student'), 1);
  assert.equal(await count('sok=LITEN'), 2, 'by the course');
  assert.equal(await count('lage=nonsense&slag=x&efter=x'), 3);
  assert.equal(await count('sok=finns+inte'), 0);
  assert.match(await get(`${href('notifications')}?slag=terms-changed`), /Ingen avisering stämmer/);
  assert.match(await get(href('notifications'), adminCookie), /Inget nytt/);
});

test('whoever has closed the account is not told', async () => {
  await house.owner.query("update account set closed_at = now(), erase_due_at = now() + interval '6 months' where id = $1", [other.id]);
  await inHouse(house, (tx) => notify(tx, house.clock, { event: 'roles-changed', to: [other.id], customerId }));
  assert.equal((await house.owner.query('select 1 from notification')).rows.length, 0);
});

describe('when mail may come', () => {
  const at = (time: string, more: Partial<typeof usualRhythm> = {}) => mailTime(new Date(time), { ...usualRhythm, ...more })?.toISOString();
  const night = { quietFrom: 22 * 60, quietTo: 7 * 60 };
  test('at once, but not in quiet hours, in one’s own day', () => {
    assert.equal(at('2026-11-23T12:00:00Z'), undefined);
    assert.equal(at('2026-11-23T12:00:00Z', night), undefined);
    assert.equal(at('2026-11-23T21:30:00Z', night), '2026-11-24T06:00:00.000Z', '22.30 in Stockholm');
    assert.equal(at('2026-11-24T05:59:00Z', night), '2026-11-24T06:00:00.000Z');
    assert.equal(at('2026-11-23T21:30:00Z', { ...night, timeZone: 'America/New_York' }), undefined);
  });
  test('collected: the next morning, the next Monday, and the same hour when clocks change', () => {
    assert.equal(at('2026-11-23T05:00:00Z', { digest: 'daily' }), '2026-11-23T06:00:00.000Z');
    assert.equal(at('2026-11-23T07:00:00Z', { digest: 'daily' }), '2026-11-24T06:00:00.000Z');
    assert.equal(at('2026-11-24T07:00:00Z', { digest: 'weekly' }), '2026-11-30T06:00:00.000Z');
    assert.equal(at('2026-11-23T07:00:00Z', { digest: 'weekly' }), '2026-11-30T06:00:00.000Z');
    assert.equal(at('2027-03-27T12:00:00Z', { digest: 'daily' }), '2027-03-28T05:00:00.000Z');
    assert.equal(at('2026-11-23T05:00:00Z', { digest: 'daily', quietFrom: 0, quietTo: 9 * 60 }), '2026-11-23T08:00:00.000Z');
  });
});
