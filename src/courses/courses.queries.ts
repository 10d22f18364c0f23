import { sql, type InferResult } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../platform/database.ts';

export const coursesPerPage = 48;

/** The course that a page of the catalogue ended with. Its address says it, and both are public. */
export type CataloguePlace = { customer: string; course: string };

/** Courses that anyone may read about. */
const listed = (tx: Tx) =>
  tx
    .selectFrom('course as c')
    .innerJoin('customer', 'customer.id', 'c.customer_id')
    .select([
      'c.slug',
      'c.title',
      'c.tagline',
      'c.minutes',
      'c.language',
      'customer.slug as customer_slug',
      'customer.name as customer_name',
    ])
    .select((c) =>
      c
        .selectFrom('course_page as p')
        .select((p) => p.fn.countAll<number>().as('count'))
        .whereRef('p.customer_id', '=', 'c.customer_id')
        .where('p.version_id', '=', latestVersion)
        .as('pages'),
    )
    .where('c.listed_at', '<=', sql<Date>`app.now()`)
    .where(sql<boolean>`(customer.ended_at is null or customer.ended_at > app.now())`)
    .where(latestVersion, 'is not', null);

/** A page of the catalogue by title, and one more to tell whether there is another. */
export function listedCourses(tx: Tx, after: CataloguePlace | undefined) {
  return listed(tx)
    .$if(after !== undefined, (query) => query.where(comesAfter(after!)))
    .orderBy(sql`c.title collate "sv-x-icu"`)
    .orderBy('c.customer_id')
    .orderBy('c.id')
    .limit(coursesPerPage + 1)
    .execute();
}

// Each value asked for by itself: then the index of the order is entered where the page before ended.
const comesAfter = ({ customer, course }: CataloguePlace) => {
  const last = (column: string) =>
    sql`(select ${sql.ref(column)} from course l join customer lk on lk.id = l.customer_id where lk.slug = ${customer} and l.slug = ${course})`;
  return sql<boolean>`(c.title collate "sv-x-icu", c.customer_id, c.id) > (${last('l.title')}, ${last('l.customer_id')}, ${last('l.id')})`;
};

// So many are put in order by title: the start page is the same however many films there are.
const filmsConsidered = 12;

/** A few with a film, to begin with. */
export function listedWithFilm(tx: Tx, most: number) {
  const considered = sql`select f.customer_id, f.course_id from film f
    join course l on l.customer_id = f.customer_id and l.id = f.course_id and l.listed_at <= app.now()
    order by f.customer_id, f.course_id limit ${filmsConsidered}`;
  return listed(tx)
    .where(sql<boolean>`(c.customer_id, c.id) in (${considered})`)
    .orderBy(sql`c.title collate "sv-x-icu"`)
    .orderBy('c.customer_id')
    .orderBy('c.id')
    .limit(most)
    .execute();
}

const latestVersion = sql<string>`(select v.id from course_version v
  where v.customer_id = c.customer_id and v.course_id = c.id and v.published_at <= app.now()
  order by v.number desc limit 1)`;

/** The version a student stays on, or null for everyone else. Access that has ended is none. */
const ownVersion = sql<string | null>`(select e.version_id from enrolment e
  where e.customer_id = c.customer_id and e.course_id = c.id and e.account_id = app.account_id()
    and (e.ends_at is null or e.ends_at > app.now()))`;

/** A course of the customer in scope, for the one who asks: listed, or theirs, or their work. */
export function courseBySlug(build: Tx, slug: string) {
  return build
    .selectFrom('course as c')
    .select(['c.id', 'c.slug', 'c.title', 'c.tagline', 'c.description', 'c.audience', 'c.outcomes', 'c.minutes', 'c.language'])
    .select(sql<boolean>`${ownVersion} is not null`.as('enrolled'))
    .select((c) => [
      jsonArrayFrom(
        c
          .selectFrom('course_page as p')
          .leftJoin('course_section as s', (join) => join.onRef('s.customer_id', '=', 'p.customer_id').onRef('s.id', '=', 'p.section_id'))
          .select(['p.title', 'p.minutes', 's.title as section'])
          .whereRef('p.customer_id', '=', 'c.customer_id')
          .where('p.version_id', '=', sql<string>`coalesce(${ownVersion}, ${latestVersion})`)
          .orderBy('p.position'),
      ).as('pages'),
      jsonObjectFrom(
        c
          .selectFrom('final_test as t')
          .select(['t.pass_percent', 't.max_attempts'])
          .whereRef('t.customer_id', '=', 'c.customer_id')
          .where('t.version_id', '=', sql<string>`coalesce(${ownVersion}, ${latestVersion})`),
      ).as('final_test'),
      jsonObjectFrom(
        c
          .selectFrom('film as f')
          .select(['f.title', 'f.file_id', 'f.poster_file_id', 'f.seconds'])
          .select((f) =>
            f
              .selectFrom('file as s')
              .select('s.id')
              .whereRef('s.customer_id', '=', 'f.customer_id')
              .whereRef('s.of_file_id', '=', 'f.file_id')
              .where('s.kind', '=', 'stream')
              .as('stream_file_id'),
          )
          .whereRef('f.customer_id', '=', 'c.customer_id')
          .whereRef('f.course_id', '=', 'c.id'),
      ).as('film'),
      jsonArrayFrom(
        c
          .selectFrom('film_text as x')
          .select(['x.language', 'x.caption_file_id', 'x.transcript'])
          .whereRef('x.customer_id', '=', 'c.customer_id')
          .whereRef('x.course_id', '=', 'c.id'),
      ).as('film_texts'),
      // What it costs, where whoever runs the service sells it.
      jsonObjectFrom(
        c
          .selectFrom('course_price as p')
          .innerJoin('seller', 'seller.customer_id', 'p.customer_id')
          .select('p.ore')
          .whereRef('p.customer_id', '=', 'c.customer_id')
          .whereRef('p.course_id', '=', 'c.id')
          .where('p.on_sale', '=', sql<boolean>`true`),
      ).as('price'),
    ])
    .where('c.customer_id', '=', sql<string>`app.customer_id()`)
    .where('c.slug', '=', slug)
    .where(latestVersion, 'is not', null)
    .where(sql<boolean>`(c.listed_at <= app.now() or c.customer_id = app.staff_of() or ${ownVersion} is not null)`);
}

/**
 * A file of the customer in scope: a public one for everyone; the intro film of their course and what the pages of their
 * version show for those who learn; what is published for the customer's staff; all of a course for those who look after it.
 */
export function fileById(build: Tx, fileId: string) {
  return build
    .selectFrom('file as f')
    .select([
      'f.id',
      'f.name',
      'f.kind',
      'f.type',
      'f.bytes',
      sql<string>`encode(f.sha256, 'hex')`.as('etag'),
      sql<boolean>`f.public_at <= app.now()`.as('public'),
    ])
    .where('f.customer_id', '=', sql<string>`app.customer_id()`)
    .where('f.id', '=', fileId).where(sql<boolean>`(f.public_at <= app.now()
      or exists (select from enrolment e join film i on i.customer_id = e.customer_id and i.course_id = e.course_id
        where e.customer_id = f.customer_id and e.account_id = app.account_id() and (e.ends_at is null or e.ends_at > app.now())
          and i.file_id = coalesce(f.of_file_id, f.id))
      or exists (select from page_file u join course_page p on p.customer_id = u.customer_id and p.id = u.page_id
        join enrolment e on e.customer_id = p.customer_id and e.version_id = p.version_id
        where u.customer_id = f.customer_id and u.file_id = coalesce(f.of_file_id, f.id)
          and e.account_id = app.account_id() and (e.ends_at is null or e.ends_at > app.now()))
      or exists (select from enrolment e join question q on q.customer_id = e.customer_id and q.version_id = e.version_id
        where e.customer_id = f.customer_id and e.account_id = app.account_id() and (e.ends_at is null or e.ends_at > app.now())
          and q.kind = 'hotspot' and q.body ->> 'file' = f.id::text)
      or f.customer_id = app.staff_of() and (
        exists (select from page_file u join course_page p on p.customer_id = u.customer_id and p.id = u.page_id
          where u.customer_id = f.customer_id and u.file_id = coalesce(f.of_file_id, f.id) and p.published)
        or exists (select from course_administrator a
          where a.customer_id = f.customer_id and a.course_id = f.course_id and a.account_id = app.account_id())
        or exists (select from membership m
          where m.customer_id = f.customer_id and m.account_id = app.account_id() and m.role = 'customer_admin')))`);
}

export type CourseRow = InferResult<ReturnType<typeof courseBySlug>>[number];
export type ListedCourse = Awaited<ReturnType<typeof listedCourses>>[number];
export type FileRow = InferResult<ReturnType<typeof fileById>>[number];

export function insertFile(
  tx: Tx,
  file: {
    customerId: string;
    course_id: string;
    id: string;
    name: string;
    type: string;
    bytes: number;
    sha256: Buffer;
    isPublic: boolean;
    kind: 'film' | 'poster' | 'captions';
    of_file_id?: string;
    language?: 'sv' | 'en';
    seconds?: number;
    width?: number;
    height?: number;
  },
) {
  const { customerId, isPublic, ...columns } = file;
  return tx
    .insertInto('file')
    .values({ customer_id: customerId, ...columns, public_at: isPublic ? sql<Date>`app.now()` : null })
    .execute();
}

export async function isListed(tx: Tx, customerId: string, courseId: string): Promise<boolean> {
  const course = await tx
    .selectFrom('course')
    .select('listed_at')
    .where('customer_id', '=', customerId)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  return course.listed_at !== null;
}

export function insertFilm(
  tx: Tx,
  film: { customer_id: string; course_id: string; title: string; seconds: number; file_id: string; poster_file_id: string },
) {
  return tx.insertInto('film').values(film).execute();
}

export function insertFilmTexts(
  tx: Tx,
  texts: { customer_id: string; course_id: string; language: string; caption_file_id: string; transcript: string }[],
) {
  return tx.insertInto('film_text').values(texts).execute();
}
