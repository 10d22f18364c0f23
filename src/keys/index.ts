import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { join, saveJoin } from './join.actions.tsx';
import { keyOwner, sendKeyLink } from './key-owner.actions.tsx';
import { key, redeemKey } from './key.actions.tsx';
import { continueWithKey, openAccount } from './open-account.actions.tsx';

export const keysActions = {
  key,
  redeemKey,
  keyOwner,
  sendKeyLink,
  continueWithKey,
  openAccount,
  join,
  saveJoin,
} satisfies Partial<Record<RouteName, Action>>;

export { keysMails } from './mails.ts';
export { openAccountFor } from './open-account.ts';
export { makeKeys, type NewKeys } from './make-keys.ts';
