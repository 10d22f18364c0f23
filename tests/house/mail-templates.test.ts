import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { mailTemplates } from '../../src/mail-templates.ts';
import { insertKeyChallenge } from '../../src/keys/challenge.queries.ts';
import { addDays } from '../../src/platform/clock.ts';
import { postMail, type Recipient } from '../../src/platform/mail/post-mail.ts';
import { sendMail, type MailPost } from '../../src/platform/mail/send-mail.ts';
import { smtpTransport } from '../../src/platform/mail/transport.ts';
import { closeAccount } from '../../src/privacy/index.ts';
import { outgoing } from '../../data-map/index.ts';
import { addFullPerson } from '../support/full-person.ts';
import { leakedIn, whatIsWritten } from '../support/leaving.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { newId, openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator, type Person } from '../support/world.ts';

type Sending = { to: Recipient; about?: Record<string, string>; whose: Person | 'operator' };

/**
 * N-53 over every mail there is: sent to a real mail server, in both languages, out of a world where everyone it could
 * concern carries a mark. A template that is not sent here is a failure, so that none can come without.
 */
describe('every mail of every room', () => {
  let test: TestHouse;
  let server: MailServer;
  let post: MailPost;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let admin: Person;
  let everyone: Person[];
  let sendings: Record<string, Sending[]>;

  before(async () => {
    test = await openTestHouse();
    server = await startMailServer();
    post = { transport: smtpTransport(server.url), templates: mailTemplates, from: 'kursiv@larvik.example' };
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Mottagarsson', course, admin);
    everyone = [person, admin];
    sendings = await makeSendings(customer.id, course.courseId);
  });
  after(async () => {
    post.transport.close();
    await server.close();
    await test.close();
  });

  async function makeSendings(customerId: string, courseId: string): Promise<Record<string, Sending[]>> {
    const now = test.clock.now();
    const leaving = await addPerson(test, 'Avslutsson');
    everyone.push(leaving);
    await closeAccount(test.house, leaving.id);
    const { rows: handedRows } = await test.owner.query<{ id: string }>(
      "update customer_request set state = 'open', link_id = gen_random_uuid(), link_expires_at = now() where email = $1 returning id",
      [person.email],
    );
    const handed = handedRows[0]!;
    const later = addDays(now, 1);
    const ids = { change: newId(), key: newId(), removal: newId(), finding: newId(), topic: newId(), unproved: newId() };
    await test.owner.query('update invitation_sender set account_id = $1', [admin.id]);
    await test.owner.query('update notification set read_at = null');
    await test.owner.query('update newsletter_subscriber set bounced_at = null');
    await test.owner.query("update agreement set noticed_at = starts_at, noticed_by = 'customer'");
    await test.owner.query('update customer_export set finished_at = $1', [now]);
    await test.owner.query(
      "insert into mail (address, template, language, state, due_at) values ('hej@larvik.example', 'given-up', 'sv', 'dead', $1)",
      [later],
    );
    await test.owner.query("insert into proof_fault (proof, since) values ('map-complete', $1)", [now]);
    await test.owner.query('update enrolment set completed_at = null where account_id = $1', [person.id]);
    const expiring = await test.owner.query(
      `update certificate set expires_at = $2 where enrolment_id = (select id from enrolment where account_id = $1) returning id`,
      [person.id, later],
    );
    const notice = await test.owner.query(
      `with made as (insert into visibility_notice (customer_id) values ($1) returning customer_id, id)
       insert into visibility_notice_cell (customer_id, notice_id, role, relation, field)
       select v.customer_id, made.id, v.role, v.relation, v.field from made join visibility v on v.customer_id = made.customer_id
       where v.shown limit 1 returning notice_id as id`,
      [customerId],
    );
    const revoked = await test.owner.query(
      `insert into certificate (customer_id, enrolment_id, number, revoked_at, revoked_reason)
       select customer_id, id, 'K-2222-2222-2222', $2, 'Fel person' from enrolment where account_id = $1 returning id`,
      [person.id, now],
    );
    await test.owner.query('update enquiry set waiting_since = null where email <> $1 or id in (select enquiry_id from enquiry_merge)', [
      person.email,
    ]);
    const found = await inHouse(test, async (tx) => {
      const challenge = { account_id: person.id, expires_at: later };
      await tx
        .insertInto('challenge')
        .values([
          { ...challenge, id: ids.change, kind: 'change-email', email: 'mottagarsson.ny@person.example' },
          { id: ids.removal, kind: 'remove-enquiries', email: person.email, expires_at: later },
          { id: ids.finding, kind: 'find-purchases', email: person.email, expires_at: later },
        ])
        .execute();
      const key = await tx.selectFrom('course_key').select('id').where('bound_email', '=', person.email).executeTakeFirstOrThrow();
      await insertKeyChallenge(tx, { id: ids.key, keyId: key.id, email: person.email, expiresAt: later });
      const words = { title_sv: 'Till', title_en: 'More', lead_sv: '', lead_en: '' };
      await tx
        .insertInto('newsletter_topic')
        .values({ id: ids.topic, ...words, client_id: newId(), created_at: now })
        .execute();
      const subscriber = await tx.selectFrom('newsletter_subscriber').select(['id', 'ask_id']).executeTakeFirstOrThrow();
      const subscription = await tx.selectFrom('newsletter_subscription').select('id').executeTakeFirstOrThrow();
      await tx
        .insertInto('newsletter_subscription')
        .values({ subscriber_id: subscriber.id, topic_id: ids.topic, ask_id: subscriber.ask_id })
        .execute();
      const times = { received_at: now, answer_by: later, due_at: later };
      const asked = { id: ids.unproved, client_id: newId(), kind: 'access', email: person.email, language: 'sv' };
      await tx
        .insertInto('data_request')
        .values({ ...asked, ...times })
        .execute();
      for (const state of ['received', 'identity'])
        await tx.insertInto('data_request_event').values({ request_id: ids.unproved, number: 0, state, at: now }).execute();
      const request = await tx
        .selectFrom('data_request')
        .select('id')
        .where('email', '=', person.email)
        .where('state', '=', 'in_progress')
        .executeTakeFirstOrThrow();
      const of = (table: 'newsletter_issue' | 'invitation_address' | 'agreement' | 'customer_export') =>
        tx.selectFrom(table).select('id').executeTakeFirstOrThrow();
      const enquiry = await tx
        .selectFrom('enquiry')
        .select('id')
        .where('email', '=', person.email)
        .where('name', '<>', '')
        .executeTakeFirstOrThrow();
      const contact = await tx.selectFrom('customer_contact').select('id').where('email', '=', person.email).executeTakeFirstOrThrow();
      const reset = await tx.selectFrom('challenge').select('id').where('kind', '=', 'reset-password').executeTakeFirstOrThrow();
      return {
        askId: subscriber.ask_id,
        subscriptionId: subscription.id,
        issueId: (await of('newsletter_issue')).id,
        addressId: (await of('invitation_address')).id,
        agreementId: (await of('agreement')).id,
        exportId: (await of('customer_export')).id,
        enquiryId: enquiry.id,
        requestId: request.id,
        resetId: reset.id,
        contactId: contact.id,
      };
    });
    const { rows: purchases } = await test.owner.query<{ id: string }>(
      `insert into purchase (id, customer_id, course_title, email, given_name, family_name, language, payment_method, ore, vat_percent,
         ordered_at, pay_by, paid_at, cancelled_at, refunded_at, due_at)
       select gen_random_uuid(), $1, 'En kurs', $2, 'Köpegun', 'Mottagarsson', 'sv', 'invoice', 49500, 25, $3, $3,
         case when undone then $3::timestamptz end, case when undone then $3::timestamptz end, case when undone then $3::timestamptz end, $4
       from unnest('{false,true}'::boolean[]) with ordinality as row (undone, place) order by place returning id`,
      [customerId, person.email, now, addDays(now, 1000)],
    );
    const filledIn = await test.owner.query<{ id: string }>('select id from checkout where email = $1', [person.email]);
    const withdrawn = await test.owner.query<{ id: string }>(
      `insert into purchase (id, customer_id, course_title, email, given_name, family_name, language, payment_method, ore, vat_percent, ordered_at, pay_by, withdrawn_at, due_at)
       select gen_random_uuid(), customer_id, '', email, given_name, family_name, language, payment_method, 49500, 25, $2, $3, $2, $3 from checkout where email = $1
       returning id`,
      [person.email, now, later],
    );
    const [unpaidId, undoneId] = purchases.map(({ id }) => id) as [string, string];
    const toPerson = (about: Record<string, string> = {}): Sending[] => [{ to: { accountId: person.id }, about, whose: person }];
    const toAddress = (about: Record<string, string>): Sending[] => [{ to: { address: person.email }, about, whose: person }];
    const toOperator = (about: Record<string, string>): Sending[] => [{ to: { address: 'hej@larvik.example' }, about, whose: 'operator' }];
    const thread = { customer: customerId, course: courseId };
    return {
      'own-export-ready': toPerson(),
      'handed-request': [{ to: { accountId: admin.id }, about: { customerId }, whose: admin }],
      'handed-reminder': [{ to: { accountId: admin.id }, about: { customerId }, whose: admin }],
      'handed-overdue': [{ to: { accountId: admin.id }, about: { customerId }, whose: admin }],
      'request-handed-over': toAddress({ handedId: handed.id }),
      'handed-answered': toAddress({ handedId: handed.id }),
      'handed-answer-link': toAddress({ handedId: handed.id }),
      'account-warned': toPerson(),
      'account-ended': toPerson(),
      'appeal-answered': toPerson(),
      'appeal-waiting': toOperator({}),
      'erasure-coming': [{ to: { accountId: leaving.id }, whose: leaving }],
      'reset-password': toAddress({ challengeId: found.resetId }),
      'confirm-email': toPerson({ challengeId: ids.change }),
      'email-changed': toPerson(),
      'password-changed': toPerson(),
      'passkey-added': toPerson(),
      'second-factor-added': toPerson(),
      'second-factor-removed': toPerson(),
      'redeem-key': toAddress({ challengeId: ids.key }),
      'key-invitation': toAddress({ challengeId: ids.key }),
      invitation: toAddress({ addressId: found.addressId }),
      'contact-named': toAddress({ contactId: found.contactId }),
      'new-message-to-student': toPerson(thread),
      'new-message-to-administrator': [{ to: { accountId: admin.id }, about: thread, whose: admin }],
      'enquiry-received': toAddress({ enquiryId: found.enquiryId }),
      'enquiry-answered': toAddress({ enquiryId: found.enquiryId }),
      'enquiry-waiting': toOperator({ enquiryId: found.enquiryId }),
      'remove-enquiries': toAddress({ challengeId: ids.removal }),
      'request-answered': toAddress({ requestId: found.requestId }),
      'request-answer-link': toAddress({ requestId: found.requestId }),
      'request-prove': toAddress({ requestId: ids.unproved }),
      'request-waiting': toOperator({ requestId: found.requestId }),
      'confirm-order': toAddress({ checkoutId: filledIn.rows[0]!.id }),
      'order-placed': toAddress({ purchaseId: unpaidId }),
      'purchase-withdrawn': toAddress({ purchaseId: withdrawn.rows[0]!.id }),
      'own-purchases': toAddress({ challengeId: ids.finding }),
      'purchase-cancelled': toAddress({ purchaseId: undoneId }),
      'purchase-refunded': toAddress({ purchaseId: undoneId }),
      'purchase-unpaid': toAddress({ purchaseId: unpaidId }),
      'purchase-link': toAddress({ purchaseId: unpaidId }),
      'request-reminder': toOperator({}),
      'request-overdue': [{ to: { accountId: admin.id }, about: {}, whose: admin }],
      'newsletter-confirm': toAddress({ askId: found.askId }),
      newsletter: toAddress({ issueId: found.issueId, subscriptionId: found.subscriptionId }),
      'newsletter-test': [{ to: { accountId: admin.id }, about: { issueId: found.issueId }, whose: admin }],
      'terms-changed': toPerson({ version: '1' }),
      notifications: toPerson(),
      'mail-not-taken': toAddress({}),
      'proof-broken': [{ to: { address: 'dpo@larvik.example' }, about: { proof: 'map-complete' }, whose: 'operator' }],
      'keys-guessed': [{ to: { accountId: admin.id }, whose: admin }],
      'something-stuck': [{ to: { accountId: admin.id }, whose: admin }],
      'test-result': toPerson(thread),
      'test-review': toPerson(thread),
      'certificate-expires': toPerson({ customerId, certificateId: expiring.rows[0].id }),
      'visibility-changed': toPerson({ customerId, noticeId: notice.rows[0].id }),
      'deadline-near': toPerson({ customerId, enrolmentId: person.enrolmentId }),
      'certificate-revoked': toPerson({ customerId, certificateId: revoked.rows[0].id }),
      'agreement-noticed': [{ to: { accountId: admin.id }, about: { customerId, agreementId: found.agreementId }, whose: admin }],
      'customer-export-ready': [{ to: { accountId: admin.id }, about: { customerId, exportId: found.exportId }, whose: admin }],
    };
  }

  /** Everything a reader, or a machine on the way, could see of a mail: every header, decoded and not, and every part. */
  async function send(template: string, language: 'sv' | 'en', { to, about = {} }: Sending): Promise<{ seen: string; subject: string }> {
    const before_ = server.received.length;
    await inHouse(test, (tx) => postMail(tx, test.clock, { to, template, language, about }));
    const { rows } = await test.owner.query<{ id: string }>('select id from mail where template = $1 order by created_at desc, id', [
      template,
    ]);
    for (const { id } of rows) await sendMail(test.house, post, { mailId: id }, { number: 1, last: false });
    assert.ok(server.received.length > before_, `${template} is sent at all`);
    const { raw } = server.received.at(-1)!;
    const mail = await PostalMime.parse(raw);
    const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`);
    const own = [`to: `, ...server.received.at(-1)!.to].join(' ');
    return { seen: [own, mail.subject, mail.text, mail.html, ...headers, raw].join('\n'), subject: mail.subject ?? '' };
  }

  const marksOf = ({ email, givenName, familyName, id }: Person) => [email, givenName, familyName, id];

  it('is sent here: none is left out', () => {
    assert.deepEqual(Object.keys(sendings).toSorted(), Object.keys(mailTemplates).toSorted());
  });

  it('tells of nobody but its recipient, in subject, headers and text', async () => {
    for (const [template, all] of Object.entries(sendings)) {
      for (const language of ['sv', 'en'] as const) {
        for (const sending of all) {
          const { seen, subject } = await send(template, language, sending);
          assert.ok(subject.length > 3, template);
          const others = everyone.filter((one) => one !== sending.whose);
          for (const mark of others.flatMap(marksOf))
            assert.ok(!seen.toLowerCase().includes(mark.toLowerCase()), `${template} (${language}) tells of ${mark}`);
        }
      }
    }
  });

  it('names nobody in a subject, which is read on locked screens', async () => {
    for (const { raw } of server.received) {
      const { subject = '' } = await PostalMime.parse(raw);
      for (const one of everyone) for (const mark of marksOf(one)) assert.ok(!subject.includes(mark), subject);
    }
  });

  it('gives the mail server only the fields that the map lets out (N-27)', async () => {
    const written = await whatIsWritten(
      test.owner,
      everyone.flatMap(({ familyName }) => familyName),
    );
    assert.ok(written.size > 100);
    const leaked = new Set<string>();
    for (const { raw, to } of server.received) {
      const { text = '', html = '', subject = '' } = await PostalMime.parse(raw);
      const said = [raw, text, html, subject, ...to].join('\n');
      for (const one of leakedIn(said, written, outgoing.mail.columns)) leaked.add(one);
    }
    assert.deepEqual([...leaked], []);
    const said = [...written.keys()].find((value) => written.get(value)!.has('message.body'))!;
    assert.deepEqual(leakedIn(`Hej! ${said}`, new Map([[said, new Set(['message.body'])]]), outgoing.mail.columns), ['message.body']);
  });

  it('would be seen: a template that does tell turns this red', async () => {
    const telling: MailPost = {
      ...post,
      templates: { ...mailTemplates, 'password-changed': () => ({ subject: 'Hej', paragraphs: [`${admin.givenName} hälsar.`] }) },
    };
    await inHouse(test, (tx) => postMail(tx, test.clock, { to: { accountId: person.id }, template: 'password-changed', language: 'sv' }));
    const { rows } = await test.owner.query<{ id: string }>("select id from mail where template = 'password-changed' and state = 'queued'");
    await sendMail(test.house, telling, { mailId: rows[0]!.id }, { number: 1, last: false });
    const text = (await PostalMime.parse(server.received.at(-1)!.raw)).text ?? '';
    assert.ok(marksOf(admin).some((mark) => text.includes(mark)));
  });
});
