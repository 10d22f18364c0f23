import { json, type Visit } from '../platform/visit.ts';

/** The process answers. Entering the house has already asked the database who comes. */
export const health = (): Response => json({ status: 'ok' });

/** Whether visitors can be let in; `live` tells if changes are listened for or polled for. */
export const ready = ({ house }: Visit): Response => json({ status: 'ready', live: house.live.listening ? 'listening' : 'polling' });
