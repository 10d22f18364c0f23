import type { AuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs';
import { statefulIsAuthorized, preparsePolicySet } from '@cedar-policy/cedar-wasm/nodejs';
import type { Cell } from '../../src/people/visibility.ts';

/** Who looks, at whose what, as the rules of E-02, N-28 and Art. 18 ask for it. Neither oracle reads the database or its rules. */
export type Viewer = { id: string; roles: string[]; administers: string[]; teaches: string[]; takes: string[] };
export type FieldCase = { viewer: Viewer; course: string; capacity: 'staff' | 'student'; field: string };
export type RowCase = {
  viewer: string;
  /** The viewer acts as the customer's staff. */
  staff: boolean;
  subject: { id: string; member: boolean; leads: boolean; restricted: boolean; due: boolean };
  table: 'account' | 'enrolment';
  purpose: string;
  allowed: readonly string[];
  evenRestricted: readonly string[];
};
export type Verdict = 'refused' | 'hidden' | 'seen';

/** The plain model: E-02 in so many ifs. */
export function showsField(cells: readonly Cell[], { viewer, course, capacity, field }: FieldCase): boolean {
  return cells.some((cell) => {
    if (!cell.shown || cell.field !== field) return false;
    if (cell.role === 'student') return capacity === 'student' && viewer.takes.includes(course);
    if (capacity !== 'staff' || (cell.role !== 'course_admin' && !viewer.roles.includes(cell.role))) return false;
    if (cell.role === 'customer_admin') return true;
    const own = (cell.role === 'teacher' ? viewer.teaches : viewer.administers).includes(course);
    if (cell.relation === 'own-course') return own;
    return !own && viewer.roles.includes(cell.role);
  });
}

export function showsRow({ viewer, staff, subject, table, purpose, allowed, evenRestricted }: RowCase): Verdict {
  if (!allowed.includes(purpose)) return 'refused';
  if (table === 'account' && subject.due) return 'hidden';
  if (viewer === subject.id) return 'seen';
  if (subject.restricted && !evenRestricted.includes(purpose)) return 'hidden';
  // Who leads a course there is known by name to everyone there.
  if (table === 'account' && subject.leads) return 'seen';
  return staff && (table === 'enrolment' || subject.member) ? 'seen' : 'hidden';
}

const own = (role: string, relation: string, test: string) => `
permit (principal, action == Action::"show", resource) when {
  context.capacity == "${role === 'student' ? 'student' : 'staff'}" && ${test} && context.shown.contains("${role} ${relation}") };`;

const fieldPolicies = [
  own('customer_admin', 'customer', 'principal.roles.contains("customer_admin")'),
  own('course_admin', 'own-course', 'principal.administers.contains(context.course)'),
  own('course_admin', 'other-course', '!principal.administers.contains(context.course) && principal.roles.contains("course_admin")'),
  own('teacher', 'own-course', 'principal.roles.contains("teacher") && principal.teaches.contains(context.course)'),
  own('teacher', 'other-course', 'principal.roles.contains("teacher") && !principal.teaches.contains(context.course)'),
  own('student', 'own-course', 'principal.takes.contains(context.course)'),
];

const rowPolicies = [
  'permit (principal, action == Action::"ask", resource) when { context.allowed.contains(context.purpose) };',
  'permit (principal, action == Action::"read", resource) when { context.self };',
  'permit (principal, action == Action::"read", resource) when { context.staff && (context.table == "enrolment" || context.member) };',
  'permit (principal, action == Action::"read", resource) when { context.table == "account" && context.leads };',
  'forbid (principal, action == Action::"read", resource) when { context.table == "account" && context.due };',
  'forbid (principal, action == Action::"read", resource) when { !context.self && context.restricted && !context.evenRestricted.contains(context.purpose) };',
  'forbid (principal, action == Action::"read", resource) unless { context.allowed.contains(context.purpose) };',
];

/** The same rules once more, by another engine made by others. */
export function prepareCedar(): void {
  const parsed = preparsePolicySet('access', { staticPolicies: [...fieldPolicies, ...rowPolicies].join('\n') });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
}

export function cedarShowsField(cells: readonly Cell[], { viewer, course, capacity, field }: FieldCase): boolean {
  const shown = cells.filter((cell) => cell.shown && cell.field === field).map(({ role, relation }) => `${role} ${relation}`);
  const { id, ...attrs } = viewer;
  return allows('show', id, attrs, { course, capacity, shown });
}

export function cedarShowsRow(row: RowCase): Verdict {
  const { viewer, subject, allowed, evenRestricted, purpose, staff, table } = row;
  const context = {
    self: viewer === subject.id,
    staff,
    table,
    purpose,
    allowed: [...allowed],
    evenRestricted: [...evenRestricted],
    member: subject.member,
    leads: subject.leads,
    restricted: subject.restricted,
    due: subject.due,
  };
  if (!allows('ask', viewer, {}, context)) return 'refused';
  return allows('read', viewer, {}, context) ? 'seen' : 'hidden';
}

function allows(action: string, id: string, attrs: Record<string, string[]>, context: AuthorizationCall['context']): boolean {
  const answer = statefulIsAuthorized({
    principal: { type: 'User', id },
    action: { type: 'Action', id: action },
    resource: { type: 'Students', id: 'all' },
    context,
    entities: [{ uid: { type: 'User', id }, attrs, parents: [] }],
    preparsedPolicySetId: 'access',
  });
  if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
}
