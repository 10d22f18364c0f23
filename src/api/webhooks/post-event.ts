import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { ForbiddenAddress, isPublic, publicLookup } from './public-address.ts';

/** What came of an attempt. The answer's own words are never read: a receiver says nothing that anyone here needs. */
export type Outcome = { status: number } | { problem: 'timeout' | 'unreachable' | 'forbidden-address' };

type Sent = { headers: Record<string, string>; body: string };

/**
 * Posts an event to an address that a customer has written. Never to this machine or its network, unless in development: what
 * stands behind our own walls is not reached by asking us (SSRF). Redirects are not followed.
 */
export function postEvent(address: string, { headers, body }: Sent, rules: { insideToo: boolean; timeoutMs?: number }): Promise<Outcome> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address in digits is not looked up, so it is judged here.
  if (!rules.insideToo && (url.protocol !== 'https:' || (isIP(host) && !isPublic(host))))
    return Promise.resolve({ problem: 'forbidden-address' });
  return new Promise((settle) => {
    const begin = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sending = begin(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(rules.timeoutMs ?? 10_000),
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Kursiv' },
      ...(rules.insideToo ? {} : { lookup: publicLookup }),
    });
    sending.on('response', (answer) => {
      settle({ status: answer.statusCode ?? 0 });
      sending.destroy();
    });
    sending.on('error', (error) => settle({ problem: problemIn(error) }));
    sending.end(body);
  });
}

function problemIn(error: Error): 'timeout' | 'unreachable' | 'forbidden-address' {
  if (error instanceof ForbiddenAddress) return 'forbidden-address';
  return error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}
