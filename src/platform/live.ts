import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Tx } from './database.ts';
import { problemOf, type Log } from './log.ts';

/** Tells the processes of this installation that something happened; never what. */
export type Live = {
  /** Calls `listener` after each announcement on the topic (and now and then when listening fails). */
  subscribe(topic: string, listener: () => void): () => void;
  readonly listening: boolean;
  close(): Promise<void>;
};

const channel = 'kursiv_live';
const pollMs = 1_000;
const reconnectMs = 1_000;

/** Announces on topics when the transaction commits; functions of the database do so with `app.announce`. */
export async function announce(tx: Tx, ...topics: string[]): Promise<void> {
  await sql`select app.announce(topic) from unnest(${topics}::text[]) topic`.execute(tx);
}

/**
 * Listens on one connection. Through a transaction-pooling PgBouncer LISTEN is accepted but nothing
 * ever arrives, so the connection proves itself with an echo; until it has, subscribers are polled.
 */
export function openLive(url: string, log: Log): Live {
  const listeners = new Map<string, Set<() => void>>();
  let listening = false;
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const wakeAll = () => listeners.forEach((set) => set.forEach((listener) => listener()));
  const poll = setInterval(() => listening || wakeAll(), pollMs);
  poll.unref();

  async function connect() {
    const echo = `echo ${randomUUID()}`;
    const mine = (client = new pg.Client({ connectionString: url }));
    mine.on('notification', ({ payload = '' }) => {
      if (payload === echo) {
        listening = true;
        wakeAll(); // whatever was announced while nobody listened
      } else listeners.get(payload)?.forEach((listener) => listener());
    });
    mine.on('error', () => {});
    mine.on('end', () => lost());
    await mine.connect();
    await mine.query(`listen ${channel}`);
    await mine.query('select pg_notify($1, $2)', [channel, echo]);
  }
  function lost() {
    listening = false;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      start();
    }, reconnectMs);
    retry.unref();
  }
  function start() {
    connect().catch((error: unknown) => {
      log.warn({ step: 'listen', ...problemOf(error) }, 'live listening failed; polling until it is back');
      lost();
    });
  }
  start();
  return {
    get listening() {
      return listening;
    },
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(topic);
      };
    },
    async close() {
      closed = true;
      clearInterval(poll);
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
