import { sql } from 'kysely';
import { administersCourse } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { PageOrder } from '../page-order.ts';
import { showIntro } from '../media/intro.queries.ts';

export type CourseDetails = {
  title: string;
  tagline: string;
  description: string;
  audience: string;
  outcomes: string[];
  language: 'sv' | 'en';
  pageOrder: PageOrder;
};

/** The courses the actor looks after, with what is published and what is being written. */
export function coursesToRun(tx: Tx, actorId: string, customerId: string) {
  return tx
    .selectFrom('course')
    .leftJoin('course_version as d', (join) =>
      join.onRef('d.customer_id', '=', 'course.customer_id').onRef('d.course_id', '=', 'course.id').on('d.published_at', 'is', null),
    )
    .select(['course.customer_id', 'course.id', 'course.slug', 'course.title', 'course.language', 'course.listed_at'])
    .select(['course.tagline', 'course.description', 'course.audience', 'course.outcomes'])
    .select(sql<PageOrder>`course.page_order`.as('pageOrder'))
    .select('course.is_template as isTemplate')
    .select(['d.id as draft_id', 'd.changed_at'])
    .select(publishedAt.as('published_at'))
    .where('course.customer_id', '=', customerId)
    .where(administersCourse(actorId));
}

const publishedAt = sql<Date | null>`(select v.published_at from course_version v
  where v.customer_id = course.customer_id and v.course_id = course.id and v.published_at is not null
  order by v.number desc limit 1)`;

export const coursesPerPage = 50;
export const courseStates = ['draft', 'published', 'changed'] as const;
export const courseOrders = ['title', 'published'] as const;
export type CoursesWanted = {
  customerId: string;
  title: string;
  state: (typeof courseStates)[number] | undefined;
  order: (typeof courseOrders)[number];
  after: string | undefined;
};

/** A page of them by title or by what was published last, and one more to tell whether there is another. */
export function listCoursesToRun(tx: Tx, actorId: string, { customerId, title, state, order, after }: CoursesWanted) {
  const byTitle = sql`course.title collate "sv-x-icu", course.id`;
  // The latest first, as a number that rises; what has never been published comes last.
  const place = order === 'published' ? sql`coalesce(-extract(epoch from ${publishedAt}), 0), ${byTitle}` : byTitle;
  const comesAfter = sql<boolean>`(${place}) > (select ${place} from course where course.customer_id = ${customerId} and course.id = ${after ?? null})`;
  return coursesToRun(tx, actorId, customerId)
    .where('course.is_template', '=', false)
    .$if(title !== '', (query) =>
      query.where(sql<boolean>`strpos(lower(course.title collate "sv-x-icu"), lower(${title}::text collate "sv-x-icu")) > 0`),
    )
    .$if(state !== undefined, (query) => query.where(stateInSql, '=', state!))
    .$if(after !== undefined, (query) => query.where(comesAfter))
    .orderBy(place)
    .limit(coursesPerPage + 1)
    .execute();
}

// As the list tells it: a draft that has never been published, or a published course with changes on their way.
const stateInSql = sql<(typeof courseStates)[number]>`case
  when ${publishedAt} is null then 'draft' when d.changed_at is null then 'published' else 'changed' end`;

export function findCourseToRun(tx: Tx, actorId: string, customerId: string, slug: string) {
  return coursesToRun(tx, actorId, customerId).where('course.slug', '=', slug).executeTakeFirst();
}

export type CourseToRun = NonNullable<Awaited<ReturnType<typeof findCourseToRun>>>;

/** Whoever makes a course of the customer's takes turns. */
export async function takeTurns(tx: Tx, customerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${customerId}`}, 0))`.execute(tx);
}

/** Slugs of the customer that begin alike: two courses of the same name take turns. */
export async function takenSlugs(tx: Tx, customerId: string, slug: string): Promise<Set<string>> {
  await takeTurns(tx, customerId);
  const rows = await tx
    .selectFrom('course')
    .select('slug')
    .where('customer_id', '=', customerId)
    .where('slug', 'like', `${slug}%`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}

export function findSlug(tx: Tx, customerId: string, courseId: string) {
  return tx.selectFrom('course').select('slug').where('customer_id', '=', customerId).where('id', '=', courseId).executeTakeFirst();
}

type NewCourse = CourseDetails & { id: string; slug: string };

export async function insertCourse(tx: Tx, customerId: string, { pageOrder, ...course }: NewCourse): Promise<void> {
  await tx
    .insertInto('course')
    .values({ customer_id: customerId, minutes: 1, created_at: sql<Date>`app.now()`, page_order: pageOrder, ...course })
    .execute();
}

export async function insertCourseAdministrator(tx: Tx, customerId: string, courseId: string, accountId: string): Promise<void> {
  await tx
    .insertInto('course_administrator')
    .values({ customer_id: customerId, course_id: courseId, account_id: accountId, created_at: sql<Date>`app.now()` })
    .execute();
}

export async function updateCourse(tx: Tx, customerId: string, courseId: string, details: CourseDetails): Promise<void> {
  const { pageOrder, ...rest } = details;
  await tx
    .updateTable('course')
    .set({ page_order: pageOrder, ...rest })
    .where('customer_id', '=', customerId)
    .where('id', '=', courseId)
    .execute();
}

/** Shows the course in the catalogue, or takes it away: those who are in it notice nothing. */
export async function updateListing(tx: Tx, customerId: string, courseId: string, listed: boolean): Promise<void> {
  await tx
    .updateTable('course')
    .set({ listed_at: listed ? sql<Date>`coalesce(listed_at, app.now())` : null })
    .where('customer_id', '=', customerId)
    .where('id', '=', courseId)
    .execute();
  await showIntro(tx, { customerId, courseId });
}
