import { z } from 'zod';
import type { InboxPlace } from './inbox.queries.ts';

const rule = z.tuple([z.boolean(), z.int().min(0).max(4e15), z.uuid()]);

/** A place in the inbox as it stands in an address. */
export function writePlace({ waiting, atMicros, id }: InboxPlace): string {
  return Buffer.from(JSON.stringify([waiting, atMicros, id])).toString('base64url');
}

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | null): InboxPlace | undefined {
  if (!text) return undefined;
  try {
    const [waiting, atMicros, id] = rule.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { waiting, atMicros, id };
  } catch {
    return undefined;
  }
}
