import { writeMinutes, type Rhythm } from '../rhythm.ts';

/** A rhythm as its form shows it. */
export const typedRhythm = ({ digest, quietFrom, quietTo, timeZone }: Rhythm): Record<string, string> => ({
  digest,
  quiet_from: quietFrom === null ? '' : writeMinutes(quietFrom),
  quiet_to: quietTo === null ? '' : writeMinutes(quietTo),
  time_zone: timeZone,
});
