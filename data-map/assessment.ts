import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const content = thing('course content');
const order = thing('a position or a link inside the course content');
const rule = thing('a rule of the final test, the same for everyone');
const staffSee = ['markers'] as const;
const followed: Personal = { category: 'result', export: { never: internal }, erase: 'keep' };
const renewed: Personal = { category: 'result', export: { never: internal }, erase: 'renew' };
const asked: Personal = { category: 'result', provided: 'observed', export: 'as-is', erase: 'keep' };
const time: Personal = { category: 'result', provided: 'observed', export: 'as-is', erase: 'coarsen' };
const mark: Personal = { category: 'result', provided: 'by-customer', seenBy: [...staffSee], export: 'as-is', erase: 'keep' };
const written: Personal = { ...mark, maybeSpecial: true, erase: { blank: "''" } };
/** Whoever judged is a person too: seen by nobody, and a pseudonym when they are gone. */
const judge: Personal = { category: 'role', provided: 'observed', export: 'redacted', erase: 'repoint' };

const hand = { purposes: ['assess-learning'], role: 'processor', retention: { rule: 'with-account' } } as const;

export const assessment = {
  question_pool: {
    noPerson: 'a part of the question bank',
    columns: { customer_id: whichCustomer, id: order, version_id: order, name: content, draw: content, published: content },
  },
  test_opening: {
    noPerson: 'when a final test is open',
    columns: { customer_id: whichCustomer, course_id: order, opens_at: rule, closes_at: rule },
  },
  // Why someone needs more time may be a matter of health (Art. 9): it is not asked and has no column.
  extra_time: {
    title: { sv: 'Din extra tid på slutprovet', en: 'Your extra time in the final test' },
    ...hand,
    purposes: ['assess-learning', 'deliver-course'],
    source: { sv: 'kursens administratör', en: "the course's administrator" },
    edges: [{ edge: 'own', by: 'enrolment_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      enrolment_id: followed,
      minutes: { category: 'result', provided: 'by-customer', seenBy: ['administrators'], export: 'as-is', erase: 'keep' },
      created_at: time,
    },
  },
  handed_file: {
    title: { sv: 'Filer du har lämnat in på slutprovet', en: 'Files you have handed in in the final test' },
    ...hand,
    purposes: ['assess-learning'],
    edges: [{ edge: 'own', by: 'attempt_id', onErasure: 'delete' }],
    file: { store: 'attachments', key: "t.customer_id || '/' || t.id" },
    columns: {
      customer_id: whichCustomer,
      id: renewed,
      attempt_id: followed,
      question_id: asked,
      content_key: {
        category: 'result',
        export: { never: 'it only opens the file, and the file itself is in the extract' },
        erase: 'keep',
      },
      type: { ...asked, seenBy: [...staffSee] },
      bytes: { ...asked, seenBy: [...staffSee] },
      uploaded_at: time,
    },
  },
  // Two people meet in a marking: whose answer it is, and who marked it.
  marking: {
    title: { sv: 'Bedömningar av svar på slutprovet', en: 'Markings of answers in the final test' },
    ...hand,
    purposes: ['assess-learning'],
    source: { sv: 'den som rättar', en: 'whoever marks' },
    edges: [
      { edge: 'own', by: 'attempt_id', onErasure: 'anonymise' },
      { edge: 'access', by: 'marker_id', onErasure: 'take-out' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: renewed,
      attempt_id: followed,
      question_id: asked,
      round: thing('first marking, second look or review'),
      levels: mark,
      points: mark,
      comment: written,
      second_look: thing('whether one more person is to look'),
      marker_id: judge,
      marked_at: time,
    },
  },
  review_request: {
    title: { sv: 'Omprövningar av bedömningar', en: 'Reviews of markings' },
    ...hand,
    purposes: ['assess-learning'],
    edges: [
      { edge: 'own', by: 'attempt_id', onErasure: 'anonymise' },
      { edge: 'access', by: 'answered_by', onErasure: 'take-out' },
    ],
    columns: {
      customer_id: whichCustomer,
      attempt_id: followed,
      question_id: asked,
      body: { ...written, provided: 'by-person' },
      requested_at: time,
      answer: { ...written, erase: { blank: "case when answered_at is not null then '' end" } },
      answered_by: judge,
      answered_at: time,
    },
  },
  marking_comment: {
    noPerson: 'comments that are kept for using again; who wrote one is not kept',
    columns: { customer_id: whichCustomer, id: order, course_id: order, body: content },
  },
} satisfies RoomMap<'question_pool' | 'test_opening' | 'extra_time' | 'handed_file' | 'marking' | 'review_request' | 'marking_comment'>;
