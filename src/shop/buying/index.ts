import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { buyCourse, fillInOrder } from './buy.actions.tsx';
import { invoice } from './invoice.actions.ts';
import { openBought, order, placeOrder } from './order.actions.tsx';
import { findPurchases, mailPurchases, ownPurchases } from './own-purchases.actions.tsx';
import { withdraw, withdrawal } from './withdrawal.actions.tsx';

export const buyingActions = {
  buyCourse,
  fillInOrder,
  findPurchases,
  mailPurchases,
  ownPurchases,
  order,
  placeOrder,
  openBought,
  invoice,
  withdrawal,
  withdraw,
} satisfies Partial<Record<RouteName, Action>>;
