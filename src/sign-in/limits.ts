import { countTry, type Limit } from '../platform/throttle.ts';
import type { Visit } from '../platform/visit.ts';

type Limits = { own: Limit; caller: Limit; everyone: Limit };

const limitsFor = (act: string, minutes: number, own: number, caller: number, everyone: number): Limits => ({
  own: { kind: `${act} own`, tries: own, minutes },
  caller: { kind: `${act} caller`, tries: caller, minutes },
  everyone: { kind: `${act} everyone`, tries: everyone, minutes },
});

/** A whole school may come from one address on a Monday morning: the caller's limit leaves room for it. */
export const limits = {
  signIn: limitsFor('sign-in', 15, 10, 150, 5000),
  secondFactor: limitsFor('second factor', 60, 10, 300, 5000),
  passkey: limitsFor('passkey', 15, 60, 300, 5000),
  confirm: limitsFor('confirm', 15, 10, 150, 5000),
  mail: limitsFor('mail', 60, 3, 60, 2000),
} satisfies Record<string, Limits>;

/** Counts one try for an account, its caller and everyone. Too many: how many minutes to wait. */
export async function minutesToWait(visit: Visit, act: keyof typeof limits, own?: string): Promise<number | undefined> {
  const network = networkOf(visit.callerAddress);
  const { allowed, retryAfterSeconds } = await countTry(visit.house, [
    ...(own ? [{ limit: limits[act].own, who: own }] : []),
    ...(network ? [{ limit: limits[act].caller, who: network }] : []),
    { limit: limits[act].everyone, who: 'everyone' },
  ]);
  return allowed ? undefined : Math.max(1, Math.ceil(retryAfterSeconds / 60));
}

/** One household or office: an IPv4 address, or the half of an IPv6 address that its provider gave out. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - after.length).fill('0');
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** The answer that says "too many" also says it to programs. */
export function tooMany(response: Response, minutes: number): Response {
  response.headers.set('retry-after', String(minutes * 60));
  return response;
}
