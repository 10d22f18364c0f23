import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { streamType } from '../render-media.ts';
import { longFilmSeconds } from './film-job.ts';

// As renderPlayable and escapeHtml write it: no attribute holds a bare `>`.
const alone = /(<video\b[^>]*>)(<source src="([^"]*\/)([0-9a-f-]{36})" type="video\/mp4">)/g;

/** The films that drawn pages show as one file and nothing else. */
export const filmsAlone = (html: string): string[] => [...html.matchAll(alone)].map(([, , , , film]) => film!);

/** The same page with the streams that its films have got since it was drawn, in the order a browser tries them. */
export const withStreams = (html: string, streams: ReadonlyMap<string, string>): string =>
  html.replace(alone, (player: string, video: string, source: string, folder: string, film: string) => {
    const stream = streams.get(film);
    return stream ? `${video}<source src="${folder}${stream}" type="${streamType}">${source}` : player;
  });

export type LateStreams = {
  /** The stream of a film, by the film's id. */
  streams: ReadonlyMap<string, string>;
  /** Long films that are still without one: the nightly job may make it. */
  awaited: string[];
};

export async function findLateStreams(tx: Tx, customerId: string, films: readonly string[]): Promise<LateStreams> {
  const rows = await tx
    .selectFrom('file as f')
    .leftJoin('file as s', (join) =>
      join
        .onRef('s.customer_id', '=', 'f.customer_id')
        .onRef('s.of_file_id', '=', 'f.id')
        .on(sql<boolean>`s.kind = 'stream'`),
    )
    .select(['f.id', 's.id as stream', sql<boolean>`coalesce(f.seconds >= ${longFilmSeconds}, false)`.as('isLong')])
    .where('f.customer_id', '=', customerId)
    .where('f.id', 'in', films)
    .execute();
  return {
    streams: new Map(rows.flatMap(({ id, stream }) => (stream ? [[id, stream]] : []))),
    awaited: rows.flatMap(({ id, stream, isLong }) => (isLong && !stream ? [id] : [])),
  };
}
