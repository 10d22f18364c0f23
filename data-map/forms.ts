/**
 * Every field that a person can fill in or send (Art. 5(1)(c), N-23): the column it is kept in, which the map
 * gives a purpose, or why it is not kept. A field that bears its column's name in the room's own tables says so
 * by that and is not repeated here.
 */
export type FormField = `${string}.${string}` | { notKept: string };

const notKept = (because: string): FormField => ({ notKept: because });
const button = notKept('which button was pressed');
const place = notKept('where on the list or the site to go on');
const proof = notKept('compared with what is kept, never kept itself');
const search = notKept('what is searched for in this moment');

export const formFields: Record<string, Record<string, FormField>> = {
  'sign-in': {
    answer: 'ledger.state',
    code: proof,
    password: 'account_password.hash',
    response: 'passkey.public_key',
    username: notKept('lets a password manager find the right entry'),
    version: 'ledger.version',
    vidare: place,
  },
  privacy: {
    objection: 'restriction.kind',
    purpose: 'restriction.purpose',
    del: search,
    slag: search,
    syfte: search,
    tid: search,
    given_name: 'account.given_name',
    family_name: 'account.family_name',
    how: button,
    understand: notKept('that the person has understood what cannot be undone'),
  },
  people: { after: place, name: search },
  learning: { intent: button },
  keys: {
    all: button,
    change: button,
    choice: button,
    sought: search,
    what: button,
    at: notKept('when the page was read'),
    client_id: 'course_key.order_digest',
    count: notKept('how many keys to make'),
    course: 'key_batch.course_id',
    days: 'key_batch.access_days',
    email: 'course_key.bound_email',
    expires: 'course_key.expires_at',
    familyName: 'course_key.bound_family_name',
    givenName: 'course_key.bound_given_name',
    key: 'course_key.key_hash',
    keys: notKept('which keys were chosen'),
    language: 'account.language',
    list: 'course_key.bound_email',
    password: 'account_password.hash',
  },
  desk: {
    contactEmail: 'operator.contact_email',
    dpoEmail: 'operator.dpo_email',
    dpoName: 'operator.dpo_name',
    has_warned: notKept('that a warning about sensitive words has been read'),
    locale: notKept('the language, kept as a cookie of the browser'),
    lage: search,
    return: place,
    kind: 'data_request.kind',
    note: 'data_request_event.note',
    seal: notKept('the signed time when the form was drawn'),
    step: button,
    to: 'enquiry.kind',
    until: 'data_request.answer_by',
    website: notKept('a field that only robots fill in'),
  },
  customers: {
    accessDays: 'invitation.access_ends_at',
    addresses: 'invitation_address.address',
    administers: 'course_administrator.course_id',
    after: place,
    choice: button,
    courses: 'invitation_course.course_id',
    customer: notKept('which role is left'),
    customerAdmin: 'membership.role',
    days: 'invitation.expires_at',
    email: 'account.email',
    familyName: 'account.family_name',
    givenName: 'account.given_name',
    language: 'account.language',
    password: 'account_password.hash',
    teaches: 'course_teacher.course_id',
    text: search,
    uses: 'invitation.max_uses',
  },
  courses: {
    answer: 'question.body',
    correct: 'question.body',
    id: 'question.id',
    intent: button,
    listed: 'course.listed_at',
    page: 'course_page.id',
    question: 'question.id',
    remove: button,
    text: 'course_page.document',
    to: place,
    version: 'course_page.revision',
  },
  correspondence: {},
  certificates: { show: 'ledger.state' },
  assessment: {
    confirmed: notKept('that the person wants to hand in though answers are missing'),
    intent: button,
    knownSavedAt: notKept('which saved answer the page was drawn from'),
    question: 'attempt_answer.question_id',
    values: 'attempt_answer.response',
    waitedMs: notKept('how long the answer waited for the network'),
  },
};

/** Which file of the map holds a room's tables, where it is not the file of its own name. */
export const mapOfRoom: Record<string, string> = {
  'sign-in': 'people',
  keys: 'learning',
  assessment: 'learning',
  certificates: 'learning',
};
