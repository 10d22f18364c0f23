import { sql } from 'kysely';
import type { House } from './house.ts';

export type Limit = { kind: string; tries: number; minutes: number };

/**
 * Counts one try for each of `who` (an account, an address, "everyone") and tells whether all are
 * within their limits. The bucket's name is a keyed digest: no address is stored.
 */
export async function countTry(
  house: House,
  limits: { limit: Limit; who: string }[],
): Promise<{ allowed: boolean; retryAfterSeconds: number; left: number; secondsLeft: number }> {
  const results = await house.database.transaction({ purpose: 'security' }, async (tx) => {
    const counted = [];
    for (const { limit, who } of limits) {
      const bucket = house.secrets.digest('throttle', `${limit.kind}\n${who}`);
      const { rows } = await sql<{ tries: number; seconds: number }>`
        insert into throttle as t (bucket, tries, expires_at)
        values (${bucket}, 1, app.now() + make_interval(mins => ${limit.minutes}))
        on conflict (bucket) do update set
          tries = case when t.expires_at <= app.now() then 1 else t.tries + 1 end,
          expires_at = case when t.expires_at <= app.now() then excluded.expires_at else t.expires_at end
        returning tries, ceil(extract(epoch from expires_at - app.now()))::int as seconds`.execute(tx);
      const row = rows[0]!;
      counted.push({ over: row.tries > limit.tries, seconds: row.seconds, left: Math.max(0, limit.tries - row.tries) });
    }
    return counted;
  });
  const over = results.filter((result) => result.over);
  return {
    allowed: over.length === 0,
    retryAfterSeconds: Math.max(0, ...over.map((result) => result.seconds)),
    left: Math.min(...results.map((result) => result.left)),
    secondsLeft: Math.max(0, ...results.map((result) => result.seconds)),
  };
}

/** Whether more has been tried than is allowed, without a try of one's own. */
export async function isOver(house: House, limit: Limit, who: string): Promise<boolean> {
  const bucket = house.secrets.digest('throttle', `${limit.kind}\n${who}`);
  const found = await house.database.transaction({ purpose: 'security' }, (tx) =>
    tx
      .selectFrom('throttle')
      .select('bucket')
      .where('bucket', '=', bucket)
      .where('tries', '>', limit.tries)
      .where('expires_at', '>', sql<Date>`app.now()`)
      .executeTakeFirst(),
  );
  return found !== undefined;
}

/** Forgets the tries of one bucket, for instance after a right password. */
export async function forgetTries(house: House, limit: Limit, who: string): Promise<void> {
  const bucket = house.secrets.digest('throttle', `${limit.kind}\n${who}`);
  await house.database.transaction({ purpose: 'security' }, (tx) => tx.deleteFrom('throttle').where('bucket', '=', bucket).execute());
}

/** Takes back one try that turned out right, so that only wrong ones are counted in the long run. */
export async function takeBackTry(house: House, limits: { limit: Limit; who: string }[]): Promise<void> {
  await house.database.transaction({ purpose: 'security' }, async (tx) => {
    // One by one, in the order countTry takes them: two visits never wait for each other.
    for (const { limit, who } of limits) {
      const bucket = house.secrets.digest('throttle', `${limit.kind}\n${who}`);
      await tx
        .updateTable('throttle')
        .set({ tries: sql<number>`tries - 1` })
        .where('bucket', '=', bucket)
        .where('tries', '>', 0)
        .execute();
    }
  });
}
