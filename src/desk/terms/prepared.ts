import { addDays, addMonths } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { agrees, listLatestTerms, termsNoticeMonths } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { findLatestVersion } from './terms.queries.ts';

/** The next version as it would be: the own words as they are, and the first day it can hold for everyone. */
export type Prepared = { own: Record<Locale, string>; day: string };

/** What is ready to be published when terms that hold no longer agree with the map and the settings; undefined while they do (742). */
export async function prepareTerms(tx: Tx, now: Date): Promise<Prepared | undefined> {
  const operator = await findOperator(tx);
  const latest = await findLatestVersion(tx);
  if (!operator || !latest) return undefined;
  const held = await listLatestTerms(tx);
  if (held.every(({ text_sv: sv, text_en: en }) => agrees({ sv, en }, operator))) return undefined;
  return { own: latest.own, day: firstDay(latest.inForceAt, now) };
}

/** The first whole Swedish day that is a month away and after the latest version. */
function firstDay(latest: Date, now: Date): string {
  const soonest = addDays(addMonths(now, termsNoticeMonths), 1);
  const after = addDays(latest, 1);
  const at = soonest > after ? soonest : after;
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString();
}
