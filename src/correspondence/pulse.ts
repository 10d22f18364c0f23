import { enterAgain } from '../platform/enter.ts';
import type { House } from '../platform/house.ts';
import type { Visit } from '../platform/visit.ts';

const beatMs = 100;
/** A reader comes in anew every 45 seconds, and hears every 15 that the line still holds, if nothing else was said. */
const beatsPerEntry = 450;
const beatsPerHeartbeat = 150;
const enteredAtOnce = 50;

export type Beating = {
  visit: Visit;
  heartbeat(): void;
  entered(): void;
  fail(error: unknown): void;
  end(): void;
};
type Pulse = { join(stream: Beating): () => void };
const pulses = new WeakMap<House, Pulse>();

/**
 * One timer, and one ear for the closing of the house, for all its streams: a timer for each is ten thousand a second. Each stream has
 * its turn among the beats, one after the other: ten thousand that came at once do not come in anew at once, and what is said meanwhile
 * does not wait for them.
 */
export function joinPulse(house: House, stream: Beating): () => void {
  const pulse = pulses.get(house) ?? beginPulse(house);
  return pulse.join(stream);
}

function beginPulse(house: House): Pulse {
  const turns = Array.from({ length: beatsPerEntry }, () => new Set<Beating>());
  let [now, next, count] = [0, 0, 0];
  const endAll = () => turns.forEach((streams) => streams.forEach((stream) => stream.end()));
  const beat = () => {
    if (house.database.pool.ending) return endAll();
    now = (now + 1) % beatsPerEntry;
    for (let turn = now % beatsPerHeartbeat; turn < beatsPerEntry; turn += beatsPerHeartbeat)
      turns[turn]!.forEach((stream) => stream.heartbeat());
    const due = [...turns[now]!];
    for (let first = 0; first < due.length; first += enteredAtOnce) comeInAnew(house, due.slice(first, first + enteredAtOnce));
  };
  const timer = setInterval(beat, beatMs);
  timer.unref();
  house.closing.addEventListener('abort', endAll, { once: true });
  const stop = () => {
    clearInterval(timer);
    house.closing.removeEventListener('abort', endAll);
    pulses.delete(house);
  };
  const pulse = {
    join(stream: Beating) {
      const turn = turns[next]!;
      next = (next + 1) % beatsPerEntry;
      turn.add(stream);
      count += 1;
      return () => {
        if (turn.delete(stream)) count -= 1;
        if (count === 0) stop();
      };
    },
  };
  pulses.set(house, pulse);
  return pulse;
}

function comeInAnew(house: House, streams: readonly Beating[]): void {
  enterAgain(
    house,
    streams.map(({ visit }) => visit),
  ).then(
    () => streams.forEach((stream) => stream.entered()),
    (error: unknown) => streams.forEach((stream) => stream.fail(error)),
  );
}
