import { addDays } from '../../clock.ts';
import { acrossCustomers, type Tx } from '../../database.ts';
import type { House } from '../../house.ts';
import type { InboundMail, Taken } from '../inbound/take-mail.ts';
import { queueMails } from '../post-mail.ts';
import { countBounce, lockSent, updateReturned } from './bounce.queries.ts';
import { isForGood } from './read-bounce.ts';

/** A mail that will not come through, for the rooms to tell the right one: ids and its own recipient. */
export type Undelivered = {
  address: string;
  accountId: string | undefined;
  template: string;
  about: Record<string, string>;
  /** Nothing more should be sent to the address that it has not asked for. */
  stopped: boolean;
};
export type TellUndelivered = (tx: Tx, house: House, undelivered: Undelivered) => Promise<void>;

/** A full mailbox may have room tomorrow: the mail is sent again a day later, twice. */
const mostTries = 3;
const betweenTriesSeconds = 86_400;
/** So many that came back with less than the kept time between, whatever the reason, and the address counts as dead. */
const mostBounces = 5;
/** The map says the same (P30D). */
const keptDays = 30;

/** A mail that came back, known by its notification's key: what it does twice is done once, since the mail is no longer "sent". */
export function takeBounce(house: House, { replyId, body: status }: InboundMail, tell: TellUndelivered): Promise<Taken> {
  return house.database.transaction<Taken>(acrossCustomers('mail'), async (tx) => {
    const mail = await lockSent(tx, replyId);
    if (!mail) return 'taken';
    const bounces = mail.bounces + 1;
    const isOver = isForGood(status) || bounces >= mostTries;
    await updateReturned(tx, mail.id, { state: isOver ? 'dead' : 'queued', problem: `bounced ${status}`, bounces });
    if (!isOver) await queueMails(tx, [mail.id], { waitSeconds: betweenTriesSeconds });
    const { address, accountId, template, about } = mail;
    if (address) await tellAll(tx, house, { address, accountId, template, about: about as Record<string, string>, status, isOver }, tell);
    return 'taken';
  });
}

type Returned = {
  address: string;
  accountId: string | null;
  template: string;
  about: Record<string, string>;
  status: string;
  isOver: boolean;
};

/** The same for a mail that the server refused at once because there is no such address. */
export async function tellAll(tx: Tx, house: House, returned: Returned, tell: TellUndelivered): Promise<void> {
  const { address, accountId, template, about, status, isOver } = returned;
  const at = house.clock.now();
  const until = addDays(at, keptDays);
  const stopped = await countBounce(tx, { address: address.toLowerCase(), status, at, until, mostBounces, stop: isForGood(status) });
  if (isOver || stopped)
    await tell(tx, house, { address: address.toLowerCase(), accountId: accountId ?? undefined, template, about, stopped });
}
