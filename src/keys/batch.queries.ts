import { sql, type RawBuilder } from 'kysely';
import { administersCourse } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';
import { bound, boundTo } from './bound-to.queries.ts';
import type { KeyStatus } from './key-status.ts';

export const batchesPerPage = 20;
export const keysPerPage = 50;

const status = sql<KeyStatus>`case
  when k.redeemed_at is not null then 'redeemed'
  when k.blocked_at is not null then 'blocked'
  when k.expires_at <= app.now() then 'expired'
  when k.handed_out_at is not null then 'handed-out'
  else 'made' end`;

export type StatusCounts = Partial<Record<KeyStatus, number>>;

const counts = sql<StatusCounts>`(select coalesce(jsonb_object_agg(s.status, s.number), '{}') from
  (select ${status} as status, count(*) as number from course_key k
   where k.customer_id = b.customer_id and k.batch_id = b.id group by 1) s)`;

const boundLeft = sql<number>`(select count(*) from course_key k
  where k.customer_id = b.customer_id and k.batch_id = b.id and k.bound_email is not null)`;

/** The batches of courses the actor looks after; of others there are none. */
const batches = (tx: Tx, actorId: string, customerId: string) =>
  tx
    .selectFrom('key_batch as b')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'b.customer_id').onRef('course.id', '=', 'b.course_id'))
    .select(['b.id', 'b.label', 'b.access_days', 'b.created_at', 'course.title as course_title', 'course.language as course_language'])
    .select([counts.as('counts'), boundLeft.as('bound_left')])
    .where('b.customer_id', '=', customerId)
    .where(administersCourse(actorId));

export type BatchRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

export function findBatch(tx: Tx, actorId: string, customerId: string, batchId: string) {
  return batches(tx, actorId, customerId).where('b.id', '=', batchId).executeTakeFirst();
}

export type BatchesWanted = {
  customerId: string;
  /** A part of the batch's name, and the slug of its course. */
  label: string;
  course: string | undefined;
  order: 'newest' | 'name';
  after: string | undefined;
};

/** A page of batches, the newest first or by name, and one more to tell whether there is another. */
export function listBatches(tx: Tx, actorId: string, { customerId, label, course, order, after }: BatchesWanted) {
  const last = (columns: RawBuilder<unknown>) =>
    sql`(select ${columns} from key_batch b where b.customer_id = ${customerId} and b.id = ${after ?? null})`;
  const byName = sql`b.label collate "sv-x-icu", b.id`;
  const byTime = sql`b.created_at, b.id`;
  const comesAfter = order === 'name' ? sql<boolean>`(${byName}) > ${last(byName)}` : sql<boolean>`(${byTime}) < ${last(byTime)}`;
  return batches(tx, actorId, customerId)
    .$if(label !== '', (query) => query.where(labelHolds(label)))
    .$if(course !== undefined, (query) => query.where('course.slug', '=', course!))
    .$if(after !== undefined, (query) => query.where(comesAfter))
    .orderBy(order === 'name' ? byName : sql`b.created_at desc, b.id desc`)
    .limit(batchesPerPage + 1)
    .execute();
}

const labelHolds = (label: string) => sql<boolean>`strpos(lower(b.label collate "sv-x-icu"), lower(${label}::text collate "sv-x-icu")) > 0`;

type KeysWanted = {
  customerId: string;
  batchId: string;
  status?: KeyStatus | undefined;
  after?: string | undefined;
  /** The last three characters, or a part of the name or address that a key is bound to. */
  sought?: string | undefined;
};

const isSought = (sought: string) => sql<boolean>`(k.last_three = upper(right(regexp_replace(${sought}, '[^[:alnum:]]', '', 'g'), 3))
  or strpos(lower(concat_ws(' ', ${bound('given_name')}, ${bound('family_name')}, ${bound('email')}) collate "sv-x-icu"),
            lower(${sought}::text collate "sv-x-icu")) > 0)`;

// By the name of whom it is for, in Swedish order; keys for anyone first.
const keyPlace = sql`coalesce(${bound('family_name')}, '') collate "sv-x-icu", coalesce(${bound('given_name')}, '') collate "sv-x-icu", k.id`;
const keyComesAfter = (customerId: string, after: string) => sql<boolean>`(${keyPlace}) >
  (select ${keyPlace} from course_key k where k.customer_id = ${customerId} and k.id = ${after})`;

/** A page of a batch's keys. The batch has been found through the actor. */
export function listKeys(tx: Tx, { customerId, batchId, status: wanted, after, sought }: KeysWanted) {
  return tx
    .selectFrom('course_key as k')
    .select(['k.id', 'k.last_three', ...boundTo])
    .select(['k.expires_at', 'k.handed_out_at', 'k.blocked_at', 'k.redeemed_at', status.as('status')])
    .where('k.customer_id', '=', customerId)
    .where('k.batch_id', '=', batchId)
    .$if(wanted !== undefined, (query) => query.where(status, '=', wanted!))
    .$if(after !== undefined, (query) => query.where(keyComesAfter(customerId, after!)))
    .$if(sought !== undefined, (query) => query.where(isSought(sought!)))
    .orderBy(keyPlace)
    .limit(keysPerPage + 1)
    .execute();
}

export type ListedKey = Awaited<ReturnType<typeof listKeys>>[number];

/** The courses the actor may make keys to: those that have something to open. */
export function listCoursesForKeys(tx: Tx, actorId: string, customerId: string) {
  return tx
    .selectFrom('course')
    .select(['course.id', 'course.slug', 'course.title'])
    .where('course.customer_id', '=', customerId)
    .where(administersCourse(actorId))
    .where(
      sql<boolean>`exists (select from course_version v
        where v.customer_id = course.customer_id and v.course_id = course.id and v.published_at <= app.now())`,
    )
    .orderBy(sql`course.title collate "sv-x-icu"`)
    .orderBy('course.id')
    .execute();
}

export type CourseForKeys = Awaited<ReturnType<typeof listCoursesForKeys>>[number];

/** Whom the keys are bound to, as far as they have accounts: those whose data is seen. */
export async function listAccountsOfKeys(tx: Tx, keyIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.accounts_of_keys(${keyIds}::uuid[]) as id`.execute(tx);
  return rows.map(({ id }) => id);
}
