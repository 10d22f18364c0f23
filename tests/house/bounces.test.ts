import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { invite } from '../../src/customers/index.ts';
import { openDesk, type DeskHouse } from '../../src/desk/testing.ts';
import { mailTakers } from '../../src/mail-takers.ts';
import { mailTemplates } from '../../src/mail-templates.ts';
import { tellUndelivered } from '../../src/mail-undelivered.ts';
import { acceptMail } from '../../src/platform/mail/inbound/accept-mail.ts';
import { takeMail } from '../../src/platform/mail/inbound/take-mail.ts';
import { postMail } from '../../src/platform/mail/post-mail.ts';
import { sendMail, type MailPost } from '../../src/platform/mail/send-mail.ts';
import { smtpTransport } from '../../src/platform/mail/transport.ts';
import { href } from '../../src/routes.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { addCourse, addCustomer, inHouse, makeStaff, signedIn } from '../support/world.ts';

// Proof of E-07 and N-13: mail that comes back is counted, stops what should stop, and is told to the right one (decision 531).

describe('mail that comes back', () => {
  let desk: DeskHouse;
  let server: MailServer;
  let post: MailPost;
  const at = 'svar@kursiv.example';
  before(async () => {
    desk = await openDesk();
    desk.house.house.mailIn = { address: at, imapUrl: undefined, secret: 'x' };
    server = await startMailServer();
    post = { transport: smtpTransport(server.url), templates: mailTemplates, from: 'kursiv@kursiv.example', tellUndelivered };
  });
  beforeEach(async () => {
    server.received.length = 0;
    await desk.house.owner.query(
      'delete from mail; delete from graphile_worker._private_jobs; delete from bounced_address; delete from notification; delete from inbound_mail',
    );
  });
  after(async () => {
    post.transport.close();
    await server.close();
    await desk.house.close();
  });

  async function deliver(): Promise<void> {
    const waiting = await desk.rows<{ id: string }>("select id from mail where state = 'queued' order by created_at, id");
    for (const { id } of waiting) await sendMail(desk.house.house, post, { mailId: id }, { number: 1, last: false }).catch(() => {});
  }
  type Report = { to: string; status?: string; action?: string; quoted?: string; id?: string };
  const report = ({ to, status = '5.1.1', action = 'failed', quoted = '', id = randomUUID() }: Report) =>
    [
      `Return-Path: <>`, `From: MAILER-DAEMON@annan.example`, `To: ${to}`, `Message-ID: <${id}@annan.example>`, 'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x', '', '--x', 'Content-Type: text/plain', '', 'Sorry.', '--x',
      'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.annan.example', '', 'Final-Recipient: rfc822; nagon@annan.example',
      `Action: ${action}`, `Status: ${status}`, 'Diagnostic-Code: smtp; 550 nagon@annan.example unknown', '', '--x', 'Content-Type: text/rfc822-headers', '',
      `Message-ID: <${quoted}@kursiv>`, 'Subject: hemligt', '', '--x--', '',
    ].join('\r\n'); // prettier-ignore
  async function comesBack(one: Report): Promise<void> {
    await acceptMail(desk.house.house, Buffer.from(report(one)));
    const waiting = await desk.rows<{ id: string }>("select id from inbound_mail where state = 'waiting'");
    for (const { id } of waiting) await takeMail(desk.house.house, mailTakers, { mailId: id }, { number: 1, last: false });
  }
  const mails = () =>
    desk.rows<{ id: string; state: string; problem: string | null; bounces: number }>('select id, state, problem, bounces from mail');
  const bells = () => desk.rows<{ event: string; account_id: string }>('select event, account_id from notification');
  const toAccount = (accountId: string) =>
    inHouse(desk.house, (tx) => postMail(tx, desk.house.clock, { to: { accountId }, template: 'password-changed', language: 'sv' }));

  it('goes to a secret return address, and is dead for good when there is no such mailbox; its person is told at the bell', async () => {
    const person = await desk.someone('Flyttad');
    await toAccount(person.id);
    await deliver();
    const { from } = server.received[0]!;
    assert.match(from, /^svar\+b[a-z2-7]{42}@kursiv\.example$/);
    for (let time = 0; time < 2; time++) await comesBack({ to: from, id: 'same' });
    await comesBack({ to: from });
    const [mail] = await mails();
    assert.deepEqual([mail?.state, mail?.problem, mail?.bounces], ['dead', 'bounced 5.1.1', 1]);
    assert.deepEqual(await bells(), [{ event: 'mail-bounced', account_id: person.id }]);
    assert.match(await desk.textOf(href('deadLetters'), desk.support), /Mejlet kom tillbaka \(5\.1\.1\)/);
    assert.match(await desk.textOf(href('notifications'), person), /Mejl till din adress kommer inte fram/);
    const kept = await desk.rows<{ body: string; from_address: string | null }>('select body, from_address from inbound_mail');
    for (const row of kept) assert.deepEqual([row.body, row.from_address], ['', null], 'nothing of the notification is kept');
  });

  it('is known by the Message-ID it quotes too, and by nothing that anyone else could know', async () => {
    const person = await desk.someone('Citerad');
    await toAccount(person.id);
    await deliver();
    const [mail] = await mails();
    for (const forged of [{ to: at }, { to: at, quoted: randomUUID() }, { to: server.received[0]!.from.replace(/b.{5}/, 'baaaaa') }])
      await comesBack(forged);
    assert.deepEqual([(await mails())[0]!.state, await desk.rows('select from bounced_address')], ['sent', []]);
    await comesBack({ to: at, quoted: mail!.id });
    assert.equal((await mails())[0]!.state, 'dead');
  });

  it('is sent again a day later when it may pass, twice; a server that still tries is let be', async () => {
    await toAccount((await desk.someone('Fullbrevlada')).id);
    await deliver();
    await comesBack({ to: server.received[0]!.from, action: 'delayed', status: '4.2.2' });
    assert.deepEqual(
      (await mails()).map(({ state, bounces }) => [state, bounces]),
      [['sent', 0]],
    );
    for (const bounces of [1, 2]) {
      await comesBack({ to: server.received.at(-1)!.from, status: '5.2.2' });
      assert.deepEqual(
        (await mails()).map((mail) => [mail.state, mail.bounces]),
        [['queued', bounces]],
      );
      const jobs = await desk.rows<{ waits: boolean }>(
        "select run_at > now() + interval '23 hours' as waits from graphile_worker._private_jobs where key like 'mail %' and key not like 'mail in %'",
      );
      assert.deepEqual(jobs, [{ waits: true }]);
      assert.deepEqual(await bells(), []);
      await deliver();
    }
    await comesBack({ to: server.received.at(-1)!.from, status: '5.2.2' });
    assert.deepEqual(
      (await mails()).map(({ state, problem }) => [state, problem]),
      [['dead', 'bounced 5.2.2']],
    );
    assert.equal((await bells()).length, 1);
  });

  it('stops newsletters to the address, at once or when five have come back; the desk sees how many', async () => {
    const until = new Date(desk.house.clock.now().getTime() + 1e10);
    const subscribe = (email: string) =>
      desk.house.owner.query(
        "insert into newsletter_subscriber (email, language, ask_id, asked_at, confirmed_at, due_at) values ($1, 'sv', gen_random_uuid(), $2, $2, $3)",
        [email, desk.house.clock.now(), until],
      );
    const [gone, full] = [await desk.someone('Borta'), await desk.someone('Full')];
    for (const { email } of [gone, full]) await subscribe(email);
    const stopped = async () =>
      (await desk.rows<{ email: string }>('select email from newsletter_subscriber where bounced_at is not null order by email')).map(
        ({ email }) => email,
      );
    await toAccount(gone.id);
    await deliver();
    await comesBack({ to: server.received.at(-1)!.from });
    assert.deepEqual(await stopped(), [gone.email]);
    for (let count = 1; count <= 5; count++) {
      assert.deepEqual(await stopped(), [gone.email], `after ${count - 1}`);
      await toAccount(full.id);
      await deliver();
      await comesBack({ to: server.received.at(-1)!.from, status: '4.4.1' });
    }
    assert.deepEqual(await stopped(), [gone.email, full.email].toSorted());
    assert.match(await desk.textOf(href('newsletterIssues'), desk.support), /Brev till 2 adresser har kommit tillbaka/);
  });

  it('is seen in the case by whoever answers, and at the bell by whoever sent an invitation, without the address', async () => {
    const id = await desk.write({ to: 'question', email: 'fel@annan.example', body: 'Svara mig' });
    const admin = await desk.someone('Inbjudaren');
    const customer = await addCustomer(desk.house);
    const course = await addCourse(desk.house, customer.id);
    await makeStaff(desk.house, admin, customer.id, course.courseId);
    const by = { customerId: customer.id, actorId: admin.id, language: 'sv' } as const;
    const offer = { role: 'teacher' as const, uses: 1, days: 7, accessDays: undefined };
    await inHouse(desk.house, (tx) =>
      invite(tx, desk.house.house, by, { ...offer, courses: [course.courseId], domains: [], addresses: ['bjuden@annan.example'] }),
    );
    await deliver();
    for (const { from } of [...server.received]) await comesBack({ to: from });
    assert.match(await desk.textOf(href('enquiry', { enquiry: id }), desk.support), /Mejl till avsändaren kommer tillbaka/);
    assert.deepEqual(await bells(), [{ event: 'invitation-bounced', account_id: admin.id }]);
    const page = await desk.textOf(href('notifications'), { ...admin, cookie: await signedIn(desk.house, admin) });
    assert.match(page, /En inbjudan kom inte fram/);
    assert.doesNotMatch(page, /bjuden@/);
  });
});
