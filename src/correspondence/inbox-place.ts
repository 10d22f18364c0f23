import { z } from 'zod';
import type { InboxPlace } from './inbox.queries.ts';

const rule = z.tuple([z.boolean(), z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/), z.uuid()]);

/** A place in the inbox as it stands in an address. */
export function writePlace({ waiting, at, id }: InboxPlace): string {
  return Buffer.from(JSON.stringify([waiting, at, id])).toString('base64url');
}

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | null): InboxPlace | undefined {
  if (!text) return undefined;
  try {
    const [waiting, at, id] = rule.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return Number.isNaN(Date.parse(at)) ? undefined : { waiting, at, id };
  } catch {
    return undefined;
  }
}
