import pg from 'pg';

let roundTrips = 0;

/** Counts what this process sends to PostgreSQL and waits for, and answers when asked. */
export function tellTally(): void {
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    roundTrips++;
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system, roundTrips });
  });
}
