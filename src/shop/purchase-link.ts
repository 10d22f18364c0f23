import type { House } from '../platform/house.ts';

/** Where a buyer reads of their purchase. The token exists only in mails: neither the database nor the queue can open it. */
export const purchaseLink = ({ secrets }: Pick<House, 'secrets'>, id: string): string => `/kop/${secrets.token('purchase', id)}`;
