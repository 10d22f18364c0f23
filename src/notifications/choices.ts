import { z } from 'zod';
import type { Locale } from '../ui/locale.ts';
import { channels, events, eventNames, isChosen, type Channel, type EventName } from './events.ts';
import type { Allowed } from './notifications.queries.ts';
import { readMinutes, type Rhythm } from './rhythm.ts';
import { words } from './words.ts';

export const boxOf = (event: EventName, channel: Channel): string => `${channel}_${event}`;

/** Everything that can be chosen, as it was ticked. */
export function choicesIn(form: Record<string, unknown>, names: readonly EventName[] = eventNames): Allowed[] {
  return names.flatMap((event) =>
    channels
      .filter((channel) => isChosen(event, channel))
      .map((channel) => ({ event, channel, allowed: form[boxOf(event, channel)] === 'yes' })),
  );
}

export const customersEvents = eventNames.filter((event) => events[event].ofCustomer);

const zones = new Set(Intl.supportedValuesOf('timeZone'));
export const timeZones = [...zones];

/** When someone wants mail, as they fill it in. */
export function rhythmForm(locale: Locale) {
  const text = words[locale].choices;
  const time = z
    .string()
    .default('')
    .refine((value) => value === '' || readMinutes(value) !== undefined, text.timeWrong);
  return z
    .looseObject({
      digest: z.enum(['at-once', 'daily', 'weekly'], text.digestMissing),
      quiet_from: time,
      quiet_to: time,
      time_zone: z.string(text.zoneWrong).refine((zone) => zones.has(zone), text.zoneWrong),
    })
    .refine((form) => (form.quiet_from === '') === (form.quiet_to === ''), { path: ['quiet_from'], message: text.bothTimes })
    .refine((form) => form.quiet_from === '' || form.quiet_from !== form.quiet_to, { path: ['quiet_to'], message: text.sameTimes });
}

export function rhythmIn(form: z.output<ReturnType<typeof rhythmForm>>): Rhythm {
  const minutes = (value: string) => readMinutes(value) ?? null;
  return { digest: form.digest, quietFrom: minutes(form.quiet_from), quietTo: minutes(form.quiet_to), timeZone: form.time_zone };
}
