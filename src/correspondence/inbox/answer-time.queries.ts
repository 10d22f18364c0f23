import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** So many figures are needed before they say anything. */
const enough = 5;
const mostCounted = 500;

type Course = { customer_id: string; course_id: string };

/** The minutes within which half of the course's latest answers came; undefined while there are too few to tell. */
export async function findUsualAnswerTime(tx: Tx, { customer_id, course_id }: Course): Promise<number | undefined> {
  const { rows } = await sql<{ median: number | null; answers: number }>`
    select percentile_disc(0.5) within group (order by minutes) as median, count(*) as answers
    from (select minutes from answer_time where customer_id = ${customer_id} and course_id = ${course_id} and due_at > app.now()
          order by answered_on desc limit ${mostCounted}) latest`.execute(tx);
  const [found] = rows;
  return found && found.answers >= enough && found.median !== null ? found.median : undefined;
}
