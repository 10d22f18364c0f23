import type { House } from '../platform/house.ts';
import { href } from '../routes.ts';

/** Where a buyer reads of their purchase. The token exists only in mails: neither the database nor the queue can open it. */
export const purchaseLink = ({ secrets }: Pick<House, 'secrets'>, id: string): string =>
  href('order', { token: secrets.token('purchase', id) });

/** The purchase, or what has been filled in, that a link leads to. */
export const linkedPurchase = ({ secrets }: Pick<House, 'secrets'>, token: string): string | undefined =>
  secrets.readToken('purchase', token);
