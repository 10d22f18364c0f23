import type { House } from '../platform/house.ts';
import { addJob } from '../platform/jobs.ts';
import { countTry, isOver, takeBackTry, type Limit } from '../platform/throttle.ts';
import type { Visit } from '../platform/visit.ts';
import { networkOf } from '../sign-in/index.ts';

const minutes = 15;
const guess = {
  own: { kind: 'key own', tries: 20, minutes },
  caller: { kind: 'key caller', tries: 50, minutes },
  everyone: { kind: 'key everyone', tries: 2_000, minutes },
} satisfies Record<string, Limit>;
/** So many more wrong keys than right ones in a quarter of an hour is not people mistyping. */
const alarm: Limit = { kind: 'key alarm', tries: 100, minutes };
const mail = {
  key: { kind: 'key mail', tries: 5, minutes: 60 },
  address: { kind: 'key mail address', tries: 5, minutes: 60 },
  caller: { kind: 'key mail caller', tries: 300, minutes: 60 },
  everyone: { kind: 'key mail everyone', tries: 5_000, minutes: 60 },
} satisfies Record<string, Limit>;

type Counted = { limit: Limit; who: string };

/** The same for caller and everyone; an empty `who` (no account, no known caller) is not counted. */
const counted = (...all: Counted[]): Counted[] => all.filter(({ who }) => who !== '');

const guessOf = (visit: Visit) =>
  counted(
    { limit: guess.own, who: visit.actor?.accountId ?? '' },
    { limit: guess.caller, who: networkOf(visit.callerAddress) },
    { limit: guess.everyone, who: 'everyone' },
  );

/** Counts a try before the key is looked for. Too many: how many minutes to wait. */
export async function minutesToWaitForKey(visit: Visit): Promise<number | undefined> {
  return waiting(await countTry(visit.house, guessOf(visit)));
}

/** A key that exists was no guess: a whole class may redeem theirs from one address. */
export async function rightKey(visit: Visit): Promise<void> {
  await takeBackTry(visit.house, [...guessOf(visit), { limit: alarm, who: 'everyone' }]);
}

/** The job by which those who run the service are told (desk). */
const alarmTask = 'raise-alarm';

/** A key that does not exist. When there are far more of them than of right ones, the log is told and those who run the service. */
export async function wrongKey({ house }: Visit): Promise<void> {
  const { allowed } = await countTry(house, [{ limit: alarm, who: 'everyone' }]);
  if (allowed) return;
  house.log.warn({ room: 'keys', step: 'redeem key', problem: 'many wrong keys' }, 'someone may be guessing keys');
  await house.database.transaction({ purpose: 'security' }, (tx) =>
    addJob(tx, alarmTask, { alarm: 'keys-guessed' }, { key: `${alarmTask} keys-guessed`, maxAttempts: 5 }),
  );
}

/** Whether there are now far more wrong keys than right ones: for those who run the service. */
export const keysAreGuessed = (house: House): Promise<boolean> => isOver(house, alarm, 'everyone');

/** Counts a mail to an address that a key's holder has given. */
export async function minutesToWaitForMail(visit: Visit, to: { keyId: string; email: string }): Promise<number | undefined> {
  const tries = counted(
    { limit: mail.key, who: to.keyId },
    { limit: mail.address, who: to.email },
    { limit: mail.caller, who: networkOf(visit.callerAddress) },
    { limit: mail.everyone, who: 'everyone' },
  );
  return waiting(await countTry(visit.house, tries));
}

function waiting({ allowed, retryAfterSeconds }: { allowed: boolean; retryAfterSeconds: number }): number | undefined {
  return allowed ? undefined : Math.max(1, Math.ceil(retryAfterSeconds / 60));
}
