/**
 * Who sees whom (E-02): the customer's matrix of role × relation × field. The table `visibility` holds each customer's own;
 * what a group can be shown at all is here, and never more than the map lets it see.
 */
export const fields = ['given_name', 'family_name', 'email', 'progress', 'result', 'correspondence'] as const;
export type Field = (typeof fields)[number];

/** Those who look, and whose students they look at. The name is also that of the form's field. */
export const groups = [
  { name: 'customer-admin', role: 'customer_admin', relation: 'customer', viewer: 'administrators', offers: fields },
  { name: 'course-admin', role: 'course_admin', relation: 'own-course', viewer: 'administrators', offers: fields },
  { name: 'course-admin-other', role: 'course_admin', relation: 'other-course', viewer: 'administrators', offers: fields.slice(0, 5) },
  { name: 'teacher', role: 'teacher', relation: 'own-course', viewer: 'teachers', offers: fields.slice(0, 5) },
  { name: 'teacher-other', role: 'teacher', relation: 'other-course', viewer: 'teachers', offers: fields.slice(0, 5) },
  { name: 'student', role: 'student', relation: 'own-course', viewer: 'mates', offers: fields.slice(0, 2) },
] as const satisfies readonly { name: string; role: string; relation: string; viewer: string; offers: readonly Field[] }[];
export type Group = (typeof groups)[number];
export type GroupName = Group['name'];

/** What each group is shown, as the customer has decided. */
export type Matrix = Record<GroupName, Field[]>;

export type Cell = { role: string; relation: string; field: string; shown: boolean };

export function matrixOf(cells: readonly Cell[]): Matrix {
  const shownTo = ({ role, relation, offers }: Group): Field[] =>
    offers.filter((field) => cells.some((cell) => cell.shown && cell.role === role && cell.relation === relation && cell.field === field));
  return Object.fromEntries(groups.map((group) => [group.name, shownTo(group)])) as Matrix;
}

/** The columns of the map behind each field; a test holds every column that others see to exactly one of them. */
export const columnsOf: Record<Field | 'participation' | 'certificate', readonly string[]> = {
  given_name: ['account.given_name', 'course_key.bound_given_name'],
  family_name: ['account.family_name', 'course_key.bound_family_name'],
  email: ['account.email', 'course_key.bound_email'],
  progress: ['page_visit.completed_at', 'page_visit.page_id', 'enrolment.completed_at'],
  result: ['attempt.points', 'attempt.max_points', 'attempt.passed'],
  // What students write, and how it is taken care of.
  correspondence: [
    'attachment.author_id',
    'attachment.bytes',
    'attachment.created_at',
    'attachment.name',
    'attachment.type',
    'correspondence.delivered_to_student',
    'correspondence.done_at',
    'correspondence.last_sent_at',
    'correspondence.read_by_student',
    'correspondence.waiting_since',
    'message.author_id',
    'message.body',
    'message.edited_at',
    'message.page_id',
    'message.sent_at',
  ],
  // That someone takes the course: whoever is shown anything at all is shown that.
  participation: [
    'enrolment.course_id',
    'course_key.last_three',
    'course_key.handed_out_at',
    'course_key.redeemed_at',
    'course_key.blocked_at',
    'course_key.expires_at',
    'extra_time.minutes',
    'own_deadline.due_at',
    'own_deadline.waiver_reason',
  ],
  // A list for those who look after the course and are shown results; teachers have none.
  certificate: [
    'certificate.number',
    'certificate.issued_at',
    'certificate.expires_at',
    'certificate.renewed_at',
    'certificate.revoked_at',
    'certificate.revoked_reason',
    'certificate.replaced_by',
  ],
};

const fieldOfColumn = new Map(Object.entries(columnsOf).flatMap(([field, columns]) => columns.map((column) => [column, field] as const)));

/** Whether a column of the map, as `table.column`, is shown to someone who is shown these fields. */
export function showsColumn(shown: readonly Field[], column: string): boolean {
  const field = fieldOfColumn.get(column);
  if (field === 'participation') return shown.length > 0;
  return shown.includes(field === 'certificate' ? 'result' : (field as Field));
}
