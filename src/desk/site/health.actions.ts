import { countDead } from '../../platform/mail/dead-letters.ts';
import { json, type Visit } from '../../platform/visit.ts';

/** The process answers. Entering the house has already asked the database who comes. */
export const health = (): Response => json({ status: 'ok' });

/** Whether visitors can be let in; `live` tells if changes are listened for or polled for, `gaveUp` what waits for a person. */
export async function ready({ house }: Visit): Promise<Response> {
  return json({ status: 'ready', live: house.live.listening ? 'listening' : 'polling', gaveUp: await countDead(house.database) });
}
