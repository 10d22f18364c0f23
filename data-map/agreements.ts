import { thing, whichCustomer, type RoomMap } from './entry.ts';

const agreed = thing('what an organisation has agreed');
const price = thing('what an organisation pays');
const count = thing('a count');

export const agreements = {
  agreement: {
    noPerson: 'an agreement with an organisation; who accepted it is a table of its own',
    columns: {
      customer_id: whichCustomer,
      id: agreed,
      number: agreed,
      language: agreed,
      starts_at: agreed,
      period_months: agreed,
      renews: agreed,
      notice_months: agreed,
      seats: agreed,
      all_courses: agreed,
      noticed_at: agreed,
      noticed_by: agreed,
      ends_at: agreed,
      client_id: agreed,
      created_at: agreed,
    },
  },
  agreement_course: {
    noPerson: 'the courses of an agreement',
    columns: { customer_id: whichCustomer, agreement_id: agreed, course_id: agreed },
  },
  seat_count: {
    noPerson: 'how many seats of an agreement are used and reserved: counts and times, counted anew at least once a day',
    columns: {
      customer_id: whichCustomer,
      agreement_id: agreed,
      used: count,
      reserved: count,
      counted_at: thing('a time'),
      holds_until: thing('a time'),
      seen: thing('which transactions had ended'),
    },
  },
  seat_change: {
    noPerson: 'that something which seats are counted from has changed at a customer, and neither what nor for whom',
    retention: { rule: 'due', column: 'due_at', period: 'P2D', from: { sv: 'ändringen', en: 'the change' }, end: 'delete' },
    columns: { customer_id: whichCustomer, made_by: thing('which transaction'), due_at: thing('when the row goes') },
  },
  agreement_line: {
    noPerson: 'the price of an agreement',
    columns: {
      customer_id: whichCustomer,
      agreement_id: agreed,
      position: price,
      description: price,
      quantity: price,
      unit_ore: price,
      vat_percent: price,
    },
  },
  // Art. 28(9): the terms are in writing, and that they were accepted must be able to be shown as long as the agreement is
  // kept. Erasing the person leaves which text was accepted and when, and takes away by whom.
  data_terms_acceptance: {
    title: { sv: 'Biträdesavtal du har godkänt för en kund', en: 'Data-processing terms you have accepted for a customer' },
    purposes: ['accountability', 'administer-customer', 'answer-enquiry'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'anonymise' },
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: { never: 'it shows that the terms were accepted, for legal claims (Art. 18(2) and 28(9))' },
        onErasure: 'anonymise',
      },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'choice', export: { never: 'an internal id that tells nothing' }, erase: 'renew' },
      agreement_id: agreed,
      version: thing('the version of the text'),
      text: thing('the text itself, which is the same for every customer but for names of organisations'),
      text_hash: thing('which text it was'),
      form_fingerprint: thing('which form it was'),
      language: thing('the language of the text'),
      accepted_at: {
        category: 'choice',
        provided: 'observed',
        seenBy: ['customer-administrators', 'desk'],
        export: 'as-is',
        erase: 'coarsen',
      },
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: { blank: 'null' } },
      email: { category: 'contact', provided: 'by-person', seenBy: ['desk'], export: 'as-is', erase: { blank: 'null' } },
      name: {
        category: 'identity',
        provided: 'by-person',
        seenBy: ['customer-administrators', 'desk'],
        export: 'as-is',
        erase: { blank: "''" },
      },
      title: {
        category: 'role',
        provided: 'by-person',
        seenBy: ['customer-administrators', 'desk'],
        export: 'as-is',
        erase: { blank: "''" },
      },
    },
  },
  customer_note: {
    noPerson: "the operator's words about an organisation; the form says that nothing about people belongs there",
    columns: { customer_id: whichCustomer, body: thing('about an organisation'), changed_at: agreed },
  },
  customer_export: {
    title: { sv: 'Kundens utdrag som du har begärt', en: "The customer's exports that you have asked for" },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'expires_at',
      period: 'P7D',
      from: { sv: 'att utdraget begärdes', en: 'the request' },
      end: 'delete',
    },
    edges: [{ edge: 'access', by: 'requested_by', onErasure: 'take-out' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('the export'),
      requested_by: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      client_id: thing('which press of the button'),
      requested_at: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      parts_done: thing('how far the work has come'),
      parts_total: thing('how far the work has come'),
      finished_at: thing('when the file was done'),
      failed_at: thing('when the work stopped'),
      bytes: thing('the size of the file'),
      sha256: thing('the checksum of the file'),
      expires_at: thing('when the file goes'),
      look_id: thing('the row of the access log that its last reading is noted in'),
    },
  },
} satisfies RoomMap<
  | 'agreement'
  | 'agreement_course'
  | 'seat_count'
  | 'seat_change'
  | 'agreement_line'
  | 'data_terms_acceptance'
  | 'customer_note'
  | 'customer_export'
>;
