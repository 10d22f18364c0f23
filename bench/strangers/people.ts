import { createHash } from 'node:crypto';
import { asOwner, type World } from './worlds.ts';

/** Those who ask, the same in both worlds. */
export const people = {
  student: 'asa.oberg@person.example',
  admin: 'marta@kunskapslyftet.example',
  customerAdmin: 'jonas@kunskapslyftet.example',
  adminOfGrown: 'mohammed@bjorkdalen.example',
  support: 'siri@kursiv.example',
  officer: 'doris@kursiv.example',
  executive: 'elin@kursiv.example',
};

const digest = (token: string) => createHash('sha256').update(token).digest();

export const cookieOf = (who: string): string => `session=bench-${who}`;

/** Signs everyone in who asks, and each student of the course who answers or hands in. */
export async function signIn(world: World, customer: string, course: string): Promise<string[]> {
  return asOwner(world.url, async (owner) => {
    const insert = `insert into session (account_id, token_hash, expires_at) select id, $2, now() + interval '2 days' from account where email = $1`;
    for (const [who, email] of Object.entries(people)) await owner.query(insert, [email, digest(`bench-${who}`)]);
    const { rows } = await owner.query<{ email: string }>(
      `select a.email from enrolment e join account a on a.id = e.account_id join customer k on k.id = e.customer_id
         join course c on c.customer_id = e.customer_id and c.id = e.course_id
       where k.slug = $1 and c.slug = $2 and a.closed_at is null and (e.ends_at is null or e.ends_at > now())
         and exists (select from ledger l where l.account_id = a.id and l.event = 'acceptance')
       order by a.email limit 100`,
      [customer, course],
    );
    for (const { email } of rows) await owner.query(insert, [email, digest(`bench-${email}`)]);
    return rows.map(({ email }) => email);
  });
}
