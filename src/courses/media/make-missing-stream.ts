import { sql } from 'kysely';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { longFilmSeconds, prepareFilm } from './film-job.ts';

export const makeStreamsTask = 'make-streams';
/** A night is long enough for these, and whoever uploads a film meanwhile waits for one of them at most. */
export const streamsANight = 20;
const retryAfterDays = 30;

/**
 * Gives one long film its stream that was uploaded before there were any, and asks for the next: one at a time, so many a night,
 * until none lacks it. What is broken off is begun anew, for the film still lacks its stream.
 */
export async function makeMissingStream(house: House, { left }: Record<string, string>, longFrom = longFilmSeconds): Promise<void> {
  // It is the installation that is brought up to date, whichever customers there are.
  const film = await house.database.transaction(acrossCustomers('set-up'), (tx) => findFilmWithoutStream(tx, longFrom));
  if (!film) return;
  await prepareFilm(house, { customer: film.customerId, file: film.id }, longFrom);
  const more = Math.min(Number(left ?? streamsANight), streamsANight) - 1;
  await house.database.transaction(acrossCustomers('set-up'), async (tx) => {
    await noteTried(tx, film);
    if (more > 0) await addJob(tx, makeStreamsTask, { left: String(more) }, { key: makeStreamsTask, maxAttempts: 3 });
  });
}

type Film = { customerId: string; id: string };

const lacksStream = sql<boolean>`not exists (select from file s
  where s.customer_id = f.customer_id and s.of_file_id = f.id and s.kind = 'stream')`;

/** The oldest first; one that came to nothing, when all others have had their turn. */
export const findFilmWithoutStream = (tx: Tx, longFrom: number): Promise<Film | undefined> =>
  tx
    .selectFrom('file as f')
    .select(['f.customer_id as customerId', 'f.id'])
    .where('f.kind', '=', 'film')
    .where('f.state', '=', 'ready')
    .where('f.seconds', '>=', longFrom)
    .where('f.course_id', 'is not', null)
    .where(lacksStream)
    .where(sql<boolean>`(f.stream_tried_at is null or f.stream_tried_at < app.now() - make_interval(days => ${retryAfterDays}))`)
    .orderBy('f.stream_tried_at', (order) => order.asc().nullsFirst())
    .orderBy('f.created_at')
    .orderBy('f.id')
    .limit(1)
    .executeTakeFirst();

async function noteTried(tx: Tx, { customerId, id }: Film): Promise<void> {
  await tx
    .updateTable('file as f')
    .set({ stream_tried_at: sql<Date>`app.now()` })
    .where('f.customer_id', '=', customerId)
    .where('f.id', '=', id)
    .where(lacksStream)
    .execute();
}
