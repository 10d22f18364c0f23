import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const readUpTo: Personal = { category: 'correspondence', provided: 'observed', seenBy: ['administrators'], export: 'as-is', erase: 'keep' };

export const correspondence = {
  correspondence: {
    title: { sv: 'Din korrespondens', en: 'Your correspondence' },
    purposes: ['correspond', 'deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' }],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      enrolment_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      course_id: { category: 'correspondence', export: 'as-is', erase: 'keep' },
      last_sequence: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      last_from_student: thing('which side wrote last'),
      last_sent_at: { category: 'correspondence', provided: 'observed', seenBy: ['administrators'], export: 'as-is', erase: 'coarsen' },
      read_by_student: readUpTo,
      read_by_administrator: { ...readUpTo, seenBy: ['student'] },
      created_at: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
  // Two people meet in a message. What the student wrote is the student's; what the administrator
  // wrote in the thread is kept for the customer, without the name of whoever is gone.
  message: {
    title: { sv: 'Meddelanden', en: 'Messages' },
    purposes: ['correspond', 'deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [
      { edge: 'own', by: 'author_id', when: 'from_student', onErasure: 'anonymise' },
      { edge: 'access', by: 'correspondence_id', when: 'not from_student', onErasure: 'take-out' },
      { edge: 'access', by: 'author_id', when: 'not from_student', onErasure: 'take-out' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      correspondence_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      sequence: thing("the message's place in the thread"),
      author_id: {
        category: 'correspondence',
        provided: 'observed',
        seenBy: ['student', 'administrators'],
        export: 'redacted',
        erase: 'repoint',
      },
      from_student: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      client_id: { category: 'correspondence', export: { never: internal }, erase: 'renew' },
      body: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: ['student', 'administrators'],
        maybeSpecial: true,
        export: 'as-is',
        erase: { blank: "''" },
      },
      sent_at: {
        category: 'correspondence',
        provided: 'observed',
        seenBy: ['student', 'administrators'],
        export: 'as-is',
        erase: 'coarsen',
      },
      deleted_at: {
        category: 'correspondence',
        provided: 'observed',
        export: 'as-is',
        erase: { blank: 'coalesce(deleted_at, app.now())' },
      },
    },
  },
} satisfies RoomMap<'correspondence' | 'message'>;
