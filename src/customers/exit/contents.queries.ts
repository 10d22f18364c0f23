import { sql } from 'kysely';
import type { CustomerTable } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';

export const rowsAtATime = 1_000;

/** A page of a table's rows after a key, by the key. The names of columns come from the map and the live schema. */
export async function readRows(
  tx: Tx,
  { table, columns, key }: CustomerTable,
  customerId: string,
  after: unknown[] | undefined,
): Promise<{ rows: Record<string, unknown>[]; last: unknown[] | undefined }> {
  const names = (all: readonly string[]) => sql.join(all.map((name) => sql`t.${sql.ref(name)}`));
  const place = after ? sql`and (${names(key)}) > (${sql.join(after)})` : sql``;
  const { rows } = await sql<Record<string, unknown>>`select ${names([...new Set([...columns, ...key])])} from ${sql.table(table)} t
    where t.customer_id = ${customerId} ${place} order by ${names(key)} limit ${rowsAtATime}`.execute(tx);
  return { rows, last: rows.length === rowsAtATime ? key.map((name) => rows.at(-1)![name]) : undefined };
}

/** Whom the ids in the tables stand for, as far as they are the customer's people. */
export async function listPeople(tx: Tx, customerId: string, after: string | undefined) {
  const { rows } = await sql<{ id: string; given_name: string; family_name: string; email: string; roles: string; since: Date }>`
    select a.id, a.given_name, a.family_name, a.email, string_agg(m.role, ' ' order by m.role) as roles, min(m.created_at) as since
    from membership m join app.seen_people(${customerId}) a on a.id = m.account_id
    where m.customer_id = ${customerId} and a.kind <> 'pseudonym' and (${after ?? null}::uuid is null or a.id > ${after ?? null})
    group by a.id, a.given_name, a.family_name, a.email order by a.id limit ${rowsAtATime}`.execute(tx);
  return rows;
}

export async function listVersions(tx: Tx, customerId: string) {
  const { rows } = await sql<{ id: string; slug: string; title: string; language: 'sv' | 'en'; number: number; published_at: Date | null }>`
    select v.id, c.slug, c.title, c.language, v.number, v.published_at
    from course c join course_version v on v.customer_id = c.customer_id and v.course_id = c.id
    where c.customer_id = ${customerId} order by c.slug, v.number`.execute(tx);
  return rows;
}
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

export async function readVersion(tx: Tx, customerId: string, versionId: string) {
  const [course] = (
    await sql<{ course: Record<string, unknown>; test: unknown }>`select to_jsonb(c) - 'customer_id' as course,
      (select to_jsonb(f) - 'customer_id' from final_test f where f.customer_id = v.customer_id and f.version_id = v.id) as test
      from course_version v join course c on c.customer_id = v.customer_id and c.id = v.course_id
      where v.customer_id = ${customerId} and v.id = ${versionId}`.execute(tx)
  ).rows;
  const pages = await tx
    .selectFrom('course_page')
    .select(['id', 'position', 'title', 'minutes', 'document'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
  const questions = await tx
    .selectFrom('question')
    .select(['id', 'page_id', 'position', 'kind', 'prompt', 'body', 'points'])
    .where('customer_id', '=', customerId)
    .where('version_id', '=', versionId)
    .orderBy('page_id')
    .orderBy('position')
    .execute();
  return { course: course?.course ?? {}, finalTest: course?.test ?? null, pages, questions };
}

/** Without the stream of a long film, which is made of the film itself and names its pieces by ids of ours: nothing plays it elsewhere. */
export function listFiles(tx: Tx, customerId: string) {
  return tx
    .selectFrom('file')
    .select(['id', 'name'])
    .where('customer_id', '=', customerId)
    .where('kind', 'not in', ['stream', 'stream-part'])
    .orderBy('id')
    .execute();
}

export async function listThreads(tx: Tx, customerId: string, after: string | undefined) {
  const { rows } = await sql<{
    id: string;
    course: string;
    student: string;
    messages: { at: string; fromStudent: boolean; body: string }[];
  }>`
    select k.id, c.title as course, trim(a.given_name || ' ' || a.family_name) as student,
      coalesce((select json_agg(json_build_object('at', m.sent_at, 'fromStudent', m.from_student, 'body', m.body) order by m.sequence)
        from message m where m.customer_id = k.customer_id and m.correspondence_id = k.id), '[]') as messages
    from correspondence k join enrolment e on e.customer_id = k.customer_id and e.id = k.enrolment_id
    join course c on c.customer_id = k.customer_id and c.id = k.course_id
    join app.seen_people(${customerId}) a on a.id = e.account_id
    where k.customer_id = ${customerId} and (${after ?? null}::uuid is null or k.id > ${after ?? null})
    order by k.id limit 50`.execute(tx);
  return rows;
}
