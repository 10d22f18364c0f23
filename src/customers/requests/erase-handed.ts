import type { Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { eraseAtCustomer, planAtCustomer, receiptToken, type PlanAtCustomer } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { asksErasure, type HandedRequest } from './request.ts';
import { updateHanded } from './requests.queries.ts';

type Asked = Pick<HandedRequest, 'id' | 'email' | 'kind' | 'state'>;
type ForCustomer = Scope & { customerId: string };

/** What erasing what the customer answers for would do; undefined where nobody has asked for it. */
export const erasePlanOf = (house: House, scope: ForCustomer, asked: Asked): Promise<PlanAtCustomer> | undefined =>
  asksErasure(asked) ? planAtCustomer(house, { scope, email: asked.email }) : undefined;

/** Erases it and notes the receipt on the request. Gives what stands against it. Twice erases what has come since. */
export const eraseHanded = (house: House, scope: ForCustomer, { id, email }: Asked): Promise<PlanAtCustomer['against']> =>
  eraseAtCustomer(house, { scope, email }, (tx, erasure_id) => updateHanded(tx, id, { erasure_id }));

/** Where the receipt is read, by the customer and by the person: it does not say whose data it was. */
export const receiptOf = (house: Pick<House, 'secrets'>, { erasure_id }: Pick<HandedRequest, 'erasure_id'>): string | undefined =>
  erasure_id ? href('erasureReceipt', { token: receiptToken(house, erasure_id) }) : undefined;
