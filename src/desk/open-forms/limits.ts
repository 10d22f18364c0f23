import { countTry, type Limit } from '../../platform/throttle.ts';
import type { Visit } from '../../platform/visit.ts';
import { networkOf } from '../../sign-in/index.ts';

type Limits = { own: Limit; caller: Limit; everyone: Limit };

const limitsFor = (act: string, own: number, caller: number, everyone: number): Limits => ({
  own: { kind: `${act} own`, tries: own, minutes: 60 },
  caller: { kind: `${act} caller`, tries: caller, minutes: 60 },
  everyone: { kind: `${act} everyone`, tries: everyone, minutes: 60 },
});

/** `own` is an address or an enquiry: nobody's mailbox can be filled by writing to us in their name. */
const limits = {
  send: limitsFor('enquiry', 5, 20, 500),
  writeBack: limitsFor('enquiry write back', 20, 60, 1_000),
  subscribe: limitsFor('newsletter', 3, 20, 500),
  request: limitsFor('data request', 3, 20, 500),
  removal: limitsFor('enquiry removal', 3, 20, 500),
  order: limitsFor('order', 5, 20, 500),
  findPurchases: limitsFor('find purchases', 3, 20, 500),
} satisfies Record<string, Limits>;

export type Act = keyof typeof limits;

/** Counts one sending. Too many: how many minutes to wait. */
export async function minutesToWait({ house, callerAddress }: Visit, act: Act, own: string): Promise<number | undefined> {
  const network = networkOf(callerAddress);
  const { allowed, retryAfterSeconds } = await countTry(house, [
    { limit: limits[act].own, who: own },
    ...(network ? [{ limit: limits[act].caller, who: network }] : []),
    { limit: limits[act].everyone, who: 'everyone' },
  ]);
  return allowed ? undefined : Math.max(1, Math.ceil(retryAfterSeconds / 60));
}
