import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { startMailServer, textOf, type MailServer, type ReceivedMail } from '../../../tests/support/mail-server.ts';
import { rawMail, startMailbox, type Mailbox } from '../../../tests/support/mailbox.ts';
import { acceptMail } from '../../platform/mail/inbound/accept-mail.ts';
import { fetchMail } from '../../platform/mail/inbound/fetch-mail.ts';
import { eraseForever, scan } from '../../privacy/index.ts';
import { startWork } from '../../work.ts';
import { openDesk, type DeskHouse } from '../testing.ts';
import { openCaseByMail, writeBackByMail } from './take-mail.ts';

/** E-07: a case by mail from its first word to its last, over a real SMTP and a real IMAP server. N-13: nothing twice. */
const at = 'svar@kursiv.example';
const asa = 'asa@annan.example';
let desk: DeskHouse;
let server: MailServer;
let mailbox: Mailbox;
let work: { stop(): Promise<void> };

before(async () => {
  desk = await openDesk();
  [server, mailbox] = [await startMailServer(), await startMailbox()];
  desk.house.house.mailIn = { address: at, imapUrl: mailbox.url, secret: undefined };
  work = await startWork(desk.house.house, desk.house, { MAIL_URL: server.url, MAIL_FROM: 'kursiv@kursiv.example' });
});
beforeEach(async () => {
  server.received.length = 0;
  await desk.house.owner.query('delete from enquiry; delete from mail; delete from throttle; delete from inbound_mail');
});
after(async () => {
  await work.stop();
  await mailbox.close();
  await server.close();
  await desk.house.close();
});

async function eventually<Value>(find: () => Promise<Value | undefined> | Value | undefined, what: string): Promise<Value> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(`${what} never came.`);
}

const sent = (to: string, subject: RegExp): Promise<ReceivedMail> =>
  eventually(
    () =>
      server.received.find(
        (mail) => mail.to.includes(to) && subject.test(decoded(/^Subject: (.*(?:\r\n .*)*)/m.exec(mail.raw)?.[1] ?? '')),
      ),
    `A mail to ${to} with ${String(subject)}`,
  );
const decoded = (subject: string): string =>
  subject.replace(/=\?UTF-8\?Q\?([^?]*)\?=\s*/gi, (_, text: string) =>
    Buffer.from(
      text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8'),
  );
const replyTo = ({ raw }: ReceivedMail): string => /^Reply-To: <?([^>\r\n]+)>?/m.exec(raw)?.[1] ?? '';
const isHandled = async () => (await desk.rows('select from inbound_mail where state = $1', ['waiting'])).length === 0 || undefined;
const bodies = async () =>
  (
    await desk.rows<{ body: string; from_sender: boolean; by_mail: boolean }>(
      'select body, from_sender, by_mail from enquiry_message order by sent_at, number',
    )
  ).map(({ body, from_sender, by_mail }) => [from_sender ? 'sender' : 'desk', by_mail ? 'mail' : 'web', body].join(' '));

async function arrive(mail: Partial<Parameters<typeof rawMail>[0]>): Promise<void> {
  mailbox.put(rawMail({ from: `Åsa <${asa}>`, to: at, body: 'Hej', id: randomUUID(), ...mail }));
  await fetchMail(desk.house.house);
  await eventually(isHandled, 'The end of handling');
}

test('mail, case, answer, answer by mail, solved', async () => {
  const first = { id: 'first', subject: 'Nyckeln', body: 'Min nyckel går inte att lösa in.\nVad gör jag?' };
  await arrive(first);
  const [found] = await desk.rows<{ id: string; case_number: string }>('select id, case_number from enquiry');
  const path = `/arenden/${found!.id}`;
  const receipt = await sent(asa, /Vi har fått ditt meddelande/);
  assert.match(receipt.raw, /^Auto-Submitted: auto-generated/m);
  assert.match(textOf(receipt), /Svara ovanför den här raden/);
  const page = await desk.textOf(path, desk.support);
  assert.match(page, /Nyckeln.*Min nyckel går inte att lösa in\.\s+Vad gör jag\?.*Kom med mejl/s);

  await desk.post(path, { body: 'Prova att skriva den utan mellanslag.' }, desk.support);
  const answer = await sent(asa, /Du har fått svar/);
  assert.doesNotMatch(textOf(answer), /mellanslag|Nyckeln|nyckel/, 'the mail quotes nothing (N-53)');
  assert.match(replyTo(answer), /^svar\+c[a-z2-7]{42}@kursiv\.example$/);

  const quoted = textOf(answer).replace(/^/gm, '> ');
  const reply = {
    id: 'reply',
    to: replyTo(answer),
    subject: 'Re: Du har fått svar',
    body: `Tack, det gick bra!\n\nDen 23 nov. 2026 skrev Kursiv <kursiv@kursiv.example>:\n${quoted}`,
  };
  await arrive(reply);
  await arrive(reply);
  await arrive(first);
  assert.deepEqual(await bodies(), [
    'sender mail Min nyckel går inte att lösa in.\nVad gör jag?',
    'desk web Prova att skriva den utan mellanslag.',
    'sender mail Tack, det gick bra!',
  ]);
  await desk.post(`${path}/avslut`, {}, desk.support);
  assert.match(await desk.textOf(path, desk.support), /badge plain">Löst</);
  assert.equal((await desk.rows('select from enquiry')).length, 1, 'the same mail twice is one case');
});

test('a forged sender is refused once, politely, and learns nothing', async () => {
  await arrive({ body: 'Min fråga' });
  const [found] = await desk.rows<{ id: string }>('select id from enquiry');
  await desk.post(`/arenden/${found!.id}`, { body: 'Svaret' }, desk.support);
  const to = replyTo(await sent(asa, /Du har fått svar/));
  for (const [id, from] of [['f1', 'bov@annan.example'], ['f2', 'bov@annan.example']]) await arrive({ id: id!, from: from!, to, body: 'Jag är Åsa' }); // prettier-ignore
  await sent('bov@annan.example', /Vi kunde inte ta emot/);
  const refusals = server.received.filter((mail) => mail.to.includes('bov@annan.example'));
  assert.equal(refusals.length, 1);
  assert.doesNotMatch(textOf(refusals[0]!), /asa@|Åsa|ärende|Svaret|fråga/);
  assert.equal(replyTo(refusals[0]!), '');
  assert.deepEqual(await bodies(), ['sender mail Min fråga', 'desk web Svaret']);
  await desk.house.owner.query('delete from enquiry');
  await arrive({ id: 'gone', to, body: 'Finns ärendet?' });
  await sent(asa, /Vi kunde inte ta emot/);
  assert.deepEqual(await desk.rows('select from enquiry'), [], 'a case that is gone looks the same as another’s');
});

test('two machines cannot start a loop', async () => {
  await arrive({ body: 'En fråga' });
  const receipt = await sent(asa, /Vi har fått/);
  const before_ = server.received.length;
  await arrive({ id: 'away', to: replyTo(receipt), body: 'Jag är ledig.', headers: ['Auto-Submitted: auto-replied'] });
  await arrive({ id: 'bounce', from: 'MAILER-DAEMON@annan.example', body: 'Undelivered' });
  await arrive({ id: 'ours', from: at, body: 'Vår egen' });
  assert.deepEqual(await bodies(), ['sender mail En fråga']);
  assert.equal(server.received.length, before_);
  for (let turn = 0; turn < 35; turn++) {
    await acceptMail(desk.house.house, Buffer.from(rawMail({ from: asa, to: at, body: 'Svar på svar', id: `turn ${turn}` })));
  }
  await eventually(isHandled, 'The end of handling');
  const dead = await desk.rows('select from inbound_mail where state = $1', ['dead']);
  assert.equal(dead.length, 36 - 30, 'what came too fast is kept, and waits for someone to look');
  assert.match(await desk.textOf('/arenden/svarstider', desk.support), />6 mejl har kommit in men kunde inte/);
  assert.equal((await desk.post('/arenden/mejl', {}, desk.support)).status, 303);
  await eventually(isHandled, 'The end of handling');
  assert.equal((await desk.rows('select from enquiry')).length, 36, 'nothing is lost');
});

test('a mail without words, or with far too many, is refused; HTML is read as text', async () => {
  await arrive({ id: 'empty', subject: '', body: ' ', from: 'tom@annan.example' });
  await arrive({ id: 'long', body: 'ord '.repeat(5_000), from: 'lang@annan.example' });
  await sent('tom@annan.example', /Vi kunde inte/);
  await sent('lang@annan.example', /Vi kunde inte/);
  mailbox.put(
    `From: ${asa}\r\nTo: ${at}\r\nSubject: Html\r\nMessage-ID: <html@x>\r\nContent-Type: text/html\r\n\r\n<p>Hej <b>alla</b></p><script>alert(1)</script>`,
  );
  await fetchMail(desk.house.house);
  await eventually(isHandled, 'The end of handling');
  assert.deepEqual(await bodies(), ['sender mail Hej alla']);
});

test('when the database is back after a fault, the mail is there and becomes one case', async () => {
  await desk.house.owner.query('alter table enquiry_message rename to enquiry_message_away');
  mailbox.put(rawMail({ from: asa, to: at, body: 'Överlever', id: 'survivor' }));
  await fetchMail(desk.house.house);
  await eventually(async () => (await desk.rows('select from inbound_mail where attempts > 0')).length || undefined, 'The first try');
  await desk.house.owner.query('alter table enquiry_message_away rename to enquiry_message');
  await desk.house.owner.query('update graphile_worker._private_jobs set run_at = now()');
  await eventually(isHandled, 'The end of handling');
  assert.deepEqual(await bodies(), ['sender mail Överlever']);
});

test('a job that ran but was not heard of runs again, and writes nothing twice', async () => {
  const { house } = desk.house;
  const mail = { id: randomUUID(), files: [], key: Buffer.alloc(32, 7), from: asa, subject: 'Ämne', body: 'En gång', replyId: '' };
  for (let run = 0; run < 2; run++) assert.equal(await openCaseByMail(house, mail), 'taken');
  const [found] = await desk.rows<{ id: string }>('select id from enquiry');
  const reply = { ...mail, key: Buffer.alloc(32, 8), body: 'Svaret', replyId: found!.id };
  for (let run = 0; run < 2; run++) assert.equal(await writeBackByMail(house, reply), 'taken');
  assert.deepEqual(await bodies(), ['sender mail En gång', 'sender mail Svaret']);
  assert.equal((await desk.rows("select from mail where template = 'enquiry-received'")).length, 1);
});

test('removal and erasure take the mail with them, whether it has reached its case or not (N-12, N-44)', async () => {
  const person = await desk.someone('Mejlande');
  await arrive({ from: person.email, subject: 'Markörämne', body: 'Markörord' });
  await desk.house.owner.query("update inbound_mail set state = 'done'");
  await desk.house.owner.query(
    `insert into inbound_mail (message_key, from_address, subject, body, received_at, due_at)
     values ('\\x01', $1, 'Markörämne', 'Markörord', $2, $2)`,
    [person.email, desk.house.clock.now()],
  );
  await eraseForever(desk.house.house, [person.id], 'request');
  for (const marker of ['Markörord', 'Markörämne', person.email]) {
    assert.deepEqual(await scan(desk.house.house, marker, [desk.house.folder]), [], marker);
  }
});

test('without a way in, no mail asks for an answer by mail', async () => {
  const { mailIn } = desk.house.house;
  desk.house.house.mailIn = undefined;
  await desk.write({ to: 'question', email: 'utan@annan.example', body: 'Hej' });
  const receipt = await sent('utan@annan.example', /Vi har fått/);
  desk.house.house.mailIn = mailIn;
  assert.equal(replyTo(receipt), '');
  assert.doesNotMatch(textOf(receipt), /Svara ovanför|svara på det här mejlet/);
});
