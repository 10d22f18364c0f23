import { thing, whichCustomer, type RoomMap } from './entry.ts';

const content = thing('course content');
const order = thing('a position or a link inside the course content');

export const courses = {
  file: {
    noPerson: 'course media; who uploaded it is not kept, and places and names in the file itself are taken away',
    file: { store: 'files', key: "t.customer_id || '/' || t.id", version: "encode(t.sha256, 'hex')" },
    columns: {
      customer_id: whichCustomer,
      id: order,
      name: content,
      type: content,
      bytes: content,
      sha256: content,
      public_at: content,
      created_at: content,
      course_id: order,
      of_file_id: order,
      kind: content,
      state: content,
      progress: content,
      width: content,
      height: content,
      seconds: content,
      language: content,
      stream_tried_at: content,
    },
  },
  course: {
    noPerson: 'course content',
    columns: {
      customer_id: whichCustomer,
      id: order,
      slug: content,
      title: content,
      tagline: content,
      description: content,
      audience: content,
      outcomes: content,
      minutes: content,
      language: content,
      page_order: content,
      is_template: content,
      listed_at: content,
      created_at: content,
    },
  },
  course_version: {
    noPerson: 'course content',
    columns: { customer_id: whichCustomer, id: order, course_id: order, number: content, published_at: content, changed_at: content },
  },
  course_page: {
    noPerson: 'course content',
    columns: {
      customer_id: whichCustomer,
      id: order,
      version_id: order,
      position: order,
      title: content,
      minutes: content,
      document: content,
      html: content,
      lineage_id: order,
      minutes_by_hand: content,
      revision: content,
      saved_at: content,
      published: content,
      section_id: order,
    },
  },
  page_history: {
    noPerson: 'what a page of a draft has said; who wrote it is not kept',
    columns: {
      customer_id: whichCustomer,
      id: order,
      course_id: order,
      lineage_id: order,
      title: content,
      document: content,
      saved_at: content,
    },
  },
  removed_piece: {
    noPerson: 'course content that was removed from a draft and may be brought back',
    columns: {
      customer_id: whichCustomer,
      id: order,
      version_id: order,
      title: content,
      page: content,
      questions: content,
      removed_at: content,
    },
  },
  question: {
    noPerson: 'course content',
    columns: {
      customer_id: whichCustomer,
      id: order,
      version_id: order,
      page_id: order,
      position: order,
      kind: content,
      prompt: content,
      body: content,
      points: content,
      revision: content,
      published: content,
      pool_id: order,
      lineage_id: order,
    },
  },
  final_test: {
    noPerson: 'course content',
    columns: {
      customer_id: whichCustomer,
      version_id: order,
      pass_percent: content,
      max_attempts: content,
      time_limit_minutes: content,
      published: content,
      wait_hours: content,
      answers_shown: content,
      shuffle_questions: content,
      shuffle_options: content,
    },
  },
  film: {
    noPerson: 'course content',
    columns: {
      customer_id: whichCustomer,
      course_id: order,
      title: content,
      file_id: order,
      poster_file_id: order,
      seconds: content,
    },
  },
  film_text: {
    noPerson: 'course content',
    columns: { customer_id: whichCustomer, course_id: order, language: content, caption_file_id: order, transcript: content },
  },
  course_administrator: {
    title: { sv: 'Kurser du administrerar', en: 'Courses you administer' },
    purposes: ['administer-customer', 'correspond'],
    decidesAccess: 'who administers a course decides who sees its students and answers them',
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      course_id: order,
      account_id: { category: 'role', provided: 'by-customer', seenBy: ['students'], export: 'as-is', erase: 'repoint' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      invitation_id: thing('the invitation it came through'),
      ends_at: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'coarsen' },
    },
  },
  page_file: {
    noPerson: 'which files a page of a course shows',
    columns: { customer_id: whichCustomer, page_id: order, file_id: order },
  },
  course_section: {
    noPerson: 'course content',
    columns: { customer_id: whichCustomer, id: order, version_id: order, position: order, title: content, published: content },
  },
} satisfies RoomMap<
  | 'file'
  | 'course'
  | 'course_version'
  | 'course_page'
  | 'page_history'
  | 'removed_piece'
  | 'question'
  | 'final_test'
  | 'film'
  | 'film_text'
  | 'course_administrator'
  | 'page_file'
  | 'course_section'
>;
