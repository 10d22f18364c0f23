import { countTry, type Limit } from '../platform/throttle.ts';
import type { Visit } from '../platform/visit.ts';
import { networkOf } from '../sign-in/index.ts';

const minutes = 60;
const mail = {
  invitation: { kind: 'invitation mail', tries: 50, minutes },
  address: { kind: 'invitation mail address', tries: 5, minutes },
  caller: { kind: 'invitation mail caller', tries: 100, minutes },
} satisfies Record<string, Limit>;

/** Counts a mail to an address that a visitor has given. Too many: how many minutes to wait. */
export async function minutesToWait(visit: Visit, to: { invitationId: string; email: string }): Promise<number | undefined> {
  const tries = [
    { limit: mail.invitation, who: to.invitationId },
    { limit: mail.address, who: to.email },
    { limit: mail.caller, who: networkOf(visit.callerAddress) },
  ].filter(({ who }) => who !== '');
  const { allowed, retryAfterSeconds } = await countTry(visit.house, tries);
  return allowed ? undefined : Math.max(1, Math.ceil(retryAfterSeconds / 60));
}
