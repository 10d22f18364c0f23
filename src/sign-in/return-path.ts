import { z } from 'zod';
import type { Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';

const longest = 500;

/** Where someone was heading, if that is a page of ours: an address may never lead them elsewhere. */
export function ownPath(wanted: string | null | undefined): string | undefined {
  if (!wanted || wanted.length > longest || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return undefined;
  const url = new URL(wanted, 'https://own.invalid');
  return url.host === 'own.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined;
}

/** The hidden field that carries it from page to page; anything else is quietly dropped. */
export const returnField = z.string().optional().catch(undefined).transform(ownPath);

export const returnPathOf = (visit: Visit): string | undefined => ownPath(visit.url.searchParams.get('vidare'));

export const withReturn = (address: string, path: string | undefined): string =>
  path ? `${address}?vidare=${encodeURIComponent(path)}` : address;

export const afterSignIn = (path: string | undefined): string => path ?? href('home');
