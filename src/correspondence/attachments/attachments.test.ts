import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { exportTables, sweep } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openRoom, type Room } from '../testing.ts';
import { safeName, typeByContent } from '../../platform/attached-files/file-type.ts';
import { mostBytesOfFile } from '../../platform/attached-files/receive-files.ts';
import { saveAs } from '../../platform/attached-files/send-file.ts';

// Proof of N-08.

let room: Room;
before(async () => {
  room = await openRoom();
  await room.get(room.path, room.student);
});
after(() => room.house.close());

const pdf = (text: string) => `%PDF-1.7\n${text}\n%%EOF`;
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name, { type: 'image/png' });
const sendFiles = (files: File[], body = 'Se filen', clientId = randomUUID(), who = room.student, to = room.path) =>
  room.postFiles(to, { body, client_id: clientId }, files, who);
const onDisk = async () => {
  const entries = await readdir(room.house.house.attachments.folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
};
const hrefsIn = (page: string) => [...page.matchAll(/href="([^"]*\/filer\/[^"]+)"/g)].map(([, path]) => path!);
const pageOf = async (who = room.student) =>
  (
    await room.get(who === room.student ? room.path : href('thread', { customer: room.customer.slug, thread: await room.threadId() }), who)
  ).text();

test('a file comes through to the other side as it was, and lies sealed on disk', async () => {
  const content = pdf('Ett hemligt innehåll');
  const sent = await sendFiles([file('Min fråga.pdf', content), file('anteckning.txt', 'hej å ä ö')]);
  assert.equal(sent.status, 303);
  const page = await pageOf(room.admin);
  assert.match(page, /Min fråga\.pdf<\/a> \(\d+ byte\)/);
  const [first, second] = hrefsIn(page);
  const answer = await room.get(first!, room.admin);
  assert.equal(await answer.text(), content);
  assert.equal(answer.headers.get('content-type'), 'application/pdf', 'what it is, not what the sender said');
  assert.equal(answer.headers.get('content-disposition'), `attachment; filename="Min fraga.pdf"; filename*=UTF-8''Min%20fr%C3%A5ga.pdf`);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  assert.equal((await room.get(second!, room.admin)).headers.get('content-type'), 'text/plain; charset=utf-8');
  const files = await onDisk();
  assert.equal(files.length, 2);
  for (const path of files) assert.ok(!(await readFile(path)).includes('hemligt'));
});

test('only the two sides of the thread get it, each by their own way', async () => {
  const [own] = hrefsIn(await pageOf());
  const [others] = hrefsIn(await pageOf(room.admin));
  assert.equal((await room.get(own!, room.student)).status, 200);
  for (const who of Object.values(room.strangers)) {
    assert.equal((await room.get(own!, who)).status, 404);
    assert.equal((await room.get(others!, who)).status, 404);
  }
  assert.equal((await room.get(others!, room.student)).status, 404);
  assert.equal((await room.house.app.request(own!)).status, 303, 'a visitor is sent to sign in');
  assert.equal((await room.get(href('attachment', { ...room.own, attachment: randomUUID() }), room.student)).status, 404);
  // A thread of one's own is no way to a file of another's.
  await room.get(room.path, room.strangers.otherStudent);
  assert.equal((await room.get(own!, room.strangers.otherStudent)).status, 404);
});

test('each look of the administrator at a file is recorded', async () => {
  await room.house.owner.query('delete from access_log');
  const [path] = hrefsIn(await pageOf(room.admin));
  await room.get(path!, room.admin);
  const looks = await room.rows<{ fields: string[] }>('select fields from access_log order by at');
  assert.deepEqual(looks.at(-1)?.fields, ['account.given_name', 'account.family_name', 'attachment.name', 'attachment.type']);
});

test('the same form sent twice is one message with its files once; nothing is left on disk', async () => {
  const clientId = randomUUID();
  const before = (await onDisk()).length;
  for (let times = 0; times < 2; times += 1)
    assert.equal((await sendFiles([file('en.pdf', pdf('1'))], 'Två gånger', clientId)).status, 303);
  assert.equal((await room.rows("select from message where body = 'Två gånger'")).length, 1);
  assert.equal((await onDisk()).length, before + 1);
  await sendFiles([file('en annan.pdf', pdf('22'))], 'Två gånger', clientId);
  assert.equal((await room.rows("select from message where body = 'Två gånger'")).length, 2, 'another file is another message');
});

test('a file may be the whole message', async () => {
  assert.equal((await sendFiles([file('bara.txt', 'bara')], '')).status, 303);
  assert.equal((await sendFiles([], '')).status, 422);
});

test('what may not be attached is told, file by file; what was typed is kept and nothing is stored', async () => {
  const before = await onDisk();
  const messages = (await room.rows('select from message')).length;
  const bad: [File[], RegExp][] = [
    [[file('program.pdf', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))], /Filen ”program\.pdf” är av ett slag som vi inte tar emot/],
    [[file('tom.txt', '')], /Filen ”tom\.txt” är tom/],
    [[file('stor.txt', 'x'.repeat(mostBytesOfFile + 1))], /Filen ”stor\.txt” är större än 10\u00a0MB/],
    [Array.from({ length: 6 }, (_, index) => file(`${index}.txt`, 'x')), /högst fem filer/],
    [[file('<b>.html', '<?xml version="1.0"?><html><script/></html>')], /Filen ”&lt;b>\.html”/],
  ];
  for (const [files, says] of bad) {
    const answer = await sendFiles(files, 'Det jag skrev');
    const page = await answer.text();
    assert.equal(answer.status, 422, String(says));
    assert.match(page, says);
    assert.match(page, /id="field-body"[^>]*>Det jag skrev</);
  }
  assert.equal((await sendFiles([file('precis.txt', 'x'.repeat(mostBytesOfFile))], 'Precis 10 MB')).status, 303);
  assert.equal((await onDisk()).length, before.length + 1);
  assert.equal((await room.rows('select from message')).length, messages + 1);
});

test('a stranger leaves no file behind', async () => {
  const before = await onDisk();
  const thread = href('answerThread', { customer: room.customer.slug, thread: await room.threadId() });
  for (const who of Object.values(room.strangers))
    assert.equal((await sendFiles([file('x.txt', 'x')], 'x', randomUUID(), who, thread)).status, 404);
  assert.deepEqual(await onDisk(), before);
});

test('a form that breaks off leaves nothing behind', async () => {
  const before = await onDisk();
  const body =
    '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhej\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="b.txt"\r\n\r\nhe';
  const headers = { 'sec-fetch-site': 'same-origin', cookie: room.student.cookie, 'content-type': 'multipart/form-data; boundary=x' };
  assert.equal((await room.house.app.request(room.path, { method: 'POST', headers, body })).status, 400);
  assert.deepEqual(await onDisk(), before);
});

test('taking back a message takes its files', async () => {
  await sendFiles([file('ångrad.txt', 'ångrad')], 'Ångrad');
  const [row] = await room.rows<{ id: string; attachment: string }>(
    "select m.id, a.id as attachment from message m join attachment a on a.correspondence_id = m.correspondence_id and a.message_sequence = m.sequence where m.body = 'Ångrad'",
  );
  const path = href('attachment', { ...room.own, attachment: row!.attachment });
  assert.equal((await room.get(path, room.student)).status, 200);
  await room.post(href('deleteMessage', { ...room.own, message: row!.id }), {}, room.student);
  assert.equal((await room.get(path, room.student)).status, 404);
  assert.ok(!(await onDisk()).some((name) => name.endsWith(row!.attachment)));
});

test('the extract holds the files themselves', async () => {
  for (const { part, rows } of await exportTables(room.house.house, room.student.id, { files: true })) {
    if (part.table !== 'attachment') continue;
    const found = await Array.fromAsync(rows);
    const note = found.find(({ name }) => name === 'anteckning.txt');
    assert.equal(Buffer.from(String(note?.['content']), 'base64').toString('utf8'), 'hej å ä ö');
    assert.ok(!('content_key' in note!));
  }
});

test('the nightly sweep removes what a crash left without a row, and nothing else', async () => {
  const kept = await onDisk();
  await room.house.house.attachments.write(`${room.customer.id}/${randomUUID()}`, Buffer.from('orphan'));
  // A file's times are the machine's: its hour is over by both clocks.
  room.house.clock.moveTo(addDays(new Date(Math.max(Date.now(), room.house.clock.now().getTime())), 1));
  assert.equal((await sweep(room.house.house))['attached files deleted'], 1);
  room.house.clock.moveTo(addDays(room.house.clock.now(), 1));
  assert.equal((await sweep(room.house.house))['attached files deleted'], undefined);
  assert.deepEqual((await onDisk()).sort(), kept.sort());
});

test('what a file is, is told by its bytes', async () => {
  assert.equal(await typeByContent(Buffer.from(pdf('x'))), 'application/pdf');
  assert.equal(await typeByContent(Buffer.from('rad 1\nrad 2\tå')), 'text/plain');
  for (const bytes of ['\0\x01\x02', '<?xml version="1.0"?><a/>', '\x7fELF', 'PK\x03\x04'])
    assert.equal(await typeByContent(Buffer.from(bytes, 'latin1')), undefined);
});

test('a name can be shown and saved, and ends as the file is', () => {
  assert.equal(safeName('C:\\mapp\\..\\brev.PDF', 'application/pdf'), 'brev.pdf');
  assert.equal(safeName('bild.exe', 'image/png'), 'bild.exe.png');
  assert.equal(safeName('\u202Egnp.exe', 'image/png'), 'gnp.exe.png');
  assert.equal(safeName('../../etc/passwd', 'text/plain'), 'passwd.txt');
  assert.equal(safeName('...', 'text/plain'), 'fil.txt');
  assert.equal(safeName(`${'å'.repeat(300)}.txt`, 'text/plain').length, 124);
  assert.equal(saveAs('a"b\r\nc.txt'), `attachment; filename="a_b__c.txt"; filename*=UTF-8''a%22b%0D%0Ac.txt`);
});
