import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const course = thing('which course content it concerns');
const number = thing('an order number');
const internal = 'an internal id without meaning outside the system';
const renewed: Personal = { category: 'enrolment', export: { never: internal }, erase: 'renew' };
const followed: Personal = { category: 'enrolment', export: { never: internal }, erase: 'keep' };
const time = (category: Personal['category']): Personal => ({ category, provided: 'observed', export: 'as-is', erase: 'coarsen' });
/** What becomes of a key is seen by whoever hands it out. */
const seenTime: Personal = { ...time('enrolment'), seenBy: ['administrators'] };
const result = (extra: Partial<Personal> = {}): Personal => ({
  category: 'result',
  provided: 'derived',
  export: 'as-is',
  erase: 'keep',
  ...extra,
});
/** Choices stay for the course's statistics; words a person wrote do not. */
const response: Personal = {
  category: 'result',
  provided: 'by-person',
  export: 'as-is',
  erase: { blank: "response - '{text,gaps,file}'::text[]" },
};

const ofEnrolment = [{ edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' }] as const satisfies [unknown];

export const learning = {
  enrolment: {
    title: { sv: 'Dina kurser', en: 'Your courses' },
    purposes: [
      'deliver-course',
      'assess-learning',
      'correspond',
      'open-course',
      'administer-customer',
      'publish-certificate-name',
      'inform',
    ],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'anonymise' }],
    columns: {
      customer_id: whichCustomer,
      id: renewed,
      course_id: { category: 'enrolment', seenBy: ['administrators', 'teachers', 'mates'], export: 'as-is', erase: 'keep' },
      version_id: course,
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      source: { category: 'enrolment', provided: 'observed', export: 'as-is', erase: 'keep' },
      created_at: time('enrolment'),
      ends_at: time('enrolment'),
      resume_page_id: { category: 'history', provided: 'observed', export: 'as-is', erase: { blank: 'null' } },
      last_active_at: { category: 'history', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      completed_at: {
        category: 'enrolment',
        provided: 'observed',
        seenBy: ['administrators', 'teachers'],
        export: 'as-is',
        erase: 'coarsen',
      },
    },
  },
  key_batch: {
    noPerson: 'a delivery of keys to a customer',
    columns: {
      customer_id: whichCustomer,
      id: number,
      course_id: course,
      label: thing("the customer's own label of the delivery"),
      access_days: number,
      created_at: number,
    },
  },
  course_key: {
    title: { sv: 'Din kursnyckel', en: 'Your course key' },
    purposes: ['open-course'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'expires_at',
      period: 'P1Y',
      from: { sv: 'nyckeln skapas', en: 'the key is made' },
      end: 'anonymise',
    },
    source: { sv: 'kunden som delar ut nyckeln', en: 'the customer that hands out the key' },
    edges: [
      { edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' },
      { edge: 'own', by: 'bound_email', address: true, onErasure: 'anonymise' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { category: 'enrolment', export: { never: internal }, erase: 'keep' },
      batch_id: course,
      // Whoever kept the paper slip could compute the hash again: hashing is not erasure.
      key_hash: {
        category: 'credential',
        export: { never: 'a keyed hash that opens nothing' },
        erase: { blank: 'uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())' },
      },
      last_three: {
        category: 'enrolment',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: "'···'" },
      },
      bound_email: { category: 'contact', provided: 'by-customer', seenBy: ['administrators'], export: 'as-is', erase: { blank: 'null' } },
      bound_given_name: {
        category: 'identity',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      bound_family_name: {
        category: 'identity',
        provided: 'by-customer',
        seenBy: ['administrators'],
        export: 'as-is',
        erase: { blank: 'null' },
      },
      created_at: time('enrolment'),
      handed_out_at: seenTime,
      expires_at: seenTime,
      blocked_at: seenTime,
      redeemed_at: seenTime,
      order_digest: thing('which press of a button made the key, as a keyed digest'),
      enrolment_id: followed,
    },
  },
  page_visit: {
    title: { sv: 'Kurssidor du har besökt', en: 'Course pages you have visited' },
    purposes: ['deliver-course', 'assess-learning'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [...ofEnrolment],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      // Those who look after the course see which pages are done and for how long nothing more was; never what was only read.
      page_id: { category: 'history', provided: 'observed', seenBy: ['administrators', 'teachers'], export: 'as-is', erase: 'keep' },
      first_at: time('history'),
      last_at: time('history'),
      completed_at: { ...time('enrolment'), seenBy: ['administrators', 'teachers'] },
    },
  },
  answer: {
    title: { sv: 'Dina svar i kursen', en: 'Your answers in the course' },
    purposes: ['assess-learning', 'deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [...ofEnrolment],
    columns: {
      customer_id: whichCustomer,
      id: { ...renewed, category: 'result' },
      enrolment_id: followed,
      question_id: { category: 'result', provided: 'observed', export: 'as-is', erase: 'keep' },
      client_id: { ...renewed, category: 'result' },
      response,
      correct: result(),
      answered_at: time('result'),
    },
  },
  reflection: {
    title: { sv: 'Det du har skrivit för dig själv', en: 'What you have written for yourself' },
    purposes: ['deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      page_id: { category: 'history', provided: 'observed', export: 'as-is', erase: 'keep' },
      box: thing('which box of the page'),
      body: { category: 'result', provided: 'by-person', maybeSpecial: true, export: 'as-is', erase: { blank: "'-'" } },
      saved_at: time('result'),
    },
  },
  attempt: {
    title: { sv: 'Dina försök på slutprovet', en: 'Your attempts at the final test' },
    purposes: ['assess-learning', 'deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [...ofEnrolment],
    columns: {
      customer_id: whichCustomer,
      id: renewed,
      enrolment_id: followed,
      number: result(),
      started_at: time('result'),
      deadline_at: time('result'),
      submitted_at: time('result'),
      points: result({ seenBy: ['administrators', 'teachers'] }),
      max_points: result({ seenBy: ['administrators', 'teachers'] }),
      passed: result({ seenBy: ['administrators', 'teachers'] }),
      seed: thing('a random number that the order of options follows from'),
      question_ids: result({ export: { never: 'the answers of the attempt tell which questions it held' } }),
      marking_rules: thing('by which edition of the rules the attempt was marked'),
    },
  },
  attempt_answer: {
    title: { sv: 'Dina svar på slutprovet', en: 'Your answers in the final test' },
    purposes: ['assess-learning'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'attempt_id', onErasure: 'anonymise' }],
    columns: {
      customer_id: whichCustomer,
      attempt_id: followed,
      question_id: { category: 'result', provided: 'observed', export: 'as-is', erase: 'keep' },
      // Whoever marks free text and files sees the answer, not the name.
      response: { ...response, seenBy: ['markers'] },
      correct: result(),
      points: result(),
      saved_at: time('result'),
    },
  },
  note: {
    title: { sv: 'Dina anteckningar', en: 'Your notes' },
    purposes: ['deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      page_id: { category: 'history', provided: 'by-person', export: 'as-is', erase: 'keep' },
      body: { category: 'result', provided: 'by-person', maybeSpecial: true, export: 'as-is', erase: { blank: "'-'" } },
      saved_at: time('result'),
    },
  },
  bookmark: {
    title: { sv: 'Dina bokmärken', en: 'Your bookmarks' },
    purposes: ['deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      page_id: { category: 'history', provided: 'by-person', export: 'as-is', erase: 'keep' },
      created_at: time('history'),
    },
  },
  course_plan: {
    noPerson: 'by when a course is to be done',
    columns: {
      customer_id: whichCustomer,
      course_id: course,
      due_at: thing('a day for everyone who takes the course'),
      days_to_finish: number,
    },
  },
  own_deadline: {
    title: { sv: 'Din egen sista dag i en kurs', en: 'Your own last day in a course' },
    purposes: ['deliver-course'],
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kursens administratör', en: "the course's administrator" },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      due_at: { category: 'enrolment', provided: 'by-customer', seenBy: ['administrators'], export: 'as-is', erase: 'coarsen' },
      waiver_reason: {
        category: 'enrolment',
        provided: 'by-customer',
        seenBy: ['administrators'],
        maybeSpecial: true,
        export: 'as-is',
        erase: { blank: 'null' },
      },
      created_at: time('enrolment'),
    },
  },
} satisfies RoomMap<
  | 'enrolment'
  | 'key_batch'
  | 'course_key'
  | 'page_visit'
  | 'answer'
  | 'reflection'
  | 'attempt'
  | 'attempt_answer'
  | 'note'
  | 'bookmark'
  | 'course_plan'
  | 'own_deadline'
>;
