import { addPeriod } from '../privacy/index.ts';
import { dataMap } from '../../data-map/index.ts';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { replyAddress } from '../platform/mail/inbound/reply-address.ts';
import { keepReplyAddress } from './reply-address.queries.ts';

type Reminded = { customerId: string; accountId: string; threads: string[] };

/**
 * The address that takes the person's answer to a reminder. A mail about several threads has none: nobody could tell which one
 * the answer belongs to.
 */
export async function openReplyAddress(tx: Tx, house: House, { customerId, accountId, threads }: Reminded): Promise<string | undefined> {
  const [thread] = threads;
  if (!house.mailIn || !thread || threads.length > 1) return undefined;
  const at = house.clock.now();
  const expiresAt = addPeriod(at, dataMap.reply_address.retention.period);
  const id = await keepReplyAddress(tx, { customerId, accountId, thread, at, expiresAt });
  return replyAddress(house, { kind: 'correspondence', id });
}
