import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';
import { course, number, internal, followed, time, result } from './enrolled.ts';

const renewed: Personal = { category: 'enrolment', export: { never: internal }, erase: 'renew' };
const response: Personal = {
  category: 'result',
  provided: 'by-person',
  export: 'as-is',
  erase: { blank: "response - '{text,gaps,file}'::text[]" },
};
const ofEnrolment = [{ edge: 'own', by: 'enrolment_id', onErasure: 'anonymise' }] as const satisfies [unknown];

/** Where on a page someone left: theirs alone, and gone with them. */
const place: Personal = { category: 'history', provided: 'observed', export: 'as-is', erase: { blank: 'null' } };

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
      place_permille: place,
      player: place,
      player_second: place,
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
  deadline_reminder: {
    title: { sv: 'Påminnelser om en sista dag', en: 'Reminders of a last day' },
    purposes: ['deliver-course', 'inform'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      due_at: { category: 'enrolment', provided: 'derived', export: 'as-is', erase: 'coarsen' },
      days_ahead: { category: 'enrolment', provided: 'derived', export: 'as-is', erase: 'keep' },
      sent_at: time('enrolment'),
    },
  },
} satisfies RoomMap<
  | 'enrolment'
  | 'page_visit'
  | 'answer'
  | 'reflection'
  | 'attempt'
  | 'attempt_answer'
  | 'note'
  | 'bookmark'
  | 'course_plan'
  | 'own_deadline'
  | 'deadline_reminder'
>;
