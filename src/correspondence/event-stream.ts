import { problemOf } from '../platform/log.ts';
import type { Visit } from '../platform/visit.ts';
import { joinPulse } from './pulse.ts';

/** A reader who falls this many events behind is let go; it comes back and goes on from where it was. */
const mostWaiting = 500;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

const encoder = new TextEncoder();
const heartbeat = ': still here\n\n';

type Stream = { send(text: string): void; hasEnded(): boolean; fail(error: unknown): void };
type Following = {
  topics: readonly string[];
  /** Whether the reader, who has just come in anew, would still be let in here. */
  mayStay(): boolean;
  /** Gives what is done at the beginning and whenever something was announced on one of the topics. */
  teller(stream: Stream): () => Promise<'go on' | 'end'>;
};

/** Server-sent events for as long as the reader stays, may be there, and keeps up. */
export function eventStream(visit: Visit, following: Following): Response {
  if (visit.request.method === 'HEAD') return new Response(null, { headers });
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stop = follow(visit, following, controller);
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers });
}

function follow(visit: Visit, following: Following, controller: ReadableStreamDefaultController<Uint8Array>): () => void {
  const { house } = visit;
  let ended = false;
  let hasSpoken = false;
  const send = (text: string) => {
    if (ended) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < -mostWaiting) end();
  };
  const end = () => {
    if (ended) return;
    ended = true;
    leave.forEach((unsubscribe) => unsubscribe());
    leavePulse();
    closeQuietly(controller);
  };
  const say = (text: string) => {
    hasSpoken = true;
    send(text);
  };
  // What was said since the last turn was a sign of life.
  const beat = () => {
    if (!hasSpoken) send(heartbeat);
    hasSpoken = false;
  };
  const fail = (error: unknown) => {
    if (!ended && !house.database.pool.ending) house.log.warn({ room: 'correspondence', ...problemOf(error) }, 'a stream ended');
    end();
  };
  const tellAll = following.teller({ send: say, hasEnded: () => ended, fail });
  const tell = oneAtATime(async () => {
    if (!ended && (await tellAll()) === 'end') end();
  }, fail);
  const leave = following.topics.map((topic) => house.live.subscribe(topic, tell));
  const leavePulse = joinPulse(house, {
    visit,
    heartbeat: beat,
    entered: () => following.mayStay() || end(),
    fail,
    end,
  });
  send('retry: 2000\n\n');
  tell();
  return end;
}

export const event = (name: string, data: unknown, id?: string): string =>
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
