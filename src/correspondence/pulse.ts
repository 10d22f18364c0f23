import { enterAgain } from '../platform/enter.ts';
import type { House } from '../platform/house.ts';
import type { Visit } from '../platform/visit.ts';

const beatMs = 1_000;
const enteredAtOnce = 200;

export type Beating = {
  visit: Visit;
  /** Gives whether its reader is to come in anew now. */
  beat(): boolean;
  entered(): void;
  fail(error: unknown): void;
  end(): void;
};
type Pulse = { streams: Set<Beating>; stop(): void };
const pulses = new WeakMap<House, Pulse>();

/**
 * One timer, and one ear for the closing of the house, for all its streams: a timer for each is ten thousand a second. Those whose
 * readers are to come in anew do so together.
 */
export function joinPulse(house: House, stream: Beating): () => void {
  const pulse = pulses.get(house) ?? beginPulse(house);
  pulse.streams.add(stream);
  return () => {
    pulse.streams.delete(stream);
    if (pulse.streams.size === 0) pulse.stop();
  };
}

function beginPulse(house: House): Pulse {
  const streams = new Set<Beating>();
  const endAll = () => streams.forEach((stream) => stream.end());
  const beat = () => {
    if (house.database.pool.ending) return endAll();
    const due = [...streams].filter((stream) => stream.beat());
    for (let first = 0; first < due.length; first += enteredAtOnce) comeInAnew(house, due.slice(first, first + enteredAtOnce));
  };
  const timer = setInterval(beat, beatMs);
  timer.unref();
  house.closing.addEventListener('abort', endAll, { once: true });
  const pulse = {
    streams,
    stop() {
      clearInterval(timer);
      house.closing.removeEventListener('abort', endAll);
      pulses.delete(house);
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
