import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { findKeys, keyBatch } from './batch.actions.tsx';
import { keyBatches, makeKeyBatch, newKeyBatch } from './batches.actions.tsx';
import { changeKeys, extendKeys, replaceSelected, undoChange } from './change-keys.actions.tsx';
import { join, saveJoin } from './join.actions.tsx';
import { checkKeyList, makeKeysFromList, newKeyList } from './key-list.actions.tsx';
import { keyOwner, sendKeyLink } from './key-owner.actions.tsx';
import { key, redeemKey } from './key.actions.tsx';
import { keyFile, keySheet } from './new-keys.actions.tsx';
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
  keyBatches,
  newKeyBatch,
  makeKeyBatch,
  newKeyList,
  checkKeyList,
  makeKeysFromList,
  keySheet,
  keyFile,
  keyBatch,
  findKeys,
  changeKeys,
  undoKeyChange: undoChange,
  extendKeys,
  replaceKeys: replaceSelected,
} satisfies Partial<Record<RouteName, Action>>;

export { readPeopleList, unknownColumns, type ListedPerson } from './people-list.ts';
export { keysAreGuessed } from './limits.ts';
export { seatFault } from './seat-faults.ts';
export { keysMails } from './mails.ts';
export { openAccountFor } from './open-account.ts';
export { makeKeys, type NewKeys } from './make-keys.ts';
export { findBatch } from './batch.queries.ts';
export { block as blockKeys } from './change-keys.queries.ts';
export { addBoughtKey, linkToKey, openBatch, takeBackKey } from './bought-key.ts';
export { insertEnrolment } from './keys.queries.ts';
export { makeBatch } from './make-batch.ts';
