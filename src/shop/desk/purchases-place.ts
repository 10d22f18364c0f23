import { z } from 'zod';
import type { Place } from './purchases.queries.ts';

const rule = z.tuple([z.int().min(0).max(4e12), z.uuid()]);

/** The times are the house's own, whole milliseconds: nothing is cut off on the way through an address. */
export const writePlace = ({ at, id }: Place): string => Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | null): Place | undefined {
  if (!text) return undefined;
  try {
    const [at, id] = rule.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at: new Date(at), id };
  } catch {
    return undefined;
  }
}
