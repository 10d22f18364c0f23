import { thing, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const written: Personal = { category: 'correspondence', provided: 'by-person', seenBy: ['desk'], export: 'as-is', erase: { blank: "''" } };
const observed: Personal = { category: 'correspondence', provided: 'observed', seenBy: ['desk'], export: 'as-is', erase: 'coarsen' };
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
      role: { category: 'role', provided: 'observed', export: 'as-is', erase: 'keep' },
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
    edges: [{ edge: 'own', by: 'email', address: true, onErasure: 'delete' }],
    columns: {
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      kind: { ...written, erase: 'keep' },
      email: { ...written, category: 'contact', erase: { blank: 'null' } },
      name: { ...written, category: 'identity' },
      organisation: written,
      people_count: { ...written, erase: { blank: 'null' } },
      courses: { ...written, maybeSpecial: true },
      language: { category: 'preference', provided: 'observed', export: 'as-is', erase: 'keep' },
      client_id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      created_at: observed,
      last_sent_at: observed,
      waiting_since: observed,
      closed_at: observed,
      due_at: thing('when the row goes'),
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
} satisfies RoomMap<'operator_staff' | 'enquiry' | 'enquiry_message' | 'enquiry_look'>;
