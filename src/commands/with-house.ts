import { openHouse, type OpenHouse } from '../open-house.ts';
import { clockAt, systemClock, type Clock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { readSettings, SettingsError } from '../platform/settings.ts';

/** Opens the house for one command and closes it again, whatever happens. */
export async function withHouse(work: (open: OpenHouse) => Promise<number>, clock: Clock = systemClock): Promise<number> {
  const settings = readSettings(process.env);
  const open = await openHouse({ settings, clock, log: createLog('warn'), onProgress: progress, beside: true });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Progress goes to the error stream, so that what is asked for can be piped. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `--now 2027-06-01` moves the clock for this command. */
export function clockFrom(now: string | undefined): Clock {
  if (now === undefined) return systemClock;
  const time = new Date(now);
  if (Number.isNaN(time.getTime())) throw new SettingsError('--now must be a date such as 2027-06-01 or 2027-06-01T12:00:00Z.');
  return clockAt(time);
}
