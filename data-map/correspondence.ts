import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const observed: Personal = { category: 'correspondence', provided: 'observed', seenBy: ['administrators'], export: 'as-is', erase: 'keep' };
const readUpTo = observed;
const seenByBoth: Personal['seenBy'] = ['student', 'administrators'];
const sentTime: Personal = { ...observed, seenBy: seenByBoth, erase: 'coarsen' };
const ownId: Personal = { category: 'correspondence', export: { never: internal }, erase: 'renew' };
const leadsOn: Personal = { category: 'correspondence', export: { never: internal }, erase: 'keep' };
const author: Personal = { category: 'correspondence', provided: 'observed', seenBy: seenByBoth, export: 'redacted', erase: 'repoint' };
const aboutPage: Personal = { category: 'correspondence', provided: 'by-person', seenBy: seenByBoth, export: 'as-is', erase: 'keep' };

export const correspondence = {
  correspondence: {
    title: { sv: 'Din korrespondens', en: 'Your correspondence' },
    purposes: ['correspond', 'deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' }],
    columns: {
      customer_id: whichCustomer,
      id: ownId,
      enrolment_id: leadsOn,
      course_id: { category: 'correspondence', export: 'as-is', erase: 'keep' },
      last_sequence: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      last_change: thing('how many times something in the thread was changed'),
      last_from_student: thing('which side wrote last'),
      last_sent_at: { ...observed, erase: 'coarsen' },
      read_by_student: readUpTo,
      read_by_administrator: { ...readUpTo, seenBy: ['student'] },
      delivered_to_student: readUpTo,
      delivered_to_administrator: { ...readUpTo, seenBy: ['student'] },
      waiting_since: { ...observed, erase: { blank: 'null' } },
      done_at: { ...observed, erase: 'coarsen' },
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
      id: ownId,
      correspondence_id: leadsOn,
      sequence: thing("the message's place in the thread"),
      author_id: author,
      from_student: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      client_id: ownId,
      body: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: seenByBoth,
        maybeSpecial: true,
        export: 'as-is',
        erase: { blank: "''" },
      },
      sent_at: sentTime,
      // Earlier words are not kept: what someone took back is gone (decision 301).
      edited_at: sentTime,
      change: thing("the change's place in the thread"),
      page_id: aboutPage,
      deleted_at: {
        category: 'correspondence',
        provided: 'observed',
        export: 'as-is',
        erase: { blank: 'coalesce(deleted_at, app.now())' },
      },
    },
  },
  // A file cannot be read through for names as a text can. So every file in a student's thread goes with the student,
  // whoever sent it; one that an administrator sent to a student who stays is kept for that student (decision 300).
  attachment: {
    title: { sv: 'Bifogade filer', en: 'Attached files' },
    purposes: ['correspond'],
    role: 'processor',
    retention: { rule: 'with-account' },
    file: { store: 'attachments', key: "t.customer_id || '/' || t.id" },
    edges: [
      { edge: 'own', by: 'correspondence_id', onErasure: 'delete' },
      { edge: 'access', by: 'author_id', onErasure: 'take-out' },
      { edge: 'access', by: 'message_sequence', onErasure: 'leave' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: leadsOn,
      correspondence_id: leadsOn,
      message_sequence: leadsOn,
      author_id: author,
      from_student: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      place: thing("the file's place in its message"),
      name: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: seenByBoth,
        maybeSpecial: true,
        export: 'as-is',
        erase: { blank: "'fil'" },
      },
      type: { category: 'correspondence', provided: 'derived', seenBy: seenByBoth, export: 'as-is', erase: 'keep' },
      bytes: { category: 'correspondence', provided: 'derived', seenBy: seenByBoth, export: 'as-is', erase: 'keep' },
      content_key: {
        category: 'correspondence',
        export: { never: 'it only opens the file, and the file itself is in the extract' },
        erase: 'keep',
      },
      created_at: { category: 'correspondence', provided: 'observed', seenBy: seenByBoth, export: 'as-is', erase: 'coarsen' },
    },
  },
  // The other person of a draft is the one it would have been sent to: it goes with either of the two.
  message_draft: {
    title: { sv: 'Utkast till meddelanden', en: 'Drafts of messages' },
    purposes: ['correspond'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P90D',
      from: { sv: 'att utkastet sparades', en: 'the draft was saved' },
      end: 'delete',
    },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      {
        edge: 'access',
        by: 'correspondence_id',
        onErasure: 'delete',
        notExported: 'what someone else has written and not sent is theirs until they send it (Art. 15(4))',
      },
    ],
    columns: {
      customer_id: whichCustomer,
      correspondence_id: leadsOn,
      account_id: { category: 'correspondence', provided: 'observed', seenBy: ['nobody'], export: 'redacted', erase: 'keep' },
      body: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: ['nobody'],
        maybeSpecial: true,
        export: 'as-is',
        erase: 'keep',
      },
      page_id: { ...aboutPage, seenBy: ['nobody'] },
      saved_at: { category: 'correspondence', provided: 'observed', seenBy: ['nobody'], export: 'as-is', erase: 'keep' },
      due_at: thing('when the draft is removed'),
    },
  },
  thread_assignment: {
    title: { sv: 'Vem som tar hand om korrespondensen', en: 'Who takes care of the correspondence' },
    purposes: ['correspond'],
    role: 'processor',
    retention: { rule: 'with-row', of: 'correspondence' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'access', by: 'correspondence_id', onErasure: 'delete' },
    ],
    columns: {
      customer_id: whichCustomer,
      correspondence_id: leadsOn,
      account_id: { category: 'correspondence', provided: 'by-customer', seenBy: ['colleagues'], export: 'redacted', erase: 'keep' },
      assigned_at: { ...observed, seenBy: ['colleagues'] },
    },
  },
  // One's own replies are one's own; a shared one belongs to the customer and stays without its writer.
  saved_reply: {
    title: { sv: 'Sparade svar', en: 'Saved replies' },
    purposes: ['correspond'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [
      { edge: 'own', by: 'account_id', when: 'not shared', onErasure: 'delete' },
      { edge: 'access', by: 'account_id', when: 'shared', onErasure: 'take-out' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: leadsOn,
      account_id: { ...author, seenBy: ['nobody'] },
      client_id: thing('makes a double press one reply'),
      title: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: ['colleagues'],
        maybeSpecial: true,
        export: 'as-is',
        erase: 'keep',
      },
      body: {
        category: 'correspondence',
        provided: 'by-person',
        seenBy: ['colleagues'],
        maybeSpecial: true,
        export: 'as-is',
        erase: 'keep',
      },
      shared: { category: 'correspondence', provided: 'by-person', seenBy: ['colleagues'], export: 'as-is', erase: 'keep' },
      created_at: { category: 'correspondence', provided: 'observed', seenBy: ['nobody'], export: 'as-is', erase: 'keep' },
    },
  },
  answer_time: {
    noPerson: 'how long answers take in a course; neither who asked nor who answered',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P90D',
      from: { sv: 'att frågan besvarades', en: 'the question was answered' },
      end: 'delete',
    },
    columns: {
      customer_id: whichCustomer,
      id: thing('an internal id'),
      course_id: thing('a course'),
      minutes: thing('a figure'),
      answered_on: thing('a day'),
      due_at: thing('when the figure is removed'),
    },
  },
  // A secret address opens nothing once either of the two is gone.
  reply_address: {
    title: { sv: 'Adresser för att svara i korrespondensen med mejl', en: 'Addresses for answering the correspondence by mail' },
    purposes: ['correspond'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'expires_at',
      period: 'P30D',
      from: { sv: 'det senaste mejlet om korrespondensen', en: 'the latest mail about the correspondence' },
      end: 'delete',
    },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'access', by: 'correspondence_id', onErasure: 'delete' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'correspondence', export: { never: 'whoever holds the export could find the address' }, erase: 'renew' },
      correspondence_id: { category: 'correspondence', export: { never: internal }, erase: 'keep' },
      account_id: { category: 'account', export: 'redacted', erase: 'repoint' },
      created_at: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      expires_at: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
} satisfies RoomMap<
  'correspondence' | 'message' | 'attachment' | 'message_draft' | 'thread_assignment' | 'saved_reply' | 'answer_time' | 'reply_address'
>;
