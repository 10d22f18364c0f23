import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { About } from './full-person-about.ts';

/** Questions and requests to the operator’s desk, from the person and to others. */
export async function addDeskRows(tx: Tx, { person, admin, ids, now, later, marker, customer, account }: About): Promise<void> {
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
}
