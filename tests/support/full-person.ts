import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays } from '../../src/platform/clock.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';
import type { Tx } from '../../src/platform/database.ts';
import { postMail } from '../../src/platform/mail/post-mail.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { TestHouse } from './test-house.ts';
import { newCertificateNumber } from '../../src/certificates/certificate-number.ts';
import { addRights } from './full-person-rights.ts';
import { addPerson, enrol, inHouse, type Person } from './world.ts';

type Place = { customerId: string; courseId: string; versionId: string };

/** A person with a row in every table that can hold one, marked wherever a mark can stand. */
export async function addFullPerson(
  test: TestHouse,
  marker: string,
  place: Place,
  admin: Person,
): Promise<Person & { enrolmentId: string; ids: string[] }> {
  const person = await addPerson(test, marker);
  const enrolmentId = await enrol(test, person, place);
  const now = test.clock.now();
  const customer = { customer_id: place.customerId };
  const account = { account_id: person.id };
  const ids = {
    attempt: randomUUID(),
    handed: randomUUID(),
    thread: randomUUID(),
    message: randomUUID(),
    attachment: randomUUID(),
    batch: randomUUID(),
    challenge: randomUUID(),
    invitation: randomUUID(),
    group: randomUUID(),
    look: randomUUID(),
    own: randomUUID(),
    enquiry: randomUUID(),
    request: randomUUID(),
    othersRequest: randomUUID(),
    others: randomUUID(),
    reply: randomUUID(),
    part: randomUUID(),
    topic: randomUUID(),
    issue: randomUUID(),
    subscriber: randomUUID(),
    notification: randomUUID(),
    agreement: randomUUID(),
    export: randomUUID(),
    decider: randomUUID(),
  };
  const contentKey = newContentKey();
  await writeSealed(test.house.attachments, `${place.customerId}/${ids.attachment}`, contentKey, pieces(Buffer.from(marker)));
  const later = addDays(now, 1);
  await inHouse(test, async (tx) => {
    const page = await tx
      .selectFrom('course_page')
      .select('id')
      .where('version_id', '=', place.versionId)
      .orderBy('position')
      .executeTakeFirstOrThrow();
    const question = await tx
      .selectFrom('question')
      .select('id')
      .where('version_id', '=', place.versionId)
      .where('kind', '=', 'short')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('account')
      .set({ given_name: `Forr${marker}` })
      .where('id', '=', person.id)
      .execute();
    await tx.updateTable('account').set({ given_name: person.givenName }).where('id', '=', person.id).execute();
    await tx
      .insertInto('passkey')
      .values({ ...account, credential_id: `cred-${marker}`, public_key: Buffer.from(marker), name: `Nyckel ${marker}` })
      .execute();
    await tx
      .insertInto('second_factor')
      .values({ ...account, secret: Buffer.from(marker), confirmed_at: now })
      .execute();
    await tx
      .insertInto('recovery_code')
      .values({ ...account, code_hash: sha256(marker) })
      .execute();
    await tx
      .insertInto('session')
      .values({ ...account, token_hash: sha256(`token ${marker}`), expires_at: later, browser: `Firefox ${marker}` })
      .execute();
    await tx
      .insertInto('challenge')
      .values([
        { id: ids.challenge, kind: 'reset-password', ...account, expires_at: later },
        { kind: 'redeem-key', email: person.email, expires_at: later },
      ])
      .execute();
    await tx
      .insertInto('course_administrator')
      .values({ ...customer, course_id: place.courseId, ...account })
      .execute();
    await tx
      .insertInto('course_teacher')
      .values({ ...customer, course_id: place.courseId, ...account })
      .execute();
    await tx
      .insertInto('visibility_change')
      .values({ ...customer, changed_by: person.id, role: 'teacher', relation: 'own-course', field: 'email', shown: true })
      .execute();
    await tx
      .insertInto('invitation')
      .values({ ...customer, id: ids.invitation, role: 'teacher', max_uses: 9, uses: 1, only_listed: true, expires_at: later })
      .execute();
    await tx
      .insertInto('student_group')
      .values({ ...customer, id: ids.group, name: 'klassen', keeps_courses: false, created_at: now })
      .execute();
    await tx
      .insertInto('student_group_member')
      .values({ ...customer, group_id: ids.group, ...account, joined_at: now })
      .execute();
    await tx
      .insertInto('invitation_sender')
      .values({ ...customer, invitation_id: ids.invitation, ...account })
      .execute();
    await tx
      .insertInto('invitation_address')
      .values({ ...customer, invitation_id: ids.invitation, address: person.email, due_at: later })
      .execute();
    await tx
      .insertInto('api_token')
      .values({
        ...customer,
        client_id: randomUUID(),
        made_by: person.id,
        name: `program ${marker}`,
        scopes: ['members:read'],
        digest: sha256(`api ${marker}`),
        expires_at: later,
      })
      .execute();
    await tx
      .insertInto('invitation_use')
      .values({ ...customer, invitation_id: ids.invitation, ...account })
      .execute();
    await tx
      .insertInto('key_batch')
      .values({ ...customer, id: ids.batch, course_id: place.courseId, label: 'parti' })
      .execute();
    await tx
      .insertInto('course_key')
      .values([
        {
          ...customer,
          batch_id: ids.batch,
          key_hash: sha256(`used ${marker}`),
          last_three: 'AAA',
          expires_at: addDays(now, 300),
          redeemed_at: now,
          enrolment_id: enrolmentId,
        },
        {
          ...customer,
          batch_id: ids.batch,
          key_hash: sha256(`bound ${marker}`),
          last_three: 'BBB',
          expires_at: addDays(now, 300),
          bound_email: person.email,
          bound_given_name: person.givenName,
          bound_family_name: person.familyName,
        },
      ])
      .execute();
    await tx
      .updateTable('enrolment')
      .set({ resume_page_id: page.id, last_active_at: now, completed_at: now })
      .where('id', '=', enrolmentId)
      .execute();
    await tx
      .insertInto('page_visit')
      .values({ ...customer, enrolment_id: enrolmentId, page_id: page.id, completed_at: now })
      .execute();
    await tx
      .insertInto('reflection')
      .values({ ...customer, enrolment_id: enrolmentId, page_id: page.id, box: 'tankar', body: `för mig själv ${marker}` })
      .execute();
    const onPage = { ...customer, enrolment_id: enrolmentId, page_id: page.id };
    await tx
      .insertInto('note')
      .values({ ...onPage, body: `anteckning ${marker}` })
      .execute();
    await tx.insertInto('bookmark').values(onPage).execute();
    await tx
      .insertInto('own_deadline')
      .values({ ...customer, enrolment_id: enrolmentId, waiver_reason: `slipper ${marker}` })
      .execute();
    await tx
      .insertInto('answer')
      .values({
        ...customer,
        enrolment_id: enrolmentId,
        question_id: question.id,
        client_id: randomUUID(),
        response: JSON.stringify({ text: `svar ${marker}` }),
        correct: true,
      })
      .execute();
    await tx
      .insertInto('attempt')
      .values({
        ...customer,
        id: ids.attempt,
        enrolment_id: enrolmentId,
        number: 1,
        submitted_at: now,
        points: 2,
        max_points: 2,
        passed: true,
      })
      .execute();
    await tx
      .insertInto('attempt_answer')
      .values({
        ...customer,
        attempt_id: ids.attempt,
        question_id: question.id,
        response: JSON.stringify({ text: `provsvar ${marker}` }),
        correct: true,
        points: 1,
      })
      .execute();
    const judged = { ...customer, attempt_id: ids.attempt, question_id: question.id };
    await tx
      .insertInto('extra_time')
      .values({ ...customer, enrolment_id: enrolmentId, minutes: 30 })
      .execute();
    await tx
      .insertInto('handed_file')
      .values({ ...judged, id: ids.handed, content_key: contentKey, type: 'pdf', bytes: 4, uploaded_at: now })
      .execute();
    await tx
      .insertInto('marking')
      .values([
        { ...judged, round: 1, levels: '{}', points: 1, comment: `Bra, ${person.givenName}!`, marker_id: admin.id },
        { ...judged, round: 2, levels: '{}', points: 1, comment: 'Bra!', marker_id: person.id },
      ])
      .execute();
    await tx
      .insertInto('review_request')
      .values({
        ...judged,
        body: `Titta igen, undrar ${marker}`,
        answer: `Det är rätt, ${person.givenName}.`,
        answered_by: admin.id,
        answered_at: now,
      })
      .execute();
    await tx
      .insertInto('certificate')
      .values({ ...customer, enrolment_id: enrolmentId, number: newCertificateNumber() })
      .execute();
    await tx
      .insertInto('correspondence')
      .values({ ...customer, id: ids.thread, enrolment_id: enrolmentId, course_id: place.courseId, last_sequence: 2, last_sent_at: now })
      .execute();
    await tx
      .insertInto('message')
      .values([
        {
          ...customer,
          id: ids.message,
          correspondence_id: ids.thread,
          sequence: 1,
          author_id: person.id,
          from_student: true,
          client_id: randomUUID(),
          body: `Hej, jag heter ${person.givenName} och undrar ${marker}`,
        },
        {
          ...customer,
          correspondence_id: ids.thread,
          sequence: 2,
          author_id: admin.id,
          from_student: false,
          client_id: randomUUID(),
          body: `Hej ${person.givenName} ${person.familyName}, tidigare Forr${marker}! Skriv till ${person.email} om något är oklart.`,
        },
      ])
      .execute();
    const file = { ...customer, correspondence_id: ids.thread, place: 1, type: 'text/plain', bytes: 9, content_key: contentKey };
    await tx
      .insertInto('attachment')
      .values([
        { ...file, id: ids.attachment, message_sequence: 1, author_id: person.id, from_student: true, name: `fil ${marker}.txt` },
        { ...file, message_sequence: 2, author_id: admin.id, from_student: false, name: `till ${person.givenName}.txt` },
      ])
      .execute();
    await tx
      .insertInto('message_draft')
      .values(
        [person.id, admin.id].map((account_id) => ({
          ...customer,
          correspondence_id: ids.thread,
          account_id,
          body: `påbörjat ${marker}`,
          saved_at: now,
          due_at: addDays(now, 90),
        })),
      )
      .execute();
    await tx
      .insertInto('thread_assignment')
      .values({ ...customer, correspondence_id: ids.thread, ...account, assigned_at: now })
      .execute();
    const reply = { ...customer, ...account, created_at: now };
    await tx
      .insertInto('saved_reply')
      .values([
        { ...reply, id: ids.reply, client_id: randomUUID(), title: `Eget ${marker}`, body: `Mitt svar ${marker}`, shared: false },
        { ...reply, client_id: randomUUID(), title: 'Delat svar', body: `Hälsningar ${person.givenName}`, shared: true },
      ])
      .execute();
    await tx
      .insertInto('ledger')
      .values({
        ...account,
        event: 'consent',
        about: 'publish-certificate-name',
        state: 'given',
        version: 1,
        text_hash: 'x',
        language: 'sv',
        at: now,
      })
      .execute();
    await tx
      .insertInto('access_log')
      .values([
        {
          id: ids.look,
          actor_id: admin.id,
          customer_id: place.customerId,
          purpose: 'correspond',
          room: 'people',
          fields: ['account.email'],
          due_at: addDays(now, 365),
        },
        {
          id: ids.own,
          actor_id: person.id,
          customer_id: place.customerId,
          purpose: 'correspond',
          room: 'people',
          fields: ['account.email'],
          due_at: addDays(now, 365),
        },
      ])
      .execute();
    await tx
      .insertInto('access_log_subject')
      .values([
        { log_id: ids.look, account_id: person.id },
        { log_id: ids.own, account_id: admin.id },
      ])
      .execute();
    await tx.insertInto('account').values({ id: ids.decider, kind: 'pseudonym' }).execute();
    await tx
      .insertInto('restriction')
      .values({ ...account, kind: 'restriction', began_at: now, ended_at: now })
      .execute();
    const hold = { law: `Lagen ${marker}`, reason: `Tvist med ${marker}`, ends_at: addDays(now, -1) };
    await tx
      .insertInto('legal_hold')
      .values([
        { ...hold, ...account, asked_by: admin.id },
        {
          ...hold,
          account_id: admin.id,
          law: 'Bokföringslagen',
          reason: `${person.givenName} bad om det`,
          asked_by: person.id,
          decided_by: ids.decider,
          decided_at: now,
          decision: 'refused',
        },
      ])
      .execute();
    await addRights(tx, { marker, person, admin, decider: ids.decider, customerId: place.customerId }, now);
    await tx
      .insertInto('operator_staff')
      .values({ ...account, role: 'executive' })
      .execute();
    const dates = { created_at: now, last_sent_at: now, waiting_since: now, due_at: addDays(now, 365) };
    const asked = { ...dates, kind: 'quote', language: 'sv' };
    await tx
      .insertInto('enquiry')
      .values([
        {
          ...asked,
          id: ids.enquiry,
          client_id: randomUUID(),
          email: person.email,
          name: person.givenName,
          organisation: `Firma ${marker}`,
          people_count: 12,
          courses: `kursen ${marker}`,
        },
        { ...asked, id: ids.others, client_id: randomUUID(), email: 'fragare@annan.example' },
      ])
      .execute();
    const line = (enquiry_id: string, number: number, author_id: string | null, body: string) => ({
      enquiry_id,
      number,
      author_id,
      body,
      from_sender: author_id === null,
      client_id: randomUUID(),
      sent_at: now,
    });
    await tx
      .insertInto('enquiry_message')
      .values([
        line(ids.enquiry, 1, null, `Vad kostar det, undrar ${marker}`),
        line(ids.enquiry, 2, admin.id, `Hej ${person.givenName}, det beror på.`),
        line(ids.others, 1, person.id, `Hej! Det svarar jag på. ${person.givenName} ${person.familyName}`),
      ])
      .execute();
    await tx
      .insertInto('enquiry_assignment')
      .values([
        { enquiry_id: ids.enquiry, account_id: admin.id, assigned_at: now },
        { enquiry_id: ids.others, account_id: person.id, assigned_at: now },
      ])
      .execute();
    await tx
      .insertInto('enquiry')
      .values({ ...asked, id: ids.part, client_id: randomUUID(), email: person.email, subject: `Om ${marker}` })
      .execute();
    const request = { language: 'sv', client_id: randomUUID(), received_at: now, answer_by: addDays(now, 30), due_at: addDays(now, 365) };
    await tx
      .insertInto('data_request')
      .values([
        {
          ...request,
          id: ids.request,
          kind: 'access',
          email: person.email,
          body: `Jag heter ${person.givenName}`,
          link_id: randomUUID(),
          link_expires_at: later,
        },
        { ...request, id: ids.othersRequest, client_id: randomUUID(), kind: 'erasure', email: 'begarare@annan.example' },
      ])
      .execute();
    const requestStep = (request_id: string, state: string, actor_id: string | null, note: string) =>
      tx.insertInto('data_request_event').values({ request_id, number: 0, state, actor_id, at: now, note }).execute();
    await requestStep(ids.request, 'received', null, '');
    await requestStep(ids.request, 'identity', null, '');
    await requestStep(ids.request, 'in_progress', admin.id, `Hej ${person.givenName}`);
    await requestStep(ids.othersRequest, 'received', person.id, `Hälsningar ${person.givenName} ${person.familyName}`);
    await tx.insertInto('enquiry_merge').values({ enquiry_id: ids.part, into_id: ids.enquiry, merged_at: now }).execute();
    await tx
      .insertInto('inbound_mail')
      .values({
        message_key: sha256(`mail ${marker}`),
        from_address: person.email,
        subject: `Ang ${marker}`,
        body: `Hej, det är ${person.givenName}`,
        reply_kind: 'case',
        reply_id: ids.enquiry,
        received_at: now,
        due_at: later,
      })
      .execute();
    await tx
      .insertInto('reply_address')
      .values([
        { ...customer, correspondence_id: ids.thread, ...account, created_at: now, expires_at: later },
        { ...customer, correspondence_id: ids.thread, account_id: admin.id, created_at: now, expires_at: later },
      ])
      .execute();
    const offered = { kind: 'company', seats: 12, period_months: 12, renews: true, notice_months: 1, lines: '[]', courses: [] };
    await tx
      .insertInto('offer')
      .values([
        {
          ...offered,
          enquiry_id: ids.enquiry,
          number: 1,
          author_id: admin.id,
          client_id: randomUUID(),
          made_at: now,
          valid_until: later,
          declined_at: now,
          reason: `för dyrt för ${marker}`,
        },
        { ...offered, enquiry_id: ids.others, number: 1, author_id: person.id, client_id: randomUUID(), made_at: now, valid_until: later },
      ])
      .execute();
    // Long over: it sets no limit for anyone.
    const over = new Date(now.getTime() - 86_400_000);
    await tx
      .insertInto('agreement')
      .values({
        ...customer,
        id: ids.agreement,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from agreement where customer_id = ${place.customerId})`,
        language: 'sv',
        starts_at: new Date(over.getTime() - 86_400_000),
        ends_at: over,
        period_months: 12,
        renews: false,
        notice_months: 1,
        seats: 9,
        all_courses: true,
        client_id: randomUUID(),
        created_at: over,
      })
      .execute();
    const proof = {
      ...customer,
      agreement_id: ids.agreement,
      text: 'villkor',
      text_hash: 'x',
      form_fingerprint: 'x',
      language: 'sv',
      accepted_at: now,
    };
    await tx
      .insertInto('data_terms_acceptance')
      .values([
        { ...proof, version: 1, ...account, name: person.givenName, title: `chef ${marker}` },
        { ...proof, version: 2, email: person.email, name: person.familyName, title: `chef ${marker}` },
      ])
      .execute();
    await tx
      .insertInto('customer_export')
      .values({ ...customer, id: ids.export, requested_by: person.id, client_id: randomUUID(), requested_at: now, expires_at: later })
      .execute();
    await tx.insertInto('enquiry_look').values({ enquiry_id: ids.enquiry, log_id: ids.look }).execute();
    await tx
      .insertInto('notification')
      .values({
        id: ids.notification,
        ...account,
        ...customer,
        course_id: place.courseId,
        event: 'message-to-student',
        shown: true,
        created_at: now,
        read_at: now,
        mail_due_at: later,
        due_at: addDays(now, 90),
      })
      .execute();
    await tx
      .insertInto('notification_choice')
      .values({ ...account, event: 'message-to-student', channel: 'mail', allowed: false })
      .execute();
    await tx
      .insertInto('notification_rhythm')
      .values({ ...account, digest: 'daily', quiet_from: 1320, quiet_to: 420, time_zone: 'Europe/Stockholm' })
      .execute();
    await addSubscription(tx, person.email, ids, now);
    await postMail(tx, test.clock, { to: { accountId: person.id }, template: 'reset-password', language: 'sv', about: {} });
    await postMail(tx, test.clock, { to: { address: person.email }, template: 'key-link', language: 'sv', about: {} });
  });
  const mails = await inHouse(test, (tx) => tx.selectFrom('mail').select('id').where('account_id', '=', person.id).execute());
  await writeSealed(
    test.house.attachments,
    `${place.customerId}/${ids.handed}`,
    newContentKey(),
    pieces(Buffer.from(`inlämnat av ${marker}`)),
  );
  mkdirSync(test.house.outboxFolder, { recursive: true });
  for (const mail of mails)
    writeFileSync(join(test.house.outboxFolder, `${mail.id}.eml`), `To: ${person.email}\n\nHej ${person.givenName}`);
  return {
    ...person,
    enrolmentId,
    ids: [
      person.id,
      enrolmentId,
      ids.attempt,
      ids.thread,
      ids.message,
      ids.attachment,
      ids.handed,
      ids.reply,
      ids.challenge,
      ids.enquiry,
      ...mails.map(({ id }) => id),
    ],
  };
}

async function* pieces(content: Uint8Array) {
  yield content;
}

async function addSubscription(tx: Tx, email: string, ids: { topic: string; issue: string; subscriber: string }, now: Date): Promise<void> {
  const words = { title_sv: 'Nytt', title_en: 'News', lead_sv: 'Om det', lead_en: 'About it' };
  await tx
    .insertInto('newsletter_topic')
    .values({ id: ids.topic, ...words, client_id: randomUUID(), created_at: now })
    .execute();
  const dates = { asked_at: now, confirmed_at: now, bounced_at: now, due_at: addDays(now, 365) };
  await tx
    .insertInto('newsletter_subscriber')
    .values({ id: ids.subscriber, email, language: 'sv', ask_id: randomUUID(), ...dates })
    .execute();
  const subscriber_id = ids.subscriber;
  await tx
    .insertInto('newsletter_subscription')
    .values({ subscriber_id, topic_id: ids.topic, ask_id: randomUUID(), confirmed_at: now })
    .execute();
  const proof = { version: 1, text_hash: 'x', form_fingerprint: 'x', language: 'sv', at: now };
  await tx
    .insertInto('newsletter_choice')
    .values({ subscriber_id, step: 'asked', topics: [ids.topic], ...proof })
    .execute();
  const letter = { subject_sv: 'Nytt', subject_en: 'News', body_sv: 'Text', body_en: 'Text' };
  await tx
    .insertInto('newsletter_issue')
    .values({ id: ids.issue, topic_id: ids.topic, ...letter, client_id: randomUUID(), created_at: now })
    .execute();
  await tx
    .insertInto('newsletter_delivery')
    .values({ issue_id: ids.issue, subscriber_id, mail_id: randomUUID(), created_at: now })
    .execute();
}

/** Every row of every table as text, for comparing before and after. */
export const dump = (test: TestHouse) => dumpOf(test.owner);

export async function dumpOf(owner: TestHouse['owner']): Promise<Record<string, string[]>> {
  const { rows } = await owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c
    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`);
  const tables: Record<string, string[]> = {};
  for (const { name } of rows) {
    const answer = await owner.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    tables[name] = answer.rows.map(({ line }) => line);
  }
  return tables;
}
