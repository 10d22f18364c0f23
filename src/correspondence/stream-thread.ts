import { enter } from '../platform/enter.ts';
import { problemOf } from '../platform/log.ts';
import type { Visit } from '../platform/visit.ts';
import { markSent, readNews, type Told } from './news.ts';
import { topicOf, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';

const beatMs = 1_000;
const beatsPerHeartbeat = 15;
const beatsPerSessionCheck = 45;
/** A reader who falls this many events behind is let go; it comes back and goes on from where it was. */
const mostWaiting = 500;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/** The thread as it goes on, by server-sent events, from the message after `after`. */
export function followThread(visit: Visit, side: Side, thread: ThreadRow, after: number): Response {
  if (visit.request.method === 'HEAD') return new Response(null, { headers });
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stop = follow(visit, side, thread, after, controller);
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers });
}

function follow(
  visit: Visit,
  side: Side,
  thread: ThreadRow,
  after: number,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const { house } = visit;
  let told: Told = { last: after, read: 0, removed: new Set() };
  let ended = false;
  let beats = 0;
  const send = (text: string) => ended || controller.enqueue(new TextEncoder().encode(text));
  const end = () => {
    if (ended) return;
    ended = true;
    unsubscribe();
    house.closing.removeEventListener('abort', end);
    clearInterval(beat);
    closeQuietly(controller);
  };
  const fail = (error: unknown) => {
    if (!ended && !house.database.pool.ending) house.log.warn({ room: 'correspondence', ...problemOf(error) }, 'a stream ended');
    end();
  };
  const tell = oneAtATime(async () => {
    for (let more = true; more && !ended;) {
      const news = await readNews(visit, side, told);
      if (!news) return end();
      for (const update of news.updates) send(event('message', update, update.sequence));
      if (news.removed.length > 0) send(event('removed', news.removed));
      if (news.told.read > told.read) send(event('read', news.told.read));
      ({ told, more } = news);
      if (!ended) await markSent(visit, side, news);
    }
  }, fail);
  const unsubscribe = house.live.subscribe(topicOf(thread), tell);
  const beat = setInterval(() => {
    beats += 1;
    if (house.database.pool.ending || (controller.desiredSize ?? 0) < -mostWaiting) return end();
    if (beats % beatsPerHeartbeat === 0) send(': still here\n\n');
    if (beats % beatsPerSessionCheck === 0) isStillIn(visit, side).then((isIn) => isIn || end(), fail);
  }, beatMs);
  beat.unref();
  house.closing.addEventListener('abort', end, { once: true });
  send('retry: 2000\n\n');
  tell();
  return end;
}

/** Comes in anew as a request would: a session that has ended, or terms that hold no longer, end the stream. */
async function isStillIn(visit: Visit, side: Side): Promise<boolean> {
  await enter(visit, []);
  const { actor, customer } = visit;
  if (!customer || actor?.accountId !== side.accountId || actor.closed || !actor.acceptedTerms) return false;
  return side.name === 'student' || actor.staff;
}

const event = (name: string, data: unknown, id?: number): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/** Runs the work again when it was asked for meanwhile, never twice at once. */
function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) run().catch(failed);
  };
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // The reader went away first.
  }
}
