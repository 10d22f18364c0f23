import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { seenPeople } from './seen-people.queries.ts';
import type { Field } from './visibility.ts';

export const studentsPerPage = 50;

export const progressFilters = ['finished', 'unfinished'] as const;
export const resultFilters = ['passed', 'not-passed', 'none'] as const;

/** What each order tells of a student; whoever is not shown that has no such order. By name is the usual one. */
const fieldOfOrder = {
  name: undefined,
  'name-last': undefined,
  'pages-most': 'progress',
  'pages-least': 'progress',
  'active-latest': 'progress',
  'active-longest-ago': 'progress',
  'result-best': 'result',
  'result-lowest': 'result',
} as const satisfies Record<string, Field | undefined>;
export type StudentOrder = keyof typeof fieldOfOrder;
export const studentOrders = Object.keys(fieldOfOrder) as StudentOrder[];

export function studentOrdersShown(shown: readonly Field[]): StudentOrder[] {
  const hasNames = shown.includes('given_name') || shown.includes('family_name');
  return studentOrders.filter((order) => {
    const field = fieldOfOrder[order];
    return field ? shown.includes(field) : hasNames;
  });
}

export type StudentsWanted = {
  customerId: string;
  courseId: string;
  /** What the customer lets the reader see: nothing else is read, and nothing else narrows the list. */
  shown: readonly Field[];
  /** Part of a name; empty for everyone. */
  name: string;
  progress?: (typeof progressFilters)[number] | undefined;
  result?: (typeof resultFilters)[number] | undefined;
  order?: StudentOrder | undefined;
  /** The enrolment that the page before ended with. */
  after: string | undefined;
};

/**
 * A page of the course's students, and one more to tell whether there is another. Whoever is anonymised is no
 * longer a student with a name: only the course's figures remember them. Only the names are read of everyone in the course;
 * the rest is read of the page.
 */
export function listStudents(tx: Tx, wanted: StudentsWanted) {
  const { shown } = wanted;
  const only = <Value>(field: Field, value: RawBuilder<Value>): RawBuilder<Value | null> => (shown.includes(field) ? value : nothing);
  return tx
    .selectFrom(pageInOrder(tx, wanted).as('e'))
    .leftJoin('correspondence as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.enrolment_id', '=', 'e.id'))
    .leftJoinLateral(
      (attempts) =>
        attempts
          .selectFrom('attempt as t')
          .select(['t.points', 't.max_points', 't.passed'])
          .whereRef('t.customer_id', '=', 'e.customer_id')
          .whereRef('t.enrolment_id', '=', 'e.id')
          .where('t.submitted_at', 'is not', null)
          .orderBy('t.passed', (order) => order.desc().nullsLast())
          .orderBy('t.points', (order) => order.desc().nullsLast())
          .limit(1)
          .as('best'),
      (join) => join.onTrue(),
    )
    .select(['e.id', 'e.account_id', pages.as('pages')])
    .select([
      only('given_name', sql.ref<string>('e.given_name')).as('given_name'),
      only('family_name', sql.ref<string>('e.family_name')).as('family_name'),
      only('email', sql.ref<string>('e.email')).as('email'),
      only('progress', sql.ref<Date | null>('e.completed_at')).as('completed_at'),
      only('result', sql.ref<number | null>('best.points')).as('points'),
      only('result', sql.ref<number | null>('best.max_points')).as('max_points'),
      only('result', sql.ref<boolean | null>('best.passed')).as('passed'),
    ])
    .select([
      only('progress', pagesDoneBy('e')).as('pages_done'),
      only('correspondence', waiting<string>('c.id')).as('waiting_thread'),
      only('correspondence', waiting<Date>('c.last_sent_at')).as('waiting_since'),
    ])
    .orderBy('e.rank', directionOf(wanted))
    .orderBy(nameIn('e', 'family_name', shown), directionOf(wanted))
    .orderBy(nameIn('e', 'given_name', shown), directionOf(wanted))
    .orderBy('e.id', directionOf(wanted))
    .execute();
}

function pageInOrder(tx: Tx, wanted: StudentsWanted) {
  const { customerId, courseId, shown, name, progress, result, after } = wanted;
  return tx
    .selectFrom('enrolment as e')
    .innerJoin(seenPeople('a', customerId), 'a.id', 'e.account_id')
    .select(['e.customer_id', 'e.id', 'e.account_id', 'e.version_id', 'e.completed_at', 'a.given_name', 'a.family_name', 'a.email'])
    .select(rankOf('e', wanted).as('rank'))
    .where('e.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('a.kind', '<>', 'pseudonym')
    .$if(name !== '', (query) => query.where(nameHolds(name, shown)))
    .$if(progress !== undefined && shown.includes('progress'), (query) =>
      query.where('e.completed_at', progress === 'finished' ? 'is not' : 'is', null),
    )
    .$if(result !== undefined && shown.includes('result'), (query) => query.where(hasResult[result!]))
    .$if(after !== undefined, (query) => query.where(comesAfter(wanted, after!)))
    .orderBy('rank', directionOf(wanted))
    .orderBy(nameIn('a', 'family_name', shown), directionOf(wanted))
    .orderBy(nameIn('a', 'given_name', shown), directionOf(wanted))
    .orderBy('e.id', directionOf(wanted))
    .limit(studentsPerPage + 1);
}

export type StudentRow = Awaited<ReturnType<typeof listStudents>>[number];

const nothing = sql<null>`null`;

const handedIn = (more = sql``) => sql<boolean>`exists (select from attempt t
  where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is not null ${more})`;

/** The same as the result in the row: the best attempt that has been handed in, and whether it is marked yet. */
const hasResult: Record<(typeof resultFilters)[number], RawBuilder<boolean>> = {
  passed: handedIn(sql`and t.passed`),
  'not-passed': sql<boolean>`(${handedIn(sql`and not t.passed`)} and not ${handedIn(sql`and t.passed`)})`,
  none: sql<boolean>`not ${handedIn(sql`and t.passed is not null`)}`,
};

const pagesDoneBy = (of: 'e' | 'le') => sql<number>`(select count(*) from page_visit v
  where v.customer_id = ${sql.ref(`${of}.customer_id`)} and v.enrolment_id = ${sql.ref(`${of}.id`)} and v.completed_at is not null)`;

const pages = sql<number>`(select count(*) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id)`;

const waiting = <Value>(column: 'c.id' | 'c.last_sent_at') =>
  sql<Value | null>`case when c.last_from_student and c.done_at is null and c.last_sequence > 0 then ${sql.ref(column)} end`;

/** A name that is not shown neither finds nor sorts anyone: the order of a list tells too. */
const nameIn = (table: 'a' | 'e' | 'la', field: 'given_name' | 'family_name', shown: readonly Field[]) =>
  shown.includes(field) ? sql<string>`${sql.ref(`${table}.${field}`)} collate "sv-x-icu"` : sql<string>`''::text`;

const nameHolds = (name: string, shown: readonly Field[]) =>
  sql<boolean>`strpos(lower((${nameIn('a', 'given_name', shown)}) || ' ' || (${nameIn('a', 'family_name', shown)})),
    lower(${name}::text collate "sv-x-icu")) > 0`;

const lastDoneBy = (of: 'e' | 'le') => sql`coalesce(extract(epoch from (select max(v.completed_at) from page_visit v
  where v.customer_id = ${sql.ref(`${of}.customer_id`)} and v.enrolment_id = ${sql.ref(`${of}.id`)})), 0)`;
/** A pass is more than any number of points; whoever has no result has none to compare. */
const resultOf = (
  of: 'e' | 'le',
) => sql`(select max(t.passed::integer + coalesce(t.points::float8 / nullif(t.max_points, 0), 0)) from attempt t
  where t.customer_id = ${sql.ref(`${of}.customer_id`)} and t.enrolment_id = ${sql.ref(`${of}.id`)} and t.submitted_at is not null)`;

/** A number that rises along the list; those who have the same stand by name. */
const ranks: Record<Exclude<StudentOrder, 'name' | 'name-last'>, (of: 'e' | 'le') => RawBuilder<unknown>> = {
  'pages-most': (of) => sql`-${pagesDoneBy(of)}`,
  'pages-least': pagesDoneBy,
  'active-latest': (of) => sql`-${lastDoneBy(of)}`,
  'active-longest-ago': lastDoneBy,
  'result-best': (of) => sql`coalesce(-${resultOf(of)}, 9)`,
  'result-lowest': (of) => sql`coalesce(${resultOf(of)}, 9)`,
};

const orderOf = ({ order = 'name', shown }: StudentsWanted): StudentOrder => (studentOrdersShown(shown).includes(order) ? order : 'name');
const directionOf = (wanted: StudentsWanted) => (orderOf(wanted) === 'name-last' ? 'desc' : 'asc');

function rankOf(of: 'e' | 'le', wanted: StudentsWanted): RawBuilder<number> {
  const order = orderOf(wanted);
  return order === 'name' || order === 'name-last' ? sql<number>`0::float8` : sql<number>`(${ranks[order](of)})::float8`;
}

// The cursor is an id and not a name: an address holds nothing personal (E-04). After whoever has left since, the list begins anew.
function comesAfter(wanted: StudentsWanted, after: string): RawBuilder<boolean> {
  const { customerId, shown } = wanted;
  return sql<boolean>`((${rankOf('e', wanted)}, ${nameIn('a', 'family_name', shown)}, ${nameIn('a', 'given_name', shown)}, e.id)
    ${directionOf(wanted) === 'asc' ? sql`>` : sql`<`} (
    select ${rankOf('le', wanted)}, ${nameIn('la', 'family_name', shown)}, ${nameIn('la', 'given_name', shown)}, le.id
    from enrolment le join app.seen_people(${customerId}) la on la.id = le.account_id
    where le.customer_id = ${customerId} and le.id = ${after})) is not false`;
}
