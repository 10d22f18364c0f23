import pg from 'pg';

export type Use = { cpuMicros: number; rssBytes: number; roundTrips: number };

/** Tells, when asked, what this process has used so far; memory after the garbage is gone. */
export function tellUse(): void {
  let roundTrips = 0;
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    roundTrips++;
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  process.on('message', () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss(), roundTrips } satisfies Use);
  });
}
