import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Student } from '../learning.queries.ts';

export type WholePage = {
  position: number;
  title: string;
  section: string | null;
  html: string;
  /** Prompts of the page's questions, by the line that the text points at. */
  questions: { lineageId: string; prompt: string }[];
  /** The student's own words, by box. */
  reflections: Record<string, string> | null;
};
export type WholeCourse = { title: string; language: 'sv' | 'en'; customerName: string; pages: WholePage[]; waiting: number };

/** A course the student has access to, with every page that is open to them; those that wait are only counted. */
export async function findWholeCourse(tx: Tx, { accountId, customerId }: Student, courseSlug: string): Promise<WholeCourse | undefined> {
  const { rows } = await sql<WholeCourse>`
    with mine as (
      select e.id, c.title, c.language, k.name, p.id as page_id, p.position, p.title as page_title, p.html, s.title as section,
        app.page_is_locked(e, c.page_order, p.id, p.position) as locked
      from enrolment e
      join course c on c.customer_id = e.customer_id and c.id = e.course_id
      join customer k on k.id = e.customer_id
      join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
      left join course_section s on s.customer_id = p.customer_id and s.id = p.section_id
      where e.customer_id = ${customerId} and e.account_id = ${accountId} and c.slug = ${courseSlug}
        and (e.ends_at is null or e.ends_at > app.now()))
    select title, language, name as "customerName", count(*) filter (where locked) as waiting,
      coalesce(json_agg(json_build_object('position', position, 'title', page_title, 'section', section, 'html', html,
        'questions', (select coalesce(json_agg(json_build_object('lineageId', q.lineage_id, 'prompt', q.prompt) order by q.position), '[]')
          from question q where q.customer_id = ${customerId} and q.page_id = mine.page_id),
        'reflections', (select json_object_agg(r.box, r.body) from reflection r
          where r.customer_id = ${customerId} and r.enrolment_id = mine.id and r.page_id = mine.page_id))
        order by position) filter (where not locked), '[]') as pages
    from mine group by title, language, name`.execute(tx);
  return rows[0];
}
