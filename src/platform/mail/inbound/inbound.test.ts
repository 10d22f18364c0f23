import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { rawMail, startMailbox, type Mailbox } from '../../../../tests/support/mailbox.ts';
import { openTestHouse, type TestHouse } from '../../../../tests/support/test-house.ts';
import { setUpOperator } from '../../../../tests/support/world.ts';
import { addDays } from '../../clock.ts';
import { acceptMail } from './accept-mail.ts';
import { fetchMail } from './fetch-mail.ts';
import { parseMail } from './parse-mail.ts';
import { readReplyAddress, replyAddress } from './reply-address.ts';
import { signMail } from './signed-mail.ts';
import { countDeadMail, takeMail, tryDeadMailAgain, type InboundMail, type MailTakers } from './take-mail.ts';

/** N-13: a mail that was taken in is not lost, and has its effect once. */
let test_: TestHouse;
let mailbox: Mailbox;
const secret = 'a secret for posted mail, thirty-two letters';
const at = 'svar@kursiv.example';

before(async () => {
  test_ = await openTestHouse();
  await setUpOperator(test_);
  mailbox = await startMailbox();
  test_.house.mailIn = { address: at, imapUrl: mailbox.url, secret };
});
beforeEach(() => test_.owner.query('delete from inbound_mail; delete from throttle'));
after(async () => {
  await mailbox.close();
  await test_.close();
});

type Row = {
  id: string;
  state: string;
  problem: string | null;
  body: string;
  subject: string;
  from_address: string | null;
  attempts: number;
};
const rows = async () => (await test_.owner.query<Row>('select * from inbound_mail order by received_at, id')).rows;
const accept = (raw: string | Buffer) => acceptMail(test_.house, Buffer.from(raw));
const mail = (more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
  rawMail({ from: 'Åsa <asa@annan.example>', to: at, body: 'Hej på er', id: randomUUID(), ...more });
const attempt = { number: 1, last: false };

function takersThat(take: (mail: InboundMail) => Promise<'taken' | 'refused'>): MailTakers & { refused: string[] } {
  const refused: string[] = [];
  const taker = (_: unknown, one: InboundMail) => take(one);
  return {
    new: taker,
    case: taker,
    correspondence: taker,
    bounce: taker,
    refuse: async (_, address) => void refused.push(address),
    refused,
  };
}

test('a mail in the mailbox becomes a row, and is marked as seen after that', async () => {
  mailbox.put(mail({ subject: 'Fråga om nyckel', body: 'Hur gör jag?\n\nHälsningar\nÅsa' }));
  await fetchMail(test_.house);
  const [row] = await rows();
  assert.deepEqual(
    [row?.from_address, row?.subject, row?.body, row?.state],
    ['asa@annan.example', 'Fråga om nyckel', 'Hur gör jag?\n\nHälsningar\nÅsa', 'waiting'],
  );
  assert.deepEqual(mailbox.count(), { all: 1, seen: 1 });
  await fetchMail(test_.house);
  assert.equal((await rows()).length, 1);
});

test('a mail is not marked as seen while its row cannot be written, and is read again', async () => {
  mailbox.put(mail({ body: 'Den andra' }));
  const seen = mailbox.count().seen;
  await test_.owner.query('alter table inbound_mail rename to inbound_mail_away');
  await assert.rejects(fetchMail(test_.house));
  await test_.owner.query('alter table inbound_mail_away rename to inbound_mail');
  assert.equal(mailbox.count().seen, seen);
  await fetchMail(test_.house);
  assert.deepEqual([(await rows()).length, mailbox.count().seen], [1, seen + 1]);
});

test('mail leaves the mailbox thirty days after it was taken in', async () => {
  const { all } = mailbox.count();
  mailbox.put(mail({ body: 'Gammalt' }), addDays(test_.clock.now(), -60));
  await fetchMail(test_.house);
  assert.equal(mailbox.count().all, all);
  assert.equal((await rows()).length, 1);
});

test('the same mail by two ways, or ten times at once, is one', async () => {
  const raw = mail({ id: 'one-and-only' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => accept(raw)));
  assert.deepEqual(answers.toSorted(), ['known', 'known', 'known', 'known', 'known', 'known', 'known', 'known', 'known', 'new']);
  assert.equal((await rows()).length, 1);
  assert.equal(await accept(mail({ id: 'one-and-only', from: 'annan@annan.example' })), 'new', 'nobody keeps another’s mail out');
});

async function post(raw: string | Buffer, headers: Record<string, string> = {}): Promise<number> {
  const time = String(Math.floor(test_.clock.now().getTime() / 1000));
  const signed = { 'kursiv-time': time, 'kursiv-signature': signMail(secret, time, Buffer.from(raw)), ...headers };
  const answer = await test_.app.request('/mejl/inkommande', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', ...signed },
    body: new Uint8Array(Buffer.from(raw)),
  });
  return answer.status;
}

test('a mail server may post a mail, signed and once', async () => {
  const raw = mail();
  assert.equal(await post(raw), 202);
  assert.equal((await rows()).length, 1);
  assert.equal(await post(raw), 409, 'the very same posting again is a replay');
  const long = String(Math.floor(test_.clock.now().getTime() / 1000) - 301);
  assert.equal(await post(mail(), { 'kursiv-time': long, 'kursiv-signature': signMail(secret, long, Buffer.from(raw)) }), 401);
  assert.equal(await post(mail(), { 'kursiv-signature': 'a'.repeat(64) }), 401);
  assert.equal(await post(mail(), { 'kursiv-signature': '' }), 401);
  assert.equal(await post(Buffer.alloc(10 * 1024 * 1024 + 1, 'x')), 413);
  assert.equal((await rows()).length, 1);
  const { mailIn } = test_.house;
  test_.house.mailIn = undefined;
  assert.equal(await post(mail()), 404, 'where none is configured there is nothing');
  test_.house.mailIn = mailIn;
});

test('what machines send is never answered, and nothing of it is kept', async () => {
  const headers = ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <x.example>', 'Return-Path: <>', 'X-Autoreply: yes'];
  for (const header of headers) await accept(mail({ headers: [header] }));
  await accept(mail({ from: `Kursiv <${at}>` }));
  await accept(mail({ from: 'MAILER-DAEMON@annan.example' }));
  const found = await rows();
  assert.equal(found.length, 7);
  for (const { state, body, from_address } of found) assert.deepEqual([state, body, from_address], ['done', '', null]);
  await accept(mail({ headers: ['Auto-Submitted: no'] }));
  assert.equal((await rows()).filter(({ state }) => state === 'waiting').length, 1);
});

test('a flood from one address waits for someone to look, and can be tried again', async () => {
  for (let index = 0; index < 32; index++) await accept(mail());
  const dead = (await rows()).filter(({ state }) => state === 'dead');
  assert.deepEqual(dead.map(({ problem, body }) => [problem, body]), [['too many', 'Hej på er'], ['too many', 'Hej på er']]); // prettier-ignore
  assert.equal(await countDeadMail(test_.house), 2);
  await tryDeadMailAgain(test_.house);
  assert.equal(await countDeadMail(test_.house), 0);
});

test('whatever comes is taken or set aside, never thrown', async () => {
  const broken = [
    '',
    '\r\n\r\n',
    'From: x',
    'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a',
    `From: a@b.example\r\nContent-Type: text/plain; charset=ingen\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%`,
    Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x0d]),
    `From: a@b.example\r\nSubject: =?utf-8?Q?=00=1B[31m?=\r\n\r\n\u0000\u0007text`,
    `${Array.from({ length: 200 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`).join('')}x`,
  ];
  for (const raw of broken) await accept(raw);
  for (const row of await rows()) assert.ok(['dead', 'waiting'].includes(row.state), row.state);
  const found = await rows();
  assert.equal(found.length, broken.length);
  const odd = found.find(({ body }) => body.includes('text'));
  // oxlint-disable-next-line no-control-regex
  assert.ok(odd && !/[\u0000-\u0008\u000b-\u001f]/.test(odd.body + odd.subject));
});

test('a mail that is too large is refused before it is read; nothing of it is kept', async () => {
  mailbox.put(`From: stor@annan.example\r\nMessage-ID: <stor@x>\r\nTo: ${at}\r\n\r\n${'x'.repeat(10 * 1024 * 1024)}`);
  await fetchMail(test_.house);
  const [row] = await rows();
  assert.deepEqual([row?.problem, row?.body, row?.state], ['too large', '', 'waiting']);
  const takers = takersThat(() => Promise.reject(new Error('never asked')));
  await takeMail(test_.house, takers, { mailId: row!.id }, attempt);
  assert.deepEqual(takers.refused, ['stor@annan.example']);
});

test('a mail is handed on once, and then only its key is left', async () => {
  await accept(mail({ body: 'Hemligt ordval' }));
  const [{ id }] = (await rows()) as [Row];
  const taken: InboundMail[] = [];
  const takers = takersThat(async (one) => {
    taken.push(one);
    return 'taken';
  });
  await takeMail(test_.house, takers, { mailId: id }, attempt);
  await takeMail(test_.house, takers, { mailId: id }, attempt);
  assert.deepEqual(
    taken.map(({ from, body }) => [from, body]),
    [['asa@annan.example', 'Hemligt ordval']],
  );
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.body, row?.subject, row?.from_address], ['done', '', '', null]);
});

const part = (type: string, disposition: string, text: string) =>
  `--x\r\nContent-Type: ${type}\r\n${disposition ? `Content-Disposition: ${disposition}\r\n` : ''}\r\n${text}\r\n`;
const withFiles = (text: string, ...files: [name: string, content: string][]) =>
  `From: a@b.example\r\nTo: ${at}\r\nMessage-ID: <${randomUUID()}@x>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${part('text/plain', '', text)}${files
    .map(([name, content]) => part('image/png', `attachment; filename="${name}"`, content))
    .join('')}--x--`;
const filesOnDisk = async () =>
  (await readdir(test_.house.attachments.folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((one) => one.isFile())
    .length;

test('files come with a mail, sealed, known by their bytes; what is refused is told in the text', async () => {
  await accept(withFiles('Hej, se filen.', ['../brev.png', '%PDF-1.7\nhej'], ['start.exe', 'MZ\u0000\u0003']));
  await accept(
    withFiles(
      'See the file.',
      ['x.pdf', 'MZ\u0000\u0003'],
      ...Array.from({ length: 6 }, (_, index) => [`${index}.txt`, 'x'] as [string, string]),
    ),
  );
  const found = (await rows()).map(({ body }) => body.replaceAll('\n', ' '));
  assert.deepEqual(found.toSorted(), [
    'Hej, se filen.  [Filen ”start.exe” togs inte emot. Vi tar emot bilder, PDF, text, Office och OpenDocument, inte filer av det här slaget.]',
    'See the file.  [The file “x.pdf” was not taken. We take images, PDF, text, Office and OpenDocument, not files of this kind.]  [The mail had more than five files. The others were not taken.]',
  ]);
  const files = (await test_.owner.query<{ name: string; type: string }>('select name, type from inbound_file order by name')).rows;
  assert.deepEqual([files.length, files.at(-1)], [6, { name: 'brev.png.pdf', type: 'application/pdf' }]);
  assert.equal(await filesOnDisk(), 6);
});

test('the files of a mail that comes twice, or is refused, are left nowhere', async () => {
  const before_ = await filesOnDisk();
  const raw = withFiles('Hej', ['a.txt', 'a']);
  for (let time = 0; time < 2; time++) await accept(raw);
  assert.equal(await filesOnDisk(), before_ + 1);
  const [row] = await rows();
  await takeMail(
    test_.house,
    takersThat(async () => 'refused'),
    { mailId: row!.id },
    attempt,
  );
  assert.deepEqual([await filesOnDisk(), (await test_.owner.query('select from inbound_file')).rows.length], [before_, 0]);
});

test('a fault keeps the mail: it is tried again, and at last set aside whole', async () => {
  await accept(mail({ body: 'Försvinner inte' }));
  const [{ id }] = (await rows()) as [Row];
  const takers = takersThat(() => Promise.reject(new Error('broken')));
  await assert.rejects(takeMail(test_.house, takers, { mailId: id }, { number: 3, last: false }));
  assert.deepEqual([(await rows())[0]?.state, (await rows())[0]?.attempts], ['waiting', 3]);
  await assert.rejects(takeMail(test_.house, takers, { mailId: id }, { number: 12, last: true }));
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.problem, row?.body], ['dead', 'failed', 'Försvinner inte']);
});

test('a reply address leads where it was made for, whatever its letters’ case, and cannot be guessed', async () => {
  const id = randomUUID();
  const address = replyAddress(test_.house, { kind: 'case', id })!;
  assert.ok(address.split('@')[0]!.length <= 64, address);
  assert.deepEqual(readReplyAddress(test_.house, address.toUpperCase()), { kind: 'case', id });
  assert.equal(readReplyAddress(test_.house, address.replace('+c', '+k')), undefined, 'not of another kind');
  const last = address.indexOf('@') - 5;
  const forged = address.slice(0, last) + (address[last] === 'a' ? 'b' : 'a') + address.slice(last + 1);
  assert.equal(readReplyAddress(test_.house, forged), undefined);
  assert.equal(readReplyAddress(test_.house, address.replace('kursiv', 'annan')), undefined);
  const parsed = await parseMail(test_.house, Buffer.from(mail({ to: `"Kursiv" <${address}>, annan@annan.example` })));
  assert.deepEqual(parsed.replyTo, { kind: 'case', id });
});

test('the log holds nothing of the mails', () => {
  for (const mark of ['annan.example', 'Hemligt', 'testpass']) assert.ok(!test_.logLines.join('\n').includes(mark), mark);
});
