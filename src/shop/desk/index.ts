import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { deskPurchase, stepDeskPurchase } from './purchase.actions.tsx';
import { deskPurchases, searchDeskPurchases } from './purchases.actions.tsx';
import { saveSeller, saveShopCourse, shopCourse, shopDesk } from './settings.actions.tsx';
import { vouchers, vouchersCsv, vouchersSie } from './vouchers.actions.tsx';

export { deskMails } from './mails.ts';
export { remindUnpaid, remindUnpaidTask } from './remind-unpaid.ts';

export const deskActions = {
  shopDesk,
  saveSeller,
  shopCourse,
  saveShopCourse,
  deskPurchases,
  searchDeskPurchases,
  deskPurchase,
  stepDeskPurchase,
  vouchers,
  vouchersCsv,
  vouchersSie,
} satisfies Partial<Record<RouteName, Action>>;
