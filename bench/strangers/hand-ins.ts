import type pg from 'pg';
import type { Ask } from './measure.ts';

/**
 * Gives these students an open attempt each with the answers of someone who passed, whatever they had done before: so each round
 * of handing in is the first. Done past the application and not measured.
 */
export async function openAttempts(owner: pg.Client, asks: Ask[], emails: string[]): Promise<void> {
  const slug = asks[0]!.path.split('/')[4]!;
  const those = emails.slice(0, asks.length);
  await owner.query(
    `begin;
     set local session_replication_role = replica;
     create temp table taker on commit drop as
       select e.customer_id, e.id, e.version_id, gen_random_uuid() as attempt from enrolment e join account a on a.id = e.account_id
         join course c on c.customer_id = e.customer_id and c.id = e.course_id
         where c.slug = '${slug}' and a.email in (${those.map((email) => `'${email}'`).join(', ')});
     create temp table model on commit drop as
       select t.* from attempt t join enrolment e on e.customer_id = t.customer_id and e.id = t.enrolment_id
       where t.passed and e.version_id = (select version_id from taker limit 1)
         and e.customer_id = (select customer_id from taker limit 1) and t.enrolment_id not in (select id from taker) order by t.id limit 1;
     delete from attempt_answer x using attempt t, taker e
       where t.customer_id = e.customer_id and t.enrolment_id = e.id and x.customer_id = t.customer_id and x.attempt_id = t.id;
     delete from attempt t using taker e where t.customer_id = e.customer_id and t.enrolment_id = e.id;
     delete from certificate c using taker e where c.customer_id = e.customer_id and c.enrolment_id = e.id;
     update enrolment e set completed_at = null from taker t where e.customer_id = t.customer_id and e.id = t.id;
     insert into attempt (customer_id, id, enrolment_id, number, started_at, deadline_at, question_ids)
       select t.customer_id, t.attempt, t.id, 1, now(), now() + interval '1 hour', m.question_ids from taker t, model m;
     insert into attempt_answer (customer_id, attempt_id, question_id, response)
       select t.customer_id, t.attempt, a.question_id, a.response from taker t, model m
         join attempt_answer a on a.customer_id = m.customer_id and a.attempt_id = m.id;
     commit`,
  );
}
