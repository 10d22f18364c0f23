import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { startMailServer, textOf, type MailServer } from '../../../tests/support/mail-server.ts';
import { sendMail } from '../../platform/mail/send-mail.ts';
import { smtpTransport } from '../../platform/mail/transport.ts';
import { periodInWords } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { tellUndelivered } from '../../mail-undelivered.ts';
import { deskMails, sendDueIssues } from '../index.ts';
import { openDesk, type DeskHouse } from '../testing.ts';

// Proof of E-07: newsletters, from asking to leaving.

let desk: DeskHouse;
let server: MailServer;
let topics: string[];

before(async () => {
  desk = await openDesk();
  server = await startMailServer();
  for (const title of ['Nya kurser', 'Tips']) {
    const fields = { title_sv: title, title_en: `${title} (en)`, lead_sv: 'Om det', lead_en: 'About it' };
    assert.equal((await desk.post(href('newsletterTopics'), fields, desk.support)).status, 303);
  }
  topics = (await desk.rows<{ id: string }>('select id from newsletter_topic order by id')).map(({ id }) => id);
});
beforeEach(async () => {
  await desk.house.owner.query(
    'delete from newsletter_delivery; delete from newsletter_issue; delete from newsletter_subscriber; delete from mail; delete from throttle; delete from graphile_worker._private_jobs',
  );
  server.received.length = 0;
});
after(async () => {
  await server.close();
  await desk.house.close();
});

const form = href('newsletter');
const box = (index: number) => `topic_${topics[index]}`;
const ask = (email: string, ...which: number[]) =>
  desk.fill(form, { email, ...Object.fromEntries(which.map((index) => [box(index), 'yes'])) });

/** Sends everything that waits to a real mail server. */
async function deliver(): Promise<void> {
  const transport = smtpTransport(server.url);
  const post = { transport, templates: deskMails, from: 'kursiv@kursiv.example', tellUndelivered };
  const waiting = await desk.rows<{ id: string }>("select id from mail where state = 'queued' order by created_at, id");
  for (const { id } of waiting) await sendMail(desk.house.house, post, { mailId: id }, { number: 1, last: false }).catch(() => {});
  transport.close();
}

const lastMail = () => server.received.at(-1)!;
const pathIn = (part: string): string => {
  const link = textOf(asPlain(lastMail().raw))
    .split(/\s/)
    .find((word) => word.startsWith('http://localhost') && word.includes(part));
  assert.ok(link, `a link to ${part}`);
  return link.slice('http://localhost'.length);
};

/** The plain part of a mail that has two. */
function asPlain(raw: string): { raw: string } {
  const boundary = /boundary="?([^"\r\n;]+)"?/.exec(raw)?.[1];
  if (!boundary) return { raw };
  return {
    raw: raw
      .split(`--${boundary}`)
      .find((part) => /content-type: text\/plain/i.test(part))!
      .replace(/^\r\n/, ''),
  };
}

async function subscribed(email: string, ...which: number[]): Promise<void> {
  await ask(email, ...which);
  await deliver();
  assert.equal((await desk.post(pathIn('bekrafta'), {})).status, 303);
}

const letter = { subject_sv: 'Hösten', subject_en: 'Autumn', body_sv: '## Nytt\n\nLäs [mer](https://kurser.example).', body_en: 'New.' };

async function written(): Promise<string> {
  const response = await desk.post(href('newIssue'), { ...letter, topic: topics[0]!, client_id: crypto.randomUUID() }, desk.support);
  assert.equal(response.status, 303);
  return response.headers.get('location')!.split('?')[0]!;
}

test('nothing is sent before the address itself has answered, and both steps are proof', async () => {
  assert.equal((await ask('lisa@annan.example', 0, 1)).status, 303);
  await sendNow(await written());
  await deliver();
  assert.deepEqual(
    server.received.map(({ to }) => to),
    [['lisa@annan.example']],
    'only the question',
  );
  assert.match(textOf(lastMail()), /Nya kurser, Tips/);
  const link = pathIn('bekrafta');
  assert.match(await desk.textOf(link), /Ja, jag vill prenumerera/);
  assert.equal(
    (await desk.rows('select 1 from newsletter_subscription where confirmed_at is not null')).length,
    0,
    'a look confirms nothing',
  );
  for (let press = 0; press < 2; press++) assert.match((await desk.post(link, {})).headers.get('location')!, /val\/.*bekraftat/);
  const proof = await desk.rows<Record<string, unknown>>(
    'select step, topics, version, text_hash, form_fingerprint, language from newsletter_choice order by id',
  );
  assert.deepEqual(
    proof.map(({ step }) => step),
    ['asked', 'confirmed'],
  );
  assert.deepEqual(proof[0]!['topics'], topics);
  assert.equal(proof[0]!['text_hash'], proof[1]!['text_hash'], 'what was confirmed is what was asked');
  assert.notEqual(proof[0]!['form_fingerprint'], proof[1]!['form_fingerprint']);
});

async function sendNow(path: string): Promise<void> {
  assert.equal((await desk.post(`${path}/sandning`, { when: 'now', at: '' }, desk.support)).status, 303);
  await sendDueIssues(desk.house.house);
}

test('the form says what is missing, keeps what was typed and stops robots', async () => {
  const none = await desk.fill(form, { email: 'lisa@annan.example' });
  assert.equal(none.status, 422);
  const page = await none.text();
  assert.match(page, /Kryssa i minst ett ämne/);
  assert.match(page, /value="lisa@annan\.example"/);
  const wrong = await (await desk.fill(form, { email: 'lisa', [box(1)]: 'yes' })).text();
  assert.match(wrong, /Mejladressen ska se ut/);
  assert.match(wrong, new RegExp(`name="${box(1)}"[^>]*checked|checked[^>]*name="${box(1)}"`));
  assert.equal((await desk.fill(form, { email: 'lisa@annan.example', [box(0)]: 'yes', website: 'x' })).status, 422);
  assert.equal((await desk.rows('select 1 from newsletter_subscriber')).length, 0);
  for (let time = 0; time < 3; time++) assert.equal((await ask('lisa@annan.example', 0)).status, 303);
  assert.equal((await ask('lisa@annan.example', 0)).status, 429);
});

test('asking for an address that subscribes already looks the same, and sends it the way to its choices', async () => {
  await subscribed('lisa@annan.example', 0);
  assert.equal((await ask('lisa@annan.example', 0)).status, 303);
  await deliver();
  assert.match(lastMail().raw, /Subject: Du prenumererar redan/);
  assert.match(await desk.textOf(pathIn('/val/')), /Dina nyhetsbrev/);
});

test('someone else’s asking adds nothing to a subscription until its own mail is answered', async () => {
  await subscribed('lisa@annan.example', 0);
  const first = pathIn('bekrafta');
  await ask('lisa@annan.example', 1);
  await desk.post(first, {});
  assert.deepEqual(await desk.rows('select topic_id from newsletter_subscription where confirmed_at is not null'), [
    { topic_id: topics[0] },
  ]);
});

test('a letter goes once to each who has confirmed its topic, with the very bytes of RFC 8058', async () => {
  await subscribed('lisa@annan.example', 0);
  await subscribed('mans@annan.example', 0, 1);
  await subscribed('ninni@annan.example', 1);
  server.received.length = 0;
  const path = await written();
  await sendNow(path);
  await desk.post(`${path}/sandning`, { when: 'now', at: '' }, desk.support);
  await desk.house.owner.query("update newsletter_issue set state = 'sending', finished_at = null");
  await sendDueIssues(desk.house.house);
  await deliver();
  assert.deepEqual(server.received.map(({ to }) => String(to[0])).sort(), ['lisa@annan.example', 'mans@annan.example']);
  const { raw } = lastMail();
  const head = raw.slice(0, raw.indexOf('\r\n\r\n') + 2);
  assert.match(head, /^List-Unsubscribe: <http:\/\/localhost\/nyhetsbrev\/avsluta\/[0-9a-f-]{36}\.[\w-]{43}>\r$/m, 'one line, unfolded');
  assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  assert.match(raw, /multipart\/alternative/);
  assert.doesNotMatch(raw, /<img|src=3D/i, 'no pixel');
  assert.match(raw, /https:\/\/kurser\.example/, 'links are as they were written');
  assert.match(await desk.textOf(path, desk.support), /2 mejl är lagda i kön\. 2 är skickade och 0 har fastnat/);
});

test('one press in a mail program ends it: from anywhere, without cookie, and twice does no more', async () => {
  await subscribed('lisa@annan.example', 0, 1);
  await sendNow(await written());
  await deliver();
  const link = /^List-Unsubscribe: <http:\/\/localhost(.+)>\r$/m.exec(lastMail().raw)![1]!;
  assert.match(await desk.textOf(link), /Du slutar få nyhetsbrev om ”Nya kurser”/);
  for (let press = 0; press < 2; press++) {
    const response = await desk.house.app.request(link, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://mail.example',
        'sec-fetch-site': 'cross-site',
      },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(response.status, 200, 'no redirect');
    assert.equal(response.headers.get('set-cookie'), null);
  }
  assert.deepEqual(await desk.rows('select topic_id from newsletter_subscription'), [{ topic_id: topics[1] }], 'the other topic stays');
  assert.deepEqual((await desk.rows<{ step: string }>('select step from newsletter_choice order by id')).at(-1), { step: 'unsubscribed' });
  const forged = `${link.slice(0, -3)}AAA`;
  assert.equal((await desk.house.app.request(forged, { method: 'POST' })).status, 404);
  const elsewhere = await desk.house.app.request(form, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  assert.equal(elsewhere.status, 403, 'nothing else may be pressed from another site');
});

test('whoever leaves while a letter waits to be sent gets none', async () => {
  await subscribed('lisa@annan.example', 0);
  await ask('lisa@annan.example', 0);
  await deliver();
  const choices = pathIn('/val/');
  await sendNow(await written());
  assert.equal((await desk.post(choices, { language: 'sv' })).status, 303);
  server.received.length = 0;
  await deliver();
  assert.deepEqual(server.received, []);
  const [row] = await desk.rows<{ gone: boolean }>(
    "select due_at < $1::timestamptz + interval '8 days' as gone from newsletter_subscriber",
    [desk.house.clock.now()],
  );
  assert.deepEqual(row, { gone: true }, 'and is soon forgotten');
});

test('choices are changed behind the link, language too; a forged link opens nothing', async () => {
  await subscribed('lisa@annan.example', 0);
  await ask('lisa@annan.example', 0);
  await deliver();
  const choices = pathIn('/val/');
  assert.equal((await desk.post(choices, { topics: topics[1]!, language: 'en' })).status, 303);
  assert.deepEqual(await desk.rows('select topic_id from newsletter_subscription'), [{ topic_id: topics[1] }]);
  assert.deepEqual(await desk.rows('select language from newsletter_subscriber'), [{ language: 'en' }]);
  assert.equal((await desk.get(`${choices.slice(0, -3)}AAA`)).status, 404);
  assert.equal((await desk.post(`${choices.slice(0, -3)}AAA`, { language: 'sv' })).status, 404);
  assert.match((await desk.get(choices)).headers.get('cache-control')!, /no-store/);
});

test('an address that does not exist is not written to again, until it answers', async () => {
  await subscribed('lisa@annan.example', 0);
  await sendNow(await written());
  server.next({ kind: 'refuse-recipient', code: 550, text: '5.1.1 no such user' });
  await deliver();
  server.received.length = 0;
  await sendNow(await written());
  await deliver();
  assert.deepEqual(server.received, []);
  await subscribed('lisa@annan.example', 0, 1);
  await sendNow(await written());
  server.received.length = 0;
  await deliver();
  assert.equal(server.received.length, 1);
});

test('a letter waits for its time, and can be taken back until then', async () => {
  await subscribed('lisa@annan.example', 0);
  const path = await written();
  assert.equal((await desk.post(`${path}/sandning`, { when: 'later', at: '2020-01-01T10:00' }, desk.support)).status, 422);
  assert.equal((await desk.post(`${path}/sandning`, { when: 'later', at: '2027-01-10T10:00' }, desk.support)).status, 303);
  await sendDueIssues(desk.house.house);
  assert.match(await desk.textOf(path, desk.support), /Brevet skickas .*10 januari 2027/);
  await desk.post(`${path}/sandning`, { when: 'cancel', at: '' }, desk.support);
  assert.match(await desk.textOf(path, desk.support), /Utkast/);
  assert.equal((await desk.rows('select 1 from newsletter_delivery')).length, 0);
});

test('a trial goes to oneself in both languages; a letter with someone’s address is refused', async () => {
  const path = await written();
  await desk.post(`${path}/prov`, {}, desk.support);
  await deliver();
  assert.deepEqual(new Set(server.received.map(({ to }) => to[0])), new Set([desk.support.email]));
  assert.deepEqual(server.received.map(({ raw }) => String(/^Subject: (.+)\r$/m.exec(raw)![1])).sort(), [
    '=?UTF-8?Q?Prov=3A_H=C3=B6sten?=',
    'Trial: Autumn',
  ]);
  const refused = await desk.post(path, { ...letter, topic: topics[0]!, body_sv: 'Skriv till kalle@annan.example.' }, desk.support);
  assert.equal(refused.status, 422);
  const page = await refused.text();
  assert.match(page, /mejladress som inte är vår egen/);
  assert.match(page, /kalle@annan\.example/, 'what was typed is kept');
  const ours = await desk.post(path, { ...letter, topic: topics[0]!, body_sv: 'Skriv till hej@larvik.example.' }, desk.support);
  assert.equal(ours.status, 303);
});

test('letters are found by their subject and by how far they have come', async () => {
  const path = await written();
  await desk.post(path, { ...letter, topic: topics[0]!, subject_sv: 'Ärtsoppa på torsdag', subject_en: 'Pea soup' }, desk.support);
  const shows = async (query: string) =>
    (await desk.textOf(`${href('newsletterIssues')}?${query}`, desk.support)).includes(`href="${path}"`);
  assert.ok(await shows(''));
  assert.ok(await shows('sok=%C3%84RTSOPPA&lage=draft'));
  assert.ok(await shows('sok=pea'), 'in either language');
  assert.ok(!(await shows('lage=sent')));
  assert.ok(!(await shows('sok=hampa')));
  assert.match(await desk.textOf(`${href('newsletterIssues')}?sok=hampa`, desk.support), /Inget brev stämmer/);
  await desk.post(`${path}/sandning`, { when: 'later', at: '2099-01-01T08:00' }, desk.support);
  assert.ok(await shows('lage=planned'));
  assert.ok(!(await shows('lage=sending')));
});

test('is written by support only: others find nothing, and nobody sees who subscribes', async () => {
  await subscribed('lisa@annan.example', 0);
  const path = await written();
  for (const who of [desk.dpo, desk.executive]) {
    for (const address of [href('newsletterIssues'), href('newIssue'), href('newsletterTopics'), path])
      assert.equal((await desk.get(address, who)).status, 404);
    for (const [address, fields] of [
      [href('newIssue'), letter],
      [`${path}/sandning`, { when: 'now' }],
      [`${path}/prov`, {}],
      ['/driften/nyhetsbrev/amnen/avslut', { topic: topics[0]! }],
    ] as [string, Record<string, string>][])
      assert.equal((await desk.post(address, fields, who)).status, 404, address);
  }
  for (const address of [href('newsletterIssues'), href('newsletterTopics'), path])
    assert.doesNotMatch(await desk.textOf(address, desk.support), /lisa@/);
});

test('removal by N-12 takes the subscription with it', async () => {
  await subscribed('lisa@annan.example', 0);
  await desk.post(href('removal'), { email: 'lisa@annan.example' });
  await deliver();
  const link = pathIn('borttagning/');
  assert.match(await desk.textOf(link), /Prenumeration på nyhetsbrev, från/);
  await desk.post(link, {});
  for (const table of ['newsletter_subscriber', 'newsletter_subscription', 'newsletter_choice', 'newsletter_delivery'])
    assert.deepEqual(await desk.rows(`select 1 from ${table}`), [], table);
});

test('how long a choice is kept is said as the map says it', async () => {
  const { period, also } = dataMap.newsletter_subscriber.retention;
  for (const locale of ['sv', 'en'] as const) {
    const page = await desk.textOf(href('newsletter'), undefined, { 'accept-language': locale });
    for (const time of [period, also.period]) assert.ok(page.includes(periodInWords(time, locale)), `${time} (${locale})`);
    assert.doesNotMatch(page, /två år|two years|after a week|efter en vecka/);
  }
});
