import { actorOf, redirect, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { withReturn } from './return-path.ts';

export const confirmationMinutes = 10;
/** A form that was shown in time may be sent a while later: nobody should lose what they typed. */
export const confirmationGoodFor = 30;

/** Leads to the page where the person proves once more that it is they, unless they did so just now. */
export function needsConfirming(visit: Visit, minutes = confirmationMinutes, goOn = visit.url.pathname): Response | undefined {
  const sinceMs = visit.house.clock.now().getTime() - Date.parse(actorOf(visit).confirmedAt);
  return sinceMs <= minutes * 60_000 ? undefined : redirect(withReturn(href('confirmPerson'), goOn));
}
