import type { House } from '../platform/house.ts';

const beatMs = 1_000;

export type Beating = { beat(): void; end(): void };
type Pulse = { streams: Set<Beating>; stop(): void };
const pulses = new WeakMap<House, Pulse>();

/** One timer, and one ear for the closing of the house, for all its streams: a timer for each is ten thousand a second. */
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
  const timer = setInterval(() => (house.database.pool.ending ? endAll() : streams.forEach((stream) => stream.beat())), beatMs);
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
