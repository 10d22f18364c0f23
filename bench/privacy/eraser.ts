import { setTimeout as wait } from 'node:timers/promises';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { eraseForever, sweep } from '../../src/privacy/index.ts';

/** Erases or sweeps beside those who read, in a process of its own, until it is told to stop. */
export type Order = { erase: string[]; everyMs: number } | { sweep: true } | { stop: true };
export type Told = { ready: true } | { done: number };

const { house } = await openHouse({ settings: readSettings(process.env), clock: systemClock });
let stopped = false;
process.on('message', (order: Order) => void obey(order));
process.send?.({ ready: true } satisfies Told);

async function obey(order: Order): Promise<void> {
  if ('stop' in order) stopped = true;
  else if ('sweep' in order) {
    const counts = await sweep(house);
    process.send?.({ done: counts['notification deleted'] ?? 0 } satisfies Told);
  } else {
    stopped = false;
    let done = 0;
    for (const id of order.erase) {
      if (stopped) break;
      const began = performance.now();
      await eraseForever(house, [id], 'request');
      done++;
      await wait(Math.max(0, order.everyMs - (performance.now() - began)));
    }
    process.send?.({ done } satisfies Told);
  }
}
