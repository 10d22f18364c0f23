import { setTimeout as delay } from 'node:timers/promises';

/** Fast (sessions end, everything is written), then immediate (the next start recovers), then by force. */
const steps = [
  ['SIGINT', 60_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
] as const;

export async function shutDown(pid: number, send: (signal: NodeJS.Signals) => void, ended: Promise<unknown>): Promise<void> {
  for (const [signal, patienceMs] of steps) {
    send(signal);
    if (await endsWithin(ended, patienceMs)) return;
  }
  throw new Error(`PostgreSQL, process ${pid}, does not stop.`);
}

async function endsWithin(ended: Promise<unknown>, patienceMs: number): Promise<boolean> {
  const patience = new AbortController();
  const tooLong = delay(patienceMs, false, { signal: patience.signal }).catch(() => false);
  const over = await Promise.race([ended.then(() => true), tooLong]);
  patience.abort();
  return over;
}
