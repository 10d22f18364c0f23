import type { Secrets } from '../platform/secrets.ts';
import { keyOfBytes } from './key.ts';

/** One press of a button that makes keys: whose, where, and the random id that only their page holds. */
export type OrderPlace = { customerId: string; accountId: string; clientId: string };

export type KeyOrder = {
  /** What is kept of the order: it finds its keys again and draws none. */
  digest: Buffer;
  draw(): Generator<string>;
};

/**
 * The keys of an order follow from the installation's secret and the id in the form that made them. So a second press makes
 * nothing new, the two files are made without the keys having been stored, and once the page is closed nobody has the id.
 */
export function keyOrder(secrets: Secrets, { customerId, accountId, clientId }: OrderPlace): KeyOrder {
  const name = [customerId, accountId, clientId].join('\n');
  return {
    digest: secrets.digest('key order', name),
    *draw() {
      for (let turn = 0; ; turn += 1) {
        const key = keyOfBytes(secrets.digest('drawn key', `${name}\n${turn}`));
        if (key) yield key;
      }
    },
  };
}
