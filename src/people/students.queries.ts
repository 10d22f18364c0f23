import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { seenPeople } from './seen-people.queries.ts';
import type { Field } from './visibility.ts';

export const studentsPerPage = 50;

export const progressFilters = ['finished', 'unfinished'] as const;
export const resultFilters = ['passed', 'not-passed', 'none'] as const;

export type StudentsWanted = {
  customerId: string;
  courseId: string;
  /** What the customer lets the reader see: nothing else is read, and nothing else narrows the list. */
  shown: readonly Field[];
  /** Part of a name; empty for everyone. */
  name: string;
  progress?: (typeof progressFilters)[number] | undefined;
  result?: (typeof resultFilters)[number] | undefined;
  /** The enrolment that the page before ended with. */
  after: string | undefined;
};

/**
 * A page of the course's students by name, and one more to tell whether there is another. Whoever is anonymised is no
 * longer a student with a name: only the course's figures remember them. Only the names are read of everyone in the course;
 * the rest is read of the page.
 */
export function listStudents(tx: Tx, wanted: StudentsWanted) {
  const { shown } = wanted;
  const only = <Value>(field: Field, value: RawBuilder<Value>): RawBuilder<Value | null> => (shown.includes(field) ? value : nothing);
  return tx
    .selectFrom(pageByName(tx, wanted).as('e'))
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
      only('progress', pagesDone).as('pages_done'),
      only('correspondence', waiting<string>('c.id')).as('waiting_thread'),
      only('correspondence', waiting<Date>('c.last_sent_at')).as('waiting_since'),
    ])
    .orderBy(nameIn('e', 'family_name', shown))
    .orderBy(nameIn('e', 'given_name', shown))
    .orderBy('e.id')
    .execute();
}

function pageByName(tx: Tx, { customerId, courseId, shown, name, progress, result, after }: StudentsWanted) {
  return tx
    .selectFrom('enrolment as e')
    .innerJoin(seenPeople('a', customerId), 'a.id', 'e.account_id')
    .select(['e.customer_id', 'e.id', 'e.account_id', 'e.version_id', 'e.completed_at', 'a.given_name', 'a.family_name', 'a.email'])
    .where('e.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('a.kind', '<>', 'pseudonym')
    .$if(name !== '', (query) => query.where(nameHolds(name, shown)))
    .$if(progress !== undefined && shown.includes('progress'), (query) =>
      query.where('e.completed_at', progress === 'finished' ? 'is not' : 'is', null),
    )
    .$if(result !== undefined && shown.includes('result'), (query) => query.where(hasResult[result!]))
    .$if(after !== undefined, (query) => query.where(comesAfter(customerId, after!, shown)))
    .orderBy(nameIn('a', 'family_name', shown))
    .orderBy(nameIn('a', 'given_name', shown))
    .orderBy('e.id')
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

const pagesDone = sql<number>`(select count(*) from page_visit v
  where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.completed_at is not null)`;

const pages = sql<number>`(select count(*) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id)`;

const waiting = <Value>(column: 'c.id' | 'c.last_sent_at') =>
  sql<Value | null>`case when c.last_from_student and c.done_at is null and c.last_sequence > 0 then ${sql.ref(column)} end`;

/** A name that is not shown neither finds nor sorts anyone: the order of a list tells too. */
const nameIn = (table: 'a' | 'e' | 'la', field: 'given_name' | 'family_name', shown: readonly Field[]) =>
  shown.includes(field) ? sql<string>`${sql.ref(`${table}.${field}`)} collate "sv-x-icu"` : sql<string>`''::text`;

const nameHolds = (name: string, shown: readonly Field[]) =>
  sql<boolean>`strpos(lower((${nameIn('a', 'given_name', shown)}) || ' ' || (${nameIn('a', 'family_name', shown)})),
    lower(${name}::text collate "sv-x-icu")) > 0`;

// The cursor is an id and not a name: an address holds nothing personal (E-04).
const comesAfter = (customerId: string, after: string, shown: readonly Field[]) => sql<boolean>`
  (${nameIn('a', 'family_name', shown)}, ${nameIn('a', 'given_name', shown)}, e.id) > (
    select ${nameIn('la', 'family_name', shown)}, ${nameIn('la', 'given_name', shown)}, le.id
    from enrolment le join app.seen_people(${customerId}) la on la.id = le.account_id
    where le.customer_id = ${customerId} and le.id = ${after})`;
