import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { rawMail } from '../../../tests/support/mailbox.ts';
import { mailTakers } from '../../mail-takers.ts';
import { addDays } from '../../platform/clock.ts';
import { acceptMail } from '../../platform/mail/inbound/accept-mail.ts';
import { replyAddress } from '../../platform/mail/inbound/reply-address.ts';
import { takeMail } from '../../platform/mail/inbound/take-mail.ts';
import { eraseForever, exportTablesOfAddress, scan, sweep } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openDesk, sealIn, type DeskHouse, type Someone } from '../testing.ts';

// Proof of E-07: files to support, by form and by mail.

const pdf = '%PDF-1.7\nEtt hemligt innehåll\n%%EOF';
const email = 'asa@annan.example';
let desk: DeskHouse;
before(async () => {
  desk = await openDesk();
  desk.house.house.mailIn = { address: 'svar@kursiv.example', imapUrl: undefined, secret: 'x' };
});
beforeEach(() => desk.house.owner.query('delete from enquiry; delete from throttle; delete from inbound_mail'));
after(() => desk.house.close());

const file = (name: string, content: string) => new File([content], name, { type: 'image/png' });
async function postFiles(path: string, fields: Record<string, string>, files: File[], who?: Someone): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const one of files) body.append('files', one);
  const headers = { 'sec-fetch-site': 'same-origin', ...(who ? { cookie: who.cookie } : {}) };
  return desk.house.app.request(path, { method: 'POST', headers, body });
}
/** Fills in an open form as a person does, and sends it with files. */
async function send(path: string, fields: Record<string, string>, files: File[], more: Record<string, string> = {}): Promise<Response> {
  const seal = sealIn(await desk.textOf(path));
  desk.pass(10);
  return postFiles(path, { seal, website: '', ...fields, ...more }, files);
}
const contact = { to: 'question', email, body: 'Se filen' };
const onDisk = async () =>
  (await readdir(desk.house.house.attachments.folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
const caseId = async () => (await desk.rows<{ id: string }>('select id from enquiry order by created_at desc limit 1'))[0]!.id;
const ownPath = (id: string) => href('ownEnquiry', { token: desk.house.house.secrets.token('enquiry', id) });
const hrefsIn = (page: string) => [...page.matchAll(/href="([^"]*\/filer\/[^"]+)"/g)].map(([, path]) => path!);

test('a file goes with a question, lies sealed, and is read by the desk and behind the sender’s link', async () => {
  assert.equal((await send('/kontakt', contact, [file('Min bild.pdf', pdf)])).status, 303);
  const id = await caseId();
  for (const [page, who] of [
    [href('enquiry', { enquiry: id }), desk.support],
    [ownPath(id), undefined],
  ] as const) {
    const text = await desk.textOf(page, who);
    assert.match(text, /Min bild\.pdf<\/a> \(\d+ byte\)/);
    const answer = await desk.get(hrefsIn(text)[0]!, who);
    assert.equal(await answer.text(), pdf);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="Min bild\.pdf"/);
    assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  }
  for (const path of await onDisk()) assert.ok(!(await readFile(path)).includes('hemligt'));
});

test('nobody else gets it: another desk, another case’s link, a visitor; each look of the desk is recorded', async () => {
  await send('/kontakt', contact, [file('a.pdf', pdf)]);
  const id = await caseId();
  await send('/kontakt', { ...contact, email: 'annan@annan.example' }, []);
  const [own, theirs] = [
    hrefsIn(await desk.textOf(ownPath(id)))[0]!,
    hrefsIn(await desk.textOf(href('enquiry', { enquiry: id }), desk.support))[0]!,
  ];
  const enclosed = own.split('/').at(-1)!;
  const other = (await desk.rows<{ id: string }>("select id from enquiry where email = 'annan@annan.example'"))[0]!.id;
  assert.equal((await desk.get(`${ownPath(other)}/filer/${enclosed}`)).status, 404);
  assert.equal((await desk.get(own.replace(/arende\/[^/]+/, `arende/${'x'.repeat(43)}`))).status, 404);
  assert.equal((await desk.get(href('enquiryFile', { enquiry: other, enclosed }), desk.support)).status, 404);
  assert.equal((await desk.get(theirs)).status, 303);
  for (const who of [desk.dpo, desk.executive, await desk.someone('Framling')]) assert.equal((await desk.get(theirs, who)).status, 404);
  await desk.house.owner.query('delete from enquiry_look; delete from access_log');
  await desk.get(theirs, desk.support);
  const looks = await desk.rows<{ fields: string[] }>('select fields from access_log');
  assert.deepEqual(looks, [{ fields: ['enquiry_file.name', 'enquiry_file.type'] }]);
});

test('what may not be sent is told, what was typed is kept, and nothing is stored', async () => {
  const before_ = await onDisk();
  const bad: [File[], RegExp][] = [
    [[file('program.pdf', 'MZ\u0000\u0003\u0000')], /Filen ”program\.pdf” är av ett slag som vi inte tar emot/],
    [[file('tom.txt', '')], /Filen ”tom\.txt” är tom/],
    [[file('stor.txt', 'x'.repeat(10 * 1024 * 1024 + 1))], /Filen ”stor\.txt” är större än 10\u00a0MB/],
    [Array.from({ length: 6 }, (_, index) => file(`${index}.txt`, 'x')), /högst fem filer/],
  ];
  for (const [files, says] of bad) {
    const answer = await send('/kontakt', contact, files);
    const page = await answer.text();
    assert.equal(answer.status, 422, String(says));
    assert.match(page, says);
    assert.match(page, />Se filen</);
  }
  const page = await (await send('/kontakt', { ...contact, email: 'fel' }, [file('a.txt', 'a')])).text();
  assert.match(page, /ska se ut som/);
  assert.match(page, /Filerna du valde följde inte med\. Välj dem igen\./);
  assert.deepEqual([await onDisk(), await desk.rows('select from enquiry')], [before_, []]);
});

test('of what a robot sends nothing is written', async () => {
  const before_ = await onDisk();
  const fast = await postFiles('/kontakt', { seal: sealIn(await desk.textOf('/kontakt')), website: '', ...contact }, [file('a.txt', 'a')]);
  assert.equal(fast.status, 422);
  assert.match(await fast.text(), /Välj dem igen/);
  assert.equal((await send('/kontakt', contact, [file('a.txt', 'a')], { website: 'spam' })).status, 422);
  assert.equal((await postFiles('/kontakt', contact, [file('a.txt', 'a')])).status, 422);
  assert.deepEqual(await onDisk(), before_);
});

test('the same form twice is one case with its file once; with another file it is another', async () => {
  const seal = sealIn(await desk.textOf('/kontakt'));
  desk.pass(10);
  const fields = { seal, website: '', ...contact };
  const before_ = (await onDisk()).length;
  for (let time = 0; time < 2; time++) assert.equal((await postFiles('/kontakt', fields, [file('a.txt', 'a')])).status, 303);
  assert.deepEqual([(await desk.rows('select from enquiry')).length, (await onDisk()).length], [1, before_ + 1]);
  await postFiles('/kontakt', fields, [file('b.txt', 'bb')]);
  assert.equal((await desk.rows('select from enquiry')).length, 2);
});

test('the sender goes on with a file, and the desk answers with one', async () => {
  await send('/kontakt', contact, []);
  const id = await caseId();
  const fields = { body: 'Här är den', client_id: randomUUID() };
  assert.equal((await send(ownPath(id), { body: 'En till' }, [file('mer.txt', 'mer')])).status, 303);
  for (let time = 0; time < 2; time++)
    await postFiles(href('answerEnquiry', { enquiry: id }), fields, [file('svar.pdf', pdf)], desk.support);
  const page = await desk.textOf(ownPath(id));
  assert.deepEqual(
    [...page.matchAll(/>([a-z]+\.(?:txt|pdf))<\/a>/g)].map(([, name]) => name),
    ['mer.txt', 'svar.pdf'],
  );
  const wrong = await postFiles(href('answerEnquiry', { enquiry: id }), { body: '' }, [file('x.txt', 'x')], desk.support);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Välj dem igen/);
  const before_ = await onDisk();
  for (const who of [desk.dpo, await desk.someone('Ingen')])
    assert.equal((await postFiles(href('answerEnquiry', { enquiry: id }), { body: 'x' }, [file('x.txt', 'x')], who)).status, 404);
  assert.deepEqual(await onDisk(), before_);
});

const withFile = (from: string, to: string, body: string, name: string, id: string = randomUUID()) =>
  Buffer.from(
    rawMail({ from, to, body: '', id, headers: ['Content-Type: multipart/mixed; boundary=x'] }).replace(
      /Content-Type: text\/plain[^\r]*\r\n/,
      '',
    ) +
      `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n--x\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${pdf}\r\n--x--`,
  );
async function arrive(raw: Buffer): Promise<void> {
  await acceptMail(desk.house.house, raw);
  const waiting = await desk.rows<{ id: string }>("select id from inbound_mail where state = 'waiting'");
  for (const { id } of waiting) await takeMail(desk.house.house, mailTakers, { mailId: id }, { number: 1, last: false });
}

test('a mail brings its files to its case, also alone, and once; a stranger’s are left nowhere', async () => {
  const before_ = (await onDisk()).length;
  const first = withFile(email, 'svar@kursiv.example', 'Se bilagan, hej', 'ett.pdf', 'first');
  await arrive(first);
  await arrive(first);
  const id = await caseId();
  const to = replyAddress(desk.house.house, { kind: 'case', id })!;
  await arrive(withFile(email, to, '', 'bara.pdf'));
  await arrive(withFile('bov@annan.example', to, 'Jag är Åsa', 'bov.pdf'));
  const page = await desk.textOf(ownPath(id));
  assert.deepEqual(
    [...page.matchAll(/>([a-z]+\.pdf)<\/a>/g)].map(([, name]) => name),
    ['ett.pdf', 'bara.pdf'],
  );
  for (const path of hrefsIn(page)) assert.match(await (await desk.get(path)).text(), /hemligt/);
  assert.deepEqual([(await onDisk()).length, await desk.rows('select from inbound_file')], [before_ + 2, []]);
});

test('files go with the case: by the link, by erasure, by time; and the extract holds them', async () => {
  const person = await desk.someone('Filande');
  await send('/kontakt', { ...contact, email: person.email }, [file('hela.pdf', pdf)]);
  const tables = await exportTablesOfAddress(desk.house.house, person.email);
  const rows = await Array.fromAsync(tables.find(({ part }) => part.table === 'enquiry_file')!.rows);
  assert.equal(Buffer.from(String(rows[0]?.['content']), 'base64').toString(), pdf);
  const [row] = await desk.rows<{ id: string }>('select id from enquiry_file');
  const isThere = async () => (await onDisk()).some((path) => path.endsWith(row!.id));
  assert.ok(await isThere());
  await eraseForever(desk.house.house, [person.id], 'request');
  assert.deepEqual(await scan(desk.house.house, person.email, [desk.house.folder]), []);
  assert.ok(!(await isThere()));

  const before_ = await onDisk();
  await send('/kontakt', contact, [file('hela.pdf', pdf)]);
  await desk.post('/kontakt/borttagning', { email });
  await desk.deliver();
  await desk.post(await desk.linkTo(email, '/borttagning/'), {});
  assert.deepEqual([await desk.rows('select from enquiry'), await onDisk()], [[], before_]);

  await send('/kontakt', contact, [file('hela.pdf', pdf)]);
  desk.house.clock.moveTo(addDays(desk.house.clock.now(), 200));
  await sweep(desk.house.house);
  assert.deepEqual([await desk.rows('select from enquiry'), await onDisk()], [[], []]);
});
