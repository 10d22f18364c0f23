import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/platform/clock.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';
import type { Tx } from '../../src/platform/database.ts';
import { postMail } from '../../src/platform/mail/post-mail.ts';
import type { TestHouse } from './test-house.ts';
import { newIds, type About, type Place } from './full-person-about.ts';
import { addAccountRows } from './full-person-account.ts';
import { addCustomerRows } from './full-person-customer.ts';
import { addLearningRows } from './full-person-learning.ts';
import { addAssessmentRows } from './full-person-assessment.ts';
import { addCorrespondenceRows } from './full-person-correspondence.ts';
import { addPrivacyRows } from './full-person-privacy.ts';
import { addDeskRows } from './full-person-desk.ts';
import { addAgreementRows } from './full-person-agreement.ts';
import { addShopRows } from './full-person-shop.ts';
import { addLooks } from './full-person-looks.ts';
import { addNarrowing } from './full-person-narrowing.ts';
import { addContact } from './full-person-contact.ts';
import { addWebhook } from './full-person-webhook.ts';
import { addRights } from './full-person-rights.ts';
import { addNotificationRows } from './full-person-notification.ts';
import { addBounce, addCaseFiles } from './full-person-files.ts';
import { addPerson, enrol, inHouse, type Person } from './world.ts';

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
  const ids = newIds();
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
    const about: About = { person, admin, place, enrolmentId, ids, now, later, marker, contentKey, page, question, customer, account };
    await addAccountRows(tx, about);
    await addCustomerRows(tx, about);
    await addNarrowing(tx, person.id, now);
    await addContact(tx, person);
    await addWebhook(tx, { customerId: place.customerId, accountId: person.id, enrolmentId }, now);
    await addLearningRows(tx, about);
    await addAssessmentRows(tx, about);
    await addCorrespondenceRows(tx, about);
    await addPrivacyRows(tx, about);
    await addRights(tx, { marker, person, admin, decider: ids.decider, customerId: place.customerId }, now);
    await addDeskRows(tx, about);
    await addAgreementRows(tx, about);
    await addShopRows(tx, about);
    await addLooks(tx, about);
    await addNotificationRows(tx, about);
    await addSubscription(tx, person.email, ids, now);
    await addBounce(tx, person.email, now);
    ids.enclosed = await addCaseFiles(test, tx, marker, ids.enquiry, person.email);
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
      ids.enclosed,
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
