import { sql } from 'kysely';
import { ifShown, readsCorrespondence, seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export const threadsPerPage = 50;

/** Where a page of the inbox ended. The time is in microseconds: a Date would cut them off and show a thread twice. */
export type InboxPlace = { waiting: boolean; atMicros: number; id: string };

export const states = ['waiting', 'answered', 'done'] as const;
export const responsibles = ['me', 'nobody'] as const;
/** What of the inbox is looked at. Colleagues are not named in addresses. */
export type InboxFilter = {
  course: string | undefined;
  state: (typeof states)[number] | undefined;
  responsible: (typeof responsibles)[number] | undefined;
};

type Asked = { accountId: string; customerId: string; after: InboxPlace | undefined; filter: InboxFilter };

/** Threads that the customer lets the actor read, those waiting for an answer first, then the newest; one more than a page. */
export function listInbox(tx: Tx, { accountId, customerId, after, filter }: Asked) {
  return tx
    .selectFrom('correspondence as c')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'c.customer_id').onRef('course.id', '=', 'c.course_id'))
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'c.customer_id').onRef('e.id', '=', 'c.enrolment_id'))
    .leftJoin(seenPeople('s', customerId), 's.id', 'e.account_id')
    .leftJoin('thread_assignment as t', (join) =>
      join.onRef('t.customer_id', '=', 'c.customer_id').onRef('t.correspondence_id', '=', 'c.id').on(stillAdministers),
    )
    .leftJoin(seenPeople('r', customerId), 'r.id', 't.account_id')
    .select(['c.id', 'c.last_sent_at', waiting.as('waiting'), 'course.title as course_title', 'e.account_id as student_id'])
    .select([ifShown<string>(accountId, 'given_name', 's.given_name').as('given_name')])
    .select([ifShown<string>(accountId, 'family_name', 's.family_name').as('family_name')])
    .select([sql<number>`(extract(epoch from c.last_sent_at) * 1000000)::bigint`.as('at_micros')])
    .select([hasStudent.as('has_student'), 'c.done_at', 't.account_id as assigned_id'])
    .select(['r.given_name as assigned_given_name', 'r.family_name as assigned_family_name'])
    .select(
      sql<boolean>`exists (select from message m where m.customer_id = c.customer_id and m.correspondence_id = c.id
      and m.from_student and m.sequence > c.read_by_administrator and m.deleted_at is null)`.as('unread'),
    )
    .where('c.customer_id', '=', customerId)
    .where('c.last_sequence', '>', 0)
    .where(readsCorrespondence(accountId))
    .where(matches(filter, accountId))
    .$if(after !== undefined, (query) => query.where(comesAfter(after!)))
    .orderBy(waiting, 'desc')
    .orderBy('c.last_sent_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(threadsPerPage + 1)
    .execute();
}

export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number];

const hasStudent = sql<boolean>`coalesce(s.kind <> 'pseudonym', false)`;
// Whoever is gone waits for nothing, and what is done has been answered some other way.
const waiting = sql<boolean>`(c.last_from_student and c.done_at is null and ${hasStudent})`;
// Who no longer administers the course has its threads no more.
const stillAdministers = sql<boolean>`exists (select from course_administrator ca
  where ca.customer_id = t.customer_id and ca.course_id = c.course_id and ca.account_id = t.account_id)`;

const stateIs = {
  waiting,
  answered: sql<boolean>`(not ${waiting} and c.done_at is null)`,
  done: sql<boolean>`c.done_at is not null`,
};

function matches({ course, state, responsible }: InboxFilter, accountId: string) {
  const parts = [
    course && sql<boolean>`course.slug = ${course}`,
    state && stateIs[state],
    responsible === 'me' && sql<boolean>`t.account_id = ${accountId}`,
    responsible === 'nobody' && sql<boolean>`t.account_id is null`,
  ];
  return parts.reduce<ReturnType<typeof sql<boolean>>>((all, part) => (part ? sql<boolean>`${all} and ${part}` : all), sql<boolean>`true`);
}

const comesAfter = ({ waiting: waited, atMicros, id }: InboxPlace) => sql<boolean>`(${waiting}, c.last_sent_at, c.id)
  < (${waited}::boolean, timestamptz 'epoch' + ${atMicros}::bigint * interval '1 microsecond', ${id}::uuid)`;
