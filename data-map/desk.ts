import { aside, thing, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const written: Personal = { category: 'correspondence', provided: 'by-person', seenBy: ['desk'], export: 'as-is', erase: { blank: "''" } };
const observed: Personal = { category: 'correspondence', provided: 'observed', seenBy: ['desk'], export: 'as-is', erase: 'coarsen' };
const template = thing('an answer that is ready to use, about nobody');
const terms = thing('what is offered to an organisation');
const look: Personal = { category: 'look', provided: 'observed', export: { never: internal }, erase: 'keep' };

export const desk = {
  operator_staff: {
    title: { sv: 'Din roll hos oss', en: 'Your role with us' },
    purposes: ['run-service'],
    decidesAccess: 'which desk someone serves decides what they may see',
    role: 'controller',
    retention: { rule: 'with-account' },
    source: { sv: 'den som driver tjänsten', en: 'whoever runs the service' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      role: { category: 'role', provided: 'observed', seenBy: ['desk'], export: 'as-is', erase: 'keep' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
  // N-11: whoever writes need not have an account, so the row leads to them by its address.
  enquiry: {
    title: { sv: 'Det du har skrivit till oss', en: 'What you have written to us' },
    purposes: ['answer-enquiry', 'answer-data-subject'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P6M',
      from: { sv: 'det senaste som hände i ärendet', en: 'the latest event of the enquiry' },
      also: { period: 'P1Y', about: { sv: 'frågor om pris', en: 'requests for a quote' } },
      end: 'delete',
    },
    edges: [
      {
        edge: 'own',
        by: 'email',
        address: true,
        // The secret link, and whoever is signed in with the address: the person's own case.
        setAside: {
          by: 'restriction_id',
          but: '(id = app.enquiry_id()) OR (id IN ( SELECT m.enquiry_id FROM enquiry_merge m WHERE (m.into_id = app.enquiry_id()))) OR (email = ( SELECT app.own_email() AS own_email))',
        },
        onErasure: 'delete',
      },
    ],
    columns: {
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      kind: { ...written, erase: 'keep' },
      email: { ...written, category: 'contact', erase: { blank: 'null' } },
      name: { ...written, category: 'identity', correctedAs: 'name' },
      organisation: { ...written, correctedAs: 'organisation' },
      people_count: { ...written, erase: { blank: 'null' } },
      courses: { ...written, maybeSpecial: true },
      language: { category: 'preference', provided: 'observed', export: 'as-is', erase: 'keep' },
      client_id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      case_number: { ...observed, erase: 'keep' },
      subject: { ...written, maybeSpecial: true },
      first_answer_due_at: thing('when we mean to have answered'),
      first_answered_at: observed,
      solve_due_at: thing('when we mean to have solved it'),
      solve_minutes_left: thing('how much of that time is left while it is paused'),
      target_at: thing('the nearest of these times'),
      created_at: observed,
      last_sent_at: observed,
      waiting_since: observed,
      closed_at: observed,
      due_at: thing('when the row goes'),
      restriction_id: aside,
    },
  },
  enquiry_message: {
    title: { sv: 'Meddelanden mellan dig och oss', en: 'Messages between you and us' },
    purposes: ['answer-enquiry', 'answer-data-subject'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    edges: [
      { edge: 'own', by: 'enquiry_id', onErasure: 'delete' },
      // Whoever answered is of the operator's people: the answer stays the sender's, without their name.
      { edge: 'access', by: 'author_id', onErasure: 'take-out' },
    ],
    columns: {
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      enquiry_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      number: thing("the message's place in the enquiry"),
      from_sender: { ...observed, erase: 'keep' },
      author_id: { category: 'correspondence', provided: 'observed', seenBy: ['desk'], export: 'redacted', erase: 'repoint' },
      client_id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      body: { ...written, maybeSpecial: true },
      by_mail: { ...observed, erase: 'keep' },
      sent_at: observed,
    },
  },
  enquiry_look: {
    title: { sv: 'Tillfällen då vi har läst det du skrev', en: 'Occasions when we read what you wrote' },
    purposes: ['answer-enquiry', 'accountability'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    edges: [{ edge: 'own', by: 'enquiry_id', onErasure: 'delete' }],
    columns: { enquiry_id: look, log_id: look },
  },
  enquiry_assignment: {
    title: { sv: 'Vem hos oss som sköter ett ärende', en: 'Who of us looks after a case' },
    purposes: ['answer-enquiry', 'run-service'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    edges: [
      { edge: 'own', by: 'enquiry_id', onErasure: 'delete' },
      { edge: 'access', by: 'account_id', onErasure: 'delete' },
    ],
    columns: {
      enquiry_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      account_id: { category: 'role', provided: 'observed', seenBy: ['desk'], export: 'redacted', erase: 'repoint' },
      assigned_at: observed,
    },
  },
  enquiry_merge: {
    title: { sv: 'Ärenden som har lagts ihop', en: 'Cases that have been put together' },
    purposes: ['answer-enquiry'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    edges: [
      { edge: 'own', by: 'enquiry_id', onErasure: 'delete' },
      { edge: 'access', by: 'into_id', onErasure: 'delete' },
    ],
    columns: {
      enquiry_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      into_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      merged_at: observed,
    },
  },
  service_alarm: {
    noPerson: 'what those who run the service have been told of: kinds, counts and times',
    columns: {
      kind: thing('what it is about'),
      told_at: thing('a time'),
      seen_at: thing('a time'),
      count: thing('a count'),
    },
  },
  canned_answer: {
    noPerson: 'answers written once for questions that many ask',
    columns: {
      id: template,
      desk: template,
      title: template,
      text_sv: template,
      text_en: template,
      client_id: template,
      changed_at: template,
    },
  },
  // What the enquirer was offered and answered. What was agreed lives on in the agreement.
  offer: {
    title: { sv: 'Offerter du har fått', en: 'Offers made to you' },
    purposes: ['answer-enquiry'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    edges: [
      { edge: 'own', by: 'enquiry_id', onErasure: 'delete' },
      { edge: 'access', by: 'author_id', onErasure: 'take-out' },
    ],
    columns: {
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      enquiry_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      number: thing("the offer's place in the enquiry"),
      author_id: { category: 'correspondence', provided: 'observed', seenBy: ['desk'], export: 'redacted', erase: 'repoint' },
      client_id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      kind: thing('the kind of organisation'),
      seats: terms,
      period_months: terms,
      renews: terms,
      notice_months: terms,
      lines: terms,
      courses: terms,
      made_at: observed,
      valid_until: terms,
      accepted_at: observed,
      declined_at: observed,
      reason: { ...written, maybeSpecial: true },
      customer_id: thing('the customer that came of it'),
    },
  },
} satisfies RoomMap<
  | 'operator_staff'
  | 'enquiry'
  | 'enquiry_message'
  | 'enquiry_look'
  | 'enquiry_assignment'
  | 'enquiry_merge'
  | 'canned_answer'
  | 'offer'
  | 'service_alarm'
>;
