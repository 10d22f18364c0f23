import { z } from 'zod';

/** Where a page of the inbox ended. */
export type InboxPlace = { isWaiting: boolean; at: Date; id: string };

const rule = z.tuple([z.boolean(), z.int().min(0).max(4e12), z.uuid()]);

/** The times are the house's own, whole milliseconds: nothing is cut off on the way through an address. */
export const writePlace = ({ isWaiting, at, id }: InboxPlace): string =>
  Buffer.from(JSON.stringify([isWaiting, at.getTime(), id])).toString('base64url');

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | null): InboxPlace | undefined {
  if (!text) return undefined;
  try {
    const [isWaiting, at, id] = rule.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { isWaiting, at: new Date(at), id };
  } catch {
    return undefined;
  }
}
